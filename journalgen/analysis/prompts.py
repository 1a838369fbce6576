"""Which prompt a day has: a pure function of the day, the prompts, and the days before that were low.

Themes take turns, a day each, and the prompts of a theme go round: none comes again before all others of its theme that may
be asked have had their turn. Deep ones go round among themselves, and are put off after a low day.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from journalgen.model.prompts import Depth, Prompt


class LowTimes(Struct, frozen=True):
    """The days that come after a low one: of the days with a mood before each, the last was low.

    `days` are the days with a mood, in order, `low` says of each whether it was.
    """

    days: tuple[dt.date, ...]
    low: tuple[bool, ...]

    def has(self, day: dt.date) -> bool:
        """Return whether the last day with a mood before a day was low; the day itself has no part in it."""
        place = bisect_left(self.days, day)
        return place > 0 and self.low[place - 1]

    def before(self, day: dt.date) -> Iterable[tuple[int, int]]:
        """Yield the stretches of days after a low one that lie before a day, as ordinals, the second not included."""
        for number, written in enumerate(self.days):
            if written >= day:
                return
            if self.low[number]:
                following = self.days[number + 1] if number + 1 < len(self.days) else day
                yield written.toordinal() + 1, min(following.toordinal() + 1, day.toordinal())


def low_times(moods: Mapping[dt.date, float], limit: float | None) -> LowTimes:
    """Return which days come after a low one, from the moods of days and the mood at or below which a day is low."""
    days = tuple(sorted(moods)) if limit is not None else ()
    return LowTimes(days, tuple(limit is not None and moods[day] <= limit for day in days))


def prompt_of_day(
    day: dt.date, prompts: Iterable[Prompt], lows: LowTimes, theme: str | None = None, depth: Depth | None = None
) -> Prompt | None:
    """Return the day's prompt of those of a theme and a depth, where these are given, or None where there is none to ask.

    What is written on the day itself changes nothing. After a low day no deep one is returned unless `depth` asks for it;
    None says that the theme whose turn it is has no other. Where a theme is given, every day is a turn of it.
    """
    themes: dict[str, list[Prompt]] = {}
    for each in prompts:
        if theme in (None, each.theme) and depth in (None, each.depth):
            themes.setdefault(each.theme, []).append(each)
    if not themes:
        return None
    order = sorted(themes, key=lambda name: (_lot(name), name))
    number = day.toordinal()
    of_theme = sorted(themes[order[number % len(order)]], key=lambda each: (_lot(each.id), each.id))
    if depth is not None:
        return of_theme[number // len(order) % len(of_theme)]
    return _Round(of_theme, len(order)).prompt(day, lows)


def _lot(name: str) -> bytes:
    """Return what puts names in an order of its own, so that themes and prompts come mixed, and the same on any machine."""
    return hashlib.blake2b(name.encode(errors="surrogatepass"), digest_size=8).digest()


class _Round:
    """The prompts of a theme, going round; a turn comes every `step` days."""

    def __init__(self, prompts: Sequence[Prompt], step: int) -> None:
        self._light = [each for each in prompts if each.depth != "deep"]
        self._deep = [each for each in prompts if each.depth == "deep"]
        self._step = step

    def prompt(self, day: dt.date, lows: LowTimes) -> Prompt | None:
        number = day.toordinal()
        turn = number // self._step
        put_off = self._put_off(day, lows)
        deep = self._deep_before(turn) - put_off
        if self._is_deep(turn) and not lows.has(day):
            return self._deep[deep % len(self._deep)]
        return self._light[(turn - deep) % len(self._light)] if self._light else None

    def _deep_before(self, turn: int) -> int:
        """Return how many turns before one are a deep prompt's: spread evenly, as many in each round as there are."""
        return turn * len(self._deep) // (len(self._light) + len(self._deep))

    def _is_deep(self, turn: int) -> bool:
        return self._deep_before(turn + 1) > self._deep_before(turn)

    def _put_off(self, day: dt.date, lows: LowTimes) -> int:
        """Return how many deep prompts were put off on turns before a day's."""
        if not self._deep or not self._light:
            return 0
        phase = day.toordinal() % self._step
        count = 0
        for first, last in lows.before(day):
            begin = first + (phase - first) % self._step
            count += sum(self._is_deep(number // self._step) for number in range(begin, last, self._step))
        return count
