"""How much of one day is carried over into the next: the errors of every comparison, and what that leaves to be known.

The days of a mood hang together, and a test that takes them for independent finds patterns where there are none. So the errors
are a first-order autoregression in continuous time, over the true gaps between days, plus a part that is each day's own (a
nugget): the correlation of two days is `(1 - nugget) * phi ** gap`. Both, and how much the days of the week differ, are weighed on
a grid by their restricted likelihood (Patterson and Thompson 1971, doi:10.1093/biomet/58.3.545).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.linalg import get_lapack_funcs

from journalgen.analysis.background import WITHOUT_WEEK, Background, Numbers

# The grid: steps that are even in how far an error reaches, log((1 + phi) / (1 - phi)), up to a phi of 0.96, beyond which the
# drift takes over; in the nugget, up to 0.6; and a few widths of what a day of the week adds, in standard deviations.
REACHES = 40
NUGGETS = 16
WEEKS = (0.1, 0.3, 0.9)
_REACH = 2 * math.atanh(0.96) / REACHES
_NUGGET = 0.6 / NUGGETS
# A long journal knows its errors better than the first steps do: they are halved until so many points weigh something.
_FIRST_STEP = 4
_ENOUGH = 6
_LONG = 2000
# Points of the grid that have less of the weight than this are left out.
_LEAST = 0.01


class Point(NamedTuple):
    """A point of the grid: steps of reach and of nugget, and which of the widths of the week."""

    reach: int
    nugget: int
    week: int

    @property
    def errors(self) -> tuple[float, float]:
        """Return phi and the nugget."""
        return math.tanh(self.reach * _REACH / 2), self.nugget * _NUGGET


# Called by themselves, since a journal of a year asks them hundreds of times, and looking at the arguments takes longer.
_factor_band, _solve_band = get_lapack_funcs(("pbtrf", "tbtrs"), dtype=np.float64)


def products(days: Numbers, columns: Numbers, phi: float, nugget: float) -> tuple[Numbers, float]:
    """Return the products of all pairs of columns under the inverse of the errors' correlations, and their log determinant.

    `days` ascend; `columns` have a row for each. Linear in days: the correlations of an autoregression become a unit matrix by
    a band of two, and with the nugget a band of three is left to be factored.
    """
    if phi == 0:
        return columns.T @ columns, 0.0
    carried = phi ** np.diff(days)
    fresh = 1 - carried**2
    root = np.sqrt(fresh)
    determinant = float(np.log(fresh).sum())
    # One column after the other: ten thousand days of all columns do not fit near a processor.
    rows = np.ascontiguousarray(columns.T)
    white = np.empty_like(rows)
    white[:, 0] = rows[:, 0]
    np.multiply(rows[:, :-1], carried, out=white[:, 1:])
    np.subtract(rows[:, 1:], white[:, 1:], out=white[:, 1:])
    white[:, 1:] /= root
    if nugget:
        band = np.zeros((2, len(days)))
        band[0, 0] = 1.0
        band[0, 1:] = (1 - nugget) + nugget * (1 + carried**2) / fresh
        band[1, :-1] = -nugget * carried / (np.concatenate(([1.0], root[:-1])) * root)
        factor, _ = _factor_band(band, lower=1, overwrite_ab=1)
        solved, _ = _solve_band(factor, white.T, uplo="L", overwrite_b=1)
        white = solved.T
        determinant += 2 * float(np.log(factor[0]).sum())
    return white @ white.T, determinant


def with_week(pairs: Numbers, behind: Background, week: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Return products of columns that begin with a background's, in a row for each width of what a day of the week adds.

    What that adds to the log determinants comes with them (Henderson 1975, doi:10.2307/2529430). `pairs` may have a row for each
    width already, or be the same for all.
    """
    place = np.arange(behind.drift, behind.drift + behind.week)
    # An orthonormal column spreads a day of the week over a seventh of the days.
    variances = np.array([WEEKS[each] ** 2 * len(behind.days) / 7 for each in week])
    known = np.array(np.broadcast_to(pairs, (len(week), *pairs.shape[-2:])))
    known[:, place, place] += 1 / variances[:, None]
    return known, behind.week * np.log(variances)


