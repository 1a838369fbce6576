"""A value that is remembered from build to build, in a file of the state folder, under the digest of all it depends on.

Anything but a whole file of this very key is no memory. MessagePack, with every value checked for its type when it is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from journalgen.build.kept import write_kept

_Value = TypeVar("_Value")
_KEY = 16
_CHECKSUM = 16


class Memory(Generic[_Value]):
    """Remembers one value of a type in a file; only the owner may read it."""

    def __init__(self, file: Path, kind: type[_Value]) -> None:
        self._file = file
        self._decoder = msgspec.msgpack.Decoder(kind)

    def value(self, key: bytes, make: Callable[[], _Value]) -> _Value:
        """Return the value that is remembered under a key of any length, else make it and remember it in place of the last."""
        found = self.remembered(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def remembered(self, key: bytes) -> _Value | None:
        """Return the value that is remembered under a key of any length, or None where there is none."""
        key = _short(key)
        try:
            data = self._file.read_bytes()
            if data[:_KEY] == key and _checksum(data[_KEY + _CHECKSUM :]) == data[_KEY : _KEY + _CHECKSUM]:
                return self._decoder.decode(data[_KEY + _CHECKSUM :])
        except (OSError, ValueError):
            pass
        return None

    def keep(self, key: bytes, value: _Value) -> None:
        """Remember a value under a key of any length, in place of the last."""
        body = msgspec.msgpack.encode(value)
        # Without it the next build makes the value anew, and no harm is done.
        with suppress(OSError):
            write_kept(self._file, _short(key), _checksum(body), body)


def _short(key: bytes) -> bytes:
    return hashlib.blake2b(key, digest_size=_KEY).digest()


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_CHECKSUM).digest()
