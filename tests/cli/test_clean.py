from __future__ import annotations

import pytest

from journalgen.output.lock import acquire
from tests.cli.running import run
from tests.journals import JournalFolder, tree

ENTRY = "---\ntags: [walk]\n---\nA day.\n"


def _built(journal: JournalFolder) -> tuple[JournalFolder, dict[str, bytes]]:
    journal.write("2026-03-14.md", ENTRY).write("journal.toml", "[site]\nplain_names = true\n")
    before = tree(journal.path)
    journal.build()
    assert (journal.path / ".journalgen" / "names.key").exists()
    return journal, before


def test_all_that_was_made_is_listed_and_goes(journal: JournalFolder) -> None:
    _, before = _built(journal)
    made = set(tree(journal.path)) - set(before)
    ran = run("clean", journal.path, "--yes")
    assert ran.code == 0
    for name in made:
        assert f"{name}\n" in ran.out
    assert tree(journal.path) == before
    assert sorted(path.name for path in journal.path.iterdir()) == ["2026-03-14.md", "journal.toml"]
    assert run("clean", journal.path).out == "There is nothing to remove.\n"


@pytest.mark.parametrize(("answer", "goes"), [("y\n", True), ("n\n", False), ("\n", False), ("", False)])
def test_it_asks_first(journal: JournalFolder, answer: str, goes: bool) -> None:
    _, before = _built(journal)
    run("clean", journal.path, answer=answer)
    assert (tree(journal.path) == before) is goes


def test_what_is_not_ours_stays(journal: JournalFolder) -> None:
    _built(journal)
    (journal.site / "mine.txt").write_text("mine")
    (journal.path / ".journalgen" / "mine.txt").write_text("mine")
    run("clean", journal.path, "--yes")
    assert (journal.site / "mine.txt").exists()
    assert (journal.path / ".journalgen" / "mine.txt").exists()


def test_another_site_keeps_what_it_shares(journal: JournalFolder) -> None:
    _built(journal)
    other = journal.path.parent / "other"
    journal.build(output=other)
    run("clean", journal.path, "--yes")
    assert not journal.site.exists()
    assert (journal.path / ".journalgen" / "names.key").exists()
    run("clean", journal.path, "--output", other, "--yes")
    assert not (journal.path / ".journalgen").exists()
    assert not other.exists()


def test_it_does_not_disturb_a_build(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    _built(journal)
    monkeypatch.setattr("time.monotonic", iter(range(0, 10_000, 20)).__next__)
    with acquire(journal.path / ".journalgen" / "lock"):
        ran = run("clean", journal.path, "--yes")
    assert ran.code == 3
    assert ran.err.startswith("journalgen: Another journalgen is at work")
    assert (journal.site / "index.html").exists()
