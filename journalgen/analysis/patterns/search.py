"""The patterns of a journal: every comparison that is made, since when each pattern is shown, and what is left out."""

from __future__ import annotations

import datetime as dt
from statistics import median_high, median_low

from journalgen.analysis.changes import LevelChange, Span
from journalgen.analysis.enough import are_enough
from journalgen.analysis.one_thread import load_numbers
from journalgen.analysis.patterns.coping import coping_changes
from journalgen.analysis.patterns.days import days_until, mean
from journalgen.analysis.patterns.factors import factors
from journalgen.analysis.patterns.memory import Shown
from journalgen.analysis.patterns.values import FactorLeftOut, FirstShown, MetricLevel, Pattern, Patterns
from journalgen.analysis.rounding import rounded
from journalgen.analysis.terms import Spellings
from journalgen.model.journal import Journal

Q = 0.05
_RECENT = 90


def patterns(
    journal: Journal, today: dt.date, known: tuple[FirstShown, ...]
) -> tuple[Patterns, tuple[FirstShown, ...]]:
    """Return the patterns of the days up to today, and since when each of them, and of those before, has been shown.

    `known` are the patterns that were shown before; one whose name is no longer in the journal is not among those returned. Each
    metric has two families of comparisons, those of the same day and those of the day after, with the limit `Q`.
    """
    days = days_until(journal, today)
    chosen, left_out = factors(days, journal.config)
    shown = Shown(journal, known, today)
    every: list[Pattern] = []
    missing: list[FactorLeftOut] = list(left_out)
    levels: list[MetricLevel] = []
    where = None
    for name, by_day in days.metrics.items():
        change = None
        if are_enough(list(by_day.values())):
            load_numbers()
            from journalgen.analysis.patterns.metric import Metric  # noqa: PLC0415 -- numpy only where it is needed
            from journalgen.analysis.patterns.presence import presence  # noqa: PLC0415

            where = where or presence(days.written, chosen)
            metric = Metric(name, by_day, where, chosen)
            here, not_here = metric.patterns(Q, shown)
            every += here
            missing += not_here
            change = metric.change(*_recent(today))
        else:
            missing.append(FactorLeftOut(name, name, "metric", name, "too-few", len(by_day)))
        levels.append(_level(name, by_day, change))
    return (
        Patterns(
            Q,
            len(every),
            len(days.written),
            dt.date.fromordinal(min(days.written)) if days.written else None,
            dt.date.fromordinal(max(days.written)) if days.written else None,
            tuple(every),
            tuple(missing),
            coping_changes(days, Spellings(journal.config.aliases)),
            tuple(levels),
        ),
        shown.all(),
    )


def _recent(today: dt.date) -> tuple[Span, Span]:
    """Return the last 90 days up to today, after the 90 before; at the beginning of the calendar, what there is of them."""
    last = today.toordinal()
    ends = [dt.date.fromordinal(max(1, last - back)) for back in (2 * _RECENT - 1, _RECENT, _RECENT - 1, 0)]
    return Span(ends[0], ends[1]), Span(ends[2], ends[3])


def _level(name: str, by_day: dict[int, float], change: LevelChange | None) -> MetricLevel:
    values = list(by_day.values())
    return MetricLevel(
        name,
        len(values),
        rounded(mean(values)),
        rounded(mean([median_low(values), median_high(values)])),
        change.estimate if change else None,
        change.low if change else None,
        change.high if change else None,
    )
