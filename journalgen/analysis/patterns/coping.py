"""How the writer felt before and after each coping technique, and what of that would have come by itself."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journalgen.analysis.enough import ON_EITHER_SIDE
from journalgen.analysis.patterns.days import Days, mean, ordinal
from journalgen.analysis.patterns.values import CopingChange
from journalgen.analysis.rounding import rounded
from journalgen.analysis.terms import Spellings, terms
from journalgen.model.entry import Entry

_LEAST_OTHERS = 10
_Pair = tuple[float, float]


def coping_changes(days: Days, spellings: Spellings) -> tuple[CopingChange, ...]:
    """Return the change for each technique that has before and after, sorted by key.

    Several uses on a day are one, their mean. What would have come anyway is told by the other before and after that the writer
    gave, of mood or of other techniques, in entries without this one: a line through them, at the levels that this one began at.
    """
    found = []
    for term in terms("coping", days.entries, spellings):
        by_day: dict[int, list[_Pair]] = {}
        for entry in term.entries:
            for pair in _pairs_of(entry, term.key, spellings):
                by_day.setdefault(ordinal(entry), []).append(pair)
        if not by_day:
            continue
        changes = [mean([after - before for before, after in pairs]) for pairs in by_day.values()]
        begun = [mean([before for before, _ in pairs]) for pairs in by_day.values()]
        users = set(map(id, term.entries))
        others = [pair for entry in days.entries if id(entry) not in users for pair in _all_pairs(entry)]
        anyway = _expected(others, begun)
        low, high = _interval(changes)
        found.append(
            CopingChange(
                term.name,
                term.key,
                sum(map(len, by_day.values())),
                len(by_day),
                rounded(mean(changes)),
                low,
                high,
                anyway,
                len(others) if anyway is not None else 0,
            )
        )
    return tuple(found)


def _pairs_of(entry: Entry, key: str, spellings: Spellings) -> list[_Pair]:
    return [
        (use.before, use.after)
        for use in entry.coping
        if use.before is not None and use.after is not None and spellings.key("coping", use.what) == key
    ]


def _all_pairs(entry: Entry) -> list[_Pair]:
    pairs = [(use.before, use.after) for use in entry.coping if use.before is not None and use.after is not None]
    mood = entry.mood
    if mood is not None and mood.before is not None:
        pairs.append((mood.before, mood.value))
    return pairs


def _interval(changes: Sequence[float]) -> tuple[float, float] | tuple[None, None]:
    """Return the interval of 95 % of the mean change over days (Student's t)."""
    if len(changes) < ON_EITHER_SIDE:
        return None, None
    from scipy.special import stdtrit  # noqa: PLC0415 -- most journals have no technique with so many days

    middle = mean(changes)
    error = math.hypot(*[change - middle for change in changes]) / math.sqrt(len(changes) * (len(changes) - 1))
    reach = float(stdtrit(len(changes) - 1, 0.975)) * error
    if not math.isfinite(reach):
        return None, None
    return rounded(middle - reach), rounded(middle + reach)


def _expected(others: Sequence[_Pair], begun: Sequence[float]) -> float | None:
    """Return the change that other pairs lead one to expect from these levels; None where they are too few or began elsewhere."""
    if len(others) < _LEAST_OTHERS:
        return None
    level, middle = mean(begun), mean([before for before, _ in others])
    change = mean([after - before for before, after in others])
    if not min(before for before, _ in others) <= level <= max(before for before, _ in others):
        return None
    spread = sum((before - middle) ** 2 for before, _ in others)
    if not spread:
        return rounded(change)
    slope = sum((before - middle) * (after - before - change) for before, after in others) / spread
    expected = change + slope * (level - middle)
    return rounded(expected) if math.isfinite(expected) else None
