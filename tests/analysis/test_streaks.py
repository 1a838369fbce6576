from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.streaks import Gap, Rests, Streak, current, longest, longest_gap, rests_of, streaks
from journalgen.model.config import Config, Pause

DAY = dt.timedelta(days=1)
MARCH = dt.date(2026, 3, 1)
DAYS = st.lists(st.integers(0, 40).map(lambda number: MARCH + number * DAY), max_size=25)
EDGES = st.lists(st.sampled_from([dt.date.min, dt.date.min + DAY, dt.date.max - DAY, dt.date.max]), max_size=4)


def march(*days: int) -> list[dt.date]:
    return [dt.date(2026, 3, day) for day in days]


def run(first: int, last: int) -> Streak:
    return Streak(last - first + 1, dt.date(2026, 3, first), dt.date(2026, 3, last))


def directly(days: list[dt.date]) -> list[Streak]:
    """Return every span whose days all have an entry, and that no longer one holds."""
    written = set(days)
    spans = []
    for first in sorted(written):
        if first > dt.date.min and first - DAY in written:
            continue
        last = first
        while last < dt.date.max and last + DAY in written:
            last += DAY
        spans.append(Streak((last - first).days + 1, first, last))
    return spans


@given(DAYS | EDGES)
@settings(deadline=None, max_examples=150)
def test_streaks_are_the_maximal_runs_of_written_days(days: list[dt.date]) -> None:
    runs = streaks(days)
    assert list(runs) == directly(days)
    assert sum(each.days for each in runs) == len(set(days))


@given(DAYS, st.integers(-2, 45).map(lambda number: MARCH + number * DAY))
@settings(deadline=None, max_examples=150)
def test_the_current_streak_ends_today_or_yesterday(days: list[dt.date], today: dt.date) -> None:
    written = {day for day in days if day <= today}
    end = today if today in written else today - DAY
    length = 0
    while end - length * DAY in written:
        length += 1
    assert current(days, today) == (Streak(length, end - (length - 1) * DAY, end) if length else None)


@given(DAYS)
@settings(deadline=None, max_examples=150)
def test_a_gap_counts_the_days_without_between_two_with(days: list[dt.date]) -> None:
    written = sorted(set(days))
    gaps = [Gap((later - earlier).days - 1, earlier, later) for earlier, later in pairwise(written)]
    gaps = [gap for gap in gaps if gap.days]
    found = longest_gap(streaks(days))
    assert found == (next(gap for gap in gaps if gap.days == max(each.days for each in gaps)) if gaps else None)


@pytest.mark.parametrize(
    ("days", "today", "expected"),
    [
        ([], 14, None), (march(12, 13, 14), 14, run(12, 14)), (march(12, 13), 14, run(12, 13)),
        (march(11, 12), 14, None),
        (march(14), 14, run(14, 14)), (march(13, 14, 15, 16), 14, run(13, 14)), (march(15), 14, None),
    ],
)  # fmt: skip
def test_the_current_streak_by_example(days: list[dt.date], today: int, expected: Streak | None) -> None:
    assert current(days, dt.date(2026, 3, today)) == expected


def test_the_first_of_several_longest_is_taken() -> None:
    runs = streaks(march(1, 2, 4, 5, 7))
    assert longest(runs) == run(1, 2)
    assert longest_gap(runs) == Gap(1, dt.date(2026, 3, 2), dt.date(2026, 3, 4))
    assert longest(()) is None
    assert longest_gap(()) is None
    assert current(march(1), dt.date.min) is None


def spans(runs: tuple[Streak, ...]) -> list[tuple[int, int, int]]:
    return [(each.days, each.first.day, each.last.day) for each in runs]


# 2 March 2026 is a Monday.
@pytest.mark.parametrize(
    ("days", "rests", "expected"),
    [
        ((2, 4, 6), Rests(2), [(3, 2, 6)]),
        ((2, 4, 6, 8), Rests(2), [(3, 2, 6), (1, 8, 8)]),
        ((2, 5), Rests(2), [(2, 2, 5)]),
        ((2, 6), Rests(2), [(1, 2, 2), (1, 6, 6)]),
        # Two at the end of a week, and two at the beginning of the next.
        ((2, 3, 4, 5, 6, 11), Rests(2), [(6, 2, 11)]),
        ((2, 3, 4, 5, 6, 12), Rests(2), [(5, 2, 6), (1, 12, 12)]),
        # With weeks that begin on Sunday, three of them are in one week.
        ((6, 11), Rests(2, first_day=6), [(1, 6, 6), (1, 11, 11)]),
        ((2, 20), Rests(pauses=(Pause(dt.date(2026, 3, 3), dt.date(2026, 3, 19)),)), [(2, 2, 20)]),
        ((2, 20), Rests(pauses=(Pause(dt.date(2026, 3, 3), dt.date(2026, 3, 18)),)), [(1, 2, 2), (1, 20, 20)]),
        ((2, 20), Rests(1, (Pause(dt.date(2026, 3, 3), dt.date(2026, 3, 18)),)), [(2, 2, 20)]),
    ],
)
def test_rest_interrupts_no_run(days: tuple[int, ...], rests: Rests, expected: list[tuple[int, int, int]]) -> None:
    assert spans(streaks(march(*days), rests)) == expected


def test_a_run_goes_on_through_rest_and_pauses_until_today() -> None:
    today = dt.date(2026, 3, 15)
    assert current(march(2, 3, 12), today) is None
    assert current(march(2, 3, 12), today, Rests(2)) == Streak(1, dt.date(2026, 3, 12), dt.date(2026, 3, 12))
    paused = Rests(pauses=(Pause(dt.date(2026, 3, 4)),))
    assert current(march(2, 3), today, paused) == run(2, 3)


@given(DAYS, st.integers(0, 6))
def test_no_week_of_a_run_has_more_rest_than_is_given(days: list[dt.date], rest_days: int) -> None:
    runs = streaks(days, Rests(rest_days))
    assert sum(each.days for each in runs) == len(set(days))
    assert len(runs) <= len(streaks(days))
    for each in runs:
        span = [each.first + number * DAY for number in range((each.last - each.first).days + 1)]
        without = Counter(day.isocalendar()[:2] for day in span if day not in days)
        assert all(count <= rest_days for count in without.values())
        assert each.days == len(span) - without.total()


def test_the_rests_are_those_of_the_configuration() -> None:
    pauses = (Pause(dt.date(2026, 1, 1)),)
    assert rests_of(Config(rest_days=2, pauses=pauses), 6) == Rests(2, pauses, 6)
