"""A metric by weekday, by month of the year, by the time of day, and before and after writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from journalgen.analysis.metrics.days import DayValue, Value, mean, rounded, spread
from journalgen.analysis.metrics.values import QUARTERS_OF_DAY, Pairs, Spread
from journalgen.model.entry import Entry

FEWEST_PAIRS = 3


def weekdays(values: Sequence[DayValue]) -> tuple[Spread, ...]:
    """Return what the days of each weekday are like, Monday first."""
    return _grouped(values, 7, lambda day: day.weekday())


def seasons(values: Sequence[DayValue]) -> tuple[Spread, ...]:
    """Return what the days of each month of the year are like, of all years together, January first."""
    return _grouped(values, 12, lambda day: day.month - 1)


def _grouped(values: Sequence[DayValue], size: int, group_of: Callable[[dt.date], int]) -> tuple[Spread, ...]:
    groups: list[list[DayValue]] = [[] for _ in range(size)]
    for each in values:
        groups[group_of(each.day)].append(each)
    return tuple(map(spread, groups))


def hours(entries: Iterable[Entry], metric: str) -> tuple[Spread, ...]:
    """Return what the values of entries are like that were written in each quarter of the day, the one from midnight first."""
    groups: list[list[Value]] = [[] for _ in range(QUARTERS_OF_DAY)]
    for entry in entries:
        if entry.time is not None and (value := value_of(entry, metric)):
            groups[entry.time.hour * QUARTERS_OF_DAY // 24].append(value)
    return tuple(map(spread, groups))


def value_of(entry: Entry, metric: str) -> Value | None:
    """Return the value that an entry gave a metric, if it did."""
    for measure in entry.measures:
        if measure.metric == metric:
            return Value(measure.value, None if entry.private else measure.value)
    return None


def pairs(entries: Iterable[Entry], metric: str) -> Pairs | None:
    """Return what was noted before and after writing, or None of fewer than three pairs, which would tell a private one."""
    noted = [
        (measure.before, measure.value)
        for entry in entries
        for measure in entry.measures
        if measure.metric == metric and measure.before is not None
    ]
    if len(noted) < FEWEST_PAIRS:
        return None
    higher = sum(after > before for before, after in noted)
    lower = sum(after < before for before, after in noted)
    return Pairs(
        n=len(noted),
        before=rounded(mean([before for before, _ in noted])),
        after=rounded(mean([after for _, after in noted])),
        higher=higher,
        same=len(noted) - higher - lower,
        lower=lower,
    )
