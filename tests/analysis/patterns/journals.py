"""Journals for tests of patterns: a line of numbers and names a day, without files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Measure
from journalgen.model.journal import Journal
from journalgen.parse.journal import assemble
from tests.parse.entries import made

FIRST = dt.date(2025, 1, 1)


def written(place: int, metrics: Mapping[str, float], **names: Any) -> Entry:
    """Return the entry of the day at a place after the first."""
    measures = tuple(Measure(name, float(value)) for name, value in metrics.items())
    return made((FIRST + dt.timedelta(days=place)).isoformat(), measures=measures, **names)


def journal(entries: Iterable[Entry], config: Config | None = None) -> Journal:
    return assemble(config or Config(), list(entries))


def last(found: Journal) -> dt.date:
    return max(entry.counted for entry in found.entries if entry.counted)


def tagged(moods: Sequence[float], tags: Mapping[str, Iterable[int]], **more: Any) -> list[Entry]:
    """Return an entry a day with these moods, and tags on the days at some places."""
    places = {name: set(on) for name, on in tags.items()}
    return [
        written(place, {"mood": mood}, tags=tuple(name for name, on in places.items() if place in on), **more)
        for place, mood in enumerate(moods)
    ]


def quiet_moods(days: int, seed: int = 1) -> list[float]:
    """Return moods that hang together a little and that nothing goes along with."""
    chance = np.random.default_rng(seed)
    found = [float(chance.standard_normal())]
    while len(found) < days:
        found.append(0.3 * found[-1] + float(chance.standard_normal()))
    return [5 + each for each in found]


def some(days: int, share: float, seed: int) -> set[int]:
    chance = np.random.default_rng(seed)
    return set(np.flatnonzero(chance.random(days) < share).tolist())
