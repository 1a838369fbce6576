from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from journalgen.build import plains
from journalgen.build.plains import Plains
from journalgen.model.entry import Entry
from tests.journals import JournalFolder

PAGE = "patterns/words.html"
CLOSER = "patterns/closer-words.html"


def write_days(journal: JournalFolder, first: str, days: int, text: str, front: str = "") -> JournalFolder:
    begin = dt.date.fromisoformat(first)
    for number in range(days):
        name = f"{begin + dt.timedelta(number)}"
        journal.write(f"{name}.md", f"---\n{front}\n---\n{text} On {name}.\n")
    return journal


@pytest.fixture
def quarters(journal: JournalFolder) -> JournalFolder:
    """Three quarters of twelve days, the middle one with a kettle, and a day in the quarter that is not over."""
    write_days(journal, "2025-04-01", 12, "The garden and the lane.")
    write_days(journal, "2025-07-01", 12, "The garden, the lane. Kettle, and more kettles: the kettle.")
    write_days(journal, "2025-10-01", 12, "The garden and the lane.")
    journal.build(today=dt.date(2026, 3, 15))
    return journal.write("2026-03-14.md", "The wardrobe.\n")


def stamps(journal: JournalFolder) -> tuple[int, int]:
    state = journal.path / ".journalgen"
    return (state / "cache-vocabulary").stat().st_mtime_ns, (state / "cache-words").stat().st_mtime_ns


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of all texts that are asked for."""
    paths: list[str] = []
    of = plains.Plains.of

    def noted(self: Plains, entries: Sequence[Entry]) -> list[str]:
        paths.extend(entry.path for entry in entries)
        return of(self, entries)

    monkeypatch.setattr(Plains, "of", noted)
    return paths


def test_a_quarter_is_set_apart_by_its_words(quarters: JournalFolder) -> None:
    quarters.build()
    page = quarters.page(PAGE)
    assert page.count(">kettle<") == 1
    assert "12 of 12" in page
    assert "kettles" in page
    assert ">garden<" not in page


def test_an_edit_of_what_was_written_lately_counts_nothing(quarters: JournalFolder) -> None:
    quarters.build()
    before, words = stamps(quarters), (quarters.site / PAGE).read_bytes()
    quarters.write("2026-03-14.md", "The wardrobe, twice.\n").build()
    assert stamps(quarters) == before
    assert (quarters.site / PAGE).read_bytes() == words


def test_an_older_edit_reads_its_own_quarter_alone(quarters: JournalFolder, read: list[str]) -> None:
    quarters.build()
    read.clear()
    quarters.write("2025-07-03.md", "No tea.\n").build()
    # The other texts that are read are those of the search.
    quarter = [path for path in dict.fromkeys(read) if read.count(path) > 1]
    assert sorted(quarter) == [f"2025-07-{day:02}.md" for day in range(1, 13)]
    assert "11 of 11" in quarters.page(PAGE)


@pytest.mark.parametrize(
    "change",
    [
        lambda journal: journal.write("2025-07-03.md", "A lantern.\n"),
        lambda journal: journal.delete("2025-07-03.md"),
        lambda journal: [journal.delete(f"2025-07-{day:02}.md") for day in range(1, 13)],
        lambda journal: write_days(journal, "2024-02-01", 14, "A lantern in the lane."),
        lambda journal: journal.write("2026-04-02.md", "A new quarter.\n"),
        lambda journal: journal.write("journal.toml", '[words]\nleave_out = ["kettle"]\n'),
        lambda journal: journal.write("2025-08-01.md", "---\nmood: 1\n---\nKettle.\n"),
        lambda journal: journal.write("2025-07-03.md", "---\nprivate: yes\n---\nKettle.\n"),
        lambda journal: journal.write("2025-07-03-evening.md", "---\nmood: 1\n---\nLow.\n"),
    ],
)
def test_what_is_counted_anew_is_what_a_clean_build_counts(quarters: JournalFolder, change: object) -> None:
    options = {"today": dt.date(2026, 4, 3)}
    quarters.build(**options)
    assert callable(change)
    change(quarters)
    quarters.build(**options)
    page = quarters.page(PAGE)
    for file in (quarters.path / ".journalgen").glob("cache*"):
        file.unlink()
    quarters.build(force=True, **options)
    assert quarters.page(PAGE) == page


@pytest.mark.parametrize(
    ("front", "settings"),
    [
        ("private: yes", ""),
        ("resurface: no", ""),
        ("mood: 1", ""),
        ("tags: ward", '[[quiet]]\ntags = ["ward"]\n'),
        ("people: Mark", '[[quiet]]\npeople = ["Mark"]\n'),
        ("title: x", "[[quiet]]\nfrom = 2025-07-01\nto = 2025-07-31\n"),
    ],
)
def test_words_of_what_may_not_be_offered_are_neither_told_nor_read(
    journal: JournalFolder, read: list[str], front: str, settings: str
) -> None:
    write_days(journal, "2025-04-01", 12, "The garden.")
    write_days(journal, "2025-07-01", 12, "The lantern.")
    write_days(journal, "2025-07-13", 8, "The kettle.", front).write("2025-10-01.md", "Another quarter.")
    journal.write("journal.toml", settings).build()
    page = journal.page(PAGE)
    assert ">lantern<" in page or "from = " in settings
    assert "kettle" not in page
    assert not [path for path in read if path >= "2025-07-13" and read.count(path) > 1]


def test_the_name_of_a_quiet_person_is_not_told_from_other_entries(journal: JournalFolder) -> None:
    write_days(journal, "2025-04-01", 12, "The garden.")
    write_days(journal, "2025-07-01", 12, "I saw Mark's kettle, and Marky.")
    journal.write("2025-10-01.md", "Another quarter.").build()
    assert ">Mark<" in journal.page(PAGE)
    journal.write("journal.toml", '[aliases.people]\nMarky = "Mark"\n[[quiet]]\npeople = ["mark"]\n').build()
    assert "Mark" not in journal.page(PAGE).partition("<main")[2]
    assert ">kettle<" in journal.page(PAGE)


def test_damaged_notes_are_counted_anew(quarters: JournalFolder) -> None:
    quarters.build()
    page = quarters.page(PAGE)
    for name in ("cache-vocabulary", "cache-words"):
        (quarters.path / ".journalgen" / name).write_bytes(b"\0" * 400)
    quarters.build()
    assert quarters.page(PAGE) == page


def test_the_closer_look_is_there_for_those_who_ask(quarters: JournalFolder) -> None:
    quarters.build()
    assert not (quarters.site / CLOSER).exists()
    text = " ".join(["I know that nothing is always so."] * 20)
    write_days(quarters, "2025-07-01", 12, text).write("journal.toml", "[words]\ncloser = true\n").build()
    page = quarters.page(CLOSER)
    assert "July 2025" in page
    assert CLOSER.rpartition("/")[2] in quarters.page(PAGE)
    quarters.write("journal.toml", "").build()
    assert not (quarters.site / CLOSER).exists()


def test_there_is_no_page_without_words_or_without_figures(journal: JournalFolder) -> None:
    journal.write("2025-07-01.md", "---\nprivate: yes\n---\nSome.\n").write(
        "2025-07-02.md", "---\nmood: 3\n---\n"
    ).build()
    assert not (journal.site / PAGE).exists()
    journal.write("2025-07-03.md", "Some.\n").build()
    assert "1 entry" in journal.page(PAGE)
    journal.write("journal.toml", "figures = false\n").build()
    assert not (journal.site / PAGE).exists()


def test_a_site_for_others_keeps_its_counts_apart(quarters: JournalFolder, tmp_path: Path) -> None:
    quarters.build()
    before = stamps(quarters)
    quarters.write("2025-07-03.md", "---\nprivate: yes\n---\nKettle.\n")
    quarters.build(public_only=True, output=tmp_path / "shown")
    assert stamps(quarters) == before
    assert "11 of 11" in (tmp_path / "shown" / PAGE).read_text()
