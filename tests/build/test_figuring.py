from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from journalgen.analysis.patterns.values import FirstShown
from journalgen.build.figuring import read_shown, remembered
from journalgen.build.folders import state_folder
from journalgen.build.reading import read
from tests.journals import JournalFolder, written

DAYS = 40


@pytest.fixture
def moods(journal: JournalFolder) -> JournalFolder:
    """Forty days of a mood that is three higher on each day with the garden."""
    first = dt.date(2026, 1, 1)
    for number in range(DAYS):
        garden = number % 3 == 0
        tags = "tags: garden\n" if garden else ""
        mood = 8 - number % 2 if garden else 5 - number % 2
        journal.write(f"{first + dt.timedelta(number)}.md", f"---\nmood: {mood}\n{tags}---\nA day.\n")
    journal.build()
    return journal


def stamp(journal: JournalFolder, name: str) -> int:
    return (journal.path / ".journalgen" / name).stat().st_mtime_ns


def test_an_edited_text_computes_no_figure(moods: JournalFolder) -> None:
    before = stamp(moods, "cache-figures")
    assert written(moods.write("2026-01-05.md", "---\nmood: 5\n---\nA day, and more of it.\n").build())
    assert stamp(moods, "cache-figures") == before


def test_another_mood_computes_them_anew(moods: JournalFolder) -> None:
    before = stamp(moods, "cache-figures")
    moods.write("2026-01-05.md", "---\nmood: 9\n---\nA day.\n").build()
    assert stamp(moods, "cache-figures") != before


def test_a_day_that_passes_without_a_word_changes_no_figure(moods: JournalFolder) -> None:
    before = stamp(moods, "cache-figures")
    moods.today += dt.timedelta(days=1)
    moods.build()
    assert stamp(moods, "cache-figures") == before


def test_what_a_build_remembers_is_at_hand_until_an_entry_changes_in_it(moods: JournalFolder) -> None:
    def at_hand() -> bool:
        request = moods.request()
        found, settings = read(request)
        return remembered(found, request, moods.today, state_folder(moods.path, settings.config)) is not None

    assert at_hand()
    moods.write("2026-03-14.md", "---\nmood: 3\n---\nAnother day.\n")
    assert not at_hand()


def test_without_figures_there_is_neither_page_nor_link(moods: JournalFolder) -> None:
    assert "patterns/index.html" in moods.page("index.html")
    moods.write("journal.toml", "figures = false\n").build()
    assert "patterns/index.html" not in moods.page("index.html")
    assert not any(path.startswith(("patterns/", "metrics/")) for path in moods.pages())


@pytest.mark.parametrize("data", [b"", b"{", b'[{"metric": 3}]', b"\xff"])
def test_what_can_not_be_read_of_earlier_days_is_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "shown.json").write_bytes(data)
    assert read_shown(tmp_path / "shown.json") == ()


def test_days_of_patterns_are_read_as_they_were_written(tmp_path: Path) -> None:
    (tmp_path / "shown.json").write_text(
        '[{"metric": "mood", "kind": "tag", "key": "garden", "lag_days": 0, "day": "2026-02-09"}]'
    )
    assert read_shown(tmp_path / "shown.json") == (FirstShown("mood", "tag", "garden", 0, dt.date(2026, 2, 9)),)
