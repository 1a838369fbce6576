"""A metric over time: what is drawn of it day by day, or where that is too much by the week or month, and its course."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from journalgen.analysis.metrics.days import DayValue, as_noted, mean, quartiles, rounded, spread
from journalgen.analysis.metrics.values import (
    DAYS_OF_GRID,
    LONGEST_MONTH,
    Course,
    MonthLevel,
    Point,
    Step,
    YearOfDays,
)

# Fewer values around a day have no course.
FEWEST_AROUND = 5
_LAST = dt.date.max.toordinal()


class Pace(NamedTuple):
    """In what steps a history is told, and over how many days its course is taken at each."""

    step: Step
    window: int


def pace(first: dt.date, last: dt.date) -> Pace:
    """Return the pace of a history: by days for three years, by weeks for forty, and then by months."""
    days = (last - first).days + 1
    if days <= 3 * 366:
        return Pace("day", 29)
    return Pace("week", 91) if days <= 40 * 366 else Pace("month", 365)


def points(values: Sequence[DayValue], step: Step) -> tuple[Point, ...]:
    """Return the means of the steps that have a value to show; days without one are nowhere."""
    shown = [(each.day, each.shown) for each in values if each.shown is not None]
    if step == "day":
        return tuple(Point(day, rounded(value)) for day, value in shown)
    found = []
    for start, group in groupby(shown, key=lambda each: _start(each[0], step)):
        middle = min(start + (3 if step == "week" else 14), _LAST)
        found.append(Point(dt.date.fromordinal(middle), rounded(mean([value for _, value in group]))))
    return tuple(found)


def _start(day: dt.date, step: Step) -> int:
    return day.replace(day=1).toordinal() if step == "month" else day.toordinal() - day.weekday()


def course(values: Sequence[DayValue], chosen: Pace) -> tuple[Course, ...]:
    """Return the running median, with the middle half of what lies in the window around each step that has a value.

    There is none where fewer than five values lie in the window, and it is not joined over more than half a window without
    any.
    """
    numbers = [each.day.toordinal() for each in values]
    half = chosen.window // 2
    found: list[Course] = []
    before = None
    for at, number in enumerate(numbers):
        if at and _same_step(values[at - 1].day, values[at].day, chosen.step):
            continue
        around = values[bisect_left(numbers, number - half) : bisect_right(numbers, number + half)]
        if len(around) < FEWEST_AROUND:
            continue
        low, median, high = quartiles(sorted([each.value for each in around]))
        joined = before is not None and not _has_gap(numbers, before, at, half)
        found.append(Course(values[at].day, rounded(median), rounded(low), rounded(high), joined))
        before = at
    return tuple(found)


def _same_step(one: dt.date, other: dt.date, step: Step) -> bool:
    return step != "day" and _start(one, step) == _start(other, step)


def _has_gap(numbers: Sequence[int], first: int, last: int, longest: int) -> bool:
    return any(numbers[at + 1] - numbers[at] > longest for at in range(first, last))


def years(values: Sequence[DayValue]) -> tuple[YearOfDays, ...]:
    """Return the days of each year that has a value, oldest first."""
    found = []
    for year, group in groupby(values, key=lambda each: each.day.year):
        of_year = tuple(group)
        days: list[float | None] = [None] * DAYS_OF_GRID
        for each in of_year:
            if each.shown is not None:
                days[(each.day.month - 1) * LONGEST_MONTH + each.day.day - 1] = as_noted(each.shown)
        found.append(YearOfDays(year, tuple(days), spread(of_year)))
    return tuple(found)


def months(values: Sequence[DayValue]) -> tuple[MonthLevel, ...]:
    """Return what the days of each month are like that has a value, oldest first."""
    by_month = groupby(values, key=lambda each: (each.day.year, each.day.month))
    return tuple(MonthLevel(year, month, spread(tuple(group))) for (year, month), group in by_month)
