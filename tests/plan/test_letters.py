from __future__ import annotations

import datetime as dt

import pytest

from journalgen.model.config import Config
from journalgen.parse.journal import assemble
from journalgen.parse.letters import sealed
from journalgen.plan.letters import newly_opened
from journalgen.plan.site import Plan
from journalgen.plan.views import MonthPage, ProblemsPage
from tests.parse.entries import made, parsed

TODAY = dt.date(2026, 3, 15)


@pytest.mark.parametrize(
    ("opens", "is_told"),
    [("2026-03-16", False), ("2026-03-15", True), ("2026-03-09", True), ("2026-03-08", False)],
)
def test_home_tells_of_a_letter_for_a_week(opens: str, is_told: bool) -> None:
    letter = made("2025-03-14", open_on=dt.date.fromisoformat(opens))
    assert newly_opened([letter, made()], TODAY) == ([letter] if is_told else [])


def test_what_was_never_sealed_is_no_letter_that_opened() -> None:
    assert newly_opened([made("2026-03-14", open_on=dt.date(2026, 3, 14)), made(None, open_on=TODAY)], TODAY) == []


def test_a_sealed_letter_stands_in_its_month_by_its_day_and_says_so() -> None:
    letter = sealed(parsed("title: To me\nopen_on: 2027-01-01", path="2026-03-14-to-me.md", body="Dear me."))
    plan = Plan(assemble(Config(), [letter, made("2026-03-14")]), TODAY)
    month = next(plan.page(each).view for each in plan.outlines if each.path == "2026/03/index.html")
    assert isinstance(month, MonthPage)
    [row] = [row for row in month.rows if row.sealed]
    assert (row.link.title, row.link.name, row.opening) == ("", "", "")
    assert "to-me" not in row.link.address


def test_what_is_wrong_in_a_letter_is_told_beside_its_day_and_not_its_files_name() -> None:
    letter = sealed(parsed("mood: great\nopen_on: soon", path="2026-03-14-to-me.md", body="Dear me."))
    plan = Plan(assemble(Config(), [letter]), TODAY)
    page = next(plan.page(each).view for each in plan.outlines if each.path == "problems.html")
    assert isinstance(page, ProblemsPage)
    assert [str(row.problem.where) for row in page.rows] == ["2026-03-14", "2026-03-14:3:10"]
    assert all(row.link and row.link.address == "2026/03/14.html" for row in page.rows)
