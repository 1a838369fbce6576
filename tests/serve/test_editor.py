from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest

from journalgen.serve.editor import Editor, find_editor

FILE = Path("/journal/2026-03-12.md")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:4:7"]),
        ("subl", ["subl", f"{FILE}:4:7"]),
        ("gedit", ["gedit", "+4:7", str(FILE)]),
        ("kate", ["kate", "--line", "4", "--column", "7", str(FILE)]),
        ("/usr/local/bin/gvim -f", ["/usr/local/bin/gvim", "-f", "+4", str(FILE)]),
        ("'/my tools/typora'", ["/my tools/typora", str(FILE)]),
        ("mine -l {line} -- {file}", ["mine", "-l", "4", "--", str(FILE)]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(tmp_path: Path, editor: str, command: list[str]) -> None:
    found = find_editor({"EDITOR": editor}, tmp_path)
    assert found is not None
    assert found.command(FILE, 4, 7) == command


def test_visual_goes_before_editor_and_the_own_settings_before_both(tmp_path: Path) -> None:
    environment = {"VISUAL": "subl", "EDITOR": "gedit"}
    found = find_editor(environment, tmp_path)
    assert found is not None
    assert found.parts[0] == "subl"
    (tmp_path / "config.toml").write_text('editor = ["zed", "{file}:{line}"]\n')
    found = find_editor(environment, tmp_path)
    assert found is not None
    assert found.command(FILE, 2) == ["zed", f"{FILE}:2"]


@pytest.mark.parametrize("text", ["editor = 3\n", "editor = [", "other = 1\n", 'editor = "\'"\n'])
def test_settings_that_make_no_sense_are_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text(text)
    assert find_editor({}, tmp_path) is None


def test_without_an_editor_there_is_none(tmp_path: Path) -> None:
    assert find_editor({}, tmp_path) is None
    assert find_editor({"EDITOR": "  "}, tmp_path) is None


@pytest.mark.parametrize("editor", ["vim", "nano", "emacs", "emacs -nw", "emacsclient -t"])
def test_one_for_the_terminal_needs_a_terminal_of_its_own(tmp_path: Path, editor: str) -> None:
    assert find_editor({"EDITOR": editor}, tmp_path) is None


def test_in_tmux_it_gets_a_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmux").write_text("#!/bin/sh\n")
    (tmp_path / "tmux").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = find_editor({"EDITOR": "nano", "TMUX": "/tmp/tmux"}, tmp_path)
    assert found is not None
    assert found.command(FILE, 4, 7) == [str(tmp_path / "tmux"), "new-window", "--", "nano", "+4,7", str(FILE)]


def test_a_file_is_one_word_whatever_its_name(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    script = f"import json, sys; open({str(told)!r}, 'w').write(json.dumps(sys.argv[1:]))"
    editor = Editor((sys.executable, "-c", script, "{file}", "{line}"))
    name = Path("/journal/a; touch x & {line} $(y).md")
    assert editor.open(name, 3)
    end = time.monotonic() + 20
    while not told.exists() or not told.read_text():
        assert time.monotonic() < end
        time.sleep(0.02)
    assert json.loads(told.read_text()) == [str(name), "3"]


def test_one_that_is_not_there_is_told() -> None:
    assert not Editor(("no-such-editor-anywhere", "{file}")).open(FILE)
