"""What has to happen to a site so that it is as wanted: a pure function of what is wanted, known and found."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from msgspec import Struct

from journalgen.output.manifest import Stamp, Written


class Reason(enum.StrEnum):
    """Why a file is written or removed."""

    NEW = "new"
    CHANGED = "changed"
    MISSING = "missing"
    TOUCHED = "touched"
    UNKNOWN = "unknown"
    FORCED = "forced"
    UNWANTED = "unwanted"


class Wanted(Struct, frozen=True):
    """One file of the site to be: its relative path, and the fingerprint of all that shapes its bytes."""

    path: str
    fingerprint: bytes


class Changes(Struct, frozen=True):
    """The paths to write, to keep and to remove, each in order, and why for each that is not kept."""

    write: tuple[str, ...]
    keep: tuple[str, ...]
    remove: tuple[str, ...]
    reasons: Mapping[str, Reason]

    @property
    def is_unchanged(self) -> bool:
        """Say whether the site is as wanted already."""
        return not self.write and not self.remove


def out_of_date(wanted: Mapping[str, bytes], known: Mapping[str, Written], found: Mapping[str, Stamp]) -> Changes:
    """Return what to write, keep and remove.

    `wanted` gives each path its fingerprint; `known` is what the manifest says was written; `found` holds size and time
    of the files that are there. A file that is there but not known is of no interest: it is not ours.
    """
    reasons: dict[str, Reason] = {}
    keep = []
    for path, fingerprint in wanted.items():
        written = known.get(path)
        if written is None:
            reasons[path] = Reason.NEW
        elif written[0] is None:
            reasons[path] = Reason.UNKNOWN
        elif written[0] != fingerprint:
            reasons[path] = Reason.CHANGED
        elif path not in found:
            reasons[path] = Reason.MISSING
        elif found[path] != written[1:]:
            reasons[path] = Reason.TOUCHED
        else:
            keep.append(path)
    write = sorted(reasons)
    remove = sorted(known.keys() - wanted.keys())
    reasons.update(dict.fromkeys(remove, Reason.UNWANTED))
    return Changes(tuple(write), tuple(sorted(keep)), tuple(remove), reasons)
