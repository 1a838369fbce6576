"""What a metric is called, in what it is counted, and where its page lies."""

from __future__ import annotations

from msgspec import Struct

from journalgen.model.config import Better, MetricConfig
from journalgen.plan.entries import unit_of


class MetricName(Struct, frozen=True, array_like=True, gc=False):
    """A metric to go to: its label and its unit where the writer gave any, and its address, None where it has no page."""

    metric: str
    label: str | None
    unit: str | None
    better: Better
    address: str | None


def metric_name(metric: MetricConfig, address: str | None) -> MetricName:
    """Return the name of a metric."""
    return MetricName(metric.name, metric.label, unit_of(metric), metric.better, address)
