"""The digest of a view: one that changes whenever anything that the page may show changes.

Digests are composed: a value that carries its own `digest` (an entry, a row, a link) stands for itself, all else is
written out by its type, so that no two different values are written alike. Such a digest is sixteen bytes long, or of any
length and marked at its end, where the text that it holds cannot hold the mark.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter

from msgspec import Struct

from journalgen.digests import digest

_Write = Callable[[object], bytes]


def digest_of(value: object) -> bytes:
    """Return the 16-byte digest of a frozen value: of structs, dataclasses, tuples and plain values only."""
    return digest(_encode(value))


def digest_of_texts(*parts: str) -> bytes:
    """Return the 16-byte digest of some texts: `digest_of` for what is made by the ten thousand."""
    lengths = " ".join([str(len(part)) for part in parts])
    return digest(f"{lengths}:{''.join(parts)}".encode())


def _encode(value: object) -> bytes:
    return _WRITERS[type(value)](value)


def _fields(kind: type) -> tuple[str, ...]:
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    raise TypeError(f"cannot take a digest of {kind.__name__}")


def _text(value: object) -> bytes:
    data = str(value).encode()
    return b"s%d:%b" % (len(data), data)


def _tuple(value: object) -> bytes:
    if not isinstance(value, tuple):
        raise TypeError(f"cannot take a digest of {type(value).__name__}")
    kinds = set(map(type, value))
    if len(kinds) == 1:
        write = _WRITERS[kinds.pop()]
        return b"%d(%b)" % (len(value), b"".join(map(write, value)))
    return b"(%b)" % b"".join([_WRITERS[type(item)](item) for item in value])


def _plain(value: object) -> bytes:
    return repr(value).encode() + b";"


class _Writers(dict[type, _Write]):
    """How to write each type, made when the first of it is met."""

    def __missing__(self, kind: type) -> _Write:
        made = self[kind] = _make_writer(kind)
        return made


_WRITERS = _Writers()


def _make_writer(kind: type) -> _Write:  # noqa: PLR0911 -- one for each kind of type
    if kind is tuple:
        return _tuple
    if issubclass(kind, (str, enum.Enum)):
        return _text
    if kind in (int, float, bool, type(None), dt.date, dt.time):
        return _plain
    if kind is bytes:
        return lambda value: b"b%b" % value if isinstance(value, bytes) and len(value) == 16 else _text(value)
    names = _fields(kind)
    name = kind.__name__.encode()
    if "digest" in names:
        # Sixteen bytes long, or marked at their end: two of them joined are no other two.
        get_digest: _Write = attrgetter("digest")
        return get_digest
    if len(names) == 1:
        get_one = attrgetter(names[0])
        return lambda value: name + b"{" + _encode(get_one(value)) + b"}"
    get_all = attrgetter(*names)
    return lambda value: name + b"{" + _tuple(get_all(value)) + b"}"
