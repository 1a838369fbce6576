"""A change of level as it is told: which way, by how much, and whether it is clear at all."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import Struct

from journalgen.analysis.changes import LevelChange
from journalgen.model.config import MetricConfig

Direction = Literal["higher", "lower", "same"]
Way = Literal["better", "harder"]


class Change(Struct, frozen=True, array_like=True, gc=False):
    """How much higher or lower a metric was, likely between `low` and `high`, both counted in that direction.

    It is `clear` where nothing between them is no change at all. `way` says which way that is, None where the writer does not say
    what is better, or where the change is not clear. Numbers have no more digits than the width of the interval bears.
    """

    direction: Direction
    amount: float
    low: float
    high: float
    clear: bool
    way: Way | None


def change_of(of: LevelChange, metric: MetricConfig) -> Change | None:
    """Return how a change is told, or None where there were too few days."""
    if of.estimate is None or of.low is None or of.high is None:
        return None
    digits = _digits(of.high - of.low)
    clear = of.low > 0 or of.high < 0
    if clear and not (_rounded(of.low, digits) and _rounded(of.high, digits)):
        # What is clear does not read as if it reached no change at all.
        digits += 1
    amount, low, high = (_rounded(end, digits) for end in (of.estimate, of.low, of.high))
    direction: Direction = "same" if amount == 0 else "higher" if amount > 0 else "lower"
    way: Way | None = None
    if clear and direction != "same" and metric.better != "neither":
        way = "better" if direction == metric.better else "harder"
    if direction == "lower":
        amount, low, high = -amount, _rounded(-high, digits), _rounded(-low, digits)
    return Change(direction, amount, low, high, clear, way)


def _digits(width: float) -> int:
    """Return how many decimals an interval bears: one of a width of half a step, one more of a tenth of that; -1 are tens."""
    return 1 - math.floor(math.log10(2 * width)) if width > 0 and math.isfinite(2 * width) else 2


def _rounded(value: float, digits: int) -> float:
    return round(value, digits) + 0.0
