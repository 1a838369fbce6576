"""A difference with its interval as a sentence and a picture say it: which way, how large, between what, and where on a line."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Way = Literal["higher", "lower", "same"]

# Below the one, tenths would say too little; from the other on, two digits of the interval are enough.
_NARROW, _WIDE = 0.4, 10.0
# From the middle of a picture to the longest of its bars, in units of its drawing.
_REACH = 80.0
# A wide interval of few days does not make the others too small to see: it is cut where the line ends.
_WIDEST = 1.25
_END = _REACH * _WIDEST


class Effect(Struct, frozen=True, gc=False):
    """How much higher or lower something was, and between what that likely lies; rounded to what the interval leaves sure.

    `size` has no sign, `way` says it: `same` where nothing is left of it. Where the interval lies on one side of nothing, its
    ends are sizes too, the smaller first. Where it `crosses` it, `low` is how much lower it may have been, `high` how much
    higher.
    """

    way: Way
    size: float
    low: float
    high: float
    crosses: bool


class Bar(Struct, frozen=True, gc=False):
    """An interval on a line whose middle is 0: its ends and its estimate, as lengths in a drawing, 100 to either side.

    `cut_low` and `cut_high` say that it goes on beyond an end of the line. The numbers are what stands at them.
    """

    low: float
    middle: float
    high: float
    cut_low: bool
    cut_high: bool
    low_number: float
    number: float
    high_number: float


def effect_of(estimate: float, low: float, high: float) -> Effect:
    """Return a difference to tell, from its estimate and the ends of its interval."""
    estimate, low, high = rounded(estimate, low, high)
    way: Way = "same" if not estimate else "higher" if estimate > 0 else "lower"
    if low < 0 < high:
        return Effect(way, abs(estimate), -low, high, crosses=True)
    ends = sorted((abs(low), abs(high)))
    return Effect(way, abs(estimate), ends[0], ends[1], crosses=False)


def rounded(estimate: float, low: float, high: float) -> tuple[float, float, float]:
    """Return the three with as many places as the width of the interval leaves sure: tenths as a rule, two places at most."""
    places = _places(high - low)
    # Nothing is 0, not -0.
    first, second, third = (round(value, places) + 0.0 for value in (estimate, low, high))
    return first, second, third


def _places(width: float) -> int:
    if not math.isfinite(width) or width < _NARROW:
        return 2
    return 1 if width < _WIDE else 1 - math.floor(math.log10(width))


def reach_of(intervals: Iterable[tuple[float, float]]) -> float:
    """Return how far from nothing the longest of some intervals reaches, for pictures that are to be compared."""
    return max((max(abs(low), abs(high)) for low, high in intervals), default=0.0) or 1.0


def bar_of(estimate: float, low: float, high: float, reach: float) -> Bar:
    """Return an interval as a bar, drawn so that what reaches as far as `reach` has the length of the longest."""
    numbers = rounded(estimate, low, high)
    first, middle, last = (value / reach * _REACH for value in (low, estimate, high))
    return Bar(
        low=_on_line(first),
        middle=_on_line(middle),
        high=_on_line(last),
        cut_low=first < -_END,
        cut_high=last > _END,
        low_number=numbers[1],
        number=numbers[0],
        high_number=numbers[2],
    )


def _on_line(length: float) -> float:
    return round(min(max(length, -_END), _END), 1)
