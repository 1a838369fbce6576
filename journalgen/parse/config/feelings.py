"""`[feelings]` of `journal.toml`: which words mean nearly the same, and where they lie between pleasant and calm."""

from __future__ import annotations

from journalgen.model.config import FEELING_STEPS, FeelingConfig, MetricConfig
from journalgen.parse.config.reading import Reading, set_known
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, normal_key
from journalgen.parse.numbers import within

FEELING_KEYS = ("words", "pleasant", "stirred")
_SCALE = MetricConfig("feeling", min=-FEELING_STEPS, max=FEELING_STEPS)


def read_feelings(reading: Reading, node: Node) -> tuple[FeelingConfig, ...]:
    """Return what the writer says of feelings; what of a table can't be read is left out."""
    return tuple([_read_feeling(reading, key, table) for key, table in reading.tables("feelings", node)])


def _read_feeling(reading: Reading, key: Scalar, table: Mapping) -> FeelingConfig:
    values: dict[str, object] = {}
    prefix = f"feelings.{key.text}."
    for inner, node in table.items:
        kind = normal_key(inner.text)
        if kind == "words":
            set_known(values, kind, reading.texts(prefix + inner.text, node))
        elif kind in ("pleasant", "stirred"):
            set_known(values, kind, _read_step(reading, prefix + inner.text, node))
        else:
            reading.unknown(prefix, inner, FEELING_KEYS)
    return FeelingConfig(key.text, **values)  # type: ignore[arg-type]  # each reader returns its field's type


def _read_step(reading: Reading, name: str, node: Node) -> float | None:
    number = reading.number(name, node)
    if number is not None and not within(number, _SCALE):
        reading.complain_of_scale(name, node, _SCALE)
        return None
    return number
