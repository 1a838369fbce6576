"""Builds the tree of YAML front matter from a parser's events, within bounds of depth and size."""

from __future__ import annotations

from msgspec import Struct, field
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, normal_key
from journalgen.parse.frontmatter.pairs import distinct
from journalgen.parse.frontmatter.places import Places
from journalgen.problems import Level, Location, Problem, problem

DEEPEST = 100
MOST_NODES = 10_000

_STRING_TAGS = frozenset({"!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:binary"})


class Stop(Exception):  # noqa: N818 - not a fault of the program's: it carries what the writer is told
    """Reading ends here, for the reason that it holds."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Open(Struct):
    """A list or mapping whose end has not been read; `nodes` are the items, or keys and values in turn."""

    is_mapping: bool
    anchor: str | None
    line: int
    column: int
    size_before: int
    height: int = 0
    nodes: list[Node] = field(default_factory=list)


class _Anchored(Struct, frozen=True):
    """A node that an alias may stand for, with its size when written out and how deep it nests."""

    node: Node
    size: int
    height: int


class Tree:
    """Grows by one event after another, and can tell at any time what is complete.

    `places` is given where YAML counts lines otherwise than editors do; without it the parser's own marks serve.
    """

    def __init__(self, path: str, first_line: int, places: Places | None) -> None:
        self._path = path
        self._first_line = first_line
        self._places = places
        self._open: list[_Open] = []
        self._anchors: dict[str | None, _Anchored | None] = {}
        self._size = 0
        self.top: Node | None = None
        self.problems: list[Problem] = []

    def take(self, event: Event) -> None:
        """Add what the event tells; raises `Stop` where the tree would become too deep or too large."""
        if isinstance(event, ScalarEvent):
            self._grow(event, 1)
            node = Scalar(event.value, _is_plain(event), *self._place(event))
            if event.anchor:
                self._anchors[event.anchor] = _Anchored(node, 1, 0)
            self._add(node, 0)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            if len(self._open) >= DEEPEST:
                raise Stop(self.error(event, "yaml-too-deep", limit=DEEPEST))
            if event.anchor:
                self._anchors[event.anchor] = None
            opened = _Open(isinstance(event, MappingStartEvent), event.anchor, *self._place(event), self._size)
            self._open.append(opened)
            self._grow(event, 1)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._close(self._open.pop())
        elif isinstance(event, AliasEvent):
            self._alias(event)

    @property
    def column(self) -> int:
        """Return the column of the top level while its end has not been read, else 1."""
        return self._open[0].column if self._open else 1

    def complete(self, before: int | None = None) -> Node | None:
        """Return the top level, or if events broke off inside a mapping, that with the pairs that were complete.

        Those stand before the line `before`: in `title: Rain: again` the parser tells of `Rain` before it stumbles.
        """
        top = self.top
        if self._open and self._open[0].is_mapping:
            broken_off = self._open[0]
            pairs = tuple(pair for pair in self._pairs(broken_off) if before is None or pair[0].line < before)
            top = Mapping(pairs, broken_off.line, broken_off.column)
        return _merged(top) if isinstance(top, Mapping) else top

    def error(self, event: Event, code: str, **parameters: object) -> Problem:
        """Return an error where the event starts."""
        return problem(Location(self._path, *self._place(event)), Level.ERROR, code, **parameters)

    def _close(self, ended: _Open) -> None:
        node: Node
        if ended.is_mapping:
            node = Mapping(self._pairs(ended), ended.line, ended.column)
        else:
            node = Sequence(tuple(ended.nodes), ended.line, ended.column)
        if ended.anchor:
            self._anchors[ended.anchor] = _Anchored(node, self._size - ended.size_before, ended.height + 1)
        self._add(node, ended.height + 1)

    def _alias(self, event: AliasEvent) -> None:
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            # Unknown, or inside the very thing that it names. `*` is often meant as text, and is kept as such.
            self.problems.append(self.error(event, "yaml-bad-alias", name=event.anchor))
            anchored = _Anchored(Scalar(f"*{event.anchor}", False, *self._place(event)), 1, 0)
        self._grow(event, anchored.size)
        if len(self._open) + anchored.height > DEEPEST:
            raise Stop(self.error(event, "yaml-too-deep", limit=DEEPEST))
        self._add(anchored.node, anchored.height)

    def _add(self, node: Node, height: int) -> None:
        if not self._open:
            self.top = node
            return
        parent = self._open[-1]
        parent.nodes.append(node)
        parent.height = max(parent.height, height)

    def _grow(self, event: Event, nodes: int) -> None:
        self._size += nodes
        if self._size > MOST_NODES:
            raise Stop(self.error(event, "yaml-too-large", limit=MOST_NODES))

    def _pairs(self, ended: _Open) -> tuple[tuple[Scalar, Node], ...]:
        pairs: list[tuple[Scalar, Node]] = []
        # Where events broke off, a key may be without its value: zip leaves it.
        for key, value in zip(ended.nodes[::2], ended.nodes[1::2], strict=False):
            if isinstance(key, Scalar):
                pairs.append((key, value))
            else:
                where = Location(self._path, key.line, key.column)
                self.problems.append(problem(where, Level.WARNING, "yaml-key"))
        return distinct(pairs, self._path, self.problems)

    def _place(self, event: Event) -> tuple[int, int]:
        mark = event.start_mark
        if mark is None:
            return self._first_line, 1
        if self._places:
            return self._places.of(mark.index)
        return self._first_line + mark.line, mark.column + 1


def _is_plain(event: ScalarEvent) -> bool:
    """Return whether a scalar may be other than text: unquoted, and not said by a tag to be text."""
    if event.tag is None:
        return event.implicit[0]
    return not event.style and event.tag not in _STRING_TAGS


def _merged(mapping: Mapping) -> Mapping:
    """Return the mapping with the pairs of a `<<: *name` in the place of that pair; the mapping's own win."""
    if not any(key.text == "<<" for key, _ in mapping.items):
        return mapping
    own = {normal_key(key.text) for key, _ in mapping.items}
    pairs: list[tuple[Scalar, Node]] = []
    for key, value in mapping.items:
        if key.text == "<<" and key.plain and isinstance(value, Mapping):
            pairs += [pair for pair in value.items if normal_key(pair[0].text) not in own]
        else:
            pairs.append((key, value))
    return Mapping(tuple(pairs), mapping.line, mapping.column)
