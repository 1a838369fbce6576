"""The numbers are those that Loop Habit Tracker's own tests give (`ScoreListTest.kt` of iSoron/uhabits)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.streaks import NO_RESTS, Rests
from journalgen.analysis.strength import strengths
from journalgen.model.config import Pause

TODAY = dt.date(2026, 3, 15)


def ago(*days: int) -> set[dt.date]:
    return {TODAY - dt.timedelta(days=number) for number in days}


def pause(first: int, last: int) -> Pause:
    """Return the pause from so many days ago until so many."""
    return Pause(TODAY - dt.timedelta(days=first), TODAY - dt.timedelta(days=last))


def newest_first(days: set[dt.date], rests: Rests = NO_RESTS) -> list[float]:
    return strengths(days, TODAY, rests)[1][::-1]


def test_twenty_days_in_a_row() -> None:
    assert newest_first(ago(*range(20))) == pytest.approx(
        [
            0.655747, 0.636894, 0.617008, 0.596033, 0.573910, 0.550574, 0.525961, 0.500000, 0.472617, 0.443734,
            0.413270, 0.381137, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.147820, 0.101149, 0.051922,
        ],
        abs=1e-6,
    )  # fmt: skip


def test_days_of_a_pause_leave_it_as_it_is() -> None:
    rests = Rests(pauses=(pause(5, 5), pause(11, 10)))
    assert newest_first(ago(*range(20)) - ago(5, 10, 11), rests) == pytest.approx(
        [
            0.596033, 0.573910, 0.550574, 0.525961, 0.500000, 0.472617, 0.472617, 0.443734, 0.413270, 0.381137,
            0.347244, 0.347244, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.147820, 0.101149, 0.051922,
        ],
        abs=1e-6,
    )  # fmt: skip


def test_it_rests_slowly() -> None:
    # The newest number is that of a day without an entry, which today is not yet.
    found = newest_first(ago(5), Rests(pauses=(pause(4, 4),)))
    assert found[1:] == pytest.approx([0.044247, 0.046670, 0.049226, 0.051922, 0.051922], abs=1e-6)
    assert found[0] == found[1]


def test_with_days_of_rest_the_days_that_are_left_are_enough() -> None:
    every_week = {TODAY - dt.timedelta(days=number) for number in range(700) if number % 7 not in (2, 5)}
    assert newest_first(every_week, Rests(days=2))[0] > 0.99
    assert newest_first(every_week)[0] < 0.75


def test_two_of_three_days_a_week_come_to_two_thirds() -> None:
    kept = {TODAY - dt.timedelta(days=7 * week + day) for week in range(100) for day in (0, 1)}
    assert newest_first(kept, Rests(days=4))[0] == pytest.approx(2 / 3, abs=1e-6)


def test_it_is_high_after_three_months() -> None:
    assert newest_first(ago(*range(90)))[0] > 0.99


def test_it_begins_with_the_first_day_that_has_an_entry() -> None:
    assert strengths(ago(3, 1), TODAY, NO_RESTS)[0] == TODAY - dt.timedelta(days=3)


@pytest.mark.parametrize("days", [set(), {TODAY + dt.timedelta(days=1)}])
def test_without_a_past_there_is_nothing_to_say(days: set[dt.date]) -> None:
    with pytest.raises(ValueError, match=r"empty|yet"):
        strengths(days, TODAY, NO_RESTS)


@given(st.sets(st.integers(0, 60)), st.integers(0, 6))
def test_it_stays_between_0_and_1_and_an_entry_of_today_never_lowers_it(days: set[int], rest_days: int) -> None:
    rests = Rests(days=rest_days)
    before = ago(*days) - {TODAY}
    without = newest_first(before, rests) if before else []
    written = newest_first(before | {TODAY}, rests)
    assert all(0 <= value <= 1 for value in (*without, *written))
    assert not without or rest_days or written[0] >= without[0]
