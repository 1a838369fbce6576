"""The comparisons of one metric with its factors, on the same day and on the day after."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from journalgen.analysis.background import WITH_ALL, WITH_WEEK, WITHOUT_WEEK, Background, Numbers, background
from journalgen.analysis.carryover import Point, carryover
from journalgen.analysis.effects import Effect, Effects, Question
from journalgen.analysis.enough import ON_EITHER_SIDE, are_enough
from journalgen.analysis.patterns.factors import Factor
from journalgen.analysis.patterns.presence import Presence
from journalgen.analysis.rounding import step_near
from journalgen.analysis.series import Series, standard

# What is left of the metric beside its drift, as a share of it, below which it is nothing but drift.
_NOTHING = 1e-10


@dataclass(frozen=True)
class Comparison:
    """A factor beside a metric at a lag of days, with the days with it and without; `is_enough` says whether they are enough.

    For a factor that is a number, `per` is the step that its effect is for, else None.
    """

    factor: Factor
    lag_days: int
    days_with: int
    days_without: int
    is_enough: bool
    per: float | None


def background_of(days: Numbers, where: Presence) -> Background:
    """Return the background of a metric with values on some days: beside its own, whether the day before has an entry."""
    return background(days, (~where.are_written(days - 1)).astype(float)[:, None])


def likely_errors(metric: Series, behind: Background) -> tuple[Point, ...]:
    """Return the errors that are likely for a metric; none where it is nothing but drift."""
    rest = metric.values - behind.columns @ (behind.columns.T @ metric.values)
    return carryover(behind, metric.values) if (rest**2).mean() > _NOTHING else ()


class Comparisons:
    """Compares a metric with factors at lags of days, under errors that are likely for it.

    On the same day, a day of the week is compared with the others, and everything else beside the days of the week. On the day
    after, what the factor is on the day itself is held constant, and so is whether the day before has an entry at all.
    """

    def __init__(
        self,
        metric: Series,
        behind: Background,
        where: Presence,
        asked: Sequence[tuple[Factor, int]],
        points: tuple[Point, ...],
    ) -> None:
        self._metric = metric
        self._where = where
        self._columns: list[Numbers] = []
        self._places: dict[bytes, int] = {}
        self._questions: dict[int, Question] = {}
        self._units: dict[int, float] = {}
        has_values = bool(points) and are_enough(metric.values.tolist())
        self.made = tuple(self._prepared(number, *each, has_values) for number, each in enumerate(asked))
        self._effects = (
            Effects(behind, metric.values, np.column_stack(self._columns), points) if self._columns else None
        )

    def effects(self, numbers: Sequence[int], beside: Sequence[int] = ()) -> list[Effect | None]:
        """Return the effects of the comparisons with these numbers in `made`, in the metric's unit, beside those of others.

        None where there are too few days, or where those beside it, or time itself, say already on which days the factor is.
        """
        held = [
            column for number in beside for column in (self._questions[number].column, *self._questions[number].beside)
        ]
        able = [number for number in numbers if number in self._questions]
        if self._effects is None or not able:
            return [None] * len(numbers)
        answers = self._effects.answers(
            [replace(self._questions[number], beside=(*held, *self._questions[number].beside)) for number in able]
        )
        found = {
            number: _scaled(answer, self._metric.unit * self._units[number])
            for number, answer in zip(able, answers, strict=True)
        }
        return [found.get(number) for number in numbers]

    def _prepared(self, number: int, factor: Factor, lag: int, has_values: bool) -> Comparison:
        """Return a comparison by its days, and keep its columns where they are enough."""
        then = self._where.on(factor, self._metric.days - lag)
        known = then[~np.isnan(then)]
        per, unit, column = None, 1.0, np.nan_to_num(then)
        if factor.is_number:
            with_it, without = len(known), len(then) - len(known)
            is_enough = are_enough(known.tolist())
            if is_enough:
                column, size = _standardised(then)
                per = step_near(_spread(known))
                unit = per / size if size else 0.0
                is_enough = size > 0
        else:
            with_it = int(known.sum())
            without = len(known) - with_it
            is_enough = min(with_it, without) >= ON_EITHER_SIDE
        if is_enough and has_values:
            beside = [self._added(np.isnan(then).astype(float))] if factor.is_number else []
            if lag:
                now = self._where.on(factor, self._metric.days)
                if factor.is_number:
                    beside.append(self._added(np.isnan(now).astype(float)))
                beside.append(self._added(_standardised(now)[0] if factor.is_number else now))
            model = WITHOUT_WEEK if factor.kind == "weekday" else WITH_ALL if lag else WITH_WEEK
            self._questions[number] = Question(self._added(column), tuple(beside), model)
            self._units[number] = unit
        return Comparison(factor, lag, with_it, without, is_enough and has_values, per)

    def _added(self, column: Numbers) -> int:
        """Return the place of a column; what a factor is on the day itself is asked about, and held constant for the day after."""
        place = self._places.setdefault(column.tobytes(), len(self._columns))
        if place == len(self._columns):
            self._columns.append(column)
        return place


def _standardised(column: Numbers) -> tuple[Numbers, float]:
    """Return a column with its known numbers standardised and 0 where it is unknown, and the unit; 0 where all are the same."""
    is_known = ~np.isnan(column)
    values = np.zeros(len(column))
    if not is_known.any():
        return values, 0.0
    values[is_known], _, unit = standard(column[is_known])
    return values, unit


def _spread(values: Numbers) -> float:
    """Return the interquartile range of values, or how far they go where most are one."""
    largest = float(np.abs(values).max())
    low, high, least, most = np.quantile(values / largest, (0.25, 0.75, 0, 1))
    return float((high - low) or (most - least)) * largest


def _scaled(effect: Effect | None, unit: float) -> Effect | None:
    """Return an effect in another unit; None where that is beyond all numbers."""
    if effect is None:
        return None
    scaled = Effect(effect.estimate * unit, effect.low * unit, effect.high * unit, effect.p)
    return scaled if all(map(math.isfinite, (scaled.estimate, scaled.low, scaled.high, scaled.p))) else None
