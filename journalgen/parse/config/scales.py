"""`[scales.NAME]` of `journal.toml`: what the writer says of a questionnaire, or says otherwise than its authors."""

from __future__ import annotations

from typing import get_args

from msgspec.structs import replace

from journalgen.model.scales import KNOWN, Band, Better, ScaleConfig
from journalgen.parse.config.reading import Reading, set_known
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, normal_key
from journalgen.parse.scores import scale_name
from journalgen.parse.values import place
from journalgen.problems import Level, problem

SCALE_KEYS = ("label", "min", "max", "better", "bands", "change")


def read_scales(reading: Reading, node: Node) -> tuple[ScaleConfig, ...]:
    """Return what is said of each questionnaire; of one that is known, what is not said stays as its authors have it."""
    return tuple([_read_scale(reading, key, table) for key, table in reading.tables("scales", node)])


def _read_scale(reading: Reading, key: Scalar, table: Mapping) -> ScaleConfig:
    known = KNOWN.get(scale_name(key.text)) or ScaleConfig(scale_name(key.text))
    prefix = f"scales.{key.text}."
    values: dict[str, object] = {}
    bands: Mapping | None = None
    for inner, node in table.items:
        kind = normal_key(inner.text)
        name = prefix + inner.text
        if kind == "label":
            set_known(values, kind, reading.text(name, node))
        elif kind in ("min", "max"):
            set_known(values, kind, reading.number(name, node))
        elif kind == "better":
            set_known(values, kind, reading.choice(name, node, get_args(Better)))
        elif kind == "change":
            set_known(values, kind, _change(reading, name, node))
            values["change_sources"] = ()
        elif kind == "bands":
            bands = reading.table(name, node)
        else:
            reading.unknown(prefix, inner, SCALE_KEYS)
    scale = replace(known, **values)
    if scale.min is not None and scale.max is not None and scale.min >= scale.max:
        low, high = f"{scale.min:g}", f"{scale.max:g}"
        reading.problems.append(
            problem(place(reading.path, key), Level.ERROR, "scale-ends", field=prefix.rstrip("."), min=low, max=high)
        )
        scale = replace(scale, min=known.min, max=known.max)
    return (
        scale if bands is None else replace(scale, bands=_bands(reading, prefix + "bands", bands, scale), source=None)
    )


def _change(reading: Reading, name: str, node: Node) -> float | None:
    number = reading.number(name, node)
    if number is not None and number <= 0:
        reading.complain("expected-above", name, node, end=0)
        return None
    return number


def _bands(reading: Reading, name: str, table: Mapping, scale: ScaleConfig) -> tuple[Band, ...]:
    """Return the bands by their start; one that begins outside of the scale is complained of."""
    bands = []
    for key, node in table.items:
        start = reading.number(f"{name}.{key.text}", node)
        if start is None:
            continue
        if (scale.min is not None and start < scale.min) or (scale.max is not None and start > scale.max):
            reading.complain_of_ends(f"{name}.{key.text}", node, scale.min, scale.max)
        else:
            bands.append(Band(start, key.text))
    return tuple(sorted(bands, key=lambda band: band.start))
