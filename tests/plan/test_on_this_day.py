from __future__ import annotations

import datetime as dt

import pytest
from msgspec import Struct

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Measure
from journalgen.parse.journal import assemble
from journalgen.plan.entries import link_to, row_of
from journalgen.plan.offering import Offering
from journalgen.plan.on_this_day import DAYS, DaysOfYear
from journalgen.plan.views import DaysOfYearPage, OnThisDayPage
from tests.parse.entries import made

LOW = (Measure("mood", 1.0),)


def days(*entries: Entry, config: Config | None = None) -> DaysOfYear:
    journal = assemble(config or Config(), entries)
    return DaysOfYear(journal, {entry.path: f"{entry.path}.html" for entry in entries}, Offering(journal))


def pages(*entries: Entry) -> dict[str, Struct]:
    metric = Config().metric("mood")
    rows = {
        entry.path: row_of(entry, link_to(entry, f"{entry.path}.html"), metric, may_offer=True) for entry in entries
    }
    return dict(days(*entries).pages(rows, None))


def page(path: str, *entries: Entry) -> OnThisDayPage:
    found = pages(*entries)[f"on-this-day/{path}.html"]
    assert isinstance(found, OnThisDayPage)
    return found


def test_each_of_366_days_has_a_page_and_the_index_names_them_all() -> None:
    found = pages(made("2026-03-14"))
    assert len(found) == 367
    assert len(DAYS) == len(set(DAYS)) == 366
    index = found["on-this-day/index.html"]
    assert isinstance(index, DaysOfYearPage)
    assert [len(month) for month in index.months] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert {day.address for month in index.months for day in month} == found.keys() - {"on-this-day/index.html"}


def test_a_journal_without_a_day_has_the_index_alone() -> None:
    assert pages(made(None, "note.md")).keys() == pages().keys() == {"on-this-day/index.html"}


def test_a_day_has_its_entries_of_all_years_newest_first() -> None:
    found = page("03-14", made("2024-03-14"), made("2026-03-14"), made("2025-03-14"), made("2025-03-15"))
    assert [row.link.day.year for row in found.rows if row.link.day] == [2026, 2025, 2024]
    assert found.closed == ()


def test_what_may_not_be_offered_is_a_link_without_words() -> None:
    found = page("03-14", made("2024-03-14", title="secret", measures=LOW), made("2025-03-14"))
    assert [row.link.day.year for row in found.rows if row.link.day] == [2025]
    assert [(link.day.year, link.title) for link in found.closed if link.day] == [(2024, "")]


def test_an_entry_of_the_small_hours_stands_under_its_written_day() -> None:
    late = made("2026-03-15", counted=dt.date(2026, 3, 14))
    assert page("03-15", late).rows
    assert not page("03-14", late).rows


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [("01-01", (12, 31), (1, 2)), ("12-31", (12, 30), (1, 1)), ("02-29", (2, 28), (3, 1)), ("03-01", (2, 29), (3, 2))],
)
def test_days_turn_as_the_year_does_over_29_february(
    path: str, before: tuple[int, int], after: tuple[int, int]
) -> None:
    found = page(path, made())
    assert ((found.previous.month, found.previous.day), (found.next.month, found.next.day)) == (before, after)


def test_the_index_counts_years_and_not_entries() -> None:
    index = pages(made("2025-03-14"), made("2026-03-14", "a.md"), made("2026-03-14", "b.md"))["on-this-day/index.html"]
    assert isinstance(index, DaysOfYearPage)
    assert index.months[2][13].years == 2
    assert index.months[2][14].years == 0


def test_home_has_the_other_years_of_today() -> None:
    entries = (made("2026-03-14"), made("2025-03-14"), made("2024-03-14", private=True))
    metric = Config().metric("mood")
    rows = {entry.path: row_of(entry, link_to(entry, "x.html"), metric, may_offer=True) for entry in entries}
    found = days(*entries, config=Config(day_starts_at=dt.time(4, 30))).of_today(dt.date(2026, 3, 14), rows)
    assert found is not None
    assert [row.link.day.year for row in found.rows if row.link.day] == [2025]
    assert [link.day.year for link in found.closed if link.day] == [2024]
    assert (found.address, found.starts) == ("on-this-day/03-14.html", 270)
    assert days().of_today(dt.date(2026, 3, 14), {}) is None


def echoes(day: str, *others: str) -> dict[str, str]:
    entry = made(day)
    found = days(entry, *(made(other) for other in others)).echoes(entry)
    return {echo.when: echo.address.removesuffix(".md.html") for echo in found}


def test_an_entry_knows_those_a_week_a_month_and_a_year_away() -> None:
    others = ("2026-03-07", "2026-02-14", "2025-03-14", "2027-03-14")
    assert echoes("2026-03-14", *others, "2026-03-13") == dict(
        zip(("week-before", "month-before", "year-before", "year-later"), others, strict=True)
    )
    assert echoes("2026-03-14", "2026-03-13") == {}


@pytest.mark.parametrize(
    ("day", "other", "when"),
    [
        ("2024-02-29", "2023-02-28", "year-before"), ("2024-02-29", "2025-02-28", "year-later"),
        ("2026-03-31", "2026-02-28", "month-before"), ("2024-03-30", "2024-02-29", "month-before"),
        ("2026-01-15", "2025-12-15", "month-before"), ("2026-01-03", "2025-12-27", "week-before"),
    ],
)  # fmt: skip
def test_months_and_years_are_not_of_one_length(day: str, other: str, when: str) -> None:
    assert echoes(day, other) == {when: other}


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-12-31", "9999-01-01"])
def test_the_calendar_ends_somewhere(day: str) -> None:
    assert echoes(day) == {}


def test_what_may_not_be_offered_has_no_echo() -> None:
    entry = made("2026-03-14")
    quiet, evening = made("2025-03-14", "a.md", resurface=False), made("2025-03-14", "b.md")
    assert days(entry, quiet).echoes(entry) == ()
    assert [echo.address for echo in days(entry, quiet, evening).echoes(entry)] == ["b.md.html"]
    assert days(made(None, "note.md")).echoes(made(None, "note.md")) == ()
