from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.changes import LevelChange, Span
from journalgen.model.config import MetricConfig
from journalgen.plan.figures.metrics.change import Change, change_of

SPAN = Span(dt.date(2026, 3, 1), dt.date(2026, 3, 20))
MOOD = MetricConfig("mood", min=1, max=10, better="higher")


def change(estimate: float | None, low: float | None, high: float | None) -> LevelChange:
    return LevelChange(SPAN, SPAN, 30, 30, estimate, low, high)


@pytest.mark.parametrize(
    ("given_change", "metric", "told"),
    [
        (change(0.41, -0.21, 1.04), MOOD, Change("higher", 0.4, -0.2, 1.0, clear=False, way=None)),
        (change(1.41, 0.72, 2.09), MOOD, Change("higher", 1.4, 0.7, 2.1, clear=True, way="better")),
        (change(-1.41, -2.09, -0.72), MOOD, Change("lower", 1.4, 0.7, 2.1, clear=True, way="harder")),
        (change(-0.4, -1.0, 0.2), MOOD, Change("lower", 0.4, -0.2, 1.0, clear=False, way=None)),
        (change(0.01, -0.6, 0.6), MOOD, Change("same", 0.0, -0.6, 0.6, clear=False, way=None)),
        (change(1.41, 0.72, 2.09), MetricConfig("anxiety", better="lower"),
         Change("higher", 1.4, 0.7, 2.1, clear=True, way="harder")),
        (change(1.41, 0.72, 2.09), MetricConfig("tea"), Change("higher", 1.4, 0.7, 2.1, clear=True, way=None)),
        (change(-0.21, -0.55, 0.13), MOOD, Change("lower", 0.2, -0.1, 0.6, clear=False, way=None)),
        (change(0.06, 0.02, 0.1), MOOD, Change("higher", 0.06, 0.02, 0.1, clear=True, way="better")),
        (change(1234, -310, 2780), MetricConfig("steps"), Change("higher", 1200, -300, 2800, clear=False, way=None)),
        (change(-1.0, -1.97, -0.03), MOOD, Change("lower", 1.0, 0.03, 1.97, clear=True, way="harder")),
        (change(None, None, None), MOOD, None),
    ],
)  # fmt: skip
def test_how_a_change_is_told(given_change: LevelChange, metric: MetricConfig, told: Change | None) -> None:
    assert change_of(given_change, metric) == told


@given(st.floats(-1e9, 1e9), st.floats(0, 1e9), st.floats(0, 1e9))
def test_amounts_are_never_below_nothing_and_lie_within_their_interval(
    estimate: float, below: float, above: float
) -> None:
    found = change_of(change(estimate, estimate - below, estimate + above), MOOD)
    assert found is not None
    assert found.amount >= 0
    assert found.low <= found.amount <= found.high
    assert str(found.amount) != "-0.0"
