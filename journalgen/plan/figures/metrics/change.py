"""A change of level as it is told: which way, by how much, and whether it is clear at all."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from journalgen.analysis.changes import LevelChange
from journalgen.analysis.rounding import bearing
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
    return change_told(*bearing(of.estimate, of.low, of.high), metric)


def change_told(amount: float, low: float, high: float, metric: MetricConfig) -> Change:
    """Return how a change is told whose numbers have no more digits than they bear."""
    clear = low > 0 or high < 0
    direction: Direction = "same" if amount == 0 else "higher" if amount > 0 else "lower"
    way: Way | None = None
    if clear and direction != "same" and metric.better != "neither":
        way = "better" if direction == metric.better else "harder"
    if direction == "lower":
        amount, low, high = -amount, -high + 0.0, -low + 0.0
    return Change(direction, amount, low, high, clear, way)
