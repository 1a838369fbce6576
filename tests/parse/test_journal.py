from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import Config, Undated
from journalgen.model.entry import Entry
from journalgen.model.left_out import Reason
from journalgen.parse.journal import MANY, assemble
from journalgen.problems import Level, Location, problem
from tests.parse.entries import made


def dated(count: int, folder: str = "") -> list[Entry]:
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=number) for number in range(count)]
    return [made(str(day), f"{folder}{day}.md") for day in days]


def loose(count: int, folder: str = "") -> list[Entry]:
    return [made(None, f"{folder}note-{number:04}.md") for number in range(count)]


def test_entries_stand_by_day_then_time_then_name() -> None:
    late, early = dt.time(21), dt.time(9)
    wanted = [
        made("2026-03-13", "z.md"),
        made("2026-03-14", "a/2026-03-14.md"),
        made("2026-03-14", "2026-03-14-b.md"),
        made("2026-03-14", "z.md", time=early),
        made("2026-03-14", "b/x.md", time=late),
        made("2026-03-14", "a/y.md", time=late),
        made("2026-03-15", "a.md"),
    ]
    assert list(assemble(Config(), reversed(wanted)).entries) == wanted


@given(
    st.permutations(
        dated(3)
        + loose(3)
        + [made("2026-01-01", "b.md", time=dt.time(9)), made("2026-01-01", "c/b.md", time=dt.time(9))]
    )
)
@settings(deadline=None, max_examples=30)
def test_the_order_of_the_files_makes_no_difference(entries: list[Entry]) -> None:
    assert assemble(Config(), entries) == assemble(Config(), sorted(entries, key=lambda entry: entry.path))


@pytest.mark.parametrize(
    ("undated", "entries", "in_vault", "listed", "alone", "codes"),
    [
        ("auto", dated(3) + loose(2), False, 2, 0, ["undated", "undated"]),
        ("auto", loose(20), False, 20, 0, ["undated"] * 20),
        ("auto", dated(3) + loose(MANY), False, MANY, 0, ["undated-many"]),
        ("auto", dated(3, "daily/") + loose(MANY, "pages/"), False, 0, MANY, ["left-alone"]),
        ("auto", dated(3, "daily/") + loose(2, "pages/"), True, 0, 2, ["left-alone"]),
        ("auto", dated(3, "daily/") + loose(2, "pages/") + loose(1, "daily/"), True, 1, 2, ["left-alone", "undated"]),
        ("auto", dated(3), True, 0, 0, []),
        ("list", dated(3) + loose(2), False, 2, 0, []),
        ("list", dated(3, "daily/") + loose(50, "pages/"), True, 50, 0, []),
        ("hide", dated(3) + loose(2), False, 0, 2, []),
    ],
)
def test_notes_without_a_day_are_told_briefly(
    undated: Undated, entries: list[Entry], in_vault: bool, listed: int, alone: int, codes: list[str]
) -> None:
    journal = assemble(Config(undated=undated), entries, in_vault=in_vault)
    assert len(journal.undated) == listed
    assert [each.reason for each in journal.left_out] == [Reason.UNDATED] * alone
    assert [each.code for each in journal.problems] == codes


def test_the_line_about_many_gives_both_numbers() -> None:
    told = assemble(Config(), dated(412, "daily/") + loose(2600, "pages/")).problems[0]
    assert dict(told.parameters) == {"dated": "412", "count": "2600"}
    assert told.level is Level.NOTE


def test_problems_of_all_are_collected_in_order_each_once() -> None:
    def wrong(path: str, line: int) -> tuple[object, ...]:
        return (problem(Location(path, line), Level.ERROR, "x"),)

    entries = [
        made("2026-03-15", "b.md", problems=wrong("b.md", 2)),
        made("2026-03-14", "c.md", problems=wrong("c.md", 1)),
    ]
    given_before = (problem(Location("a.toml", 1), Level.ERROR, "x"), problem(Location("b.md", 2), Level.ERROR, "x"))
    journal = assemble(Config(), entries, problems=given_before)
    assert [str(each.where) for each in journal.problems] == ["a.toml:1", "b.md:2", "c.md:1"]
