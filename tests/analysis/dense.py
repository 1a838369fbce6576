"""The models of patterns computed directly, with whole matrices: slow, and written down as the books do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from journalgen.analysis.background import WITHOUT_WEEK, Background
from journalgen.analysis.carryover import WEEKS

Numbers = NDArray[np.float64]


def correlations(days: Numbers, phi: float, nugget: float) -> Numbers:
    """Return the correlations of the errors of all pairs of days."""
    gaps = np.abs(days[:, None] - days)
    return np.asarray((1 - nugget) * np.where(gaps == 0, 1.0, float(phi) ** gaps) + nugget * np.eye(len(days)))


def covariance(behind: Background, phi: float, nugget: float, week: int, model: int) -> tuple[Numbers, Numbers]:
    """Return the covariance of the values up to a factor, and the columns that are estimated freely."""
    whole = correlations(behind.days, phi, nugget)
    places = np.arange(behind.drift, behind.drift + behind.week)
    free = [place for place in range(behind.sizes[model]) if place not in places]
    if model != WITHOUT_WEEK:
        columns = behind.columns[:, places]
        whole = whole + WEEKS[week] ** 2 * len(behind.days) / 7 * columns @ columns.T
    return whole, behind.columns[:, free]


def least_squares(value: Numbers, known: Numbers, whole: Numbers) -> tuple[float, float, float]:
    """Return estimate and variance of the last column's coefficient, and the restricted log likelihood up to a constant."""
    inverse = np.linalg.inv(whole)
    products = known.T @ inverse @ known
    coefficients = np.linalg.solve(products, known.T @ inverse @ value)
    rest = value - known @ coefficients
    left = len(value) - known.shape[1]
    square = float(rest @ inverse @ rest)
    likelihood = -(np.linalg.slogdet(whole)[1] + np.linalg.slogdet(products)[1] + left * np.log(square)) / 2
    return float(coefficients[-1]), square / left * float(np.linalg.inv(products)[-1, -1]), float(likelihood)
