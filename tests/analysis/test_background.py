from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.background import Numbers, background, drift, independent

DAYS = st.lists(st.integers(1, 3_652_059), min_size=28, max_size=80, unique=True).map(
    lambda days: np.array(sorted(days), dtype=float)
)


def explained(columns: Numbers, value: Numbers) -> float:
    """Return the share of a value's square that orthonormal columns leave."""
    rest = value - columns @ (columns.T @ value)
    return float((rest**2).sum() / (value**2).sum())


@given(DAYS)
@settings(deadline=None, max_examples=60)
def test_all_columns_are_orthonormal_and_fewer_than_days(days: Numbers) -> None:
    behind = background(days, np.ones((len(days), 1)))
    count = behind.columns.shape[1]
    assert np.allclose(behind.columns.T @ behind.columns, np.eye(count), atol=1e-9)
    assert behind.sizes == (behind.drift + behind.week, behind.drift, count)
    assert count < len(days)
    assert behind.week <= 6


@pytest.mark.parametrize(("days", "degrees"), [(28, 1), (90, 1), (180, 2), (365, 4), (1500, 17)])
def test_drift_has_a_degree_of_freedom_for_ninety_days(days: int, degrees: int) -> None:
    assert drift(np.arange(float(days))).shape == (days, degrees + 1)


def test_drift_takes_a_level_and_a_straight_line_away_whole_and_a_season_nearly() -> None:
    days = np.arange(730000.0, 730730.0)
    columns = drift(days)
    assert explained(columns, np.ones(len(days))) < 1e-12
    assert explained(columns, days - days.mean()) < 1e-12
    assert explained(columns, np.sin(days * 2 * np.pi / 365)) < 1e-3
    assert explained(columns, np.sin(days * 2 * np.pi / 14)) > 0.9


def test_drift_bends_smoothly_and_ends_straight() -> None:
    columns = drift(np.arange(0.0, 360.0))
    second = np.diff(columns, n=2, axis=0)
    assert np.abs(np.diff(second, axis=0)).max() < 1e-4
    assert np.abs(second[[0, -1]]).max() < 1e-4


def test_a_long_break_counts_as_ninety_days() -> None:
    half = np.arange(90.0)
    assert drift(np.concatenate((half, half + 10_000))).shape[1] == drift(np.arange(270.0)).shape[1]


def test_an_entry_a_month_leaves_most_of_the_values_to_compare() -> None:
    assert drift(np.arange(40.0) * 30).shape[1] == 5


def test_days_of_the_week_that_never_come_have_no_column() -> None:
    mondays = 1.0 + 7 * np.arange(40.0)
    assert background(mondays, np.empty((40, 0))).week == 0
    both = np.array(sorted({*mondays, *(mondays + 5)}))
    assert background(both, np.empty((80, 0))).week == 1


def test_columns_that_add_nothing_are_left_out() -> None:
    line = np.arange(10.0)[:, None]
    beside = independent(line, np.empty((10, 0)))
    assert independent(line * 3, beside).shape == (10, 0)
    assert independent(np.zeros((10, 2)), beside).shape == (10, 0)
    assert independent(np.ones((10, 2)), beside).shape == (10, 1)
