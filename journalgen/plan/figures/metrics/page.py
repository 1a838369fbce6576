"""The page of a metric: its whole history, what it depends on in the calendar, and how it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct

from journalgen.analysis.metrics.values import (
    Comparison,
    LatestValue,
    MetricFigures,
    MonthLevel,
    PackedMetric,
    Pairs,
    Spread,
    YearOfDays,
    newest_days,
)
from journalgen.model.config import MetricConfig
from journalgen.plan.entries import mood_view
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.geometry.over_time import OverTime, over_time
from journalgen.plan.figures.geometry.pixels import Pixels, pixels
from journalgen.plan.figures.geometry.ranges import Ranges, ranges
from journalgen.plan.figures.metrics.change import Change, change_of
from journalgen.plan.figures.metrics.happenings import Happening, Happenings
from journalgen.plan.figures.metrics.names import MetricName, metric_name
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.sketch import Sketch
from journalgen.plan.views import Link

# Fewer values are not told apart by weekday, hour or season.
_FEWEST_GROUPED = 28


class PixelYear(Struct, frozen=True, gc=False):
    """A year's days as a picture, what they are like, and whether the year has a page."""

    year: int
    pixels: Pixels
    spread: Spread


class DayRow(Struct, frozen=True, array_like=True, gc=False):
    """A day with its value, and where it leads."""

    day: dt.date
    value: float
    address: str | None


class ComparedView(Struct, frozen=True, gc=False):
    """A comparison as it is told: which one, the days that it is about, and what came out, None of too few days.

    `before` and `after` are the first and the last of the days before and after.
    """

    question: Comparison
    before: tuple[dt.date, dt.date]
    after: tuple[dt.date, dt.date]
    days_before: int
    days_after: int
    change: Change | None


class EventView(Struct, frozen=True, gc=False):
    """What happened, and how the metric was after it against before; None where too few days on a side have a value."""

    happening: Happening
    days_before: int
    days_after: int
    change: Change | None


class MetricPage(Struct, frozen=True, gc=False):
    """A metric by itself.

    `levels` are the upper ends of the depths of the squares, empty for mood, whose colours run along its scale. `years` and
    `months` begin with the newest. `first_day` is the first of the week, Monday being 0, and `weekdays` begin with it. `marked` is
    what happened, numbered as in the picture; `closed` the entries of which no word is said. `along` is where all lies that the
    metric was compared with.
    """

    sections: tuple[SectionLink, ...]
    name: MetricName
    days: int
    several: int
    private: int
    spread: Spread
    lately: Spread
    until: dt.date
    latest: LatestValue | None
    chart: OverTime
    marked: tuple[Happening, ...]
    closed: tuple[Link, ...]
    years: tuple[PixelYear, ...]
    levels: tuple[float, ...]
    months: tuple[MonthLevel, ...]
    listed: tuple[DayRow, ...]
    first_day: int
    weekdays: Ranges | None
    hours: Ranges | None
    seasons: Ranges | None
    pairs: Pairs | None
    compared: tuple[ComparedView, ...]
    events: tuple[EventView, ...]
    events_with_few: int
    earlier_events: int
    along: str | None


class DayAddress(Struct, frozen=True, array_like=True, gc=False):
    """A day and where it leads."""

    day: dt.date
    address: str | None


def metric_sketch(
    context: Context, metric: PackedMetric, address: str, happened: Happenings, until: dt.date
) -> Sketch[MetricPage]:
    """Return the page of a metric, to be drawn."""
    config = context.journal.config.metric(metric.metric)
    days = tuple([DayAddress(day, context.day_address(day)) for day in metric.newest])
    name = metric_name(context.journal.config, metric.metric, address)
    along = context.along_address(metric.metric)
    parts = (context.sections, name, config, metric, happened, days, context.first_day, until, along)
    return Sketch(MetricPage, parts, metric_page)


def metric_page(
    sections: tuple[SectionLink, ...],
    name: MetricName,
    metric: MetricConfig,
    packed: PackedMetric,
    happened: Happenings,
    days: Sequence[DayAddress],
    first_day: int,
    until: dt.date,
    along: str | None,
) -> MetricPage:
    """Return the page of a metric; `days` are its newest ones, `along` is where what goes along with it lies."""
    figures = packed.figures()
    known = [each for each in happened.marked if figures.first <= each.day <= figures.last]
    events = _events(figures, happened, metric)
    weekdays = figures.weekdays[first_day:] + figures.weekdays[:first_day]
    depths = () if metric.name == "mood" else _depths(figures)
    return MetricPage(
        sections=sections,
        name=name,
        days=figures.days,
        several=figures.several,
        private=figures.private,
        spread=figures.spread,
        lately=figures.lately,
        until=until,
        latest=figures.latest,
        chart=over_time(figures, metric, [(each.day, each.kind == "medication") for each in known]),
        marked=tuple(known),
        closed=tuple([link for link in happened.closed if link.day and figures.first <= link.day <= figures.last]),
        years=_years(figures.years, metric, depths),
        levels=depths,
        months=tuple(reversed(figures.months)),
        listed=tuple(
            [DayRow(day, value, to.address) for (day, value), to in zip(newest_days(figures), days, strict=False)]
        ),
        first_day=first_day,
        weekdays=_ranges(weekdays, metric),
        hours=_ranges(figures.hours, metric),
        seasons=_ranges(figures.seasons, metric),
        pairs=figures.pairs,
        compared=tuple(
            ComparedView(
                each.question,
                (each.change.before.first, each.change.before.last),
                (each.change.after.first, each.change.after.last),
                each.change.days_before,
                each.change.days_after,
                change_of(each.change, metric),
            )
            for each in figures.compared
        ),
        events=tuple([each for each in events if each.change]),
        events_with_few=sum(not each.change for each in events),
        earlier_events=figures.earlier_events,
        along=along,
    )


def _ranges(groups: Sequence[Spread], metric: MetricConfig) -> Ranges | None:
    """Return groups beside each other, or None where all together have too few values to be told apart."""
    return ranges(groups, metric) if sum(each.n for each in groups) >= _FEWEST_GROUPED else None


def _events(figures: MetricFigures, happened: Happenings, metric: MetricConfig) -> list[EventView]:
    """Return the events that may be told, newest first."""
    told: Mapping[dt.date, Happening] = {each.day: each for each in happened.marked if each.kind == "event"}
    return [
        EventView(told[each.day], each.change.days_before, each.change.days_after, change_of(each.change, metric))
        for each in figures.since
        if each.day in told
    ]


def _depths(figures: MetricFigures) -> tuple[float, ...]:
    """Return the upper ends of the three lower depths: the quartiles of all days, each once."""
    of = figures.spread
    ends = (end for end in (of.low, of.median, of.high) if end is not None)
    return tuple(sorted({*ends}))


def _years(years: Sequence[YearOfDays], metric: MetricConfig, depths: Sequence[float]) -> tuple[PixelYear, ...]:
    def level_of(value: float) -> int:
        if metric.name == "mood":
            return mood_view(value, metric).level
        return 1 + sum(value > end for end in depths)

    return tuple(PixelYear(each.year, pixels(each.days, level_of), each.spread) for each in reversed(years))
