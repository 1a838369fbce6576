"""What can be told of the files that entries show without making anything of them, for `check`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from journalgen.build.attached import Attached
from journalgen.model.journal import Journal
from journalgen.model.media import Kind, kind_of_name
from journalgen.problems import Level, Location, in_order, problem
from journalgen.source.media import open_media

_COPIED = (Kind.SOUND, Kind.VIDEO, Kind.DOCUMENT)


def probed(journal: Journal, folder: Path, attached: Attached, progress: Callable[[int, int], None]) -> Journal:
    """Return the journal with what is wrong with the files that it shows, and a note where some are copied as they are."""
    faults: dict[str, str] = {}
    for done, path in enumerate(attached.paths, start=1):
        if (fault := _fault(folder, path)) is not None:
            faults[path] = fault
        progress(done, len(attached.paths))
    found = list(attached.problems_of(faults))
    copied = sum(kind_of_name(path) in _COPIED for path in attached.paths)
    if copied:
        found.append(problem(Location("."), Level.NOTE, "files-as-they-are", count=copied))
    return replace(journal, problems=in_order((*journal.problems, *found))) if found else journal


def _fault(folder: Path, path: str) -> str | None:
    try:
        with open_media(folder, path) as file:
            if kind_of_name(path) is not Kind.PICTURE:
                return None
            from journalgen.media.picture import probe  # noqa: PLC0415 -- Pillow is for journals with pictures alone

            return probe(file)
    except OSError:
        return "file-unreadable"
