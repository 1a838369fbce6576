"""All that is known of each metric of a journal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journalgen.analysis.metrics import changes, groups, history
from journalgen.analysis.metrics.days import DayValue, as_noted, spread, values_by_day
from journalgen.analysis.metrics.values import LatestValue, MetricFigures
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal

_LATELY = 28


def metric_figures(journal: Journal, until: dt.date, answer: changes.Answer) -> tuple[MetricFigures, ...]:
    """Return the figures of every metric that has a value on a day up to one, mood first and the others by name.

    `answer` estimates changes of level, as `level_changes` does.
    """
    entries = [entry for entry in journal.entries if entry.counted and entry.counted <= until]
    events = changes.event_days(entries, until)
    return tuple(
        _figures(metric, values, entries, events, until, answer)
        for metric, values in values_by_day(entries, until).items()
    )


def _figures(
    metric: str,
    values: Sequence[DayValue],
    entries: Sequence[Entry],
    events: Sequence[dt.date],
    until: dt.date,
    answer: changes.Answer,
) -> MetricFigures:
    first, last = values[0].day, values[-1].day
    chosen = history.pace(first, last)
    points = history.points(values, chosen.step)
    course = history.course(values, chosen)
    drawn = [each.value for each in points] + [end for each in course for end in (each.low, each.high)]
    begin = max(until.toordinal() - _LATELY, 0)
    lately = [each for each in values if each.day.toordinal() > begin]
    return MetricFigures(
        metric=metric,
        days=len(values),
        several=sum(each.entries > 1 for each in values),
        private=_days_with_private(metric, entries),
        first=first,
        last=last,
        low=min(drawn, default=0.0),
        high=max(drawn, default=0.0),
        spread=spread(values),
        lately=spread(lately),
        latest=_latest(values),
        step=chosen.step,
        window=chosen.window,
        points=points,
        course=course,
        years=history.years(values),
        months=history.months(values),
        weekdays=groups.weekdays(values),
        hours=groups.hours(entries, metric),
        seasons=groups.seasons(values),
        pairs=groups.pairs(entries, metric),
        compared=changes.compared(values, until, answer),
        since=changes.since(values, events[: changes.MOST_EVENTS], until, answer),
        earlier_events=max(0, len(events) - changes.MOST_EVENTS),
    )


def _latest(values: Sequence[DayValue]) -> LatestValue | None:
    shown = ((each.day, each.shown) for each in reversed(values) if each.shown is not None)
    return next((LatestValue(day, as_noted(value)) for day, value in shown), None)


def _days_with_private(metric: str, entries: Sequence[Entry]) -> int:
    return len({entry.counted for entry in entries if entry.private and groups.value_of(entry, metric)})
