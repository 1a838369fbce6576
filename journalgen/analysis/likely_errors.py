"""The errors that are likely for a metric, found once for all that is asked of its values."""

from __future__ import annotations

import numpy as np

from journalgen.analysis.background import background
from journalgen.analysis.carryover import Point, carryover
from journalgen.analysis.enough import are_enough
from journalgen.analysis.series import Series

_NOTHING = 1e-10


class LikelyErrors:
    """Finds which points of the grid of errors are likely for the values of metrics, and remembers it."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, bytes], tuple[Point, ...]] = {}

    def of(self, metric: Series) -> tuple[Point, ...]:
        """Return the errors that are likely for a metric; none where it has too few values, or nothing but drift."""
        key = (metric.days.tobytes(), metric.values.tobytes())
        if key not in self._known:
            self._known[key] = _likely(metric)
        return self._known[key]


def _likely(metric: Series) -> tuple[Point, ...]:
    if not are_enough(metric.values.tolist()):
        return ()
    behind = background(metric.days, np.empty((len(metric.days), 0)))
    rest = metric.values - behind.columns @ (behind.columns.T @ metric.values)
    return carryover(behind, metric.values) if (rest**2).mean() > _NOTHING else ()
