"""Runs of days with an entry, and the gaps between them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from journalgen.model.config import Config, Pause

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

    def is_paused(self, day: int) -> bool:
        """Return whether a day (its ordinal) lies in a pause."""
        return any(
            pause.first.toordinal() <= day and (pause.last is None or day <= pause.last.toordinal())
            for pause in self.pauses
        )

    def bridge(self, after: int, before: int, used: Counter[int]) -> bool:
        """Return whether the days between two (ordinals) are all rest; `used` counts those of each week, and takes in these."""
        for number in range(after + 1, before):
            if self.pauses and self.is_paused(number):
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
    # Numbers are compared and subtracted many times as fast as days.
    for day in sorted({day.toordinal() for day in days}):
        if first is None or last is None:
            first = day
        elif day - last > 1 and not rests.bridge(last, day, used):
            runs.append(_streak(count, first, last))
            first, count = day, 0
            used.clear()
        last = day
        count += 1
    if first is not None and last is not None:
        runs.append(_streak(count, first, last))
    return tuple(runs)


def _streak(days: int, first: int, last: int) -> Streak:
    return Streak(days, dt.date.fromordinal(first), dt.date.fromordinal(last))


def current(days: Iterable[dt.date], today: dt.date, rests: Rests = NO_RESTS) -> Streak | None:
    """Return the run that an entry of today belongs to or would; days after today do not count."""
    past = [day for day in days if day <= today]
    return going_on(streaks(past, rests), past, today, rests)


def going_on(runs: Sequence[Streak], days: Iterable[dt.date], today: dt.date, rests: Rests = NO_RESTS) -> Streak | None:
    """Return the last of the runs of some days, none of which is after today, if an entry of today would belong to it."""
    if not runs:
        return None
    last = runs[-1]
    with_today = streaks([*(day for day in days if day >= last.first), today], rests)
    return last if len(with_today) == 1 else None


def longest(runs: tuple[Streak, ...]) -> Streak | None:
    """Return the longest run, the first of several, or None where there is none."""
    return max(runs, key=lambda run: run.days, default=None)


def longest_gap(runs: tuple[Streak, ...]) -> Gap | None:
    """Return the longest gap between two runs, the first of several, or None where there is none."""
    gaps = [Gap((later.first - earlier.last).days - 1, earlier.last, later.first) for earlier, later in pairwise(runs)]
    return max(gaps, key=lambda gap: gap.days, default=None)
