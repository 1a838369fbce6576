"""The feelings that a journal names: words that mean nearly the same together, how often, when, and with which others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from journalgen.analysis.feelings.lexicon import Feeling, Lexicon
from journalgen.analysis.metrics.days import FEWEST_WITH_PRIVATE, spread_of
from journalgen.analysis.metrics.values import Spread
from journalgen.analysis.terms import Term
from journalgen.model.entry import Entry


class Named(Struct, frozen=True):
    """A feeling that the journal names: its words, the most used first, and the entries that use any of them.

    `feeling` is None of words that the lexicon does not have.
    """

    terms: tuple[Term, ...]
    entries: tuple[Entry, ...]
    feeling: Feeling | None

    @property
    def pleasant(self) -> float:
        """Return how pleasant it is, from -2 to 2; 0 where nobody says."""
        return (self.feeling.pleasant or 0) if self.feeling else 0


class Together(Struct, frozen=True):
    """Two feelings, by their place in a list, and how many entries name both."""

    one: int
    other: int
    entries: int


def named(terms: Iterable[Term], lexicon: Lexicon) -> tuple[Named, ...]:
    """Return the feelings of some terms, the most often named first."""
    groups: dict[str, list[Term]] = {}
    feelings: dict[str, Feeling | None] = {}
    for term in terms:
        feeling = lexicon.of(term.name) or lexicon.of(term.key)
        key = f"known {feeling.name}" if feeling else f"word {term.key}"
        groups.setdefault(key, []).append(term)
        feelings[key] = feeling
    found = []
    for key, of_group in groups.items():
        in_order = sorted(of_group, key=lambda term: (-len(term.entries), term.key))
        found.append(Named(tuple(in_order), _users(in_order), feelings[key]))
    return tuple(sorted(found, key=lambda each: (-len(each.entries), each.terms[0].key)))


def _users(terms: Sequence[Term]) -> tuple[Entry, ...]:
    if len(terms) == 1:
        return terms[0].entries
    return tuple({entry.path: entry for term in terms for entry in term.entries}.values())


def together(feelings: Sequence[Named], fewest: int) -> tuple[Together, ...]:
    """Return the pairs that at least so many entries name, the most often first."""
    users = [frozenset([entry.path for entry in each.entries]) for each in feelings]
    pairs = [
        Together(one, other, count)
        for one, other in combinations(range(len(users)), 2)
        if min(len(users[one]), len(users[other])) >= fewest and (count := len(users[one] & users[other])) >= fewest
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.entries, pair.one, pair.other)))


def mood_with(entries: Iterable[Entry]) -> Spread:
    """Return the moods of the entries that have one."""
    moods = [(mood.value, entry.private) for entry in entries if (mood := entry.mood)]
    if len(moods) >= FEWEST_WITH_PRIVATE:
        return spread_of([value for value, _ in moods])
    return spread_of([value for value, private in moods if not private])
