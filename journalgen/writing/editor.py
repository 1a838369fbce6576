"""The writer's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import click


def command_of_editor() -> list[str] | None:
    """Return the command in `$VISUAL` or `$EDITOR`, or None where neither is set."""
    for name in ("VISUAL", "EDITOR"):
        text = os.environ.get(name, "").strip()
        if text:
            try:
                return shlex.split(text, posix=os.name != "nt")
            except ValueError:
                return [text]
    return None


def open_in_editor(path: Path) -> bool:
    """Open a file and return whether that could be done: in the writer's editor, else in the system's own for text."""
    command = command_of_editor()
    if command is not None:
        try:
            return subprocess.run([*command, os.fspath(path)], check=False).returncode == 0  # noqa: S603
        except OSError:
            return False
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return click.launch(os.fspath(path)) == 0
