"""Which names stand beside which: for each name, those that its entries name most often too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from journalgen.analysis.terms import Term

# Twice may be chance, but once is no company at all.
_FEWEST = 2
_OF_A_KIND = 5
# What a hundred other names outdo is nothing to point to, of whatever kind.
_LOOKED_AT = 100


class Companies:
    """Knows the names of each entry, and so what goes along with what.

    `terms` may be companions, and `uses` are the numbers of the entries that use each of them, as far as these are to count.
    All entries are `entries` in number.
    """

    def __init__(self, terms: Sequence[Term], uses: Sequence[Sequence[int]], entries: int) -> None:
        self._terms = terms
        # By the entry's number, the numbers of its names: nothing is counted faster.
        self._names: list[list[int]] = [[] for _ in range(entries)]
        for number, used in enumerate(uses):
            for entry in used:
                self._names[entry].append(number)

    def of(self, term: Term, entries: Sequence[int]) -> dict[str, list[tuple[Term, int]]]:
        """Return by kind the names that stand beside one in its entries most often, with how often, most often first.

        What a nested tag lies in, and what lies in it, is no companion.
        """
        if len(entries) < _FEWEST:
            return {}
        names, many = self._names, len(self._terms)
        together = Counter(chain.from_iterable([names[entry] for entry in entries]))
        # Count and number in one, so that the most frequent come first, and of two alike the earlier.
        often = sorted([number - count * many for number, count in together.items() if count >= _FEWEST])
        found: dict[str, list[tuple[Term, int]]] = {}
        for each in often[:_LOOKED_AT]:
            count, number = divmod(each, many)
            other = self._terms[number]
            of_kind = found.setdefault(other.kind, [])
            if len(of_kind) < _OF_A_KIND and not _nested(term, other):
                of_kind.append((other, -count))
        return {kind: of_kind for kind, of_kind in found.items() if of_kind}


def _nested(one: Term, other: Term) -> bool:
    """Return whether a name is another one itself, or a tag within it or around it."""
    if one.kind != other.kind:
        return False
    return one.key == other.key or (
        one.kind == "tags" and (one.key.startswith(f"{other.key}/") or other.key.startswith(f"{one.key}/"))
    )
