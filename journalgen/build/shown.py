"""Which entries a site is for, and as what it knows them: of what is left out, and of letters, nothing else hears anything."""

from __future__ import annotations

from msgspec.structs import replace

from journalgen.build.request import Request
from journalgen.digests import digest
from journalgen.model.entry import Entry


def is_shown(entry: Entry, request: Request) -> bool:
    """Return whether an entry is for those that the site is for."""
    return not (entry.private and request.public_only) and not (entry.draft and request.no_drafts)


def for_whom(entry: Entry, request: Request) -> Entry:
    """Return an entry as those may see it that the site is for: what leads the writer to Support is for nobody else."""
    if not (entry.support_first and request.public_only):
        return entry
    shared, whole = (digest(part + b"for others") for part in (entry.shared, entry.digest))
    return replace(entry, support_first=False, shared=shared, digest=whole)
