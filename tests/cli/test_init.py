from __future__ import annotations

import locale
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.journals import tree


@pytest.fixture(autouse=True)
def same_locale() -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    yield
    locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize("language", ["C", "en_US.UTF-8", "nonsense"])
def test_a_new_journal_builds_without_a_word_of_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    folder = tmp_path / "new journal"
    made = run("init", folder)
    assert made.code == 0
    assert {"journal.toml", "support.md"} <= set(tree(folder))
    assert "journalgen build" in made.out
    built = run("build", folder)
    assert (built.code, built.err) == (0, "")
    assert run("check", folder).out.splitlines()[-1] == "1 entry, all understood."
    assert "How I notice" in (folder / "site" / "support.html").read_text(encoding="utf-8")


def test_the_support_plan_has_its_six_steps_in_order(tmp_path: Path) -> None:
    run("init", tmp_path / "new")
    headings = [
        line
        for line in (tmp_path / "new" / "support.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert headings == [
        "## 1. How I notice",
        "## 2. What I can do myself",
        "## 3. People and places that take my mind off it",
        "## 4. People I can ask for help",
        "## 5. Professionals",
        "## 6. Making things safe",
    ]


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "support.md").write_text("Mine.\n")
    (tmp_path / "journal.toml").write_text("")
    (tmp_path / "2020-01-01.md").write_text("Long ago.\n")
    before = tree(tmp_path)
    ran = run("init", tmp_path)
    assert ran.code == 0
    after = tree(tmp_path)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {".gitignore"}
    assert ran.out.count("left as it was: ") == 2


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_file_in_the_folders_place_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file")
    ran = run("init", tmp_path / place)
    assert ran.code == 3
    assert (ran.out, ran.err.count("\n")) == ("", 1)
    assert tree(tmp_path) == {"file": b"a file"}
