"""Which factors are where: a number for each day with an entry, looked up by day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from journalgen.analysis.background import Numbers
from journalgen.analysis.patterns.factors import Factor


@dataclass(frozen=True)
class Presence:
    """The ascending days with an entry, and for each factor, by its kind and key, its number on each; nan where it is unknown."""

    days: Numbers
    numbers: dict[tuple[str, str], Numbers]

    def on(self, factor: Factor, days: Numbers) -> Numbers:
        """Return a factor's numbers on any days; nan where there is no entry."""
        places = np.minimum(np.searchsorted(self.days, days), len(self.days) - 1)
        return np.where(self.days[places] == days, self.numbers[factor.kind, factor.key][places], np.nan)

    def are_written(self, days: Numbers) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return which of some days have an entry."""
        return np.isin(days, self.days)


def presence(written: Iterable[int], factors: Iterable[Factor]) -> Presence:
    """Return where factors are, over the days with an entry, of which there is one at least."""
    days = np.array(sorted(written), dtype=float)
    numbers: dict[tuple[str, str], Numbers] = {}
    for factor in factors:
        column = np.full(len(days), np.nan if factor.is_number else 0.0)
        column[np.searchsorted(days, np.array(list(factor.values), dtype=float))] = list(factor.values.values())
        numbers[factor.kind, factor.key] = column
    return Presence(days, numbers)
