from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journalgen.plan.anywhere import anywhere
from tests.parse.entries import made

ENTRIES = [made(f"2025-{number // 28 + 1:02}-{number % 28 + 1:02}") for number in range(300)]
DAYS = [dt.date(2026, 1, 1) + dt.timedelta(days=number) for number in range(200)]


def test_of_none_there_is_none_and_of_one_that_one() -> None:
    assert anywhere([], DAYS[0]) is None
    assert anywhere(ENTRIES[:1], DAYS[0]) == anywhere(ENTRIES[:1], DAYS[1]) == ENTRIES[0]


def test_a_day_has_one_choice_in_whatever_order_entries_come() -> None:
    for day in DAYS[:20]:
        assert anywhere(ENTRIES, day) == anywhere(reversed(ENTRIES), day)


def test_tomorrow_it_is_another_one_and_in_time_it_is_many() -> None:
    chosen = [anywhere(ENTRIES, day) for day in DAYS]
    assert all(one != next_one for one, next_one in pairwise(chosen))
    assert len({entry.path for entry in chosen if entry}) > 90


@given(st.sampled_from(DAYS), st.integers(0, 299))
def test_a_new_entry_changes_the_days_choice_only_by_being_it(day: dt.date, number: int) -> None:
    before = [entry for at, entry in enumerate(ENTRIES) if at != number]
    assert anywhere(ENTRIES, day) in (anywhere(before, day), ENTRIES[number])


def test_the_ends_of_the_calendar_are_days_too() -> None:
    assert anywhere(ENTRIES, dt.date.min)
    assert anywhere(ENTRIES, dt.date.max)
