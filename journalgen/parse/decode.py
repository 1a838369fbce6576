"""Bytes of a file into text, and what stands in the way of it."""

from __future__ import annotations

import codecs

from journalgen.problems import Level, Location, Problem, problem

# Markdown takes about 2 s for a text of this size, and nobody has typed it; more is shown as plain text, from the start.
LARGEST = 2_000_000
SHOWN_OF_LARGE = 200_000

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file and what was wrong with its bytes, each at the line and column of the first bad one.

    UTF-8 with or without a mark, UTF-16 with one. Bytes that are no UTF-8 are read as Windows-1252, which most old diaries
    are in, so that the text can be read; a binary file has no text.
    """
    if data.startswith(_UTF16):
        text = data.decode("utf-16", errors="replace")
        return text, (problem(Location(path, 1, 1), Level.WARNING, "utf-16"),)
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        return "", (problem(_location(path, data, data.index(b"\0")), Level.ERROR, "binary"),)
    try:
        # Of an enormous file only the first part is read, which may end within a letter.
        return codecs.utf_8_decode(data, "strict", len(data) <= LARGEST)[0], ()
    except UnicodeDecodeError as error:
        where = _location(path, data, error.start)
        got = f"0x{data[error.start]:02x}"
    return data.decode("cp1252", errors="replace"), (problem(where, Level.ERROR, "not-utf-8", got=got),)


def _location(path: str, data: bytes, offset: int) -> Location:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", errors="replace")) + 1
    return Location(path, before.count(b"\n") + 1, column)
