from __future__ import annotations

import datetime as dt

import pytest

from journalgen.build.reading import read
from journalgen.model.journal import Journal
from journalgen.plan.named_entries import close_to, entries_called, entries_of
from tests.journals import JournalFolder


@pytest.fixture
def written(journal: JournalFolder) -> Journal:
    (
        journal.write("journal.toml", 'day_starts_at = "04:00"\nquiet_below = 2\n[[quiet]]\npeople = ["Mark"]\n')
        .write("2026-03-13.md", "---\ntitle: The river  walk\naliases: [Up river]\n---\nText.\n")
        .write("2026-03-14.md", "---\ntitle: The river song\ntime: 21:00\n---\nText.\n")
        .write("2026-03-15-0130.md", "---\ntitle: Late river\ntime: 01:30\n---\nText.\n")
        .write("2026-03-16.md", "---\ntitle: River of tears\nmood: 1\n---\nText.\n")
        .write("2026-03-17.md", "---\ntitle: River with him\npeople: [Mark]\n---\nText.\n")
        .write("2026-03-18.md", "---\ntitle: River kept\nprivate: yes\n---\nText.\n")
        .write("2026-03-19.md", "---\ntitle: River shut\nresurface: no\n---\nText.\n")
    )
    return read(journal.request())[0]


def called(written: Journal, text: str) -> list[str]:
    return [entry.path.removesuffix(".md") for entry in entries_called(written, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("THE RIVER WALK", ["2026-03-13"]),
        ("up river", ["2026-03-13"]),
        ("the river", ["2026-03-13", "2026-03-14"]),
        ("the river s", ["2026-03-14"]),
        ("2026-03-15-0130", ["2026-03-15-0130"]),
        ("2026-03-15-0130.MD", ["2026-03-15-0130"]),
        ("2026-03-1", []),
        ("river kept", ["2026-03-18"]),
        ("walk", []),
        (" ", []),
    ],
)
def test_a_whole_name_goes_before_its_beginning(written: Journal, text: str, found: list[str]) -> None:
    assert called(written, text) == found


def test_a_day_is_the_calendars_or_the_writers(written: Journal) -> None:
    days = [(15, None), (14, None), (14, dt.time(21)), (14, dt.time(9)), (1, None)]
    found = [[entry.path for entry in entries_of(written, dt.date(2026, 3, day), time)] for day, time in days]
    night, evening = "2026-03-15-0130.md", "2026-03-14.md"
    assert found == [[night], [evening, night], [evening], [evening, night], []]


@pytest.mark.parametrize(
    "text", ["river", "the river wlk", "river of tear", "river with hm", "river kep", "river shutt"]
)
def test_only_what_may_be_brought_up_comes_close(written: Journal, text: str) -> None:
    found = {entry.path[:10] for entry in close_to(written, text)}
    assert found <= {"2026-03-13", "2026-03-14", "2026-03-15"}
    assert len(close_to(written, text)) <= 3


def test_what_comes_closest_is_first(written: Journal) -> None:
    assert close_to(written, "the rivr song")[0].path == "2026-03-14.md"
    assert close_to(written, "zanzibar") == ()
