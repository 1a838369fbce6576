from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.rounding import rounded, step_near


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0.0, 0.0), (-0.0, 0.0), (1.23456, 1.235), (-98765.4, -98770.0), (1e-300, 1e-300), (7, 7.0), (math.inf, math.inf)],
)
def test_four_digits_are_kept(number: float, expected: float) -> None:
    assert rounded(number) == expected
    assert math.copysign(1, rounded(0.0 * -1)) == 1


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_rounding_is_near_and_settles(number: float) -> None:
    assert rounded(rounded(number)) == rounded(number)
    assert rounded(number) == pytest.approx(number, rel=1e-3)


@pytest.mark.parametrize(
    ("number", "step"),
    [(1.0, 1), (1.4, 1), (1.5, 2), (3.0, 2), (3.2, 5), (7.5, 10), (2400, 2000), (0.03, 0.02), (1e-300, 1e-300)],
)
def test_a_step_is_round_and_near(number: float, step: float) -> None:
    assert step_near(number) == step
