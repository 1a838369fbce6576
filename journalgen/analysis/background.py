"""What goes on anyway while a metric is compared: the slow drift of its level and the days of the week, as columns of a model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import qr

Numbers = NDArray[np.float64]

# A straight line is not enough over years; a season wants about four degrees of freedom a year.
DAYS_FOR_A_DEGREE = 90
# So that a journal with an entry a month is not all drift.
_VALUES_FOR_A_DEGREE = 10
_TOLERANCE = 1e-7


@dataclass(frozen=True)
class Background:
    """The columns of a metric's level over ascending ordinal days: first `drift` of them, then `week`, then any others.

    All are orthonormal. Drift and others are estimated freely; the days of the week are taken for draws from a distribution
    whose width the metric itself tells, since six free numbers are a great deal in a journal of two months.
    """

    days: Numbers
    columns: Numbers
    drift: int
    week: int

    @cached_property
    def sizes(self) -> tuple[int, int, int]:
        """Return how many columns, from the first on, each model has: `WITH_WEEK`, `WITHOUT_WEEK` and `WITH_ALL`."""
        return self.drift + self.week, self.drift, self.columns.shape[1]


WITH_WEEK, WITHOUT_WEEK, WITH_ALL = 0, 1, 2


def background(days: Numbers, others: Numbers) -> Background:
    """Return the background of a metric with values on some ascending days; a Monday's ordinal is 1 modulo 7."""
    slow = drift(days)
    week = independent(week_columns(days), slow)
    rest = independent(others, np.column_stack((slow, week)))
    return Background(days, np.column_stack((slow, week, rest)), slow.shape[1], week.shape[1])


def week_columns(days: Numbers) -> Numbers:
    """Return a column of ones and zeros for each day of the week, Monday first."""
    return np.asarray(((days - 1) % 7)[:, None] == np.arange(7), dtype=float)


def drift(days: Numbers) -> Numbers:
    """Return columns that span the slow drifts over ascending days: a constant and a natural cubic spline, orthonormal.

    The spline has a degree of freedom for 90 days, and for 10 values at least. A break of more than 90 days counts as 90, so
    that the level may have moved in it.
    """
    time = np.concatenate(([0.0], np.cumsum(np.minimum(np.diff(days), DAYS_FOR_A_DEGREE))))
    degrees = min(round(float(time[-1]) / DAYS_FOR_A_DEGREE), len(days) // _VALUES_FOR_A_DEGREE)
    return independent(_natural_spline(time, max(1, degrees) + 1), np.empty((len(days), 0)))


def independent(columns: Numbers, beside: Numbers) -> Numbers:
    """Return orthonormal columns for what some columns add to others that are orthonormal; none for what adds nothing."""
    lengths = np.sqrt((columns**2).sum(axis=0))
    columns = columns[:, lengths > 0] / lengths[lengths > 0]
    for _ in range(2):  # once more takes away what rounding left
        columns = columns - beside @ (beside.T @ columns)
    if not columns.shape[1]:
        return columns
    base, size, _ = qr(columns, mode="economic", pivoting=True, check_finite=False)
    return np.asarray(base[:, np.abs(np.diag(size)) > _TOLERANCE])


def _natural_spline(time: Numbers, knots: int) -> Numbers:
    """Return the natural cubic splines that are 1 at one of equally spaced knots and 0 at the others.

    Their second derivatives at the inner knots solve a tridiagonal system (de Boor, A Practical Guide to Splines, chapter IV).
    """
    if time[-1] == 0:
        return np.ones((len(time), 1))
    place = time / time[-1] * (knots - 1)
    left = np.minimum(place.astype(int), knots - 2)
    after = place - left
    before = 1 - after
    inner = knots - 2
    bends = np.zeros((knots, knots))
    bends[1:-1] = np.linalg.solve(
        4 * np.eye(inner) + np.eye(inner, k=1) + np.eye(inner, k=-1), 6 * np.diff(np.eye(knots), n=2, axis=0)
    )
    unit = np.eye(knots)
    straight = before[:, None] * unit[left] + after[:, None] * unit[left + 1]
    curved = (before**3 - before)[:, None] * bends[left] + (after**3 - after)[:, None] * bends[left + 1]
    return np.asarray(straight + curved / 6)
