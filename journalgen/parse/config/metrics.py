"""`[metrics]` of `journal.toml`: what the writer says of each metric, and which numeric fields are none."""

from __future__ import annotations

from typing import get_args

from msgspec.structs import replace

from journalgen.model.config import MetricConfig
from journalgen.model.scales import Better
from journalgen.parse.config.reading import Reading, set_known
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, normal_key
from journalgen.parse.numbers import within
from journalgen.parse.values import place
from journalgen.problems import Level, problem

METRIC_KEYS = ("label", "min", "max", "unit", "better", "words")


def read_metrics(reading: Reading, node: Node) -> tuple[tuple[MetricConfig, ...], tuple[str, ...]]:
    """Return what is said of each metric, and the names of fields that are none."""
    metrics: list[MetricConfig] = []
    ignored: tuple[str, ...] = ()
    table = reading.table("metrics", node)
    for key, value in table.items if table else ():
        if normal_key(key.text) == "ignore" and not isinstance(value, Mapping):
            ignored = tuple(normal_key(each) for each in reading.texts("metrics.ignore", value) or ())
        elif (inner := reading.table(f"metrics.{key.text}", value)) is not None:
            metrics.append(_read_metric(reading, key, inner))
    return tuple(metrics), ignored


def _read_metric(reading: Reading, key: Scalar, table: Mapping) -> MetricConfig:
    name = normal_key(key.text)
    prefix = f"metrics.{key.text}."
    values: dict[str, object] = {"min": 1.0, "max": 10.0, "better": "higher"} if name == "mood" else {}
    for inner, node in table.items:
        kind = normal_key(inner.text)
        field_name = prefix + inner.text
        if kind in ("label", "unit"):
            set_known(values, kind, reading.text(field_name, node))
        elif kind in ("min", "max"):
            set_known(values, kind, reading.number(field_name, node))
        elif kind == "better":
            set_known(values, kind, reading.choice(field_name, node, get_args(Better)))
        elif kind == "words":
            set_known(values, kind, _read_words(reading, field_name, node))
        else:
            reading.unknown(prefix, inner, METRIC_KEYS)
    metric = MetricConfig(name, **values)  # type: ignore[arg-type]  # each reader returns its field's type
    if metric.min is not None and metric.max is not None and metric.min >= metric.max:
        low, high = f"{metric.min:g}", f"{metric.max:g}"
        reading.problems.append(
            problem(place(reading.path, key), Level.ERROR, "scale-ends", field=prefix.rstrip("."), min=low, max=high)
        )
        return MetricConfig(name, metric.label, unit=metric.unit, better=metric.better)
    return _with_words_on_scale(reading, metric, table)


def _with_words_on_scale(reading: Reading, metric: MetricConfig, table: Mapping) -> MetricConfig:
    """Return the metric without the words whose value lies outside its scale, and complain of each."""
    wrong = {word for word, value in metric.words if not within(value, metric)}
    if not wrong:
        return metric
    words = next(node for key, node in table.items if normal_key(key.text) == "words")
    for word, node in words.items if isinstance(words, Mapping) else ():
        if word.text in wrong:
            reading.complain_of_scale(f"metrics.{metric.name}.words.{word.text}", node, metric)
    return replace(metric, words=tuple(pair for pair in metric.words if pair[0] not in wrong))


def _read_words(reading: Reading, name: str, node: Node) -> tuple[tuple[str, float], ...] | None:
    table = reading.table(name, node)
    if table is None:
        return None
    words = ((key.text, reading.number(f"{name}.{key.text}", value)) for key, value in table.items)
    return tuple((word, number) for word, number in words if number is not None)
