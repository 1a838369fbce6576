"""The level of a metric in one span of days against that in another, computed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence

import numpy as np

from journalgen.analysis.background import Background, Numbers, background, independent, week_columns
from journalgen.analysis.carryover import Point, carryover
from journalgen.analysis.changes import LevelChange, Span
from journalgen.analysis.effects import Effects, Question
from journalgen.analysis.enough import ON_EITHER_SIDE, are_enough
from journalgen.analysis.rounding import rounded
from journalgen.analysis.series import Series, series

_NOTHING = 1e-10


def changes(
    values: Mapping[dt.date, float], questions: Sequence[tuple[Span, Span]], points: tuple[Point, ...] | None = None
) -> tuple[LevelChange, ...]:
    """Return the change of level for each pair of spans; see `level_changes`. Likely errors may be known already."""
    metric = series({day.toordinal(): value for day, value in values.items()}) if values else None
    if points is None:
        points = _likely_errors(metric) if metric else ()
    return tuple(_change(metric, points, before, after) for before, after in questions)


def _likely_errors(metric: Series) -> tuple[Point, ...]:
    """Return the errors that are likely for a metric; none where it has too few values, or nothing but drift."""
    if not are_enough(metric.values.tolist()):
        return ()
    behind = background(metric.days, np.empty((len(metric.days), 0)))
    rest = metric.values - behind.columns @ (behind.columns.T @ metric.values)
    return carryover(behind, metric.values) if (rest**2).mean() > _NOTHING else ()


def _change(metric: Series | None, points: tuple[Point, ...], before: Span, after: Span) -> LevelChange:
    if metric is None:
        return LevelChange(before, after, 0, 0, None, None, None)
    is_before, is_after = _within(metric.days, before), _within(metric.days, after)
    is_before, is_after = is_before & ~is_after, is_after & ~is_before
    counts = int(is_before.sum()), int(is_after.sum())
    if not points or min(counts) < ON_EITHER_SIDE:
        return LevelChange(before, after, *counts, None, None, None)
    asked = is_before | is_after
    days = metric.days[asked]
    # Each span has one level, and nothing else drifts: what does within one is part of what is not known.
    level = np.full((len(days), 1), 1 / math.sqrt(len(days)))
    week = independent(week_columns(days), level)
    behind = Background(days, np.column_stack((level, week)), 1, week.shape[1])
    column = is_after[asked][:, None].astype(float)
    answer = Effects(behind, metric.values[asked], column, points).answers([Question(0)])[0]
    if answer is None:
        return LevelChange(before, after, *counts, None, None, None)
    figures = [answer.estimate * metric.unit, answer.low * metric.unit, answer.high * metric.unit]
    if not all(map(math.isfinite, figures)):
        return LevelChange(before, after, *counts, None, None, None)
    return LevelChange(before, after, *counts, *map(rounded, figures))


def _within(days: Numbers, span: Span) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return (days >= span.first.toordinal()) & (days <= span.last.toordinal())
