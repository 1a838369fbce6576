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


def step_near(number: float) -> float:
    """Return the 1, 2 or 5 times a power of ten that is nearest to a positive number in ratio."""
    power = math.floor(math.log10(number))
    steps = [float(f"{digit}e{power + more}") for more in (0, 1) for digit in (1, 2, 5)]
    return min(steps, key=lambda step: abs(math.log(number) - math.log(step)) if step > 0 else math.inf)
