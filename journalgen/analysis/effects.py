"""How much higher a metric is where something else is: estimates and their intervals, over all errors that are likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from journalgen.analysis.background import WITH_WEEK, WITHOUT_WEEK, Background, Numbers
from journalgen.analysis.carryover import Point, products, with_week

# What is left of a column beside the others, as a share of it, below which rounding is all there is.
_NOTHING = 1e-8


@dataclass(frozen=True)
class Question:
    """A column whose coefficient is asked for, the columns that are held constant beside it, and the model of the level.

    Columns are numbered from 0 among those that are asked about.
    """

    column: int
    beside: tuple[int, ...] = ()
    model: int = WITH_WEEK


@dataclass(frozen=True)
class Effect:
    """An estimate with its interval of 95 % and its two-sided p, in the units of value and column."""

    estimate: float
    low: float
    high: float
    p: float


class Effects:
    """Answers questions about the columns beside a metric's values, over the errors that are likely for it."""

    def __init__(self, behind: Background, value: Numbers, columns: Numbers, points: Sequence[Point]) -> None:
        everything = np.asfortranarray(np.column_stack((behind.columns, value, columns)))
        errors = {point[:2]: products(behind.days, everything, *point.errors) for point in points}
        pairs, self._more = with_week(
            np.array([errors[point[:2]][0] for point in points]), behind, [point.week for point in points]
        )
        size = behind.columns.shape[1]
        factor = np.linalg.cholesky(pairs[:, :size, :size])
        self._behind = behind
        self._pairs = pairs[:, size:, size:]
        self._whole = np.diagonal(pairs, axis1=1, axis2=2)[:, size:]
        self._explained = np.linalg.inv(factor) @ pairs[:, :size, size:]
        self._logs = np.cumsum(2 * np.log(np.diagonal(factor, axis1=1, axis2=2)), axis=1)
        self._determinants = np.array([errors[point[:2]][1] for point in points])
        self._models: dict[int, tuple[Numbers, Numbers, Numbers, int]] = {}
        # Without the days of the week, points that differ in their width alone are one.
        self._first = np.array(
            [number == 0 or points[number - 1][:2] != point[:2] for number, point in enumerate(points)]
        )

    def answers(self, questions: Sequence[Question]) -> list[Effect | None]:
        """Return the answer to each question; None where a column says nothing that those beside it do not say.

        At each point of the grid it is that of generalised least squares. Estimates and variances are averaged over the points
        by the restricted likelihood of each, and the variance of the estimates among the points is added (Rubin 1987,
        doi:10.1002/9780470316696); the degrees of freedom are those of a variance whose logarithm varies as much as this one's
        (Satterthwaite 1946, doi:10.2307/3002019).
        """
        found: list[Effect | None] = [None] * len(questions)
        for model in sorted({each.model for each in questions}):
            asked = [number for number, each in enumerate(questions) if each.model == model]
            answers = _averaged(*self._left(model), [questions[number] for number in asked])
            for number, answer in zip(asked, answers, strict=True):
                found[number] = answer
        return found

    def _left(self, model: int) -> tuple[Numbers, Numbers, Numbers, int]:
        """Return what `_averaged` takes of a model of the level."""
        if model not in self._models:
            behind, used, has_week = self._behind, self._behind.sizes[model], model != WITHOUT_WEEK
            keep = self._first | has_week
            beside = self._explained[keep][:, :used]
            self._models[model] = (
                self._pairs[keep] - beside.transpose(0, 2, 1) @ beside,
                self._whole[keep],
                (self._determinants + self._logs[:, used - 1] + (self._more if has_week else 0.0))[keep],
                len(behind.days) - used + (behind.week if has_week else 0),
            )
        return self._models[model]


def _averaged(
    left: Numbers, whole: Numbers, determinants: Numbers, degrees: int, questions: Sequence[Question]
) -> list[Effect | None]:
    """Return the answers to the questions about one model, over points.

    `left` has the products of the value and the columns for each point, less what the model explains, and `whole` what they
    were; `degrees` are those of freedom that the model leaves.
    """
    left = np.pad(left, ((0, 0), (0, 1), (0, 1)))
    whole = np.pad(whole, ((0, 0), (0, 1)))
    nothing = whole.shape[1] - 1  # the place of a column of zeros
    depth = max(len(each.beside) for each in questions)
    places = np.array(
        [
            [each.column + 1, 0, *(beside + 1 for beside in each.beside), *[nothing] * (depth - len(each.beside))]
            for each in questions
        ]
    )
    blocks = left[:, places[:, :, None], places[:, None, :]]
    likelihoods = np.repeat(determinants[:, None], len(questions), axis=1)
    freedom = np.full(likelihoods.shape, degrees - 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        for beside in range(2, 2 + depth):
            pivot = blocks[:, :, beside, beside].copy()
            counts = pivot > _NOTHING * whole[:, places[:, beside]]
            share = np.where(counts[:, :, None], blocks[:, :, beside, :] / pivot[:, :, None], 0.0)
            blocks -= share[:, :, :, None] * blocks[:, :, None, beside, :]
            freedom -= counts
            likelihoods += np.log(np.where(counts, pivot, 1.0))
        own, both, total = blocks[:, :, 0, 0], blocks[:, :, 0, 1], blocks[:, :, 1, 1]
        estimates = both / own
        rest = total - estimates * both
        possible = np.all((own > _NOTHING * whole[:, places[:, 0]]) & (freedom > 0) & (rest > 0), axis=0)
        likelihoods = -(likelihoods + np.log(own) + freedom * np.log(rest)) / 2
        variances = rest / freedom / own
    likelihoods, estimates = np.where(possible, likelihoods, 0.0), np.where(possible, estimates, 0.0)
    variances, freedom = np.where(possible, variances, 1.0), np.where(possible, freedom, 1.0)
    weights = np.exp(likelihoods - likelihoods.max(axis=0))
    weights /= weights.sum(axis=0)
    estimate = (weights * estimates).sum(axis=0)
    error = np.sqrt((weights * (variances + (estimates - estimate) ** 2)).sum(axis=0))
    logs = np.log(variances)
    spread = (weights * (logs - (weights * logs).sum(axis=0)) ** 2).sum(axis=0)
    final = 2 / (spread + 2 / freedom[0])
    reach = stdtrit(final, 0.975) * error
    p = 2 * stdtr(final, -np.abs(estimate) / error)
    return [
        Effect(float(middle), float(middle - half), float(middle + half), float(each)) if is_possible else None
        for middle, half, each, is_possible in zip(estimate, reach, p, possible.tolist(), strict=True)
    ]
