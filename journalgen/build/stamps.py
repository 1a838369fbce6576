"""The stamps of the entries that the last whole build found, so that the next can tell which of them alone have changed.

Kept in the state folder. They need no key: together with what else goes into a build they must make the digest that its record
holds, else they are no memory of it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journalgen.build.kept import write_kept
from journalgen.build.record import Record, digest_of_inputs
from journalgen.source.files import TOO_YOUNG

if TYPE_CHECKING:
    from journalgen.build.build import Look

_NAME = "cache-stamps"


def keep_stamps(found: Look, state: Path) -> None:
    """Keep the stamps of what was found, in place of the last."""
    # Without them the next build reads every entry, and no harm is done.
    with suppress(OSError):
        write_kept(state / _NAME, found.stamps)


def touched_since(record: Record, found: Look, state: Path, at_most: int) -> tuple[str, ...] | None:
    """Return the files of a few entries that may have changed since a build, None where anything else may have, or more.

    A file that came, went or was renamed is something else.
    """
    scan = found.scan
    if any(other.stamp.latest + TOO_YOUNG >= record.read_at for other in (*scan.media, *scan.reviews)):
        return None
    try:
        before = (state / _NAME).read_bytes()
    except OSError:
        return None
    if digest_of_inputs(found.shaping, before) != record.inputs:
        return None
    lines, old = found.stamps.split(b"\n"), before.split(b"\n")
    # A name with a line's end in it makes more lines than there are files.
    if not len(lines) == len(old) == len(scan.files):
        return None
    changed = [place for place, line in enumerate(lines) if line != old[place]]
    limit = record.read_at - TOO_YOUNG
    young = [
        place for place, each in enumerate(scan.files) if each.stamp.modified >= limit or each.stamp.changed >= limit
    ]
    places = sorted({*changed, *young})
    if len(places) > at_most or any(_path(lines[place]) != _path(old[place]) for place in changed):
        return None
    return tuple([scan.files[place].path for place in places])


def _path(line: bytes) -> bytes:
    return line.partition(b"\0")[0]
