"""A year in pixels: twelve lines of up to thirty-one days, each a small square as deep and as high as its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from journalgen.analysis.metrics.values import LONGEST_MONTH

_RUN = re.compile(r"([0-9])\1*")
_NONE = "."


class Pixels(Struct, frozen=True, gc=False):
    """The days of a year that have a value, as paths: all of them, and those of each level."""

    every: str
    levels: tuple[tuple[int, str], ...]


def pixels(days: Sequence[float | None], level_of: Callable[[float], int]) -> Pixels:
    """Return a year's days by month and day; a run of days of one level is one line, dashed into squares by the style sheet."""
    letters = "".join([_NONE if value is None else str(level_of(value)) for value in days])
    levels: dict[str, list[str]] = {}
    every = []
    for month in range(12):
        of_month = letters[month * LONGEST_MONTH : (month + 1) * LONGEST_MONTH]
        for run in _RUN.finditer(of_month):
            path = f"M{run.start()} {month}.5h{run.end() - run.start()}"
            levels.setdefault(run[1], []).append(path)
            every.append(path)
    return Pixels("".join(every), tuple((int(level), "".join(paths)) for level, paths in sorted(levels.items())))
