"""What links to an entry or a day: which entries, newest first, and the sentences in which they do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from journalgen.model.entry import Entry, Sentence
from journalgen.plan.entries import closed_link
from journalgen.plan.graph import LinkGraph
from journalgen.plan.views import Backlink, Link

_SENTENCES = 2


class Backlinks:
    """Knows the links of a journal by what they lead to. An entry's links to itself or to its own day are none."""

    def __init__(
        self,
        graph: LinkGraph,
        entries: Mapping[str, Entry],
        positions: Mapping[str, int],
        link: Callable[[Entry], Link],
        is_offered: Callable[[Entry], bool],
    ) -> None:
        self._link = link
        self._is_offered = is_offered
        self._entries = entries
        # Dated entries have a position; those without a day come last, in order of their paths.
        self._positions = positions
        self._found: dict[str | dt.date, dict[str, list[int]]] = {}
        for text in graph.texts:
            source = entries.get(text.path)
            if source is None:
                continue
            for index, target in enumerate(text.targets):
                means = (target.entry or target.day) if target else None
                if means is not None and means not in (text.path, source.day):
                    self._found.setdefault(means, {}).setdefault(text.path, []).append(index)

    def of(self, path: str) -> tuple[Backlink, ...]:
        """Return what links to the entry at a path."""
        return self._of(path)

    def of_day(self, day: dt.date) -> tuple[Backlink, ...]:
        """Return what links to a day that has several entries."""
        return self._of(day)

    def _of(self, means: str | dt.date) -> tuple[Backlink, ...]:
        found = self._found.get(means)
        if not found:
            return ()
        newest_first = sorted(found, key=lambda path: (-self._positions.get(path, -1), path))
        return tuple([self._backlink(self._entries[path], found[path]) for path in newest_first])

    def _backlink(self, source: Entry, indices: list[int]) -> Backlink:
        link = self._link(source)
        if not self._is_offered(source):
            return Backlink(closed_link(source, link.address), (), closed=True)
        return Backlink(link, _sentences(source, indices), closed=False)


def _sentences(source: Entry, indices: list[int]) -> tuple[Sentence, ...]:
    """Return the sentences around some links of an entry, each once; a link that stands alone has nothing to show."""
    found: dict[str, Sentence] = {}
    for index in indices:
        link = source.links[index]
        sentence = link.sentence if link.form != "embed" else None
        if sentence and any(sign.isalnum() for sign in sentence.before + sentence.after):
            found.setdefault(sentence.before + sentence.words + sentence.after, sentence)
    return tuple(found.values())[:_SENTENCES]
