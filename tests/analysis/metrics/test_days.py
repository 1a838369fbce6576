from __future__ import annotations

import datetime as dt
import statistics
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.metrics.days import DayValue, Value, as_noted, quartiles, rounded, spread, values_by_day
from journalgen.analysis.metrics.values import Spread
from journalgen.model.entry import Entry, Measure
from tests.parse.entries import made, parsed

UNTIL = dt.date(2026, 3, 20)
DAY = dt.date(2026, 3, 14)


def noted(day: str, value: float, path: str | None = None, metric: str = "mood", **changes: Any) -> Entry:
    return made(day, path, measures=(Measure(metric, value),), **changes)


def test_a_day_has_the_mean_of_its_entries() -> None:
    days = values_by_day([noted("2026-03-14", 4, "a.md"), noted("2026-03-14", 7, "b.md")], UNTIL)
    assert days == {"mood": (DayValue(DAY, 5.5, 5.5, 2),)}


def test_of_a_value_before_and_one_after_the_later_counts() -> None:
    days = values_by_day([parsed("mood: {before: 4, after: 6}")], UNTIL)
    assert days["mood"][0].value == 6


def test_private_values_count_and_are_not_shown() -> None:
    days = values_by_day([noted("2026-03-14", 4, "a.md", private=True), noted("2026-03-14", 7, "b.md")], UNTIL)
    assert days["mood"] == (DayValue(DAY, 5.5, 7, 2),)
    assert values_by_day([noted("2026-03-14", 4, private=True)], UNTIL)["mood"] == (DayValue(DAY, 4, None, 1),)


def test_days_come_in_order_mood_first_and_none_after_the_last() -> None:
    entries = [
        noted("2026-03-14", 7, metric="anxiety"),
        noted("2026-03-15", 5),
        noted("2026-03-13", 6, metric="anxiety"),
        noted("2026-03-21", 6),
        noted("2026-03-12", 6, metric="sleep"),
    ]
    days = values_by_day(entries, UNTIL)
    assert list(days) == ["mood", "anxiety", "sleep"]
    assert [each.day.day for each in days["anxiety"]] == [13, 14]
    assert len(days["mood"]) == 1


def test_entries_of_the_small_hours_count_for_the_day_before() -> None:
    entry = made("2026-03-14", counted=DAY.replace(day=13), measures=(Measure("mood", 3),))
    assert values_by_day([entry], UNTIL)["mood"][0].day == DAY.replace(day=13)


def test_what_some_values_are_like() -> None:
    assert spread([Value(value, value) for value in (1, 2, 3, 4, 10)]) == Spread(5, 4, 3, 2, 4)
    assert spread([]) == Spread(0)


def test_a_private_value_is_no_figure_by_itself() -> None:
    assert spread([Value(2, None)]) == Spread(0)
    assert spread([Value(2, None), Value(6, 6)]) == Spread(1, 6, 6, 6, 6)
    assert spread([Value(2, None), Value(6, 6), Value(7, 7)]).n == 3


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40))
def test_quartiles_are_those_of_the_standard_library(values: list[float]) -> None:
    expected = statistics.quantiles(values, n=4, method="inclusive")
    for found, wanted in zip(quartiles(sorted(values)), expected, strict=True):
        assert abs(found - wanted) <= 1e-9 * max(1.0, *map(abs, values))


@given(st.lists(st.tuples(st.floats(-1e15, 1e15), st.booleans()), max_size=12))
def test_figures_lie_between_the_values(values: list[tuple[float, bool]]) -> None:
    found = spread([Value(value, None if private else value) for value, private in values])
    numbers = [value for value, private in values if len(values) >= 3 or not private]
    assert found.n == len(numbers)
    if found.mean is not None and found.low is not None and found.high is not None:
        for figure in (found.mean, found.low, found.high):
            assert rounded(min(numbers)) <= figure <= rounded(max(numbers))


def test_figures_have_three_digits_and_single_days_what_was_written() -> None:
    assert [rounded(value) for value in (6.2777, 8123.4, -0.0, 0.03456)] == [6.28, 8120, 0, 0.0346]
    assert str(rounded(-0.0)) == "0.0"
    assert [as_noted(value) for value in (6996, 7.25, 5.3333)] == [6996, 7.25, 5.33]
