"""The entry that "open anywhere" leads to: any of those that may be offered, the same all day, another one tomorrow."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Iterable

from journalgen.model.entry import Entry


def anywhere(entries: Iterable[Entry], today: dt.date) -> Entry | None:
    """Return the entry of a day's choice, or None of none.

    Each entry draws a lot from the digest of the day and its path, and the lowest wins: one more entry takes the place of
    the chosen one only if its own lot is lower. One half of the entries draw on even days, the other on odd ones, so that
    none wins two days in a row, unless a half is empty.
    """
    halves: tuple[list[tuple[bytes, Entry]], ...] = ([], [])
    for entry in entries:
        path = entry.path.encode()
        halves[zlib.crc32(path) & 1].append((path, entry))
    of_day = today.toordinal() & 1
    drawing = halves[of_day] or halves[1 - of_day]
    if not drawing:
        return None
    begun = hashlib.blake2b(today.isoformat().encode(), digest_size=8)

    def lot(candidate: tuple[bytes, Entry]) -> bytes:
        drawn = begun.copy()
        drawn.update(candidate[0])
        return drawn.digest()

    return min(drawing, key=lot)[1]
