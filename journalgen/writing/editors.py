"""How the editors that people use are told of a line, and which of them take the terminal over."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

PLACES = ("{file}", "{line}", "{column}")
# By their names; all others are given the file alone.
_VI = ("+{line}", "{file}")
_PLUS = ("+{line}:{column}", "{file}")
_GOTO = ("--goto", "{file}:{line}:{column}")
_COLONS = ("{file}:{line}:{column}",)
_WORDS = ("--line", "{line}", "--column", "{column}", "{file}")
_LINES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("vi", "vim", "nvim", "gvim", "mvim", "vimx", "view", "ed", "joe", "mcedit"), _VI),
    **dict.fromkeys(("gnome-text-editor", "pluma", "xed", "bbedit", "jed", "ne"), _VI),
    **dict.fromkeys(("emacs", "emacsclient", "gedit", "kak", "micro"), _PLUS),
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"), _GOTO),
    **dict.fromkeys(("hx", "helix", "subl", "zed", "zeditor", "lapce"), _COLONS),
    **dict.fromkeys(("kate", "kwrite", "geany"), _WORDS),
    "nano": ("+{line},{column}", "{file}"),
    "pico": ("+{line},{column}", "{file}"),
    "mousepad": _WORDS,
    "mate": ("--line", "{line}", "{file}"),
    "notepad++": ("-n{line}", "-c{column}", "{file}"),
}
_IN_TERMINAL = frozenset((
    "vi", "vim", "nvim", "vimx", "view", "nano", "pico", "micro", "hx", "helix", "kak", "joe", "jed", "ne", "ed", "mcedit",
))  # fmt: skip
_NO_WINDOW = ("-nw", "-t", "-tty", "--tty", "--no-window-system")


def place_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return what comes behind an editor's command to name a file and, where it is known how, a place in it."""
    return _LINES.get(_name(words), ("{file}",))


def filled(parts: Iterable[str], file: Path, line: int = 0, column: int = 0) -> list[str]:
    """Return a command with the file and the place in it, counted from 1, put where its parts name them; 0 is the beginning."""
    numbers = {"{line}": str(max(line, 1)), "{column}": str(max(column, 1))}
    found = []
    for part in parts:
        text = part
        for place, value in numbers.items():
            text = text.replace(place, value)
        # Last, since a file may be called by one of the others.
        found.append(text.replace("{file}", os.fspath(file)))
    return found


def wants_terminal(words: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Return whether an editor is one of those that take over the terminal that they are started in."""
    name = _name(words)
    if name in ("emacs", "emacsclient"):
        has_screen = (
            environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or sys.platform in ("darwin", "win32")
        )
        return not has_screen or any(word in _NO_WINDOW for word in words)
    return name in _IN_TERMINAL


def _name(words: Sequence[str]) -> str:
    return Path(words[0]).name.lower().removesuffix(".exe")
