from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.plan.figures.effects import Effect, bar_of, effect_of, reach_of, rounded

NUMBERS = st.floats(-1e6, 1e6)
INTERVALS = st.tuples(NUMBERS, NUMBERS, NUMBERS).map(sorted)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((1.3821, 0.702, 2.0611), Effect("higher", 1.4, 0.7, 2.1, crosses=False)),
        ((-1.3821, -2.0611, -0.702), Effect("lower", 1.4, 0.7, 2.1, crosses=False)),
        ((0.9, -0.31, 2.11), Effect("higher", 0.9, 0.3, 2.1, crosses=True)),
        ((-0.004, -0.62, 0.61), Effect("same", 0.0, 0.6, 0.6, crosses=True)),
        ((0.812, 0.411, 1.213), Effect("higher", 0.8, 0.4, 1.2, crosses=False)),
        ((0.431, 0.28, 0.58), Effect("higher", 0.43, 0.28, 0.58, crosses=False)),
        ((-1234.0, -2310.0, -310.0), Effect("lower", 1200.0, 300.0, 2300.0, crosses=False)),
        ((2.0, 2.0, 2.0), Effect("higher", 2.0, 2.0, 2.0, crosses=False)),
    ],
)
def test_a_difference_is_told_with_the_places_that_are_sure(values: tuple[float, float, float], told: Effect) -> None:
    assert effect_of(*values) == told


@given(INTERVALS)
def test_the_sizes_have_no_sign_and_the_sign_is_told(values: list[float]) -> None:
    low, estimate, high = values
    told = effect_of(estimate, low, high)
    assert min(told.size, told.low, told.high) >= 0
    sure = rounded(estimate, low, high)
    assert {"higher": sure[0] > 0, "lower": sure[0] < 0, "same": sure[0] == 0}[told.way]
    if told.crosses:
        assert (-told.low, told.high) == sure[1:]
    else:
        assert told.low <= told.size <= told.high


@given(INTERVALS, st.floats(0.01, 1e6))
def test_a_bar_stays_on_its_line(values: list[float], reach: float) -> None:
    low, estimate, high = values
    bar = bar_of(estimate, low, high, reach)
    assert -100 <= bar.low <= bar.middle <= bar.high <= 100
    assert bar.cut_low == (low / reach * 80 < -100)


def test_bars_of_one_reach_compare_by_their_lengths() -> None:
    reach = reach_of([(-0.5, 1.0), (-2.0, -1.0)])
    assert reach == 2.0
    assert bar_of(-1.5, -2.0, -1.0, reach).low == -80
    assert bar_of(0.25, -0.5, 1.0, reach).high == 40
    assert reach_of([]) == reach_of([(0.0, 0.0)]) == 1.0
