"""The writer's own editor, opened at a line from a page.

Its command comes from the environment or from the person's own configuration folder, never from a journal: somebody else's
journal must not choose what is run.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import threading
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

from journalgen.writing.editors import PLACES, filled, place_of, wants_terminal

_SETTINGS = "config.toml"
_TERMINALS = (
    "x-terminal-emulator",
    "gnome-terminal",
    "konsole",
    "xfce4-terminal",
    "kitty",
    "alacritty",
    "foot",
    "xterm",
)


@dataclass(frozen=True, slots=True)
class Editor:
    """A command that opens a file at a line; its parts may hold `{file}`, `{line}` and `{column}`."""

    parts: tuple[str, ...]

    def command(self, file: Path, line: int = 0, column: int = 0) -> list[str]:
        """Return the command for a file and a place in it, counted from 1; 0 is its beginning."""
        return filled(self.parts, file, line, column)

    def open(self, file: Path, line: int = 0, column: int = 0) -> bool:
        """Open a file, and return whether the editor could be started; it goes on by itself."""
        options: dict[str, object] = {"start_new_session": True} if os.name != "nt" else {}
        try:
            started = subprocess.Popen(  # noqa: S603 -- the person's own command
                self.command(file, line, column),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **options,  # type: ignore[call-overload]
            )
        except OSError:
            return False
        # Somebody has to take note when it ends.
        threading.Thread(target=started.wait, daemon=True).start()
        return True


def find_editor(environment: Mapping[str, str], settings: Path | None = None) -> Editor | None:
    """Return the editor of the person's configuration, else of `$VISUAL` or `$EDITOR`; None where there is none to open.

    `settings` is the folder of the person's own configuration.
    """
    words = _configured(settings or user_config_path("journalgen", appauthor=False))
    for name in ("VISUAL", "EDITOR"):
        words = words or _split(environment.get(name, ""))
    if not words:
        return None
    if any(place in part for part in words for place in PLACES):
        return Editor(tuple(words))
    whole = (*words, *place_of(words))
    if not wants_terminal(words, environment):
        return Editor(whole)
    around = _terminal(environment)
    return Editor((*around, *whole)) if around else None


def _configured(folder: Path) -> list[str]:
    try:
        found = tomllib.loads((folder / _SETTINGS).read_text(encoding="utf-8")).get("editor")
    except (OSError, ValueError):
        return []
    if isinstance(found, str):
        return _split(found)
    return [part for part in found if isinstance(part, str)] if isinstance(found, list) else []


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text, posix=os.name != "nt")
    except ValueError:
        return []


def _terminal(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return what runs a command in a terminal of its own: a window of tmux for who is in it, else a terminal's."""
    if environment.get("TMUX") and (tmux := shutil.which("tmux")):
        return (tmux, "new-window", "--")
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return None
    for name in (environment.get("TERMINAL", ""), *_TERMINALS):
        if name and (found := shutil.which(name)):
            return (found, "--" if Path(found).name == "gnome-terminal" else "-e")
    return None
