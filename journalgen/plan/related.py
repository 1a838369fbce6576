"""Entries that have something in common: names, a thread, or another entry that both link to; rare ones count for more.

How much a name counts depends only on the power of two that its number of entries reaches, so that a new entry seldom
changes what is related to the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from journalgen.analysis.terms import Term
from journalgen.model.entry import Entry
from journalgen.plan.graph import LinkGraph
from journalgen.plan.views import Link, Related

_KINDS = ("people", "places", "tags", "emotions")
# A feeling alone relates nothing: its own page lists where it was felt, for those who want to see it. It only adds.
_ADDS = "emotions"
_MOST = 4
_NAMES = 3
# Two entries are related from this many points on: by one name that few others use, or by several that more do.
_FLOOR = 5
# A name of 2 or 3 entries has six points, of 4 to 7 five, and so on; one of 128 and more has none.
_HIGHEST = 8


class _Common(Struct, frozen=True, eq=False, gc=False):
    """Something that entries have in common: what it is, its points, and the positions of those that may be offered."""

    kind: str
    text: str
    points: int
    members: tuple[int, ...]


class RelatedEntries:
    """Finds what is related to an entry; `entries` are all of the journal in order, `terms` its names by kind."""

    def __init__(
        self,
        entries: Sequence[Entry],
        terms: Mapping[str, Iterable[Term]],
        graph: LinkGraph,
        link: Callable[[Entry], Link],
        is_offered: Callable[[Entry], bool],
    ) -> None:
        self._entries = entries
        self._link = link
        self._positions = {entry.path: position for position, entry in enumerate(entries)}
        self._offered = [is_offered(entry) for entry in entries]
        self._days = [entry.day.toordinal() if entry.day else 0 for entry in entries]
        self._leads_to = {
            text.path: {target.entry for target in text.targets if target and target.entry} for text in graph.texts
        }
        self._led_from: dict[str, list[str]] = {}
        for path, targets in self._leads_to.items():
            for target in targets:
                self._led_from.setdefault(target, []).append(path)
        self._common: list[list[_Common]] = [[] for _ in entries]
        for kind in _KINDS:
            for term in terms[kind]:
                self._share(kind, term.name, [self._positions[entry.path] for entry in term.entries])
        for thread, members in self._threads().items():
            self._share("thread", thread, members)
        for members in self._co_linked().values():
            self._share("link", "", members)

    def _threads(self) -> dict[str, list[int]]:
        found: dict[str, tuple[str, list[int]]] = {}
        for position, entry in enumerate(self._entries):
            if entry.thread:
                found.setdefault(entry.thread.casefold(), (entry.thread, []))[1].append(position)
        return dict(found.values())

    def _co_linked(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for path, targets in self._leads_to.items():
            if (position := self._positions.get(path)) is not None:
                for target in sorted(targets):
                    found.setdefault(target, []).append(position)
        return found

    def _share(self, kind: str, text: str, members: list[int]) -> None:
        """Note what some entries have in common, unless it says nothing: one has it alone, or very many have it."""
        if len(members) < 2:
            return
        offered = tuple([position for position in members if self._offered[position]])
        points = _HIGHEST - len(offered).bit_length()
        if offered and points > 0:
            common = _Common(kind, text, points, offered)
            for position in members:
                self._common[position].append(common)

    def of(self, entry: Entry, besides: Iterable[Entry | None]) -> tuple[Related, ...]:
        """Return what is related to an entry, most related first, of two alike the nearer in time.

        Left out are the entry itself, those that it links to or that link to it, and those `besides`, whose links the page
        has already.
        """
        position = self._positions[entry.path]
        common = self._common[position]
        if sum(each.points for each in common) < _FLOOR:
            return ()
        points: dict[int, int] = {}
        for each in common:
            if each.kind != _ADDS:
                count = each.points
                for other in each.members:
                    points[other] = points.get(other, 0) + count
        for each in common:
            if each.kind == _ADDS:
                for other in points.keys() & each.members:
                    points[other] += each.points
        points.pop(position, None)
        for path in (*(other.path for other in besides if other), *self._linked(entry.path)):
            points.pop(self._positions.get(path, position), None)
        day = self._days[position]
        days = self._days
        best = sorted([(-count, abs(days[other] - day), other) for other, count in points.items() if count >= _FLOOR])[
            :_MOST
        ]
        return tuple([self._related(common, other) for _, _, other in best])

    def _linked(self, path: str) -> Iterable[str]:
        return (*self._leads_to.get(path, ()), *self._led_from.get(path, ()))

    def _related(self, common: Sequence[_Common], other: int) -> Related:
        theirs = {id(each) for each in self._common[other]}
        shared = [each for each in common if id(each) in theirs]
        shared.sort(key=lambda each: -each.points)
        people = tuple([each.text for each in shared if each.kind == "people"])[:_NAMES]
        others = [each.text for each in shared if each.kind in ("places", "tags")]
        # A nested tag says its parent too.
        deepest = [text for text in others if not any(deeper.startswith(f"{text}/") for deeper in others)]
        names = tuple(dict.fromkeys(deepest))[: _NAMES - len(people)]
        thread = next((each.text for each in shared if each.kind == "thread"), None)
        link = self._link(self._entries[other])
        return Related(link, people, names, thread)
