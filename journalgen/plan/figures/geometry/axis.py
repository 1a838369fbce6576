"""Axes: from values and days to places within a field."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from journalgen.model.config import MetricConfig

FIELD = 1000
# So that a mark on the first or last day is whole.
_MARGIN = 12
_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOST_TIMES = 8
_FEW_TIMES = 4


class Tick(Struct, frozen=True, array_like=True, gc=False):
    """A value on an axis, and its distance from the field's upper or left side."""

    at: int
    value: float


class TimeTick(Struct, frozen=True, array_like=True, gc=False):
    """A day on the axis of time, told as its year, its month or itself; a `minor` one only where there is room."""

    at: int
    day: dt.date
    unit: Literal["year", "month", "day"]
    minor: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from `low` to `high`, `low` being less."""

    low: float
    high: float
    values: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return where a value lies, from 0 to 1."""
        # By halves: the distance of two huge numbers is none.
        part = (value / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        return min(1.0, max(0.0, part))

    def across(self, value: float) -> int:
        """Return a value's distance from the left."""
        return round(FIELD * self.share(value))

    def down(self, value: float) -> int:
        """Return a value's distance from the top."""
        return FIELD - self.across(value)


def axis(low: float, high: float, metric: MetricConfig) -> Axis:
    """Return the axis for values between two: a metric's whole scale, where it has one, else as far as round numbers reach."""
    if metric.min is not None:
        low = min(low, metric.min)
    if metric.max is not None:
        high = max(high, metric.max)
    if low == high:
        pad = max(abs(low) / 10, 1.0)
        low, high = low - pad, high + pad
    step = _step(high / 4 - low / 4)
    first, last = low, high
    if metric.min is None or low < metric.min:
        first = min(low, math.floor(low / step) * step)
    if metric.max is None or high > metric.max:
        last = max(high, math.ceil(high / step) * step)
    if not (math.isfinite(first) and math.isfinite(last)):
        first, last = low, high
    inner = [number * step for number in range(math.ceil(first / step), math.floor(last / step) + 1)]
    ends = [end for end in (first, last) if all(abs(end - each) > step / 2 for each in inner)]
    return Axis(first, last, tuple(sorted(float(f"{value:.12g}") + 0.0 for value in {*inner, *ends})))


def _step(least: float) -> float:
    """Return the least round number that is not less."""
    size = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    if not size:
        return least
    return next((size * each for each in _STEPS if size * each >= least), least)


def ticks(of: Axis) -> tuple[Tick, ...]:
    """Return the axis's round values with their distance from the top."""
    return tuple(Tick(of.down(value), value) for value in of.values)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from one to another."""

    first: dt.date
    last: dt.date

    def across(self, day: dt.date) -> int:
        """Return a day's distance from the left."""
        days = (self.last - self.first).days
        if not days:
            return FIELD // 2
        return _MARGIN + round((FIELD - 2 * _MARGIN) * (day - self.first).days / days)

    def ticks(self) -> tuple[TimeTick, ...]:
        """Return a few days to name: years, months, or the first and the last day."""
        days = (self.last - self.first).days
        if days > 2 * 366:
            return self._years()
        if days > 75:
            return self._months()
        ends = dict.fromkeys((self.first, self.last))
        return tuple(TimeTick(self.across(day), day, "day", minor=False) for day in ends)

    def _years(self) -> tuple[TimeTick, ...]:
        years = range(self.first.year + (self.first > dt.date(self.first.year, 1, 1)), self.last.year + 1)
        return self._thinned([dt.date(year, 1, 1) for year in years], "year")

    def _months(self) -> tuple[TimeTick, ...]:
        first = self.first.year * 12 + self.first.month - (self.first.day == 1)
        last = self.last.year * 12 + self.last.month - 1
        return self._thinned([dt.date(n // 12, n % 12 + 1, 1) for n in range(first, last + 1)], "month")

    def _thinned(self, days: list[dt.date], unit: Literal["year", "month"]) -> tuple[TimeTick, ...]:
        every = -(-len(days) // _MOST_TIMES)
        named = days[::every]
        major = -(-len(named) // _FEW_TIMES)
        return tuple(
            TimeTick(self.across(day), day, unit, minor=bool(number % major)) for number, day in enumerate(named)
        )
