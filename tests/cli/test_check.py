from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.journals import JournalFolder, tree


def _untidy(journal: JournalFolder) -> JournalFolder:
    return (
        journal.write("2026-03-13.md", "---\nmood: 6\n---\nFine.\n")
        .write("2026-03-14.md", "---\nmood: great\nmod: 3\n---\nA day.\n")
        .write("2026-03-14 (conflicted copy).md", "twice")
        .write("2026-03-12.md~", "old")
        .write("photo.jpg", b"\xff")
        .write(".hidden.md", "hidden")
        .write("templates/new.md", "mood:\n")
    )


def test_problems_are_told_by_place_and_files_that_are_not_read_by_name(journal: JournalFolder) -> None:
    ran = run("check", _untidy(journal).path)
    assert ran.code == 1
    assert "2026-03-14.md:2:7: mood: expected 1 to 10, got 'great'\n" in ran.out
    assert "2026-03-14.md:3:1: mod: " in ran.out
    assert "2026-03-13" not in ran.out
    told = ran.out.partition("Not read as entries:")[2]
    for name in ("2026-03-14 (conflicted copy).md", "2026-03-12.md~", "photo.jpg", ".hidden.md", "templates/"):
        assert f"      {name}\n" in told
    assert ran.out.splitlines()[-1] == "2 entries; 1 error, 1 warning."


def test_a_sound_journal_says_so(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "---\nmood: 6\n---\nFine.\n")
    ran = run("check", journal.path)
    assert (ran.code, ran.out, ran.err) == (0, "1 entry, all understood.\n", "")


def test_json_is_one_object_with_the_same(journal: JournalFolder) -> None:
    ran = run("check", _untidy(journal).path, "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["entries"] == 2
    assert {each["code"] for each in told["problems"]} >= {"unknown-field"}
    assert {each["path"]: each["reason"] for each in told["left_out"]}["photo.jpg"] == "not-read"


@pytest.mark.parametrize("is_built", [False, True])
def test_what_was_found_does_not_depend_on_an_earlier_build(journal: JournalFolder, is_built: bool) -> None:
    _untidy(journal)
    before = run("check", journal.path, "--json")
    if is_built:
        journal.build()
    after = json.loads(run("check", journal.path, "--json").out)
    ours = [each for each in after["left_out"] if each["path"] not in ("site/", ".journalgen/")]
    assert {**after, "left_out": ours} == json.loads(before.out)


def test_nothing_is_written_where_nothing_was_built(journal: JournalFolder) -> None:
    _untidy(journal)
    before = tree(journal.path)
    run("check", journal.path)
    assert tree(journal.path) == before
    assert not (journal.path / ".journalgen").exists()


@pytest.mark.parametrize(
    ("journal_in", "output", "service"),
    [
        ("Dropbox/journal", "site", "Dropbox"),
        ("plain/journal", "../../Nextcloud/site", "Nextcloud"),
        ("plain/journal", "site", None),
    ],
)
def test_a_folder_that_a_service_copies_is_named(
    tmp_path: Path, journal_in: str, output: str, service: str | None
) -> None:
    folder = tmp_path / journal_in
    folder.mkdir(parents=True)
    JournalFolder(folder).write("2026-03-13.md", "Fine.\n").write("journal.toml", f'output = "{output}"\n')
    ran = run("check", folder)
    assert ran.code == 0
    if service:
        assert f"lies in a folder that {service} copies to other computers" in ran.out
    else:
        assert "copies to other computers" not in ran.out


def test_a_cache_that_is_damaged_or_locked_changes_nothing(journal: JournalFolder) -> None:
    _untidy(journal).build()
    before = run("check", journal.path)
    (journal.path / ".journalgen" / "cache.sqlite").write_bytes(b"no database" * 500)
    assert run("check", journal.path) == before


def test_a_folder_that_cannot_be_read_is_named(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.write("2026-03-13.md", "Fine.\n").write("shut/2026-03-14.md", "Locked away.\n")
    real = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) == journal.path / "shut":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ran = run("check", journal.path)
    assert ran.code == 1
    assert "shut/: can't be read: Permission denied\n" in ran.out
    assert "1  the system does not let it be read\n      shut/\n" in ran.out
    assert ran.out.splitlines()[-1] == "1 entry; 1 error, 0 warnings."


def test_a_language_without_words_is_told_once(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n").write("journal.toml", 'language = "nl"\n')
    ran = run("check", journal.path)
    assert ran.code == 0
    assert (
        "journal.toml: journalgen has no words in this language yet (Dutch); dates are in it, sentences in English\n"
        in ran.out
    )
    assert "no words" not in run("build", journal.path).err
    assert "zaterdag" in journal.page("2026/03/14.html")


def test_a_language_that_is_none_is_told_with_its_place(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'title = "x"\nlanguage = "xx"\n')
    ran = run("check", journal.path)
    assert ran.code == 1
    assert "journal.toml:2:12: language: expected a language such as en, de or pt-BR, got 'xx'\n" in ran.out
    assert "languages with words of their own: de, en; " in ran.out
