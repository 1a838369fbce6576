from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journalgen.writing import editor
from journalgen.writing.editor import Closed


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("visual", "text", "command"),
    [
        (None, None, None),
        ("", " ", None),
        ("code --wait", "vi", ["code", "--wait"]),
        ("", "vi", ["vi"]),
        (None, "'/opt/my editor' -n", ["/opt/my editor", "-n"]),
        (None, "it's", ["it's"]),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="quotes as a POSIX shell reads them")
def test_the_writers_own_editor(
    monkeypatch: pytest.MonkeyPatch, visual: str | None, text: str | None, command: list[str] | None
) -> None:
    for name, value in (("VISUAL", visual), ("EDITOR", text)):
        if value is not None:
            monkeypatch.setenv(name, value)
    assert editor.command_of_editor() == command


@pytest.mark.parametrize(
    ("display", "code", "launched", "opened"),
    [
        (":0", 0, True, Closed.WELL),
        (":0", 3, True, Closed.NEVER_OPEN),
        (None, 0, False, Closed.NEVER_OPEN),
    ],
)
def test_else_the_systems_own(
    monkeypatch: pytest.MonkeyPatch, display: str | None, code: int, launched: bool, opened: Closed
) -> None:
    asked: list[str] = []

    def launch(path: str) -> int:
        asked.append(path)
        return code

    monkeypatch.setattr(editor.sys, "platform", "linux")  # type: ignore[attr-defined]
    monkeypatch.setattr(editor.click, "launch", launch)  # type: ignore[attr-defined]
    if display:
        monkeypatch.setenv("DISPLAY", display)
    assert editor.open_in_editor(Path("/journal/2026-03-14.md")) is opened
    assert asked == (["/journal/2026-03-14.md"] if launched else [])
