"""How often each way of coping was used, and the numbers before and after it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from journalgen.analysis.terms import Spellings, Term, terms
from journalgen.model.entry import Entry


class Pair(Struct, frozen=True, gc=False):
    """A number before and one after, and how many uses had these two."""

    before: float
    after: float
    times: int


class CopingUse(Struct, frozen=True, gc=False):
    """How often a technique was noted, on how many days, and the means of its `n` pairs of numbers before and after.

    The means are rounded to 2 places, and None without pairs. `pairs` are those of entries that are not private, the lowest
    beginnings first; `private` is how many more there are.
    """

    key: str
    uses: int
    days: int
    n: int
    mean_before: float | None
    mean_after: float | None
    pairs: tuple[Pair, ...]
    private: int


def coping_uses(entries: Sequence[Entry], spellings: Spellings, until: dt.date) -> tuple[CopingUse, ...]:
    """Return the uses of each technique up to a day, sorted by key; those of entries without a day don't count."""
    return tuple([use for term in terms("coping", entries, spellings) if (use := _uses(term, spellings, until)).uses])


def _uses(term: Term, spellings: Spellings, until: dt.date) -> CopingUse:
    uses = 0
    days: set[dt.date] = set()
    shown: Counter[tuple[float, float]] = Counter()
    every: list[tuple[float, float]] = []
    for entry in term.entries:
        if entry.counted is None or entry.counted > until:
            continue
        days.add(entry.counted)
        for each in entry.coping:
            if spellings.key(term.kind, each.what) != term.key:
                continue
            uses += 1
            if each.before is not None and each.after is not None:
                pair = (each.before, each.after)
                every.append(pair)
                if not entry.private:
                    shown[pair] += 1
    return CopingUse(
        key=term.key,
        uses=uses,
        days=len(days),
        n=len(every),
        mean_before=_mean([before for before, _ in every]),
        mean_after=_mean([after for _, after in every]),
        pairs=tuple([Pair(*pair, times) for pair, times in sorted(shown.items())]),
        private=len(every) - shown.total(),
    )


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 2) if values else None
