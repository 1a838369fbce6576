"""The mean of each period against that of the one before it, with intervals from the errors that are fitted once a metric.

The days of a metric hang together as in `carryover`: the errors of two days correlate by `(1 - nugget) * phi ** gap`, and the
days of the week add what is each one's own. A difference of two means is a weighted sum of days, so its variance is known in
closed form at each point of the grid; between two periods that follow each other, the correlations are a product. So no model is
fitted for a period, and all periods of a kind are computed at once.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from journalgen.analysis.background import Background, Numbers, background
from journalgen.analysis.carryover import WEEKS, Point, products, with_week
from journalgen.analysis.enough import ON_EITHER_SIDE
from journalgen.analysis.likely_errors import LikelyErrors
from journalgen.analysis.period_levels import MeanChange
from journalgen.analysis.series import Series, series
from journalgen.model.periods import KINDS, Period

# In a longer series the drift is little beside all else: as in `carryover`.
_LONG = 2000


@dataclass(frozen=True)
class _Errors:
    """The errors that are likely for a metric: points of the grid with the weight and the variance of each, and its freedom."""

    points: tuple[Point, ...]
    weights: Numbers
    variances: Numbers
    freedom: float


def mean_changes(
    values: Mapping[dt.date, float], pairs: Sequence[tuple[Period, Period]], errors: LikelyErrors
) -> dict[Period, MeanChange]:
    """Return how much higher the mean of each period was than that of the one of its kind that ends the day before it begins.

    `values` has one value for each day, in order. It takes 28 days in all, and 5 in either period; others are left out, and so is
    what has no finite interval.
    """
    if not pairs:
        return {}
    metric = series({day.toordinal(): value for day, value in values.items()})
    points = errors.of(metric)
    if not points:
        return {}
    weighed = _weighed(metric, points)
    found: dict[Period, MeanChange] = {}
    for kind in KINDS:
        asked = [pair for pair in pairs if pair[1].kind == kind]
        if asked:
            found |= _changes(metric, asked, weighed)
    return found


def _changes(metric: Series, asked: Sequence[tuple[Period, Period]], errors: _Errors) -> dict[Period, MeanChange]:
    before, after = (_Sums(metric, [pair[side] for pair in asked], errors) for side in (0, 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        estimates = after.means - before.means
        variances = _variances(before, after, errors)
        error = np.sqrt(errors.weights @ variances)
        logs = np.log(variances)
        spread = errors.weights @ (logs - errors.weights @ logs) ** 2
        # As many degrees of freedom as a variance has whose logarithm varies so much (Satterthwaite, see `effects`).
        reach = stdtrit(2 / (spread + 2 / errors.freedom), 0.975) * error
    enough = (before.counts >= ON_EITHER_SIDE) & (after.counts >= ON_EITHER_SIDE)
    found: dict[Period, MeanChange] = {}
    for place, (_, period) in enumerate(asked):
        ends = (estimates[place], estimates[place] - reach[place], estimates[place] + reach[place])
        numbers = [float(number) * metric.unit for number in ends]
        if enough[place] and all(map(math.isfinite, numbers)):
            found[period] = MeanChange(*numbers)
    return found


def _weighed(metric: Series, points: tuple[Point, ...]) -> _Errors:
    """Return the likely errors of a metric with how likely each is, by its restricted likelihood."""
    behind = background(metric.days, np.empty((len(metric.days), 0)))
    weigh = _roughly if len(metric.days) >= _LONG else _exactly
    likelihoods, squares = weigh(behind, metric.values, points)
    weights = np.exp(likelihoods - likelihoods.max())
    freedom = float(len(metric.days) - behind.drift)
    return _Errors(points, weights / weights.sum(), squares / freedom, freedom)


def _exactly(behind: Background, value: Numbers, points: Sequence[Point]) -> tuple[Numbers, Numbers]:
    """Return the restricted log likelihood of each point, and the sum of squares that its model leaves."""
    columns = np.asfortranarray(np.column_stack((behind.columns, value)))
    likelihoods, squares = np.empty(len(points)), np.empty(len(points))
    freedom = len(behind.days) - behind.drift
    for place, point in enumerate(points):
        pairs, determinant = products(behind.days, columns, *point.errors)
        known, more = with_week(pairs, behind, [point.week])
        factor = np.linalg.cholesky(known[0])
        squares[place] = factor[-1, -1] ** 2
        logs = 2 * np.log(np.diagonal(factor)[:-1]).sum()
        likelihoods[place] = -(determinant + float(more[0]) + logs + freedom * np.log(squares[place])) / 2
    return likelihoods, squares


def _roughly(behind: Background, value: Numbers, points: Sequence[Point]) -> tuple[Numbers, Numbers]:
    """Return the same from what drift and week leave of the values as they are."""
    rest = (value - behind.columns @ (behind.columns.T @ value))[:, None]
    known: dict[tuple[int, int], tuple[float, float]] = {}
    for point in points:
        if point[:2] not in known:
            pairs, determinant = products(behind.days, rest, *point.errors)
            known[point[:2]] = float(pairs[0, 0]), determinant
    squares = np.array([known[point[:2]][0] for point in points])
    determinants = np.array([known[point[:2]][1] for point in points])
    return -(determinants + len(rest) * np.log(squares)) / 2, squares


class _Sums:
    """What the variances of some periods' means are made of, with a row for each point of the grid where it depends on that."""

    def __init__(self, metric: Series, periods: Sequence[Period], errors: _Errors) -> None:
        firsts = np.array([period.first.toordinal() for period in periods])
        lengths = np.array([period.last.toordinal() for period in periods]) - firsts + 1
        longest = int(lengths.max())
        begin, end = (np.searchsorted(metric.days, day) for day in (firsts, firsts + lengths))
        self.counts = end - begin
        row = np.repeat(np.arange(len(periods)), self.counts)
        chosen = np.concatenate([np.arange(one, other) for one, other in zip(begin, end, strict=True)])
        place = (metric.days[chosen] - firsts[row]).astype(int)
        written = np.zeros((len(periods), longest))
        written[row, place] = 1.0
        totals = np.bincount(row, weights=metric.values[chosen], minlength=len(periods))
        with np.errstate(divide="ignore", invalid="ignore"):
            self.means = totals / self.counts
        weekdays = ((metric.days[chosen] - 1) % 7).astype(int)
        self.weekdays = np.zeros((len(periods), 7))
        np.add.at(self.weekdays, (row, weekdays), 1.0)
        reaches = sorted({point.reach for point in errors.points})
        offsets = np.arange(longest)
        to_end = lengths[:, None] - offsets
        self.within: dict[int, Numbers] = {}
        self.forward: dict[int, Numbers] = {}
        self.backward: dict[int, Numbers] = {}
        for reach in reaches:
            phi = Point(reach, 0, 0).errors[0]
            powers = phi**offsets
            alike = powers[np.abs(offsets[:, None] - offsets)]
            # Each period's days with themselves, with its first day, and with the day after its last.
            self.within[reach] = ((written @ alike) * written).sum(axis=1)
            self.forward[reach] = written @ powers
            self.backward[reach] = (written * np.where(to_end > 0, phi ** np.maximum(to_end, 0), 0.0)).sum(axis=1)


def _variances(before: _Sums, after: _Sums, errors: _Errors) -> Numbers:
    """Return the variance of each difference of means at each point."""
    one, other = before.counts, after.counts
    apart = 1 / one + 1 / other
    uneven = ((after.weekdays / other[:, None] - before.weekdays / one[:, None]) ** 2).sum(axis=1)
    found = np.empty((len(errors.points), len(one)))
    for place, point in enumerate(errors.points):
        _, nugget = point.errors
        reach = point.reach
        carried = (
            before.within[reach] / one**2
            + after.within[reach] / other**2
            - 2 * after.forward[reach] * before.backward[reach] / (one * other)
        )
        whole = (1 - nugget) * carried + nugget * apart + WEEKS[point.week] ** 2 * uneven
        found[place] = errors.variances[place] * whole
    return found
