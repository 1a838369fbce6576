"""The level of a metric in one span of days against that in another, computed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence

import numpy as np

from journalgen.analysis.background import Background, Numbers, independent, week_columns
from journalgen.analysis.carryover import Point
from journalgen.analysis.changes import LevelChange, Span
from journalgen.analysis.effects import Effects, Question
from journalgen.analysis.enough import ON_EITHER_SIDE
from journalgen.analysis.likely_errors import LikelyErrors
from journalgen.analysis.rounding import rounded
from journalgen.analysis.series import Series, series


def changes(
    values: Mapping[dt.date, float],
    questions: Sequence[tuple[Span, Span]],
    points: tuple[Point, ...] | None = None,
    errors: LikelyErrors | None = None,
) -> tuple[LevelChange, ...]:
    """Return the change of level for each pair of spans; see `level_changes`. Likely errors may be known already."""
    metric = series({day.toordinal(): value for day, value in values.items()}) if values else None
    if points is None:
        points = (errors or LikelyErrors()).of(metric) if metric else ()
    return tuple(_change(metric, points, before, after) for before, after in questions)


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
