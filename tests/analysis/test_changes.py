from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.changes import Span, level_changes
from tests.analysis.test_carryover import moods

FIRST = dt.date(2025, 1, 1)


def days_of(first: int, last: int) -> Span:
    return Span(FIRST + dt.timedelta(days=first), FIRST + dt.timedelta(days=last))


def values(numbers: list[float], every: int = 1) -> list[tuple[dt.date, float]]:
    return [(FIRST + dt.timedelta(days=place * every), value) for place, value in enumerate(numbers)]


def test_a_step_is_found_with_an_interval() -> None:
    chance = np.random.default_rng(1)
    numbers = chance.normal(5, 1, 120) + np.where(np.arange(120) >= 60, 2, 0)
    (found,) = level_changes(values(numbers.tolist()), [(days_of(0, 59), days_of(60, 119))])
    assert (found.days_before, found.days_after) == (60, 60)
    assert found.estimate == pytest.approx(numbers[60:].mean() - numbers[:60].mean(), abs=0.2)
    assert found.low is not None
    assert found.high is not None
    assert found.estimate is not None
    assert 0 < found.low < found.estimate < found.high


@pytest.mark.parametrize(
    ("count", "before", "after"),
    [
        (0, (0, 9), (10, 19)),
        (27, (0, 13), (14, 26)),
        (60, (0, 3), (10, 50)),
        (60, (0, 9), (56, 90)),
        (60, (0, 30), (0, 30)),
    ],
)
def test_too_few_days_say_nothing(count: int, before: tuple[int, int], after: tuple[int, int]) -> None:
    numbers = [float(place % 7) for place in range(count)]
    (found,) = level_changes(values(numbers), [(days_of(*before), days_of(*after))])
    assert (found.estimate, found.low, found.high) == (None, None, None)


def test_a_day_in_both_spans_counts_for_neither() -> None:
    numbers = [float(place * place % 7) for place in range(60)]
    (found,) = level_changes(values(numbers), [(days_of(0, 39), days_of(30, 59))])
    assert (found.days_before, found.days_after) == (30, 20)


@pytest.mark.parametrize("number", [5.0, 1e300, 5e-324, 0.0])
def test_a_metric_that_never_changes_says_nothing(number: float) -> None:
    (found,) = level_changes(values([number] * 60), [(days_of(0, 29), days_of(30, 59))])
    assert found.estimate is None


def test_no_question_has_no_answer() -> None:
    assert level_changes(values([1.0, 2.0]), []) == ()


@given(
    st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=28, max_size=60),
    st.sampled_from([dt.date.min, FIRST, dt.date.max - dt.timedelta(days=60)]),
)
@settings(deadline=None, max_examples=40)
def test_any_numbers_have_finite_answers_or_none(numbers: list[float], first: dt.date) -> None:
    span = [first + dt.timedelta(days=place) for place in (0, 13, 14, 60)]
    written = [(first + dt.timedelta(days=place), value) for place, value in enumerate(numbers)]
    (found,) = level_changes(written, [(Span(*span[:2]), Span(*span[2:]))])
    assert all(each is None or math.isfinite(each) for each in (found.estimate, found.low, found.high))


def test_intervals_know_that_days_hang_together() -> None:
    """Where nothing changed, 95 in 100 intervals hold zero; those of two means alone would be half that."""
    chance = np.random.default_rng(4)
    held = 0
    for _ in range(150):
        numbers = moods(chance, np.arange(1.0, 181.0), 0.7)
        (found,) = level_changes(values(numbers.tolist()), [(days_of(0, 89), days_of(90, 179))])
        assert found.low is not None
        assert found.high is not None
        held += found.low <= 0 <= found.high
    assert held >= 135
