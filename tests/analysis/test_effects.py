from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import stdtr, stdtrit

from journalgen.analysis.background import WITH_ALL, WITH_WEEK, WITHOUT_WEEK, Background, Numbers, background
from journalgen.analysis.carryover import Point, carryover
from journalgen.analysis.effects import Effects, Question
from tests.analysis.dense import covariance, least_squares
from tests.analysis.test_carryover import moods, some_days

POINTS = (Point(0, 0, 0), Point(0, 0, 2), Point(12, 0, 0), Point(12, 0, 1), Point(24, 8, 1))


def made(seed: int, written: int = 80) -> tuple[Background, Numbers, Numbers]:
    """Return a background, values and three columns, of which the last is the day before."""
    chance = np.random.default_rng(seed)
    days = some_days(chance, written * 5 // 3, written)
    columns = (chance.random((written, 3)) < 0.3).astype(float)
    return background(days, (np.isin(days - 1, days)).astype(float)[:, None]), moods(chance, days, 0.4), columns


@pytest.mark.parametrize(
    "question",
    [Question(0), Question(0, (1, 2)), Question(1, (), WITHOUT_WEEK), Question(2, (0,), WITH_ALL), Question(0, (1, 1))],
)
def test_answers_are_those_of_whole_matrices(question: Question) -> None:
    behind, value, columns = made(1)
    rows = []
    for point in POINTS:
        if question.model == WITHOUT_WEEK and point in (POINTS[1], POINTS[3]):
            continue  # without the days of the week, their width is no other point
        whole, known = covariance(behind, *point.errors, point.week, question.model)
        beside = columns[:, sorted(set(question.beside))]
        rows.append(least_squares(value, np.column_stack((known, beside, columns[:, question.column])), whole))
    estimates, variances, likelihoods = map(np.array, zip(*rows, strict=True))
    weights = np.exp(likelihoods - likelihoods.max())
    weights /= weights.sum()
    estimate = weights @ estimates
    error = math.sqrt(weights @ (variances + (estimates - estimate) ** 2))
    logs = np.log(variances)
    free = behind.sizes[question.model] - (behind.week if question.model != WITHOUT_WEEK else 0)
    left = len(value) - free - len(set(question.beside)) - 1
    degrees = 2 / (weights @ (logs - weights @ logs) ** 2 + 2 / left)

    found = Effects(behind, value, columns, POINTS).answers([question])[0]
    assert found is not None
    assert found.estimate == pytest.approx(estimate, rel=1e-8)
    assert found.high - found.low == pytest.approx(2 * stdtrit(degrees, 0.975) * error, rel=1e-8)
    assert found.p == pytest.approx(2 * stdtr(degrees, -abs(estimate) / error), rel=1e-8)


def test_without_carryover_and_the_week_it_is_what_least_squares_says() -> None:
    behind, value, columns = made(2)
    known = np.column_stack((behind.columns[:, : behind.drift], columns[:, 0]))
    solution, rest, _, _ = np.linalg.lstsq(known, value, rcond=None)
    left = len(value) - known.shape[1]
    error = math.sqrt(rest[0] / left * np.linalg.inv(known.T @ known)[-1, -1])
    found = Effects(behind, value, columns, (Point(0, 0, 0),)).answers([Question(0, (), WITHOUT_WEEK)])[0]
    assert found is not None
    assert found.estimate == pytest.approx(solution[-1])
    assert found.p == pytest.approx(2 * stdtr(left, -abs(solution[-1]) / error))


def test_what_others_say_already_has_no_answer() -> None:
    behind, value, columns = made(3)
    same = np.column_stack((columns, columns[:, 0] * 2 + 1, np.zeros(len(value))))
    answers = Effects(behind, value, same, POINTS).answers(
        [Question(3, (0,)), Question(4), Question(3), Question(3, (1,))]
    )
    assert answers[0] is answers[1] is None
    assert answers[2] is not None
    assert answers[3] is not None


@given(st.integers(0, 50), st.floats(-5, 5), st.floats(0.01, 100))
@settings(deadline=None, max_examples=25)
def test_a_level_changes_nothing_and_a_scale_only_what_it_must(seed: int, level: float, scale: float) -> None:
    behind, value, columns = made(seed, 40)
    questions = [Question(0), Question(1, (), WITHOUT_WEEK), Question(2, (0,), WITH_ALL), Question(1, (0,), WITH_WEEK)]
    before = Effects(behind, value, columns, POINTS).answers(questions)
    after = Effects(behind, value * scale + level, columns, POINTS).answers(questions)
    for one, other in zip(before, after, strict=True):
        assert one is not None
        assert other is not None
        assert other.p == pytest.approx(one.p, rel=1e-6)
        assert (other.estimate, other.low, other.high) == pytest.approx(
            (one.estimate * scale, one.low * scale, one.high * scale), rel=1e-6, abs=1e-9 * scale
        )


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    chance = np.random.default_rng(5)
    held = 0
    for _ in range(200):
        days = some_days(chance, 100, 60)
        behind = background(days, np.empty((60, 0)))
        column = (chance.random((60, 1)) < 0.3).astype(float)
        value = moods(chance, days, 0.6) + 0.8 * column[:, 0]
        found = Effects(behind, value, column, carryover(behind, value)).answers([Question(0)])[0]
        held += found is not None and found.low <= 0.8 <= found.high
    assert 180 <= held <= 198
