from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.metrics.days import DayValue
from journalgen.analysis.metrics.history import FEWEST_AROUND, Pace, course, months, pace, points, years
from journalgen.analysis.metrics.values import LONGEST_MONTH, Spread

DAY = dt.date(2024, 1, 1)
DAILY = Pace("day", 29)


def days(*offsets: int, value: float = 5) -> list[DayValue]:
    return [DayValue(DAY + dt.timedelta(offset), value, value, 1) for offset in offsets]


@pytest.mark.parametrize(
    ("last", "step", "window"),
    [(DAY, "day", 29), (DAY.replace(year=2026), "day", 29), (DAY.replace(year=2052), "week", 91),
     (DAY.replace(year=2099), "month", 365)],
)  # fmt: skip
def test_the_longer_a_history_the_larger_its_steps(last: dt.date, step: str, window: int) -> None:
    assert pace(DAY, last) == (step, window)


def test_each_day_is_a_point_and_a_day_without_a_value_is_none() -> None:
    assert [(each.day, each.value) for each in points(days(0, 3), "day")] == [(DAY, 5), (DAY.replace(day=4), 5)]


def test_what_is_private_is_no_point_and_no_square() -> None:
    hidden = [DayValue(DAY, 2, None, 1), DayValue(DAY.replace(day=2), 5, 7, 2)]
    assert [each.value for each in points(hidden, "day")] == [7]
    assert [each.value for each in points(hidden, "week")] == [7]
    assert [value for value in years(hidden)[0].days if value is not None] == [7]


def test_weeks_and_months_are_their_means() -> None:
    values = [DayValue(DAY.replace(day=day), day, day, 1) for day in (1, 3, 7, 8)]
    assert [(each.day.day, each.value) for each in points(values, "week")] == [(4, 3.67), (11, 8)]
    assert [(each.day.day, each.value) for each in points(values, "month")] == [(15, 4.75)]


def test_the_course_is_the_median_of_what_lies_around() -> None:
    values = [DayValue(DAY + dt.timedelta(n), n, n, 1) for n in range(60)]
    middle = course(values, DAILY)[30]
    assert (middle.median, middle.low, middle.high) == (30, 23, 37)
    assert middle.joined


def test_there_is_no_course_of_few_values() -> None:
    assert course(days(*range(FEWEST_AROUND - 1)), DAILY) == ()
    assert len(course(days(*range(FEWEST_AROUND)), DAILY)) == FEWEST_AROUND


def test_the_course_is_open_where_nothing_was_noted_for_long() -> None:
    found = course(days(*range(6), *range(26, 32)), DAILY)
    assert [each.joined for each in found] == [False] + 5 * [True] + [False] + 5 * [True]
    short = course(days(*range(6), *range(19, 25)), DAILY)
    assert [each.joined for each in short].count(False) == 1


def test_the_course_of_weeks_has_one_place_a_week() -> None:
    assert len(course(days(*range(70)), Pace("week", 91))) == 10


def test_private_values_count_in_the_course() -> None:
    values = [DayValue(each.day, 2, None, 1) for each in days(*range(9))]
    assert {each.median for each in course(values, DAILY)} == {2}


def test_a_year_has_its_days_by_month_and_day() -> None:
    found = years([DayValue(dt.date(2024, 2, 29), 6, 6, 1), DayValue(dt.date(2025, 12, 31), 7, 7, 1)])
    assert [each.year for each in found] == [2024, 2025]
    assert found[0].days[LONGEST_MONTH + 28] == 6
    assert found[1].days[-1] == 7
    assert found[0].spread == Spread(1, 6, 6, 6, 6)


def test_months_without_a_value_are_not_there() -> None:
    assert [(each.year, each.month, each.spread.n) for each in months(days(0, 1, 70))] == [(2024, 1, 2), (2024, 3, 1)]


@given(st.sets(st.integers(0, 800), min_size=1, max_size=25), st.sampled_from(["day", "week", "month"]))
def test_nothing_is_drawn_where_nothing_was_noted(offsets: set[int], step: str) -> None:
    chance = random.Random(1)
    values = [DayValue(each.day, v := chance.randint(1, 10), v, 1) for each in days(*sorted(offsets))]
    chosen = Pace(step, 29)  # type: ignore[arg-type]  # one of them
    noted = {each.day for each in values}
    found = course(values, chosen)
    assert {each.day for each in found} <= noted
    assert all(each.low <= each.median <= each.high for each in found)
    assert not found or not found[0].joined
    assert len(points(values, chosen.step)) <= len(noted)


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("step", ["day", "week", "month"])
def test_the_first_and_the_last_year_of_the_calendar(year: int, step: str) -> None:
    values = [DayValue(dt.date(year, 12 if year > 1 else 1, day), 5, 5, 1) for day in range(1, 32)]
    assert points(values, step)  # type: ignore[arg-type]  # one of them
    assert course(values, Pace(step, 365))  # type: ignore[arg-type]
