"""Reads JSON front matter with the place of every value, which the standard library's decoder does not tell."""

from __future__ import annotations

import re
from json import JSONDecodeError, decoder

from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence
from journalgen.parse.frontmatter.pairs import distinct
from journalgen.parse.frontmatter.places import Places
from journalgen.problems import Level, Location, Problem, problem

DEEPEST = 100

_SPACE = re.compile(r"[ \t\n\r]*")
_BARE = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true\b|false\b|null\b")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class _TooDeep(Exception):  # noqa: N818 - not a fault of the program's
    """Brackets nest deeper than anyone writes; the index is that of the first that does."""

    def __init__(self, index: int) -> None:
        self.index = index


class _Reader:
    """Reads values by recursive descent, which `DEEPEST` bounds; `top` holds the pairs that were completely read."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.places = Places(text, path, first_line)
        self.problems: list[Problem] = []
        self.top: list[tuple[Scalar, Node]] = []

    def document(self) -> Node | None:
        """Return the only value of the text, or None if there is none."""
        at = self._after_space(0)
        if at == len(self.text):
            return None
        node, at = self._value(at, 1)
        at = self._after_space(at)
        if at < len(self.text):
            raise JSONDecodeError("Extra data", self.text, at)
        return node

    def _value(self, at: int, depth: int) -> tuple[Node, int]:
        start = self.text[at : at + 1]
        if start == '"':
            return self._string(at)
        if start in ("{", "["):
            if depth > DEEPEST:
                raise _TooDeep(at)
            return self._mapping(at, depth) if start == "{" else self._sequence(at, depth)
        bare = _BARE.match(self.text, at)
        if bare is None:
            raise JSONDecodeError("Expecting value", self.text, at)
        text = bare.group()
        return Scalar("" if text == "null" else text, True, *self.places.of(at)), bare.end()

    def _string(self, at: int) -> tuple[Scalar, int]:
        text, end = decoder.scanstring(self.text, at + 1, True)  # type: ignore[attr-defined]  # not in typeshed
        if _LONE_SURROGATE.search(text):
            raise JSONDecodeError("Half of a surrogate pair", self.text, at)
        return Scalar(text, False, *self.places.of(at)), end

    def _mapping(self, start: int, depth: int) -> tuple[Mapping, int]:
        pairs = self.top if depth == 1 else []
        at = self._after_space(start + 1)
        if self.text[at : at + 1] == "}":
            return Mapping((), *self.places.of(start)), at + 1
        while True:
            if self.text[at : at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", self.text, at)
            key, at = self._string(at)
            at = self._after_space(at)
            if self.text[at : at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", self.text, at)
            value, at = self._value(self._after_space(at + 1), depth + 1)
            at = self._after_space(at)
            if self.text[at : at + 1] in ("", ",", "}"):  # else more of the value may follow, as in 01
                pairs.append((key, value))
            if self.text[at : at + 1] == "}":
                return Mapping(distinct(pairs, self.path, self.problems), *self.places.of(start)), at + 1
            at = self._after_comma(at)

    def _sequence(self, start: int, depth: int) -> tuple[Sequence, int]:
        items: list[Node] = []
        at = self._after_space(start + 1)
        if self.text[at : at + 1] == "]":
            return Sequence((), *self.places.of(start)), at + 1
        while True:
            item, at = self._value(at, depth + 1)
            items.append(item)
            at = self._after_space(at)
            if self.text[at : at + 1] == "]":
                return Sequence(tuple(items), *self.places.of(start)), at + 1
            at = self._after_comma(at)

    def _after_comma(self, at: int) -> int:
        if self.text[at : at + 1] != ",":
            raise JSONDecodeError("Expecting ',' delimiter", self.text, at)
        return self._after_space(at + 1)

    def _after_space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at


def read_json(text: str, path: str, first_line: int = 1) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Return the mapping that the JSON holds, and what is wrong with it.

    `first_line` is the line of the file on which the text starts. With an error the mapping holds the top-level pairs
    that were complete before it, or is None where there were none.
    """
    reader = _Reader(text, path, first_line)
    try:
        top = reader.document()
    except JSONDecodeError as error:
        stop = reader.places.error(error.pos, "json-syntax", message=error.msg)
    except _TooDeep as error:
        stop = reader.places.error(error.index, "json-too-deep", limit=DEEPEST)
    else:
        if top is None:
            return Mapping((), first_line, 1), ()
        if isinstance(top, Mapping):
            return top, tuple(reader.problems)
        where = Location(path, top.line, top.column)
        got = "list" if isinstance(top, Sequence) else "text"
        return None, (problem(where, Level.ERROR, "frontmatter-not-mapping", got=got),)
    pairs = distinct(reader.top, path, reader.problems)
    start = reader.places.of(len(text) - len(text.lstrip()))
    return (Mapping(pairs, *start) if pairs else None), (*reader.problems, stop)
