"""Groups of values as lines one below the other: the middle half of each, and a dot at its mean."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from journalgen.analysis.metrics.values import Spread
from journalgen.model.config import MetricConfig
from journalgen.plan.figures.geometry.axis import Axis, axis


class Range(Struct, frozen=True, array_like=True, gc=False):
    """A group's values: what they are like, and where the ends of their middle half and their mean lie; None of no values."""

    spread: Spread
    low: int | None
    high: int | None
    mean: int | None


class Ranges(Struct, frozen=True, gc=False):
    """Groups beside each other on one axis, from `low` to `high`."""

    low: float
    high: float
    groups: tuple[Range, ...]


def ranges(groups: Sequence[Spread], metric: MetricConfig) -> Ranges | None:
    """Return groups on an axis that reaches as far as they do; None where fewer than two have any values."""
    ends = [
        (min(each.low, each.mean), max(each.high, each.mean))
        for each in groups
        if each.low is not None and each.high is not None and each.mean is not None
    ]
    if len(ends) < 2:
        return None
    bare = MetricConfig(metric.name)
    values = axis(min(low for low, _ in ends), max(high for _, high in ends), bare)
    return Ranges(values.low, values.high, tuple(_range(each, values) for each in groups))


def _range(of: Spread, values: Axis) -> Range:
    if of.low is None or of.high is None or of.mean is None:
        return Range(of, None, None, None)
    return Range(of, values.across(of.low), values.across(of.high), values.across(of.mean))
