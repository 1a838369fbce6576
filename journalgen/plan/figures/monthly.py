"""Pictures over months: where bars, lines and ticks lie in a field a thousand wide and high, stretched to the room there is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

FIELD = 1000
# So that the bars of a young journal are no walls.
_FEWEST_PLACES = 12
_BAR = 0.7
_MOST_TICKS = 8
_FEW_TICKS = 4


class MonthTick(Struct, frozen=True, array_like=True, gc=False):
    """A month to name below the field, with its year where `with_year`; a year alone where `month` is 0.

    A `minor` one is named only where there is room.
    """

    at: int
    year: int
    month: int
    with_year: bool
    minor: bool


class ValueTick(Struct, frozen=True, array_like=True, gc=False):
    """A value beside the field, and its distance from the top."""

    at: int
    value: float


class Monthly(Struct, frozen=True, gc=False):
    """A picture over months as SVG paths: `area` are bars, `line` and `dots` a course; what is not needed is empty."""

    area: str
    line: str
    dots: str
    grid: str
    values: tuple[ValueTick, ...]
    months: tuple[MonthTick, ...]


def number_of(year: int, month: int) -> int:
    """Return the number of a month, counted from January of the year 0."""
    return year * 12 + month - 1


def bars(amounts: Sequence[tuple[int, float]]) -> Monthly:
    """Return bars for months by their number, oldest first; at least one is not zero. Months without any are left empty."""
    places = _Places(amounts)
    scale = _Scale(max(amount for _, amount in amounts))
    area = "".join(
        [
            f"M{places.left(month)} {FIELD}V{scale.down(amount)}H{places.right(month)}V{FIELD}Z"
            for month, amount in amounts
        ]
    )
    return Monthly(area, "", "", scale.grid, scale.ticks, places.ticks)


def course(amounts: Sequence[tuple[int, float]]) -> Monthly:
    """Return a line with dots for months by their number, oldest first, with a gap wherever a month is left out."""
    places = _Places(amounts)
    scale = _Scale(max(amount for _, amount in amounts))
    points = [(month, f"{places.middle(month)} {scale.down(amount)}") for month, amount in amounts]
    known = {month for month, _ in points}
    line = "".join([f"{'L' if month - 1 in known else 'M'}{at}" for month, at in points])
    return Monthly("", line, "".join([f"M{at}h0" for _, at in points]), scale.grid, scale.ticks, places.ticks)


class _Places:
    """Where months lie from left to right."""

    def __init__(self, amounts: Sequence[tuple[int, float]]) -> None:
        self._first = amounts[0][0]
        self._last = amounts[-1][0]
        self._wide = FIELD / max(self._last - self._first + 1, _FEWEST_PLACES)

    def middle(self, month: int) -> int:
        return round((month - self._first + 0.5) * self._wide)

    def left(self, month: int) -> float:
        return round((month - self._first + 0.5 - _BAR / 2) * self._wide, 1)

    def right(self, month: int) -> float:
        return round((month - self._first + 0.5 + _BAR / 2) * self._wide, 1)

    @property
    def ticks(self) -> tuple[MonthTick, ...]:
        """Return a few months to name: each January by its year in a long journal, else months."""
        return tuple(self._years() if self._last - self._first >= 24 else self._months())

    def _years(self) -> Iterator[MonthTick]:
        named = [month for month in range(self._first, self._last + 1) if month % 12 == 0]
        named = named[:: -(-len(named) // _MOST_TICKS)]
        major = -(-len(named) // _FEW_TICKS)
        for place, month in enumerate(named):
            # A year begins where its January does.
            at = round((month - self._first) * self._wide)
            yield MonthTick(at, month // 12, 0, with_year=True, minor=bool(place % major))

    def _months(self) -> Iterator[MonthTick]:
        named = range(self._first, self._last + 1)
        named = named[:: -(-len(named) // _MOST_TICKS)]
        major = -(-len(named) // _FEW_TICKS)
        year = None
        for place, month in enumerate(named):
            yield MonthTick(self.middle(month), month // 12, month % 12 + 1, month // 12 != year, bool(place % major))
            year = month // 12


class _Scale:
    """Where amounts lie from the bottom to the top, which is a round number."""

    def __init__(self, most: float) -> None:
        step = _round_step(most / 4) if most else 1.0
        self._top = max(math.ceil(most / step - 1e-9), 1) * step
        self._values = [step * number for number in range(round(self._top / step) + 1)]

    def down(self, amount: float) -> int:
        return round(FIELD * (1 - amount / self._top))

    @property
    def ticks(self) -> tuple[ValueTick, ...]:
        return tuple(ValueTick(self.down(value), float(f"{value:.12g}")) for value in self._values)

    @property
    def grid(self) -> str:
        return "".join([f"M0 {self.down(value)}h{FIELD}" for value in self._values])


def _round_step(least: float) -> float:
    """Return the least of 1, 2 and 5, times a power of ten, that is not less."""
    size = float(10 ** math.floor(math.log10(least)))
    return next(size * each for each in (1, 2, 5, 10) if size * each >= least * (1 - 1e-9))
