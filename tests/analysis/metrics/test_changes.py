from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.changes import LevelChange, Span
from journalgen.analysis.metrics.changes import (
    Question,
    around,
    compared,
    event_days,
    questions,
    since,
    within,
)
from journalgen.analysis.metrics.days import DayValue
from tests.parse.entries import made

UNTIL = dt.date(2026, 3, 20)


def counted(values: Sequence[tuple[dt.date, float]], asked: Sequence[Question]) -> tuple[LevelChange, ...]:
    """Answer with how many days lie in each span, and with the difference of their means for an estimate."""

    def of(span: Span) -> list[float]:
        return [value for day, value in values if span.first <= day <= span.last]

    found = []
    for before, after in asked:
        earlier, later = of(before), of(after)
        estimate = sum(later) / len(later) - sum(earlier) / len(earlier)
        found.append(LevelChange(before, after, len(earlier), len(later), estimate, estimate - 1, estimate + 1))
    return tuple(found)


def days(first: dt.date, number: int, value: float = 5) -> list[DayValue]:
    return [DayValue(first + dt.timedelta(n), value, value, 1) for n in range(number)]


def test_what_is_asked_of_every_metric() -> None:
    asked = dict(questions(UNTIL))
    assert asked["month-before"] == (
        Span(dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        Span(dt.date(2026, 3, 1), UNTIL),
    )
    assert asked["month-year-ago"][0] == Span(dt.date(2025, 3, 1), dt.date(2025, 3, 31))
    for name, length in (("90-days", 90), ("year", 365)):
        before, after = asked[name]  # type: ignore[index]  # one of them
        assert after.last == UNTIL
        assert before.last + dt.timedelta(1) == after.first
        assert [(span.last - span.first).days + 1 for span in (before, after)] == [length, length]


def test_in_january_the_month_before_is_december() -> None:
    assert dict(questions(dt.date(2026, 1, 5)))["month-before"][0].first == dt.date(2025, 12, 1)


@given(st.dates())
def test_spans_are_days_of_the_calendar_in_order(until: dt.date) -> None:
    for _, (before, after) in questions(until):
        assert before.first <= before.last < after.first <= after.last == until


def test_a_comparison_without_a_value_on_either_side_is_not_asked() -> None:
    values = days(dt.date(2026, 2, 1), 48)
    found = {each.question: each for each in compared(values, UNTIL, counted)}
    assert set(found) == {"month-before"}
    assert (found["month-before"].change.days_before, found["month-before"].change.days_after) == (28, 20)
    assert compared(days(UNTIL, 1), UNTIL, counted) == ()


def test_the_day_of_an_event_is_neither_before_nor_after() -> None:
    before, after = around(dt.date(2025, 6, 1), UNTIL)
    assert before.last == dt.date(2025, 5, 31)
    assert after.first == dt.date(2025, 6, 2)
    assert (before.last - before.first).days == (after.last - after.first).days == 179
    assert around(dt.date(2026, 3, 1), UNTIL)[1].last == UNTIL


def test_an_event_is_looked_at_with_enough_days_on_both_sides() -> None:
    event = dt.date(2025, 6, 1)
    values = days(event - dt.timedelta(40), 40, 4) + days(event, 40, 6)
    [told] = since(values, [event], UNTIL, counted)
    assert told.day == event
    assert (told.change.days_before, told.change.days_after, told.change.estimate) == (40, 39, 2)
    [few] = since(values, [event + dt.timedelta(20)], UNTIL, counted)
    assert (few.change.days_after, few.change.estimate) == (19, None)


def test_events_at_the_ends_of_the_calendar_and_of_the_journal_are_not_asked() -> None:
    values = days(dt.date(2026, 1, 1), 79)
    assert since(values, [dt.date.min, UNTIL, dt.date(2026, 3, 25)], UNTIL, counted) == ()


def test_an_event_that_repeats_counts_each_time() -> None:
    entries = [
        made("2026-01-05", events=("moved",)),
        made("2026-02-05", events=("moved",)),
        made("2026-02-05", "b.md", events=("rang",)),
        made("2026-02-06"),
        made("2026-04-05", events=("later",)),
    ]
    assert event_days(entries, UNTIL) == (dt.date(2026, 2, 5), dt.date(2026, 1, 5))


@pytest.mark.parametrize(("first", "last", "found"), [(1, 3, 3), (3, 3, 1), (4, 2, 0), (9, 20, 2)])
def test_the_values_within_a_span(first: int, last: int, found: int) -> None:
    values = days(dt.date(2026, 3, 1), 10)
    assert len(within(values, Span(UNTIL.replace(day=first), UNTIL.replace(day=last)))) == found
