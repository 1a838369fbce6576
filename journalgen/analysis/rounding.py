"""Figures as they leave the analysis: rounded, so that neither a library's version nor a processor changes a page."""

from __future__ import annotations

import math

_DIGITS = 4


def rounded(number: float) -> float:
    """Return a number with 4 significant digits."""
    if number == 0 or not math.isfinite(number):
        return number + 0.0
    found = float(f"{number:.{_DIGITS - 1}e}")
    return found if math.isfinite(found) else number


def bearing(estimate: float, low: float, high: float) -> tuple[float, float, float]:
    """Return an estimate and its interval with no more digits than the width of the interval bears."""
    digits = _decimals(high - low)
    if (low > 0 or high < 0) and not (round(low, digits) and round(high, digits)):
        # What is clear does not read as if it reached no change at all.
        digits += 1
    return round(estimate, digits) + 0.0, round(low, digits) + 0.0, round(high, digits) + 0.0


def _decimals(width: float) -> int:
    """Return how many decimals an interval bears: one of a width of half a step, one more of a tenth of that; -1 are tens."""
    return 1 - math.floor(math.log10(2 * width)) if width > 0 and math.isfinite(2 * width) else 2


def step_near(number: float) -> float:
    """Return the 1, 2 or 5 times a power of ten that is nearest to a positive number in ratio."""
    power = math.floor(math.log10(number))
    steps = [float(f"{digit}e{power + more}") for more in (0, 1) for digit in (1, 2, 5)]
    return min(steps, key=lambda step: abs(math.log(number) - math.log(step)) if step > 0 else math.inf)
