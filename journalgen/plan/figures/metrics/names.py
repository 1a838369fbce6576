"""What a metric is called, in what it is counted, and where its page lies."""

from __future__ import annotations

from msgspec import Struct

from journalgen.model.config import Config, MetricConfig
from journalgen.model.scales import Better


class MetricName(Struct, frozen=True, array_like=True, gc=False):
    """A metric to go to: its label and its unit where the writer gave any, and its address, None where it has no page.

    `within` is the label as it stands within a sentence. Numbers without a unit are `points` on a scale that has two ends.
    """

    metric: str
    label: str | None
    within: str | None
    unit: str | None
    points: bool
    better: Better
    address: str | None


def metric_name(config: Config, name: str, address: str | None) -> MetricName:
    """Return what a metric is called."""
    metric = config.metric(name)
    unit = unit_of(metric)
    return MetricName(
        name,
        metric.label,
        _within(metric.label, config.site_language) if metric.label else None,
        unit,
        unit is None and metric.min is not None and metric.max is not None,
        metric.better,
        address,
    )


def unit_of(metric: MetricConfig) -> str | None:
    """Return what a metric is counted in, if it is anything: sleep is told in hours where the writer says nothing else."""
    return metric.unit or ("h" if metric.name == "sleep" else None)


def _within(label: str, language: str) -> str:
    """Return a label as it stands within a sentence: in English, `Sleep` is sleep, and `HRV` stays."""
    plain = language.split("_", maxsplit=1)[0] == "en" and label[1:].islower()
    return label[:1].lower() + label[1:] if plain else label
