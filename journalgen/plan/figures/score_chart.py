"""Scores over time as a picture: points that are joined, days true to scale, what lies more than a year apart left open.

All places are in percent of the picture's width and height, so that it needs no size of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from journalgen.analysis.scales import Scored
from journalgen.model.scales import Band, ScaleConfig
from journalgen.plan.entries import as_text

_OPEN_AFTER = dt.timedelta(days=365)
# Room at the sides for half a point and half a number.
_SIDE, _TOP, _BOTTOM = 3.0, 8.0, 6.0
_MOST_TICKS = 5


class ChartPoint(Struct, frozen=True, gc=False):
    """A score in the picture; `label` is its number where it stands beside the point (`below` it or above), else empty."""

    x: float
    y: float
    day: dt.date
    value: str
    label: str
    below: bool


class ChartLine(Struct, frozen=True, gc=False):
    """A line from one score to the next."""

    x1: float
    y1: float
    x2: float
    y2: float


class ChartBand(Struct, frozen=True, gc=False):
    """The height at which a band begins, or at which a closer look is advised (`name` None)."""

    y: float
    start: str
    name: str | None


class ChartTick(Struct, frozen=True, gc=False):
    """A place on the axis of days: the first of a year, or of a month where `month` is not None."""

    x: float
    year: int
    month: int | None


class ScoreChart(Struct, frozen=True, gc=False):
    """The picture; `low` and `high` are the ends of its scale."""

    points: tuple[ChartPoint, ...]
    lines: tuple[ChartLine, ...]
    bands: tuple[ChartBand, ...]
    ticks: tuple[ChartTick, ...]
    low: ChartBand
    high: ChartBand


def score_chart(scored: Sequence[Scored], scale: ScaleConfig) -> ScoreChart | None:
    """Return the picture of scores in order of their days, or None where all of them are of one day."""
    first, last = scored[0].day, scored[-1].day
    if first == last:
        return None
    values = [each.value for each in scored]
    low = min(values) if scale.min is None else scale.min
    high = max(values) if scale.max is None else scale.max
    if low == high:
        high = low + 1

    def x(day: dt.date) -> float:
        return _rounded(_SIDE + (100 - 2 * _SIDE) * (day - first).days / (last - first).days)

    def y(value: float) -> float:
        return _rounded(100 - _BOTTOM - (100 - _TOP - _BOTTOM) * (value - low) / (high - low))

    lowest, highest = values.index(min(values)), values.index(max(values))
    said = {0, len(values) - 1, lowest, highest}

    def point(at: int, each: Scored) -> ChartPoint:
        text = as_text(each.value)
        below = at == lowest != highest
        return ChartPoint(x(each.day), y(each.value), each.day, text, text if at in said else "", below)

    points = tuple(point(at, each) for at, each in enumerate(scored))
    lines = tuple(
        ChartLine(start.x, start.y, end.x, end.y)
        for start, end in pairwise(points)
        if end.day - start.day <= _OPEN_AFTER
    )
    marked = [ChartBand(y(band.start), as_text(band.start), band.name) for band in _within(scale.bands, low, high)]
    if scale.look_at is not None:
        marked.append(ChartBand(y(scale.look_at), as_text(scale.look_at), None))
    ticks = tuple(ChartTick(x(day), day.year, month) for day, month in _ticks(first, last))
    lower, upper = (ChartBand(y(end), as_text(end), None) for end in (low, high))
    return ScoreChart(points, lines, tuple(marked), ticks, lower, upper)


def _within(bands: Sequence[Band], low: float, high: float) -> list[Band]:
    return [band for band in bands if low < band.start < high]


def _rounded(place: float) -> float:
    return round(place, 2)


def _ticks(first: dt.date, last: dt.date) -> list[tuple[dt.date, int | None]]:
    """Return the firsts of years within a span, or of months where there is at most one year's, and at most five of them."""
    years = [dt.date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    if len(years) > 1:
        return [(day, None) for day in _thinned(years)]
    months = [
        dt.date(number // 12, number % 12 + 1, 1)
        for number in range(first.year * 12 + first.month, last.year * 12 + last.month)
    ]
    return [(day, day.month) for day in _thinned(months)]


def _thinned(days: list[dt.date]) -> list[dt.date]:
    return days[:: -(-len(days) // _MOST_TICKS)] if days else []