def carryover(behind: Background, value: Numbers) -> tuple[Point, ...]:
    """Return the points of the grid that are likely for a metric's values, under any of the models of its level."""
    columns = np.asfortranarray(np.column_stack((behind.columns, value)))
    weeks = range(len(WEEKS) if behind.week else 1)
    bare = (value - behind.columns @ (behind.columns.T @ value))[:, None]

    def roughly(reach: int, nugget: int) -> Numbers:
        pairs, determinant = products(behind.days, bare, *Point(reach, nugget, 0).errors)
        return np.array([[-(determinant + len(behind.days) * math.log(pairs[0, 0])) / 2]])

    def exactly(reach: int, nugget: int) -> Numbers:
        return _likelihoods(behind, columns, Point(reach, nugget, 0), weeks)

    start = {(0, 0), *((reach, nugget) for reach in range(8, REACHES, 8) for nugget in (0, 8))}
    rough, step = _likely(roughly, start, _FIRST_STEP)
    # In a long journal the drift is little beside all else, and what is roughly likely is all that is likely.
    found, step = _likely(exactly, set(_heavy(rough)), step, goes_on=len(behind.days) < _LONG)
    points = [
        Point(reach, nugget, week)
        for reach, nugget in sorted(found)
        if reach % step == 0 and nugget % step == 0
        for week in weeks
    ]
    likelihoods = np.array([found[point[:2]][point.week] for point in points])
    weights = np.exp(likelihoods - likelihoods.max(axis=0))
    likely = (weights > _LEAST * weights.sum(axis=0)).any(axis=1)
    return tuple(point for point, kept in zip(points, likely, strict=True) if kept)


_Found = dict[tuple[int, int], Numbers]


def _likely(
    likelihood: Callable[[int, int], Numbers], start: set[tuple[int, int]], step: int, *, goes_on: bool = True
) -> tuple[_Found, int]:
    """Return the log likelihoods of all points that weigh something, found by going uphill, and how fine the steps became.

    Without `goes_on`, those are the points that it starts from.
    """
    found: _Found = {}
    near = start
    while True:
        found.update({point: likelihood(*point) for point in sorted(near)})
        if not goes_on:
            return found, step
        heavy = _heavy(found)
        near = {around for point in heavy for around in _around(point, step)} - set(found)
        if near:
            continue
        if len(heavy) >= _ENOUGH or step == 1:
            return found, step
        step //= 2


def _heavy(found: _Found) -> list[tuple[int, int]]:
    """Return the points that weigh something under the first model, with any width of the week."""
    best = max(each[:, 0].max() for each in found.values())
    return [point for point, each in found.items() if each[:, 0].max() > best + math.log(_LEAST)]


def _around(point: tuple[int, int], step: int) -> set[tuple[int, int]]:
    """Return a point's neighbours; without anything carried over, all nuggets are one."""
    reach, nugget = point
    if reach == 0:
        return {(step, each) for each in range(0, NUGGETS + 1, step)}
    near = [(reach - step, nugget), (reach + step, nugget), (reach, nugget - step), (reach, nugget + step)]
    return {
        (first, second) if first > 0 else (0, 0)
        for first, second in near
        if first <= REACHES and 0 <= second <= NUGGETS
    }


def _likelihoods(behind: Background, columns: Numbers, point: Point, weeks: Sequence[int]) -> Numbers:
    """Return the restricted log likelihoods of the models of the level, up to a constant, in a row for each width of the week."""
    pairs, determinant = products(behind.days, columns, *point.errors)
    known, more = with_week(pairs, behind, weeks)
    factor = np.linalg.cholesky(known)
    explained = np.cumsum(factor[:, -1, :-1] ** 2, axis=1)
    logs = np.cumsum(2 * np.log(np.diagonal(factor, axis1=1, axis2=2)[:, :-1]), axis=1)
    rows = np.empty((len(weeks), len(behind.sizes)))
    for model, size in enumerate(behind.sizes):
        free, added = (size, np.zeros(len(weeks))) if model == WITHOUT_WEEK else (size - behind.week, more)
        rest = known[:, -1, -1] - explained[:, size - 1]
        rows[:, model] = -(determinant + added + logs[:, size - 1] + (len(behind.days) - free) * np.log(rest)) / 2
    return rows
