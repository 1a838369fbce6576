"""Finds the place of every key and value in TOML that is known to be valid."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TypeAlias

from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence
from journalgen.parse.frontmatter.pairs import distinct
from journalgen.parse.frontmatter.places import Places
from journalgen.problems import Problem

DEEPEST = 100

_BLANK = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\n]+|\#[^\n]*)*")
_STRING = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3,5}(?!\")|'{3}.*?'{3,5}(?!')|"(?:\\.|[^"\\])*"|'[^']*'""",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# A space may stand between a date and its time, and nowhere else within a value.
_BARE = re.compile(r"\d{4}-\d\d-\d\d[ ]\d\d:[^\s,\]}#]*|[^\s,\]}#]+")


class TooDeep(Exception):  # noqa: N818 - not a fault of the program's
    """Values nest deeper than anyone writes; the index is that of the first that does."""

    def __init__(self, index: int) -> None:
        self.index = index


@dataclass(slots=True)
class _Table:
    """A table that further statements may add to."""

    place: tuple[int, int]
    entries: dict[str, tuple[Scalar, _Value]] = field(default_factory=dict)


@dataclass(slots=True)
class _Tables:
    """An array of tables, to which each `[[name]]` adds one."""

    place: tuple[int, int]
    tables: list[_Table] = field(default_factory=list)


_Value: TypeAlias = Node | _Table | _Tables


class _Scanner:
    """Reads statement by statement; what is valid TOML leaves it few choices."""

    def __init__(self, text: str, path: str, places: Places) -> None:
        self.text = text
        self.path = path
        self.places = places
        self.problems: list[Problem] = []

    def document(self) -> Mapping:
        """Return the table that the whole text is."""
        root = current = _Table(self.places.of(0))
        at, depth = self._gap(0), 0
        while at < len(self.text):
            if self.text[at] == "[":
                current, depth, at = self._header(root, at)
            else:
                at = self._statement(current, at, depth)
            at = self._gap(at)
        return self._mapping(root)

    def _header(self, root: _Table, at: int) -> tuple[_Table, int, int]:
        double = self.text.startswith("[[", at)
        keys, end = self._keys(at + 1 + double)
        self._check(len(keys), at)
        parent = self._descend(root, keys[:-1])
        name, place = keys[-1], self.places.of(at)
        if double:
            _, tables = parent.entries.setdefault(name.text, (name, _Tables(place)))
            if isinstance(tables, _Tables):
                tables.tables.append(_Table(place))
        return self._descend(parent, keys[-1:], place), len(keys), end + 1 + double

    def _statement(self, table: _Table, at: int, depth: int) -> int:
        keys, end = self._keys(at)
        self._check(depth + len(keys), at)
        value, end = self._value(self._blank(end + 1), depth + len(keys))
        self._descend(table, keys[:-1]).entries[keys[-1].text] = (keys[-1], value)
        return end

    def _descend(self, table: _Table, keys: list[Scalar], place: tuple[int, int] | None = None) -> _Table:
        """Return the table that the keys lead to; one that is not there yet stands where its key does."""
        for key in keys:
            new = _Table(place or (key.line, key.column))
            _, value = table.entries.setdefault(key.text, (key, new))
            if isinstance(value, _Tables):
                value = value.tables[-1]
            if isinstance(value, _Table):
                table = value
        return table

    def _keys(self, at: int) -> tuple[list[Scalar], int]:
        """Return the parts of a dotted key, and the index of what follows it."""
        keys: list[Scalar] = []
        while True:
            at = self._blank(at)
            bare = _BARE_KEY.match(self.text, at)
            if bare:
                keys.append(Scalar(bare.group(), True, *self.places.of(at)))
                at = bare.end()
            else:
                key, at = self._string(at)
                keys.append(key)
            at = self._blank(at)
            if self.text[at] != ".":
                return keys, at
            at += 1

    def _value(self, at: int, depth: int) -> tuple[Node, int]:
        start = self.text[at]
        if start in "\"'":
            return self._string(at)
        if start == "[":
            self._check(depth + 1, at)
            return self._sequence(at, depth + 1)
        if start == "{":
            self._check(depth + 1, at)
            return self._inline(at, depth + 1)
        bare = _BARE.match(self.text, at)
        text = bare.group() if bare else ""
        return Scalar(text, True, *self.places.of(at)), at + len(text)

    def _sequence(self, start: int, depth: int) -> tuple[Sequence, int]:
        items: list[Node] = []
        at = self._gap(start + 1)
        while self.text[at] != "]":
            item, at = self._value(at, depth)
            items.append(item)
            at = self._gap(at)
            if self.text[at] == ",":
                at = self._gap(at + 1)
        return Sequence(tuple(items), *self.places.of(start)), at + 1

    def _inline(self, start: int, depth: int) -> tuple[Mapping, int]:
        # TOML 1.1 lets an inline table hold newlines, comments and a last comma; only tomllib decides whether they may.
        table = _Table(self.places.of(start))
        at = self._gap(start + 1)
        while self.text[at] != "}":
            at = self._gap(self._statement(table, at, depth))
            if self.text[at] == ",":
                at = self._gap(at + 1)
        return self._mapping(table), at + 1

    def _string(self, at: int) -> tuple[Scalar, int]:
        found = _STRING.match(self.text, at)
        written = found.group() if found else ""
        if "\\" in written and written.startswith('"'):
            text = str(tomllib.loads(f"text = {written}")["text"])
        elif written.startswith(('"""', "'''")):
            text = written[3:-3].removeprefix("\n")
        else:
            text = written[1:-1]
        return Scalar(text, False, *self.places.of(at)), at + len(written)

    def _mapping(self, table: _Table) -> Mapping:
        pairs = [(key, self._node(value)) for key, value in table.entries.values()]
        return Mapping(distinct(pairs, self.path, self.problems), *table.place)

    def _node(self, value: _Value) -> Node:
        if isinstance(value, _Table):
            return self._mapping(value)
        if isinstance(value, _Tables):
            return Sequence(tuple(self._mapping(each) for each in value.tables), *value.place)
        return value

    def _check(self, depth: int, at: int) -> None:
        if depth > DEEPEST:
            raise TooDeep(at)

    def _blank(self, at: int) -> int:
        blank = _BLANK.match(self.text, at)
        return blank.end() if blank else at

    def _gap(self, at: int) -> int:
        gap = _GAP.match(self.text, at)
        return gap.end() if gap else at


def locate(text: str, path: str, places: Places) -> tuple[Mapping, tuple[Problem, ...]]:
    """Return the table that a valid TOML document is, and a problem for each key that only looks different.

    Raises `TooDeep` where it nests deeper than `DEEPEST`.
    """
    scanner = _Scanner(text, path, places)
    table = scanner.document()
    return table, tuple(scanner.problems)
