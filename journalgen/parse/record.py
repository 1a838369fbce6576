"""An `Entry` as bytes, and back: the form in which it crosses processes and waits in the cache.

MessagePack, with every value checked for its type when it is read. The cache is thrown away when the code changes, so the
form needs no version of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from journalgen.model.entry import Entry

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Entry)


def encode(entry: Entry) -> bytes:
    """Return the entry as bytes."""
    return _encoder.encode(entry)


def decode(data: bytes) -> Entry:
    """Return the entry that `encode` wrote; raises `ValueError` for anything else."""
    return _decoder.decode(data)


def decode_all(rows: Iterable[bytes]) -> list[Entry]:
    """Return the entries of many rows."""
    return list(map(_decoder.decode, rows))
