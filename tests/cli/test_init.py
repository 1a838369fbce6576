from __future__ import annotations

import io
from pathlib import Path

import pytest

from journalgen.cli.init import command
from tests.cli.running import run
from tests.journals import tree


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


@pytest.mark.parametrize(
    ("system", "written"), [("de_AT.UTF-8", "de_AT"), ("nl_NL.UTF-8", "en"), ("C", "en"), ("en_GB", "en_GB")]
)
def test_the_systems_language_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, written: str
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    run("init", tmp_path / "new")
    assert f'language = "{written}"\n' in (tmp_path / "new" / "journal.toml").read_text(encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "C")
    run("build", tmp_path / "new")
    assert f'lang="{written.replace("_", "-")}"' in (tmp_path / "new" / "site" / "index.html").read_text(
        encoding="utf-8"
    )


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "written"), [("", "de"), ("en\n", "en"), ("xx\nnl\n", "nl")])
def test_somebody_at_the_terminal_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    monkeypatch.setenv("LC_ALL", "de")
    monkeypatch.setattr("sys.stdin", _Terminal(typed or "\n"))
    monkeypatch.setattr("sys.stdout", shown := _Terminal())
    command.main([str(tmp_path / "new")], standalone_mode=False)
    assert f'language = "{written}"\n' in (tmp_path / "new" / "journal.toml").read_text(encoding="utf-8")
    assert "Sprache des Tagebuchs [de]: " in shown.getvalue()
    assert ("kennt keine Sprache „xx“" in shown.getvalue()) is ("xx" in typed)
    assert "Woran ich es merke" in (tmp_path / "new" / "support.md").read_text(encoding="utf-8") or written != "de"
