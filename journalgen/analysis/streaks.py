"""Runs of consecutive days with an entry, and the gaps between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

_DAY = dt.timedelta(days=1)


class Streak(Struct, frozen=True):
    """A run of consecutive days with an entry; `days` counts both ends."""

    days: int
    first: dt.date
    last: dt.date


class Gap(Struct, frozen=True):
    """A run of days without an entry between two with one: `days` counts the days without."""

    days: int
    after: dt.date
    before: dt.date


def streaks(days: Iterable[dt.date]) -> tuple[Streak, ...]:
    """Return the maximal runs of consecutive days, oldest first."""
    runs: list[Streak] = []
    first = last = None
    for day in sorted(set(days)):
        if first is None or last is None:
            first = day
        elif day - last > _DAY:
            runs.append(Streak((last - first).days + 1, first, last))
            first = day
        last = day
    if first is not None and last is not None:
        runs.append(Streak((last - first).days + 1, first, last))
    return tuple(runs)


def current(days: Iterable[dt.date], today: dt.date) -> Streak | None:
    """Return the run that ends today or yesterday, or None; days after today do not count."""
    runs = streaks(day for day in days if day <= today)
    return runs[-1] if runs and today - runs[-1].last <= _DAY else None


def longest(runs: tuple[Streak, ...]) -> Streak | None:
    """Return the longest run, the first of several, or None where there is none."""
    return max(runs, key=lambda run: run.days, default=None)


def longest_gap(runs: tuple[Streak, ...]) -> Gap | None:
    """Return the longest gap between two runs, the first of several, or None where there is none."""
    gaps = [Gap((later.first - earlier.last).days - 1, earlier.last, later.first) for earlier, later in pairwise(runs)]
    return max(gaps, key=lambda gap: gap.days, default=None)
