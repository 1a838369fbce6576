"""The writer's own editor."""

from __future__ import annotations

import enum
import os
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from journalgen.writing.editors import filled, place_of


class Closed(enum.Enum):
    """How an editor ended; many a graphical one ends at once, and goes on with the file in its own window."""

    WELL = enum.auto()
    FAILED = enum.auto()
    NEVER_OPEN = enum.auto()


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


def open_in_editor(path: Path, line: int = 0) -> Closed:
    """Open a file, at a line where the editor can be told: in the writer's editor, else in the system's own for text."""
    command = command_of_editor()
    if command:
        try:
            with _keys_left_to_it():
                ended = subprocess.run([*command, *filled(place_of(command), path, line)], check=False)  # noqa: S603
        except OSError:
            return Closed.NEVER_OPEN
        return Closed.WELL if ended.returncode == 0 else Closed.FAILED
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Closed.NEVER_OPEN
    return Closed.WELL if click.launch(os.fspath(path)) == 0 else Closed.NEVER_OPEN


def last_line(path: Path) -> int:
    """Return the number of a file's last line, from 1: where one goes on writing."""
    try:
        return path.read_bytes().count(b"\n") + 1
    except OSError:
        return 1


@contextmanager
def _keys_left_to_it() -> Iterator[None]:
    """Leave Ctrl-C to the editor: the terminal sends it to both, and ended by it we would kill the editor with what is in it.

    By functions of our own, since a signal that is ignored would stay so in the editor.
    """
    names = [each for each in ("SIGINT", "SIGQUIT") if hasattr(signal, each)]
    if threading.current_thread() is not threading.main_thread():
        names = []
    before = [(getattr(signal, each), signal.getsignal(getattr(signal, each))) for each in names]
    try:
        for number, _ in before:
            signal.signal(number, lambda *_: None)
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
