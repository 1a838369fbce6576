"""A file that the writer asked for, to print or to hand on: closed to others, and in nobody's way."""

from __future__ import annotations

import os
from pathlib import Path

from journalgen.output.ownership import has_marker
from journalgen.refusal import Refusal, refused
from journalgen.source.names import MARKDOWN
from journalgen.writing.beside import beside
from journalgen.writing.create import create


def check_sheet(path: Path, journal: Path, closed: tuple[Path, ...]) -> None:
    """Refuse a place where a file could come to be shown, or be taken for an entry.

    That is a site, this journal's (`closed`, with its notes) or any other that journalgen made, and the name of an entry in the
    journal.
    """
    place = Path(os.path.realpath(path))
    folders = {*map(os.path.realpath, closed)}
    if any(str(above) in folders or has_marker(str(above)) for above in place.parents):
        raise Refusal("sheet-in-site", path=path)
    if place.suffix.lower() in MARKDOWN and place.is_relative_to(os.path.realpath(journal)):
        raise Refusal("sheet-as-entry", path=path)


def write_sheet(path: Path, text: str, *, force: bool) -> None:
    """Write a file for its owner alone. One that is there already stays (`sheet-there`) unless `force` puts this in its place.

    It is written whole or not at all, and what was there before stays until then.
    """
    if not force:
        if not create(path, text):
            raise Refusal("sheet-there", path=path)
        return
    waiting = beside(path)
    if not create(waiting, text):
        raise Refusal("sheet-there", path=waiting)
    try:
        waiting.replace(path)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise refused(error, path) from error
