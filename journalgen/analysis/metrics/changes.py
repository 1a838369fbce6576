"""What is asked of each metric: whether its level is another now than it was, and after an event than before it."""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from journalgen.analysis.changes import LevelChange, Span
from journalgen.analysis.metrics.days import DayValue
from journalgen.analysis.metrics.values import AfterEvent, Compared, Comparison
from journalgen.model.entry import Entry

# Half a year on either side of an event, and of these so many with a value: four weeks, as for a pattern.
DAYS_AROUND = 180
FEWEST_AROUND = 28
# The events that are looked at: where there are more of them, the newest.
MOST_EVENTS = 40
_QUARTER = 90
_YEAR = 365

Question = tuple[Span, Span]
# `level_changes`: the values of a metric's days, and before and after of each question, into an answer to each.
Answer = Callable[[Sequence[tuple[dt.date, float]], Sequence[Question]], tuple[LevelChange, ...]]


def questions(until: dt.date) -> tuple[tuple[Comparison, Question], ...]:
    """Return the spans that are compared for every metric, before and after, as of the last day with an entry.

    This month so far against the one before and against the same month a year ago, the last 90 days against the 90 before, the
    last 365 against the 365 before; what would begin before the calendar does is not asked.
    """
    this_month = Span(until.replace(day=1), until)
    found: list[tuple[Comparison, Question]] = []
    if (month := _month(until.year * 12 + until.month - 2)) is not None:
        found.append(("month-before", (month, this_month)))
    if (month := _month(until.year * 12 + until.month - 13)) is not None:
        found.append(("month-year-ago", (month, this_month)))
    lengths: tuple[tuple[Comparison, int], ...] = (("90-days", _QUARTER), ("year", _YEAR))
    for name, days in lengths:
        if until.toordinal() >= 2 * days:
            middle = until - dt.timedelta(days)
            found.append((name, (Span(middle - dt.timedelta(days - 1), middle), Span(middle + dt.timedelta(1), until))))
    return tuple(found)


def _month(number: int) -> Span | None:
    """Return the days of a month, counted from January of the year 0; None where the calendar has none."""
    year, month = number // 12, number % 12 + 1
    if year < dt.MINYEAR:
        return None
    return Span(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def around(day: dt.date, until: dt.date) -> Question:
    """Return the days before and after an event, the day itself left out: it is the event."""
    number = day.toordinal()
    before = Span(_day(number - DAYS_AROUND), _day(number - 1))
    return before, Span(_day(number + 1), min(_day(number + DAYS_AROUND), until))


def _day(number: int) -> dt.date:
    return dt.date.fromordinal(max(1, min(number, dt.date.max.toordinal())))


def event_days(entries: Iterable[Entry], until: dt.date) -> tuple[dt.date, ...]:
    """Return the days on which something happened, newest first; one that happens again counts each time."""
    days = {entry.counted for entry in entries if entry.events and entry.counted and entry.counted <= until}
    return tuple(sorted(days, reverse=True))


def compared(values: Sequence[DayValue], until: dt.date, answer: Answer) -> tuple[Compared, ...]:
    """Return how each comparison comes out that has a value in both of its spans."""
    asked = [(name, pair) for name, pair in questions(until) if all(within(values, span) for span in pair)]
    answers = answer(_plain(values), [pair for _, pair in asked]) if asked else ()
    return tuple(Compared(name, change) for (name, _), change in zip(asked, answers, strict=True))


def since(
    values: Sequence[DayValue], events: Sequence[dt.date], until: dt.date, answer: Answer
) -> tuple[AfterEvent, ...]:
    """Return how a metric was after each event against before it, in their order.

    Where fewer than 28 days of either side have a value, nothing is computed.
    """
    spans = {day: around(day, until) for day in events if dt.date.min < day < until}
    counts = {day: (len(within(values, pair[0])), len(within(values, pair[1]))) for day, pair in spans.items()}
    asked = [day for day in spans if min(counts[day]) >= FEWEST_AROUND]
    answers = answer(_plain(values), [spans[day] for day in asked]) if asked else ()
    known = dict(zip(asked, answers, strict=True))
    return tuple(
        AfterEvent(day, known.get(day) or LevelChange(*pair, *counts[day], None, None, None))
        for day, pair in spans.items()
    )


def within(values: Sequence[DayValue], span: Span) -> Sequence[DayValue]:
    """Return the values of the days of a span; `values` are in order."""
    day_of = attrgetter("day")
    return values[bisect_left(values, span.first, key=day_of) : bisect_right(values, span.last, key=day_of)]


def _plain(values: Sequence[DayValue]) -> list[tuple[dt.date, float]]:
    return [(each.day, each.value) for each in values]
