from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.background import WITH_ALL, WITH_WEEK, WITHOUT_WEEK, Numbers, background
from journalgen.analysis.carryover import NUGGETS, REACHES, Point, _likelihoods, carryover, products
from tests.analysis.dense import correlations, covariance

NOTHING = np.empty((0, 0))


def some_days(chance: np.random.Generator, days: int, written: int) -> Numbers:
    return np.sort(chance.choice(np.arange(730000.0, 730000.0 + days), written, replace=False))


def moods(chance: np.random.Generator, days: Numbers, phi: float, nugget: float = 0.0) -> Numbers:
    """Return values with exactly these errors."""
    return np.linalg.cholesky(correlations(days, phi, nugget)) @ chance.standard_normal(len(days))


@given(
    st.lists(st.integers(1, 200), min_size=3, max_size=20, unique=True),
    st.floats(0, 0.96),
    st.floats(0, 0.6),
    st.integers(0, 2**32 - 1),
)
@settings(deadline=None, max_examples=100)
def test_products_are_those_of_the_whole_matrix(days: list[int], phi: float, nugget: float, seed: int) -> None:
    days_ = np.array(sorted(days), dtype=float)
    columns = np.random.default_rng(seed).standard_normal((len(days), 3))
    if phi == 0:
        nugget = 0.0
    whole = correlations(days_, phi, nugget)
    found, determinant = products(days_, columns, phi, nugget)
    assert np.allclose(found, columns.T @ np.linalg.solve(whole, columns), rtol=1e-6, atol=1e-8)
    assert determinant == pytest.approx(np.linalg.slogdet(whole)[1], rel=1e-6, abs=1e-8)


def test_gaps_of_centuries_are_gaps() -> None:
    days = np.array([1.0, 2.0, 3_652_058.0, 3_652_059.0])
    found, determinant = products(days, np.eye(4), 0.5, 0.2)
    assert np.allclose(found, np.linalg.inv(correlations(days, 0.5, 0.2)))
    assert np.isfinite(determinant)


@pytest.mark.parametrize("model", [WITH_WEEK, WITHOUT_WEEK, WITH_ALL])
@pytest.mark.parametrize("point", [Point(0, 0, 0), Point(12, 4, 1), Point(40, 16, 2)])
def test_likelihoods_are_those_of_the_whole_matrix(model: int, point: Point) -> None:
    chance = np.random.default_rng(1)
    days = some_days(chance, 150, 90)
    behind = background(days, (np.isin(days - 1, days)).astype(float)[:, None])

    def directly(value: Numbers) -> float:
        whole, known = covariance(behind, *point.errors, point.week, model)
        inverse = np.linalg.inv(whole)
        pairs = known.T @ inverse @ known
        rest = value - known @ np.linalg.solve(pairs, known.T @ inverse @ value)
        left = len(value) - known.shape[1]
        return float(
            -(np.linalg.slogdet(whole)[1] + np.linalg.slogdet(pairs)[1] + left * np.log(rest @ inverse @ rest)) / 2
        )

    def ours(value: Numbers) -> float:
        return float(_likelihoods(behind, np.column_stack((behind.columns, value)), point, range(3))[point.week, model])

    assert ours(days % 11) == pytest.approx(directly(days % 11), rel=1e-9)
    assert ours(days % 13) == pytest.approx(directly(days % 13), rel=1e-9)


def likely(phi: float, nugget: float, days: int) -> list[tuple[float, float]]:
    chance = np.random.default_rng(7)
    written = some_days(chance, days * 5 // 3, days)
    behind = background(written, np.empty((days, 0)))
    return [point.errors for point in carryover(behind, moods(chance, written, phi, nugget))]


@pytest.mark.parametrize(("phi", "nugget"), [(0.0, 0.0), (0.3, 0.0), (0.5, 0.3), (0.7, 0.0), (0.9, 0.3)])
def test_what_is_likely_is_around_the_truth(phi: float, nugget: float) -> None:
    points = likely(phi, nugget, 600)
    after_a_day = [(1 - own) * carried for carried, own in points]
    assert min(after_a_day) - 0.05 <= (1 - nugget) * phi <= max(after_a_day) + 0.05


def test_a_longer_journal_knows_its_errors_better() -> None:
    spread = [np.ptp([carried for carried, _ in likely(0.5, 0.0, days)]) for days in (60, 400, 3000)]
    assert spread[0] > spread[1] > spread[2]


def test_points_are_on_the_grid_and_each_once() -> None:
    chance = np.random.default_rng(3)
    days = some_days(chance, 100, 60)
    points = carryover(background(days, np.empty((60, 0))), moods(chance, days, 0.5))
    assert len(set(points)) == len(points) > 3
    assert list(points) == sorted(points)
    assert all(0 <= reach <= REACHES and 0 <= nugget <= NUGGETS for reach, nugget, _ in points)
    assert all(nugget == 0 for reach, nugget, _ in points if reach == 0)
