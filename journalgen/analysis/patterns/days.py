"""The days of a journal, by their ordinal numbers: which have an entry, and what each metric was on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from journalgen.model.entry import Entry
from journalgen.model.journal import Journal


class Days(Struct, frozen=True):
    """The entries that count, the days that have one, and for each metric its value on each day that has one.

    Days are those that figures count entries for, none after a certain one; a day's value is the mean of its entries'.
    """

    entries: tuple[Entry, ...]
    written: frozenset[int]
    metrics: dict[str, dict[int, float]]


def days_until(journal: Journal, today: dt.date) -> Days:
    """Return the days of a journal up to one, that one included."""
    entries = tuple(entry for entry in journal.entries if entry.counted is not None and entry.counted <= today)
    values: dict[str, dict[int, list[float]]] = {}
    for entry in entries:
        for measure in entry.measures:
            values.setdefault(measure.metric, {}).setdefault(ordinal(entry), []).append(measure.value)
    return Days(
        entries,
        frozenset(ordinal(entry) for entry in entries),
        {
            name: {day: mean(values[name][day]) for day in sorted(values[name])}
            for name in sorted(values, key=lambda name: (name != "mood", name))
        },
    )


def ordinal(entry: Entry) -> int:
    """Return the ordinal number of the day that an entry counts for."""
    if entry.counted is None:
        raise ValueError(entry.path)
    return entry.counted.toordinal()


def mean(values: Iterable[float]) -> float:
    """Return the mean of values, which may be as large as numbers get."""
    every = sorted(values)
    if len(every) == 1:
        return every[0]
    return sum(value / len(every) for value in every)
