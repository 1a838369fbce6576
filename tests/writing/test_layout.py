from __future__ import annotations

import datetime as dt
import json
from pathlib import PurePosixPath

import pytest

from journalgen.parse.dates import When, day_in_name
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


@pytest.mark.parametrize(
    ("folder", "written", "path"),
    [
        ("Daily", "DD-MM-YYYY", "Daily/07-06-2026.md"),
        ("", "YYYY/MM-MMMM/YYYY-MM-DD", "2026/06-June/2026-06-07.md"),
        ("Daily", "dddd, MMMM Do YYYY", "Daily/Sunday, June 7th 2026.md"),
        ("Daily", "DD.MM.YYYY", "Daily/07.06.2026.md"),
        ("", "gggg-[W]ww", "2026-06-07.md"),
        ("", "YYYY-MM-DD HHmm", "2026-06-07.md"),
        ("", "[../]YYYY-MM-DD", "2026-06-07.md"),
        ("", "/YYYY-MM-DD", "2026-06-07.md"),
        ("", "YYYY-MM-DD\0", "2026-06-07.md"),
    ],
)
def test_obsidian_says_how_its_daily_notes_are_named(
    journal: JournalFolder, folder: str, written: str, path: str
) -> None:
    journal.write(".obsidian/daily-notes.json", json.dumps({"folder": folder, "format": written}))
    assert path_for(journal.path, scan(journal.path), dt.date(2026, 6, 7)) == PurePosixPath(path)


def test_logseq_says_how_its_journals_are_named(journal: JournalFolder) -> None:
    journal.write("logseq/config.edn", '{:journal/file-name-format "dd_MM_yyyy"}').write("journals/2026_01_01.md", "x")
    assert path_for(journal.path, scan(journal.path), dt.date(2026, 6, 7)) == PurePosixPath("journals/07_06_2026.md")


def test_a_vaults_format_does_not_lead_away_from_entries(journal: JournalFolder) -> None:
    journal.write(".obsidian/daily-notes.json", '{"folder": "Daily", "format": "DD-MM-YYYY"}')
    journal.write("entries/loose.md", "x")
    assert path_for(journal.path, scan(journal.path), DAY) == PurePosixPath("entries/2026/2026-03-14.md")


def test_early_years_keep_their_zeros(journal: JournalFolder) -> None:
    assert path_for(journal.path, scan(journal.path), dt.date(933, 1, 2)) == PurePosixPath("0933-01-02.md")


def test_more_entries_of_a_day_get_the_time_and_then_a_number() -> None:
    path = PurePosixPath("2026/03/14.md")
    made = [beside(path, dt.time(9, 5), attempt).as_posix() for attempt in range(3)]
    assert made == ["2026/03/14-0905.md", "2026/03/14-0905-1.md", "2026/03/14-0905-2.md"]


def test_without_a_time_they_get_a_number_that_is_read_as_none() -> None:
    made = [beside(PurePosixPath("2026-03-14.md"), None, attempt).as_posix() for attempt in range(2)]
    assert made == ["2026-03-14-2.md", "2026-03-14-3.md"]
    assert [day_in_name(PurePosixPath(name).stem) for name in made] == [When(DAY, None, "2"), When(DAY, None, "3")]
