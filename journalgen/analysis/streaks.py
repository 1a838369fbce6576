"""Runs of days with an entry, and the gaps between them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from journalgen.model.config import Config, Pause

_DAY = dt.timedelta(days=1)
_WEEK = 7


class Streak(Struct, frozen=True):
    """A run of days with an entry, which only rest interrupts; `days` counts those with an entry, both ends among them."""

    days: int
    first: dt.date
    last: dt.date


class Gap(Struct, frozen=True):
    """A run of days without an entry between two with one: `days` counts the days without."""

    days: int
    after: dt.date
    before: dt.date


class Rests(Struct, frozen=True):
    """Which days without an entry interrupt no run: so many in each week, which begins on `first_day`, and those of pauses."""

    days: int = 0
    pauses: tuple[Pause, ...] = ()
    first_day: int = 0

    def is_paused(self, day: dt.date) -> bool:
        """Return whether a day lies in a pause."""
        return any(pause.first <= day and (pause.last is None or day <= pause.last) for pause in self.pauses)

    def bridge(self, after: dt.date, before: dt.date, used: Counter[int]) -> bool:
        """Return whether the days between two are all rest; `used` counts those of each week, and takes in these."""
        for number in range(after.toordinal() + 1, before.toordinal()):
            if self.pauses and self.is_paused(dt.date.fromordinal(number)):
                continue
            # Day 1 was a Monday.
            week = (number - 1 - self.first_day) // _WEEK
            used[week] += 1
            if used[week] > self.days:
                return False
        return True


NO_RESTS = Rests()


def rests_of(config: Config, first_day: int = 0) -> Rests:
    """Return the rests that a journal's configuration gives; `first_day` is that of the week, Monday being 0."""
    return Rests(config.rest_days, config.pauses, first_day)


def streaks(days: Iterable[dt.date], rests: Rests = NO_RESTS) -> tuple[Streak, ...]:
    """Return the maximal runs of days that nothing but rest interrupts, oldest first."""
    runs: list[Streak] = []
    used: Counter[int] = Counter()
    first = last = None
    count = 0
    for day in sorted(set(days)):
        if first is None or last is None:
            first = day
        elif day - last > _DAY and not rests.bridge(last, day, used):
            runs.append(Streak(count, first, last))
            first, count = day, 0
            used.clear()
        last = day
        count += 1
    if first is not None and last is not None:
        runs.append(Streak(count, first, last))
    return tuple(runs)


def current(days: Iterable[dt.date], today: dt.date, rests: Rests = NO_RESTS) -> Streak | None:
    """Return the run that an entry of today belongs to or would; days after today do not count."""
    past = [day for day in days if day <= today]
    runs = streaks(past, rests)
    if not runs:
        return None
    return runs[-1] if streaks([*past, today], rests)[-1].first == runs[-1].first else None


def longest(runs: tuple[Streak, ...]) -> Streak | None:
    """Return the longest run, the first of several, or None where there is none."""
    return max(runs, key=lambda run: run.days, default=None)


def longest_gap(runs: tuple[Streak, ...]) -> Gap | None:
    """Return the longest gap between two runs, the first of several, or None where there is none."""
    gaps = [Gap((later.first - earlier.last).days - 1, earlier.last, later.first) for earlier, later in pairwise(runs)]
    return max(gaps, key=lambda gap: gap.days, default=None)
