"""The outlines of the last plan, remembered: a plan is a pure function, and most edits change nothing that it depends on.

Kept in the state folder under the plan's own key: a head with a checksum, then the surroundings of each entry, which are
checked against their outline's digest when one is read. Anything but a whole file of this version is no memory.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from journalgen.build.kept import write_kept
from journalgen.digests import SIZE, digest
from journalgen.plan.pages import Outline, Page

if TYPE_CHECKING:
    from journalgen.plan.site import Plan

_NAME = "cache-outlines"
_LENGTH = 8
_BEFORE_HEAD = 2 * SIZE + _LENGTH
_decoder = msgspec.msgpack.Decoder(tuple[Outline, ...])


def key_of(plan: Plan, code: bytes) -> bytes:
    """Return what the outlines of a plan are remembered under."""
    return hashlib.blake2b(plan.key + code, digest_size=SIZE).digest()


class KeptOutlines(Struct, frozen=True):
    """The outlines that are kept in a file, in the order of their plan; `offsets` say where surroundings lie, by a page's path."""

    file: Path
    all: tuple[Outline, ...]
    offsets: Mapping[str, int]

    def around(self, outline: Outline, file: int) -> bytes | None:
        """Return the surroundings of an entry's page, read from the open file; None where they are not there whole."""
        os.lseek(file, self.offsets[outline.path], os.SEEK_SET)
        data = os.read(file, outline.size)
        return data if digest(data) == outline.digest else None


def read_kept(state: Path, key: bytes) -> KeptOutlines | None:
    """Return the outlines that are kept under a key, or None where there are none whole."""
    file = state / _NAME
    try:
        with file.open("rb") as opened:
            start = opened.read(_BEFORE_HEAD)
            head = opened.read(int.from_bytes(start[2 * SIZE :]))
        if start[:SIZE] != key or digest(head) != start[SIZE : 2 * SIZE]:
            return None
        outlines = _decoder.decode(head)
    except (OSError, ValueError, OverflowError, MemoryError):
        return None
    offsets = accumulate((outline.size for outline in outlines), initial=_BEFORE_HEAD + len(head))
    by_path = {outline.path: offset for outline, offset in zip(outlines, offsets, strict=False)}
    return KeptOutlines(file, outlines, by_path)


class Outlines:
    """The pages of a plan, in outline and as a whole: remembered ones where they are of the very same plan and code.

    `last` are those of the build before in this process; whether their file is still the same is seen by its digests.
    """

    def __init__(self, plan: Plan, state: Path, code: bytes, last: Outlines | None = None) -> None:
        self._renewed: dict[str, bytes] = {}
        self.plan = plan
        self.key = key = key_of(plan, code)
        self.all: tuple[Outline, ...]
        is_like_last = last is not None and last.key == key and last.kept is not None
        self.kept: KeptOutlines | None = last.kept if last and is_like_last else read_kept(state, key)
        if self.kept is None:
            self.all = plan.outlines
            _write(state / _NAME, key, msgspec.msgpack.encode(self.all), b"".join(plan.surroundings.values()))
        else:
            self.all = self.kept.all

    def pages(self, paths: set[str]) -> list[Page]:
        """Return the pages at some paths with all that they may see, in the order of the plan."""
        wanted = [outline for outline in self.all if outline.path in paths]
        if self.kept is None:
            return [self.plan.page(outline, self._renewed.get(outline.path)) for outline in wanted]
        try:
            with self.kept.file.open("rb") as file:
                return [self.plan.page(outline, self._around(outline, self.kept, file.fileno())) for outline in wanted]
        except OSError:
            return [self.plan.page(outline) for outline in wanted]

    def _around(self, outline: Outline, kept: KeptOutlines, file: int) -> bytes | None:
        if outline.entry is None:
            return None
        return self._renewed.get(outline.path) or kept.around(outline, file)


class OutlinesAhead(Outlines):
    """The last outlines with the pages of some entries planned anew, by their files, to be shown before the whole site is planned.

    What else changed is not in them, and they are not kept.
    """

    def __init__(self, plan: Plan, last: Outlines, fresh: Iterable[str]) -> None:
        self.plan, self.key, self.kept = plan, b"", last.kept
        renewed = dict(map(plan.entry_outline, fresh))
        self._renewed = {outline.path: around for outline, around in renewed.items()}
        by_path = {outline.path: outline for outline in renewed}
        self.all = tuple([by_path.get(outline.path, outline) for outline in last.all])


def _write(file: Path, key: bytes, head: bytes, surroundings: bytes) -> None:
    # Without it the next build plans anew, and no harm is done.
    with suppress(OSError):
        write_kept(file, key + digest(head) + len(head).to_bytes(_LENGTH) + head, surroundings)
