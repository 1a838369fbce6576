"""A part of what is searched into the bytes of its file: a script that any browser loads, also from a double-clicked file.

The entries stand in it as JSON within one JavaScript string, since `JSON.parse` reads a string several times as fast as
the browser reads a literal.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from journalgen.plan.search import Found

# By which the file is known for ours where the manifest is lost; see `journalgen.output.ownership`.
MARK = b"// Made by journalgen."
_BEGIN = MARK + b'\n"use strict";\njournalgen.shard(\''
_END = b"');\n"
_encoder = msgspec.json.Encoder()
# What would end the string, the line or, in other hands, the element that holds the script.
_ESCAPES = (
    (b"\\", b"\\\\"), (b"'", b"\\'"), (b"<", b"\\x3c"), ("\u2028".encode(), b"\\u2028"), ("\u2029".encode(), b"\\u2029"),
)  # fmt: skip


def shard(found: Iterable[Found]) -> bytes:
    """Return the file that hands these entries to the page that searches."""
    found = tuple(found)
    try:
        data = _encoder.encode(found)
    except UnicodeEncodeError:
        # Half a surrogate pair, from a file name that is no text, is no character.
        data = _encoder.encode(msgspec.convert(_whole(msgspec.to_builtins(found)), tuple[Found, ...], strict=False))
    for character, escape in _ESCAPES:
        data = data.replace(character, escape)
    return _BEGIN + data + _END


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, (list, tuple)):
        return [_whole(each) for each in value]
    if isinstance(value, dict):
        return {key: _whole(each) for key, each in value.items()}
    return value
