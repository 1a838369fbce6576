from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

import pytest

from journalgen.source.scan import scan
from journalgen.writing.layout import beside, path_for
from tests.journals import JournalFolder

DAY = dt.date(2026, 3, 14)


@pytest.mark.parametrize(
    ("there", "path"),
    [
        ((), "2026-03-14.md"),
        (("2025-12-31.md",), "2026-03-14.md"),
        (("2025/12/31.md",), "2026/03/14.md"),
        (("2025/12/2025-12-31.md",), "2026/03/2026-03-14.md"),
        (("2025/2025-12-31.md",), "2026/2026-03-14.md"),
        (("2025_12_31.md",), "2026_03_14.md"),
        (("20251231.md",), "20260314.md"),
        (("diary/2025-12-31.md",), "diary/2026-03-14.md"),
        (("diary/2025/12/31.markdown",), "diary/2026/03/14.markdown"),
        (("entries/2025-12-31.md",), "entries/2026-03-14.md"),
        (("entries/loose.md",), "entries/2026/2026-03-14.md"),
        (("2024/01/01.md", "2025-12-31.md"), "2026-03-14.md"),
        (("2025-12-31 New Year.md",), "2026-03-14.md"),
        (("2025-12-31-evening.md",), "2026-03-14.md"),
        (("loose.md",), "2026-03-14.md"),
    ],
)
def test_a_new_entry_lies_where_the_newest_one_does(journal: JournalFolder, there: tuple[str, ...], path: str) -> None:
    for name in there:
        journal.write(name, "text")
    assert path_for(journal.path, scan(journal.path), DAY) == PurePosixPath(path)


def test_a_vault_says_where_its_daily_notes_are(journal: JournalFolder) -> None:
    journal.write(".obsidian/daily-notes.json", '{"folder": "Daily"}').write("Work/2026-03-01.md", "text")
    assert path_for(journal.path, scan(journal.path), DAY) == PurePosixPath("Daily/2026-03-14.md")


def test_early_years_keep_their_zeros(journal: JournalFolder) -> None:
    assert path_for(journal.path, scan(journal.path), dt.date(933, 1, 2)) == PurePosixPath("0933-01-02.md")


def test_more_entries_of_a_day_get_the_time_and_then_a_number() -> None:
    path = PurePosixPath("2026/03/14.md")
    made = [beside(path, dt.time(9, 5), attempt).as_posix() for attempt in range(3)]
    assert made == ["2026/03/14-0905.md", "2026/03/14-0905-1.md", "2026/03/14-0905-2.md"]
