"""A metric over time as a picture: dots, the course as a line and a band, and what is marked on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from journalgen.analysis.metrics.values import Course, MetricFigures, Point, Step
from journalgen.model.config import MetricConfig
from journalgen.plan.figures.geometry.axis import FIELD, Axis, Tick, TimeAxis, TimeTick, axis, ticks

# Nearer to each other than that, two numbers above the field would lie on top of one another.
_BETWEEN_NUMBERS = 40
_LONGEST_SPARK = 120
# So few dots have their values written beside them.
_LABELLED = 7


class Mark(Struct, frozen=True, array_like=True, gc=False):
    """A line down the field for something that happened; `number` is that of its words, None where there is no room for it."""

    at: int
    number: int | None
    dashed: bool


class Label(Struct, frozen=True, array_like=True, gc=False):
    """The value of a dot, and where it lies from the left and from the top."""

    across: int
    down: int
    value: float


class OverTime(Struct, frozen=True, gc=False):
    """The picture of a metric over time: SVG paths in the field, and what stands around it.

    `few` says that there are so few dots that each may be large; the fewest have `labels`. The dots are means of a `step`, the
    line and the band the median and the middle half over `window` days, both empty of too few.
    """

    first: dt.date
    last: dt.date
    dots: str
    line: str
    band: str
    grid: str
    few: bool
    labels: tuple[Label, ...]
    step: Step
    window: int
    ticks: tuple[Tick, ...]
    times: tuple[TimeTick, ...]
    marks: tuple[Mark, ...]


class Spark(Struct, frozen=True, gc=False):
    """A metric over time as large as a word."""

    line: str
    dots: str


def over_time(figures: MetricFigures, metric: MetricConfig, marked: Sequence[tuple[dt.date, bool]]) -> OverTime:
    """Return the picture of a metric; `marked` are the days to mark in order, and of each whether its line is dashed."""
    values, days = axis(figures.low, figures.high, metric), TimeAxis(figures.first, figures.last)
    return OverTime(
        first=figures.first,
        last=figures.last,
        dots=dots(figures.points, values, days),
        line=line(figures.course, values, days),
        band=band(figures.course, values, days),
        grid=_grid(values),
        few=len(figures.points) <= _LONGEST_SPARK,
        labels=_labels(figures.points, values, days),
        step=figures.step,
        window=figures.window,
        ticks=ticks(values),
        times=days.ticks(),
        marks=marks(marked, days),
    )


def along(points: Sequence[Point], metric: MetricConfig) -> OverTime:
    """Return the picture of some days alone, in their order: each a dot, joined where not more than forty days lie between."""
    values = axis(min(each.value for each in points), max(each.value for each in points), metric)
    days = TimeAxis(points[0].day, points[-1].day)
    return OverTime(
        first=days.first,
        last=days.last,
        dots=dots(points, values, days),
        line=_joined(points, values, days),
        band="",
        grid=_grid(values),
        few=len(points) <= _LONGEST_SPARK,
        labels=_labels(points, values, days),
        step="day",
        window=0,
        ticks=ticks(values),
        times=days.ticks(),
        marks=(),
    )


def _grid(values: Axis) -> str:
    return "".join([f"M0 {values.down(value)}h{FIELD}" for value in values.values])


def _labels(points: Sequence[Point], values: Axis, days: TimeAxis) -> tuple[Label, ...]:
    if len(points) > _LABELLED:
        return ()
    return tuple(Label(days.across(each.day), values.down(each.value), each.value) for each in points)


def dots(points: Sequence[Point], values: Axis, days: TimeAxis) -> str:
    """Return dots as lines without length, whose round ends are not stretched with the field."""
    return "".join([f"M{days.across(each.day)} {values.down(each.value)}h0" for each in points])


def line(course: Sequence[Course], values: Axis, days: TimeAxis) -> str:
    """Return the median's line, with gaps where it has some."""
    return "".join(
        [
            f"{'L' if each.joined else 'M'}{days.across(each.day)} {values.down(each.median)}"
            f"{'' if each.joined else 'h0'}"
            for each in course
        ]
    )


def band(course: Sequence[Course], values: Axis, days: TimeAxis) -> str:
    """Return the middle half as an area for each stretch of the line."""
    drawn = []
    for stretch in _stretches(course):
        there = [f"{days.across(each.day)} {values.down(each.high)}" for each in stretch]
        back = [f"{days.across(each.day)} {values.down(each.low)}" for each in reversed(stretch)]
        drawn.append(f"M{'L'.join((*there, *back))}Z")
    return "".join(drawn)


def _stretches(course: Sequence[Course]) -> Iterator[Sequence[Course]]:
    starts = [at for at, each in enumerate(course) if not each.joined]
    for first, last in pairwise((*starts, len(course))):
        yield course[first:last]


def marks(marked: Sequence[tuple[dt.date, bool]], days: TimeAxis) -> tuple[Mark, ...]:
    """Return the lines of what happened, numbered from 1; what lies outside the days is not drawn."""
    found = []
    free = 0
    for number, (day, dashed) in enumerate(marked, start=1):
        if days.first <= day <= days.last:
            at = days.across(day)
            has_room = at >= free
            found.append(Mark(at, number if has_room else None, dashed))
            free = at + _BETWEEN_NUMBERS if has_room else free
    return tuple(found)


def spark(figures: MetricFigures, metric: MetricConfig) -> Spark:
    """Return a metric as a small picture: its days, or where they are many, the mean of each month."""
    if figures.step == "day" and len(figures.points) <= _LONGEST_SPARK:
        points = figures.points
    else:
        points = tuple(
            Point(dt.date(each.year, each.month, 15), each.spread.mean)
            for each in figures.months
            if each.spread.mean is not None
        )
    if not points:
        return Spark("", "")
    values = axis(min(each.value for each in points), max(each.value for each in points), metric)
    days = TimeAxis(points[0].day, points[-1].day)
    return Spark(_joined(points, values, days), dots(points[-1:], values, days))


def _joined(points: Sequence[Point], values: Axis, days: TimeAxis) -> str:
    """Return a line through points, open where nothing was noted for more than forty days."""
    drawn = []
    before = None
    for each in points:
        joined = before is not None and (each.day - before).days <= 40
        place = f"{days.across(each.day)} {values.down(each.value)}"
        drawn.append(f"L{place}" if joined else f"M{place}h0")
        before = each.day
    return "".join(drawn)
