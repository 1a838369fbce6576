"""What the writer can do from a page: open its file in the editor, go on with today's entry, begin another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from journalgen.build.build import scan_for_build
from journalgen.build.folders import output_folder, read_settings, state_folder
from journalgen.build.request import Request
from journalgen.serve.editor import Editor
from journalgen.serve.showing import Showing
from journalgen.writing.editor import last_line
from journalgen.writing.new import begun_at, make_entry


class Desk:
    """Opens and makes files of one journal; `editor` is None where none is to be opened."""

    def __init__(self, request: Request, editor: Editor | None, clock: Callable[[], dt.datetime]) -> None:
        self._request = request
        self._editor = editor
        self._clock = clock

    @property
    def may_open(self) -> bool:
        """Return whether there is an editor."""
        return self._editor is not None

    def open(self, showing: Showing, path: str, line: int = 0, column: int = 0) -> bool:
        """Open a file that a page is about or names, and return whether that could be done; no other is opened."""
        if self._editor is None or path not in _named(showing):
            return False
        file = self._request.journal.absolute() / path
        return file.is_file() and self._editor.open(file, line, column)

    def new(self) -> Path:
        """Make a new entry of today's and return its path, opened where there is an editor; raises `Refusal`."""
        now = self._clock()
        journal = self._request.journal
        settings = read_settings(journal)
        output = output_folder(journal, settings.config, self._request.output)
        scanned = scan_for_build(self._request, settings, output, state_folder(journal, settings.config))
        made = make_entry(journal, scanned, begun_at(now, settings.config))
        if self._editor is not None:
            self._editor.open(made.absolute(), last_line(made))
        return made

    def within(self, file: Path) -> str:
        """Return the path of a file as the journal's pages know it."""
        return file.relative_to(self._request.journal).as_posix()

    def write(self, showing: Showing) -> bool:
        """Open today's newest entry at its end, and return whether that could be done."""
        if self._editor is None or not showing.todays:
            return False
        file = self._request.journal.absolute() / showing.todays
        return file.is_file() and self._editor.open(file, last_line(file))


def _named(showing: Showing) -> set[str]:
    lines = (*showing.problems, *((showing.refusal,) if showing.refusal else ()))
    return {*showing.pages.values(), *(each.path for each in lines)} - {""}
