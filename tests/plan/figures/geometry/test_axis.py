from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.model.config import MetricConfig
from journalgen.plan.figures.geometry.axis import FIELD, TimeAxis, axis, ticks

MOOD = MetricConfig("mood", min=1, max=10)
BARE = MetricConfig("steps")


@pytest.mark.parametrize(
    ("low", "high", "metric", "values"),
    [
        (4, 7, MOOD, (1, 5, 10)),
        (6, 7.5, MetricConfig("sleep", min=0, max=12), (0, 5, 10)),
        (2300, 11800, BARE, (0, 5000, 10000, 15000)),
        (0.2, 0.7, BARE, (0.2, 0.4, 0.6, 0.8)),
        (5, 5, BARE, (4, 4.5, 5, 5.5, 6)),
        (-3, 4, BARE, (-4, -2, 0, 2, 4)),
        (2000, 9000, MetricConfig("steps", min=0), (0, 5000, 10000)),
    ],
)
def test_an_axis_has_round_numbers(low: float, high: float, metric: MetricConfig, values: tuple[float, ...]) -> None:
    assert axis(low, high, metric).values == values


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15), st.sampled_from([MOOD, BARE, MetricConfig("x", min=0)]))
def test_every_value_lies_on_its_axis_in_order(one: float, other: float, metric: MetricConfig) -> None:
    low, high = sorted((one, other))
    found = axis(low, high, metric)
    assert found.low < found.high
    assert found.low <= low
    assert found.high >= high
    assert 1 <= len(found.values) <= 9
    assert all(math.isfinite(value) for value in found.values)
    assert 0 <= found.across(low) <= found.across(high) <= FIELD
    assert found.down(high) == FIELD - found.across(high)
    assert all(0 <= tick.at <= FIELD for tick in ticks(found))
    assert all(after > before for before, after in pairwise(found.values))


@given(st.dates(), st.dates())
def test_the_days_of_an_axis_are_named_in_order(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    days = TimeAxis(first, last)
    named = days.ticks()
    assert 1 <= len(named) <= 8
    assert [tick.day for tick in named] == sorted({tick.day for tick in named})
    assert all(first <= tick.day <= last for tick in named)
    assert not named[0].minor
    assert 0 <= days.across(first) <= days.across(last) <= FIELD


def test_a_single_day_lies_in_the_middle() -> None:
    day = dt.date(2026, 3, 14)
    assert TimeAxis(day, day).across(day) == FIELD // 2


@pytest.mark.parametrize(
    ("last", "unit"),
    [(dt.date(2026, 3, 20), "day"), (dt.date(2026, 12, 20), "month"), (dt.date(2030, 3, 20), "year"),
     (dt.date(2090, 3, 20), "year")],
)  # fmt: skip
def test_what_is_named_follows_the_length(last: dt.date, unit: str) -> None:
    assert {tick.unit for tick in TimeAxis(dt.date(2026, 3, 1), last).ticks()} == {unit}
