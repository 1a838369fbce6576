"""The outlines of the last plan, remembered: a plan is a pure function, and most edits change nothing that it depends on.

Kept in the state folder under the plan's own key, with a checksum; anything but a whole file of this version is no memory.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from journalgen.plan.site import Plan
from journalgen.plan.views import Outline

_NAME = "cache-outlines"
_KEY = 16
_CHECKSUM = 16
_decoder = msgspec.msgpack.Decoder(tuple[Outline, ...])


def outlines_of(plan: Plan, state: Path, code: bytes) -> tuple[Outline, ...]:
    """Return the outlines of a plan, remembered ones where they are of the very same plan by the very same code."""
    key = hashlib.blake2b(plan.key + code, digest_size=_KEY).digest()
    file = state / _NAME
    known = _read(file, key)
    if known is not None:
        return known
    outlines = plan.outlines
    _write(file, key, msgspec.msgpack.encode(outlines))
    return outlines


def _read(file: Path, key: bytes) -> tuple[Outline, ...] | None:
    try:
        data = file.read_bytes()
        if data[:_KEY] != key or _checksum(data[_KEY + _CHECKSUM :]) != data[_KEY : _KEY + _CHECKSUM]:
            return None
        return _decoder.decode(data[_KEY + _CHECKSUM :])
    except (OSError, ValueError):
        return None


def _write(file: Path, key: bytes, body: bytes) -> None:
    beside = file.with_name(f"{_NAME}-{os.getpid()}")
    # Without it the next build plans anew, and no harm is done.
    with suppress(OSError):
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(key + _checksum(body) + body)
        beside.replace(file)


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_CHECKSUM).digest()
