"""A first look at a few entries that were touched, so that they can be shown before all others have been looked at."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from msgspec.structs import replace

from journalgen.build.build import Look
from journalgen.build.folders import read_settings, refuse_broken
from journalgen.build.own import read_own_files
from journalgen.build.record import UNSEEN
from journalgen.build.request import Request
from journalgen.source.files import Stamp
from journalgen.source.scan import Found, Scan


def glance(request: Request, last: Look, touched: Iterable[str]) -> Look | None:
    """Return what there is to build if nothing but the touched files (real paths) has changed since the last look.

    None where one of them is no entry that was there before, or what shapes all pages is another: then everything is looked at.
    A glance is never what a site is written from.
    """
    scanned = _renewed(last.scan, os.path.realpath(request.journal), touched)
    if scanned is None:
        return None
    settings = read_settings(request.journal)
    refuse_broken(settings)
    seen = replace(last, settings=settings, scan=scanned, own=read_own_files(request.journal), is_sure=False)
    return seen if _is_shaped_alike(seen, last) else None


def bears_out(sure: Look, seen: Look) -> bool:
    """Return whether a look at everything found what a glance took for granted."""
    one, other = sure.scan, seen.scan
    return (
        _is_shaped_alike(sure, seen)
        and (one.files, one.media, one.reviews, one.vault) == (other.files, other.media, other.reviews, other.vault)
        and _told(one) == _told(other)
    )


def _is_shaped_alike(one: Look, other: Look) -> bool:
    return (one.settings.data, one.own) == (other.settings.data, other.own)


def _told(scan: Scan) -> list[object]:
    return [left for left in scan.left_out if left.reason not in UNSEEN]


def _renewed(scan: Scan, journal: str, touched: Iterable[str]) -> Scan | None:
    """Return a scan with the stamps of some of its files as they are now, None where one of them is none of its files."""
    renewed: dict[str, Found] = {}
    home = journal.rstrip(os.sep) + os.sep
    for path in touched:
        within = path.removeprefix(home).replace(os.sep, "/")
        try:
            status = os.lstat(path)
        except OSError:
            return None
        if not path.startswith(home) or not stat.S_ISREG(status.st_mode):
            return None
        renewed[within] = Found(within, Stamp.of(status))
    files = tuple([renewed.pop(found.path, found) for found in scan.files])
    return None if renewed else replace(scan, files=files)
