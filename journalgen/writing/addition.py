"""What is put behind an entry: a heading with the time and the words under it, in the entry's own encoding and line ends."""

from __future__ import annotations

import codecs
import datetime as dt
import re

from msgspec import Struct

from journalgen.markdown.slugs import slug
from journalgen.model.entry import Entry
from journalgen.parse.decode import LARGEST
from journalgen.parse.entry import EntryParser
from journalgen.parse.frontmatter.nodes import normal_key
from journalgen.parse.frontmatter.split import read_front_matter

_TIME_HEADING = re.compile(r"^(#{1,6})[ \t]+\d{1,2}[:.]\d{2}\b", re.MULTILINE)
_LINE_END = re.compile("\r\n|\r|\n")
_DEFAULT_LEVEL = 2
# Of these an entry has one each; of all others that are no metric it can have several, which add up.
_ONE_EACH = ("prompt", "thread", "goal", "weather", "location", "lang", "exercise")
_FLAGS = ("title", "date", "time", "starred", "private", "draft", "resurface", "open_on")


class Addition(Struct, frozen=True):
    """A few words, when they were written, perhaps a title for them, and fields with what was typed for each."""

    time: dt.time
    text: str = ""
    title: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


def behind(data: bytes, path: str, added: Addition, parser: EntryParser) -> bytes | None:
    """Return the bytes to put behind an entry's, or None where they would not be read there as they were meant.

    The heading is as deep as the last one in the entry that is a time, else of the second level. None it is where the file
    is no text or too large to be shown whole, where its encoding has not all of the letters, where it already says what a
    field says (of two moods one would not count), where its end leaves something open, such as a block of code, that
    would swallow the heading, and where the text brings front matter of its own.
    """
    coding = _coding(data)
    if coding is None or read_front_matter(added.text, "").mapping is not None:
        return None
    written = data.decode(coding)
    before = parser.parse(path, data).entry
    if not all(_is_free(before, normal_key(name)) for name, _ in added.fields):
        return None
    found = _LINE_END.search(written)
    text = "\n" * (2 - _ends(written)) + _section(written, added)
    try:
        more = text.replace("\n", found[0] if found else "\n").encode(coding)
    except UnicodeEncodeError:
        return None
    after = parser.parse(path, data + more).entry
    is_read = _named(after, added) > _named(before, added) and after.words >= before.words
    return more if is_read and len(data) + len(more) <= LARGEST else None


def _named(entry: Entry, added: Addition) -> int:
    """Return how many headings of an entry are called as the new one is."""
    name = slug(_heading(added))
    return sum(each == name or each.startswith(f"{name}-") for each in entry.headings)


def _heading(added: Addition) -> str:
    return f"{added.time:%H:%M}" + (f" {' '.join(added.title.split())}" if added.title else "")


def _section(written: str, added: Addition) -> str:
    levels = _TIME_HEADING.findall(written)
    heading = f"{levels[-1] if levels else '#' * _DEFAULT_LEVEL} {_heading(added)}"
    fields = "\n".join(f"{name}:: {' '.join(value.split())}" for name, value in added.fields)
    text = _LINE_END.sub("\n", added.text).strip("\n")
    return "\n\n".join(part for part in (heading, fields, text) if part) + "\n"


def _ends(written: str) -> int:
    """Return how many line ends a text has at its end, at most two; an empty one needs none."""
    if not written:
        return 2
    trimmed = _LINE_END.sub("\n", written[-4:])
    return min(2, len(trimmed) - len(trimmed.rstrip("\n")))


def _coding(data: bytes) -> str | None:
    """Return how a file's letters are written, as `decode` reads them; None where it is no text that can be added to.

    Behind a text that is read as Windows-1252 for want of anything better nobody knows what belongs.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        coding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    elif b"\0" in data:
        return None
    else:
        coding = "utf-8"
    try:
        data.decode(coding)
    except UnicodeDecodeError:
        return None
    return coding


def _is_free(entry: Entry, name: str) -> bool:
    """Return whether an entry does not say yet what a field would say."""
    if name in _FLAGS:
        return False
    if name in _ONE_EACH:
        return getattr(entry, name) is None
    return all(measure.metric != name for measure in entry.measures) and all(
        normal_key(field.name) != name for field in entry.fields
    )
