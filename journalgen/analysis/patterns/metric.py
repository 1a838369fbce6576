"""One metric of a journal with all that it is compared with, computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from journalgen.analysis.changes import LevelChange, Span
from journalgen.analysis.effects import Effect
from journalgen.analysis.levels import changes
from journalgen.analysis.patterns.comparisons import Comparison, Comparisons, background_of, likely_errors
from journalgen.analysis.patterns.factors import Factor, left_out_as
from journalgen.analysis.patterns.families import Part, stepwise
from journalgen.analysis.patterns.memory import Shown
from journalgen.analysis.patterns.presence import Presence
from journalgen.analysis.patterns.values import DAYS_SINCE, TIME, FactorLeftOut, Pattern, Since
from journalgen.analysis.rounding import rounded
from journalgen.analysis.series import Series, series

# As how many comparisons the days of the week count: which day it is, and whether it is the weekend. As eight they would take
# two fifths of the limit from the names of a short journal.
_WEEK = 2


class Metric:
    """A metric that has enough days, with the errors that are likely for it."""

    def __init__(self, name: str, by_day: dict[int, float], where: Presence, factors: Sequence[Factor]) -> None:
        self._name = name
        self._by_day = by_day
        self._where = where
        self._series = series(by_day)
        self._behind = background_of(self._series.days, where)
        self._points = likely_errors(self._series, self._behind)
        self._factors = [each for each in factors if not (each.is_number and each.key == name)]

    def patterns(self, limit: float, shown: Shown) -> tuple[list[Pattern], list[FactorLeftOut]]:
        """Return every comparison, and what could not be compared; `limit` is the q up to which one is shown.

        The comparisons of the same day are one family, with the days of the week as a part that counts as two; those of the day
        after are another, beside the names that are shown on the same day. The days since the last entry are never shown: who
        writes less while low would find a pattern there that is none, and a rest is held against nobody.
        """
        asked, left_out = self._told_apart()
        if not self._points:
            return [], [FactorLeftOut(self._name, self._name, "metric", self._name, "too-few", 0)]
        compared = Comparisons(
            self._series,
            self._behind,
            self._where,
            [(each, lag) for each in asked for lag in _lags(each)],
            self._points,
        )
        made = compared.made

        def is_name(number: int) -> bool:
            return not made[number].factor.is_number

        able = [number for number, each in enumerate(made) if each.is_enough]
        rest = [number for number in able if made[number].factor.key == DAYS_SINCE]
        weekdays = [number for number in able if made[number].factor.kind == "weekday"]
        same_day = [number for number in able if made[number].lag_days == 0 and number not in {*rest, *weekdays}]
        day_after = [number for number in able if made[number].lag_days == 1]
        found, taken = stepwise([Part(same_day), Part(weekdays, _WEEK)], limit, compared.effects, is_name)
        later, taken_later = stepwise(
            [Part(day_after)], limit, compared.effects, is_name, [number for number in taken if is_name(number)]
        )
        apart, _ = stepwise([Part(rest)], -1, compared.effects, is_name)
        found |= later | apart
        left_out += [
            _left_out(each, self._name)
            for number, each in enumerate(made)
            if number not in found and each.lag_days == 0 and each.factor.key != DAYS_SINCE
        ]
        patterns = []
        for number in sorted(found):
            is_shown = number in taken or number in taken_later
            first = shown.first(self._name, made[number].factor, made[number].lag_days, now=is_shown)
            patterns.append(_pattern(made[number], self._name, *found[number], is_shown, first))
        return self._with_since(patterns), left_out

    def change(self, before: Span, after: Span) -> LevelChange:
        """Return how the metric's level changed from one span of days to another."""
        by_date = {dt.date.fromordinal(day): value for day, value in self._by_day.items()}
        return changes(by_date, [(before, after)], self._points)[0]

    def _compared_later(self, later: Series, asked: Sequence[tuple[Factor, int]]) -> Comparisons:
        """Return comparisons on some of the days alone, under the errors that all of them tell."""
        return Comparisons(later, background_of(later.days, self._where), self._where, asked, self._points)

    def _told_apart(self) -> tuple[list[Factor], list[FactorLeftOut]]:
        """Return the factors that differ on the days of this metric, and those that are the same as another there."""
        asked: list[Factor] = []
        left_out: list[FactorLeftOut] = []
        places: dict[frozenset[int], Factor] = {}
        for factor in sorted(self._factors, key=lambda factor: factor.kind != "weekday"):
            if not factor.is_number:
                here = factor.values.keys() & self._by_day.keys()
                same = places.setdefault(frozenset(here), factor)
                if here and same is not factor:
                    left_out.append(left_out_as(factor, "same-as", len(here), metric=self._name, same_as=same.name))
                    continue
            asked.append(factor)
        return asked, left_out

    def _with_since(self, found: list[Pattern]) -> list[Pattern]:
        """Return patterns with what happened after the day on which each was first shown."""
        factors = {(each.kind, each.key): each for each in self._factors}
        since: dict[tuple[str, str, int], Since] = {}
        for day in sorted({each.first_shown for each in found if each.first_shown}):
            asked = [
                (factors[each.kind, each.key], each.lag_days, each.per) for each in found if each.first_shown == day
            ]
            later = {each: value for each, value in self._by_day.items() if each > day.toordinal()}
            compared = self._compared_later(series(later), [each[:2] for each in asked]) if later else None
            effects = compared.effects(range(len(asked))) if compared else []
            for number, (factor, lag, per) in enumerate(asked):
                since[factor.kind, factor.key, lag] = (
                    _since(compared.made[number], effects[number], per) if compared else Since(0, 0, None, None, None)
                )
        return [
            replace(each, since=since[each.kind, each.key, each.lag_days]) if each.first_shown else each
            for each in found
        ]


def _lags(factor: Factor) -> tuple[int, ...]:
    """Return the lags at which a factor is compared: the day after a Saturday is a Sunday, which is a factor itself."""
    return (0,) if factor.kind == "weekday" or factor.key == DAYS_SINCE else (0, 1)


def _pattern(
    made: Comparison, metric: str, effect: Effect, q: float, is_shown: bool, first_shown: dt.date | None
) -> Pattern:
    return Pattern(
        made.factor.name,
        made.factor.key,
        made.factor.kind,
        metric,
        made.lag_days,
        made.days_with,
        made.days_without,
        made.per,
        rounded(effect.estimate),
        rounded(effect.low),
        rounded(effect.high),
        rounded(effect.p),
        q,
        is_shown,
        first_shown,
        None,
    )


def _since(made: Comparison, effect: Effect | None, per: float | None) -> Since:
    """Return a comparison of later days, in the step of the pattern."""
    if effect is None:
        return Since(made.days_with, made.days_without, None, None, None)
    scale = per / made.per if per and made.per else 1.0
    return Since(
        made.days_with,
        made.days_without,
        rounded(effect.estimate * scale),
        rounded(effect.low * scale),
        rounded(effect.high * scale),
    )


def _left_out(made: Comparison, metric: str) -> FactorLeftOut:
    """Return a factor that could not be compared on the same day: it has too few days, or does nothing but count them."""
    if made.is_enough:
        return left_out_as(made.factor, "same-as", made.days_with, metric=metric, same_as=TIME)
    few = made.days_with if made.factor.is_number else min(made.days_with, made.days_without)
    return left_out_as(made.factor, "too-few", few, metric=metric)
