"""A metric's values on its days, as the models want them: centred, of unit size, and the unit apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from journalgen.analysis.background import Numbers


@dataclass(frozen=True)
class Series:
    """Ascending ordinal days, and the values on them: `centre + unit * value`."""

    days: Numbers
    values: Numbers
    centre: float
    unit: float


def series(by_day: Mapping[int, float]) -> Series:
    """Return the values of days, of which there is one at least; where all are the same, they are 0 and the unit is 0."""
    days = sorted(by_day)
    values, centre, unit = standard(np.array([by_day[day] for day in days], dtype=float))
    return Series(np.array(days, dtype=float), values, centre, unit)


def standard(values: Numbers) -> tuple[Numbers, float, float]:
    """Return values with mean 0 and a mean square of 1, the mean and the unit; no number is too large or too small."""
    largest = float(np.abs(values).max())
    if largest == 0:
        return values * 0.0, 0.0, 0.0
    shares = values / largest
    centre = float(shares.mean())
    shares = shares - centre
    size = float(np.sqrt((shares**2).mean()))
    if size < 1e-12:  # rounding is all there is
        return values * 0.0, centre * largest, 0.0
    return shares / size, centre * largest, size * largest
