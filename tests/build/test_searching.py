from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from journalgen.output.clean import remove, what_to_remove
from journalgen.refusal import Refusal
from tests.journals import JournalFolder, tree, written


def _years(journal: JournalFolder) -> JournalFolder:
    for day in ("2024-05-01", "2024-05-02", "2025-05-01", "2026-03-14"):
        journal.write(f"{day}.md", f"---\nmood: 6\ntags: [walk]\n---\n# Heading\n\nWords of {day}.\n")
    return journal.write("journal.toml", 'undated = "list"\n').write("loose.md", "Undated words.\n")


def _shards(journal: JournalFolder) -> dict[str, bytes]:
    return {name: data for name, data in journal.pages().items() if name.startswith("search/")}


def _stamps(journal: JournalFolder) -> dict[str, int]:
    files = (path for path in journal.site.rglob("*") if path.is_file())
    return {path.relative_to(journal.site).as_posix(): path.stat().st_mtime_ns for path in files}


def test_each_year_is_written_once_in_a_folder_that_is_named_in_one_page_alone(journal: JournalFolder) -> None:
    report = _years(journal).build()
    names = sorted(_shards(journal))
    folder = names[0].split("/")[1]
    assert re.fullmatch(r"[0-9a-f]{32}", folder)
    assert names == [f"search/{folder}/{name}.js" for name in ("2024", "2025", "2026", "undated")]
    assert [name for name, data in journal.pages().items() if folder.encode() in data] == ["search.html"]
    assert b"Words of 2024-05-01." in journal.pages()[f"search/{folder}/2024.js"]
    assert report.pages == len([name for name in journal.pages() if name.endswith(".html")])
    assert all(path.endswith(".html") for path in written(report))
    for path in (journal.site / "search").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_an_edit_of_a_text_rewrites_its_page_and_its_year(journal: JournalFolder) -> None:
    _years(journal).build()
    before = _stamps(journal)
    opening = "Words of 2024-05-01. " + "More words. " * 40
    journal.write("2024-05-01.md", f"---\nmood: 6\ntags: [walk]\n---\n# Heading\n\n{opening}\n").build()
    middle = _stamps(journal)
    journal.write("2024-05-01.md", f"---\nmood: 6\ntags: [walk]\n---\n# Heading\n\n{opening} The end.\n").build()
    after = _stamps(journal)
    assert before.keys() == after.keys()
    changed = {name for name in after if after[name] != middle[name]}
    (shard,) = (name for name in changed if name.startswith("search/"))
    assert changed == {"2024/05/01.html", shard}
    assert shard.endswith("/2024.js")
    assert b"The end." in journal.pages()[shard]
    assert b"Words of 2024-05-02." in journal.pages()[shard]


def test_the_folder_stays_from_build_to_build(journal: JournalFolder) -> None:
    _years(journal).build()
    before = set(_shards(journal))
    journal.write("2027-01-01.md", "New year.\n").build(force=True)
    assert set(_shards(journal)) - before == {min(before).replace("2024", "2027")}
    assert before < set(_shards(journal))


def test_a_deleted_entry_leaves_nothing_behind(journal: JournalFolder) -> None:
    _years(journal).write("2023-01-01.md", "Zanzibar.\n").write("2024-06-01.md", "Zanzibar again.\n").build()
    assert any(b"Zanzibar" in data for data in _shards(journal).values())
    journal.delete("2023-01-01.md").delete("2024-06-01.md").build()
    assert not [name for name, data in tree(journal.path).items() if b"Zanzibar" in data]
    assert not [name for name in _shards(journal) if "2023" in name]


@pytest.mark.parametrize("options", [{"public_only": True}, {"no_drafts": True}])
def test_what_is_left_out_is_not_searched(journal: JournalFolder, options: dict[str, bool]) -> None:
    text = "---\nprivate: true\ndraft: true\n---\nZanzibar.\n"
    _years(journal).write("2024-06-01.md", text).write("2022-06-01.md", text).build()
    journal.build(**options)
    assert not [name for name, data in _shards(journal).items() if b"Zanzibar" in data or "2022" in name]


@pytest.mark.parametrize("damage", ["DELETE FROM plains", "UPDATE plains SET plain = 'other'", "DROP TABLE plains"])
def test_texts_that_the_cache_has_lost_are_parsed_again(journal: JournalFolder, damage: str) -> None:
    _years(journal).build()
    before = _shards(journal)
    with closing(sqlite3.connect(journal.path / ".journalgen" / "cache.sqlite")) as database, database:
        database.execute(damage)
    shard = next(name for name in before if name.endswith("2024.js"))
    (journal.site / shard).unlink()
    journal.build()
    assert _shards(journal) == before


def test_a_site_is_taken_up_again_where_the_state_is_lost(journal: JournalFolder) -> None:
    _years(journal).build()
    before = set(_shards(journal))
    for path in (journal.path / ".journalgen").iterdir():
        path.unlink()
    journal.build()
    assert len(_shards(journal)) == len(before)
    assert not before & set(_shards(journal))


def test_a_script_of_somebody_else_is_not_taken_for_ours(journal: JournalFolder) -> None:
    _years(journal).build()
    (journal.site / "mine.js").write_text("// mine\n")
    for path in (journal.path / ".journalgen").iterdir():
        path.unlink()
    with pytest.raises(Refusal, match="manifest-missing"):
        journal.build()
    assert (journal.site / "mine.js").exists()


@pytest.mark.parametrize("is_lost", [False, True])
def test_clean_removes_all_of_it(journal: JournalFolder, is_lost: bool) -> None:
    _years(journal).build()
    state = journal.path / ".journalgen"
    if is_lost:
        for path in state.glob("manifest*"):
            path.unlink()
    remove(what_to_remove(journal.site, journal.path, state), journal.site, journal.path, state)
    assert not journal.site.exists()
    assert not Path(state).exists()
