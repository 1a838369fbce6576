"""What a process that builds the same journal again and again keeps from build to build, and shows before it is written.

All of it is true only as long as something can be told to be as it was: the revision of a database, the key of a plan, the
identity of a row. What can't be told is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from journalgen.build.build import Look
from journalgen.build.cache import Cache, Row
from journalgen.build.outlines import Outlines
from journalgen.build.planning import Counted
from journalgen.build.rendering import Rendering
from journalgen.build.request import Report
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.output.changes import Wanted
from journalgen.output.manifest import Manifest
from journalgen.parse.record import decode
from journalgen.plan.pages import Outline


class Coming(Struct, frozen=True):
    """The site that a build is about to write, while it is still nowhere but in memory.

    `manifest` lists what there is of it already; `rows` are what is known of the journal's files, by path; `fresh` the paths of
    those that were just parsed; `assets` the styles and scripts. `fingerprint` and `content` tell of a page or an asset by its
    path; a page is rendered for it.
    """

    journal: Journal
    manifest: Manifest
    outlines: tuple[Outline, ...]
    assets: tuple[Wanted, ...]
    rows: Mapping[str, Row]
    fresh: frozenset[str]
    fingerprint: Callable[[str], bytes | None]
    content: Callable[[str], bytes]


def unseen(coming: Coming) -> None:
    """Look at nothing of a site that is coming."""


class Warm(Struct):
    """What is kept from build to build; `show` is handed each site before the first of its files is written.

    `touched` are the real paths of files that are said to have changed: they are worth a glance before all others are looked
    at. `found` is what the last build found, `report` what it told if it reached its end, and `wanted` the paths of
    everything in its site.
    """

    show: Callable[[Coming], None] = unseen
    manifest: Manifest | None = None
    outlines: Outlines | None = None
    counted: Counted | None = None
    touched: frozenset[str] = frozenset()
    found: Look | None = None
    report: Report | None = None
    wanted: frozenset[str] = frozenset()
    _rows: dict[str, Row] = field(default_factory=dict)
    _revision: bytes | None = None
    _entries: dict[str, tuple[bytes, Entry]] = field(default_factory=dict)
    _rendering: tuple[object, Rendering] | None = None

    def rows(self, cache: Cache) -> dict[str, Row]:
        """Return the rows of the cache, which are read where anybody else has written to it."""
        if self._revision is None or self._revision != cache.revision:
            self._rows = cache.rows()
            self._revision = cache.revision
        return self._rows

    def keep_rows(self, rows: Iterable[Row], cache: Cache) -> None:
        """Keep what the cache holds now."""
        self._rows = {row.path: row for row in rows}
        self._revision = cache.revision

    def entries(self, rows: Iterable[Row]) -> list[Entry]:
        """Return the entries of rows, decoded only where a row is another than it was; others are forgotten."""
        known = self._entries
        found = {}
        for row in rows:
            pair = known.get(row.path)
            found[row.path] = pair if pair is not None and pair[0] is row.entry else (row.entry, decode(row.entry))
        self._entries = found
        return [pair[1] for pair in found.values()]

    def rendering(self, key: object, make: Callable[[], Rendering]) -> Rendering:
        """Return what pages are rendered with, made anew where the key is another."""
        if self._rendering is None or self._rendering[0] != key:
            self._rendering = (key, make())
        return self._rendering[1]
