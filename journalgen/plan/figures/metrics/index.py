"""All metrics beside each other, mood first."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.analysis.metrics.values import LatestValue, PackedMetric, Spread
from journalgen.model.config import MetricConfig
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.geometry.over_time import Spark, spark
from journalgen.plan.figures.metrics.names import MetricName, metric_name
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.sketch import Sketch


class MetricSummary(Struct, frozen=True, gc=False):
    """A metric in a few words, and as a picture as large as a word."""

    name: MetricName
    days: int
    first: dt.date
    last: dt.date
    lately: Spread
    latest: LatestValue | None
    spark: Spark


class MetricsPage(Struct, frozen=True, gc=False):
    """The journal's metrics; `lately` are the last 28 days up to `until`."""

    sections: tuple[SectionLink, ...]
    until: dt.date
    metrics: tuple[MetricSummary, ...]


class _Metric(Struct, frozen=True, gc=False):
    """What a metric's summary is drawn from."""

    name: MetricName
    config: MetricConfig
    packed: PackedMetric


def metrics_sketch(context: Context, until: dt.date) -> Sketch[MetricsPage]:
    """Return the page of all metrics, to be drawn."""
    config = context.journal.config
    metrics = tuple(
        _Metric(
            metric_name(config, each.metric, context.metric_address(each.metric)),
            config.metric(each.metric),
            each,
        )
        for each in context.figures.metrics
    )
    return Sketch(MetricsPage, (context.sections, until, metrics), metrics_page)


def metrics_page(sections: tuple[SectionLink, ...], until: dt.date, metrics: tuple[_Metric, ...]) -> MetricsPage:
    """Return the page of all metrics."""
    return MetricsPage(sections, until, tuple(_summary(each) for each in metrics))


def _summary(of: _Metric) -> MetricSummary:
    figures = of.packed.figures()
    return MetricSummary(
        name=of.name,
        days=figures.days,
        first=figures.first,
        last=figures.last,
        lately=figures.lately,
        latest=figures.latest,
        spark=spark(figures, of.config),
    )
