"""The value that a metric has on each day: the mean of what the day's entries gave it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journalgen.analysis.metrics.values import Spread
from journalgen.model.entry import Entry

# Of fewer values a figure might be a single one.
FEWEST_WITH_PRIVATE = 3
# Figures are rounded where analysis ends, to so many digits, so that no page hangs on the last bit of a sum.
_DIGITS = 3


class Value(NamedTuple):
    """A value to count: the whole of it, and what may be shown of it by itself, None where that is private."""

    value: float
    shown: float | None


class DayValue(NamedTuple):
    """A metric's value on a day, as in `Value`; `entries` is how many gave one."""

    day: dt.date
    value: float
    shown: float | None
    entries: int


def values_by_day(entries: Iterable[Entry], until: dt.date) -> dict[str, tuple[DayValue, ...]]:
    """Return the values of each metric by the days that entries count for, in order, up to one day, that one included.

    An entry with a value before and one after counts with the later one.
    """
    found: dict[str, dict[dt.date, list[tuple[float, bool]]]] = {}
    for entry in entries:
        if entry.counted is None or entry.counted > until:
            continue
        for measure in entry.measures:
            of_day = found.setdefault(measure.metric, {}).setdefault(entry.counted, [])
            of_day.append((measure.value, entry.private))
    return {
        metric: tuple(_day_value(day, days[day]) for day in sorted(days))
        for metric, days in sorted(found.items(), key=lambda item: (item[0] != "mood", item[0]))
    }


def _day_value(day: dt.date, values: Sequence[tuple[float, bool]]) -> DayValue:
    if len(values) == 1:
        [(value, private)] = values
        return DayValue(day, value, None if private else value, 1)
    shown = [value for value, private in values if not private]
    return DayValue(day, mean([value for value, _ in values]), mean(shown) if shown else None, len(values))


def mean(values: Sequence[float]) -> float:
    """Return the mean of some values, of any size."""
    length = len(values)
    return sum([value / length for value in values])


def spread(values: Sequence[Value | DayValue]) -> Spread:
    """Return what some values are like; private ones only among others."""
    if len(values) < FEWEST_WITH_PRIVATE:
        counted = [each.shown for each in values if each.shown is not None]
    else:
        counted = [each.value for each in values]
    return spread_of(counted)


def spread_of(values: Sequence[float]) -> Spread:
    """Return what some numbers are like."""
    if not values:
        return Spread(0)
    low, median, high = quartiles(sorted(values))
    return Spread(len(values), rounded(mean(values)), rounded(median), rounded(low), rounded(high))


def quartiles(in_order: Sequence[float]) -> tuple[float, float, float]:
    """Return the quartiles of values in order, by linear interpolation (Hyndman and Fan's type 7, doi:10.2307/2684934)."""
    last = len(in_order) - 1
    found = []
    for quarter in (1, 2, 3):
        at, over = divmod(last * quarter, 4)
        value = in_order[at]
        # Halves of two huge values, not the half of their sum, which may be none.
        found.append(value * (1 - over / 4) + in_order[at + 1] * (over / 4) if over else value)
    return found[0], found[1], found[2]


def rounded(value: float) -> float:
    """Return a figure to three digits that say something."""
    return float(f"{value:.{_DIGITS}g}") + 0.0


def as_noted(value: float) -> float:
    """Return the value of a single day, which is what was written, or a mean of a few to two decimals."""
    return round(value, 2) + 0.0
