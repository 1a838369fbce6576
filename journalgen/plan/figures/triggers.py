"""What the writer noted as triggers: how often, when, beside what, and what the days and the days after were like."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from msgspec import Struct

from journalgen.analysis.patterns.values import Pattern
from journalgen.analysis.terms import Term
from journalgen.analysis.triggers import Lately, TriggerDays
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.effects import Effect, effect_of
from journalgen.plan.figures.factors import Factors
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.views import Companions, NameLink

# In full; the others are named with their days.
_IN_FULL = 20
# What names stand beside a trigger; who was there is on its own page.
_BESIDE = ("emotions", "tags", "places", "activities", "coping")
_LEVELS = 4
# Of fewer, when they came is no more than when they came.
_FEWEST = 5


class Share(Struct, frozen=True, gc=False):
    """How many days or entries fall into a part of the week or the day, of how many in all, and how deep that is shaded, 0 to 4."""

    count: int
    of: int
    level: int


class Outcome(Struct, frozen=True, gc=False):
    """What a metric was like on the days of a trigger and on the days after; None where there were too few of them.

    `address` is where the comparison stands with all others.
    """

    metric: MetricName
    same_day: Effect | None
    day_after: Effect | None
    address: str


class TriggerView(Struct, frozen=True, gc=False):
    """A trigger and its days.

    `weekdays` begin with the first day of the week, `times` are the quarters of the day from midnight on; both are empty where
    there are too few to see anything in.
    """

    name: NameLink
    days: int
    last: dt.date
    weekdays: tuple[Share, ...]
    times: tuple[Share, ...]
    lately: Lately | None
    companions: tuple[Companions, ...]
    outcomes: tuple[Outcome, ...]


class TriggerCount(Struct, frozen=True, gc=False):
    """A trigger that is only counted."""

    name: NameLink
    days: int


class TriggersPage(Struct, frozen=True, gc=False):
    """The triggers of a journal, the most frequent in full; they came on `days` of those `written`. `closed` are not named."""

    sections: tuple[SectionLink, ...]
    days: int
    written: int
    first_day: int
    triggers: tuple[TriggerView, ...]
    others: tuple[TriggerCount, ...]
    closed: int


def has_triggers(context: Context) -> bool:
    """Return whether any trigger was noted."""
    return bool(context.terms.get("triggers"))


def triggers_page(context: Context) -> TriggersPage:
    """Return the page of triggers."""
    found = context.figures.triggers
    terms = {term.key: term for term in context.terms.get("triggers", ())}
    factors = Factors(context)
    named = [each for each in found.triggers if factors.may_name("trigger", each.key)]
    views = _Views(context, factors, found.weekdays)
    rest = [(context.name_link("triggers", each.key), each.days) for each in named[_IN_FULL:]]
    return TriggersPage(
        sections=context.sections,
        days=found.days,
        written=found.written,
        first_day=context.first_day,
        triggers=tuple([view for each in named[:_IN_FULL] if (view := views.of(each, terms[each.key]))]),
        others=tuple([TriggerCount(link, count) for link, count in rest if link]),
        closed=len(found.triggers) - len(named),
    )


class _Views:
    """Makes the views of triggers; `written` are the days with an entry by weekday."""

    def __init__(self, context: Context, factors: Factors, written: Sequence[int]) -> None:
        self._context = context
        self._factors = factors
        self._written = written
        self._patterns: dict[str, list[Pattern]] = {}
        for pattern in context.figures.patterns.patterns:
            if pattern.kind == "trigger":
                self._patterns.setdefault(pattern.key, []).append(pattern)

    def of(self, trigger: TriggerDays, term: Term) -> TriggerView | None:
        """Return the view of a trigger, or None where it has no page."""
        link = self._context.name_link("triggers", trigger.key)
        if link is None:
            return None
        order = [(self._context.first_day + offset) % 7 for offset in range(7)]
        timed = sum(trigger.times)
        return TriggerView(
            name=link,
            days=trigger.days,
            last=trigger.last,
            weekdays=_shares([(trigger.weekdays[day], self._written[day]) for day in order])
            if trigger.days >= _FEWEST
            else (),
            times=_shares([(count, timed) for count in trigger.times]) if timed >= _FEWEST else (),
            lately=trigger.lately,
            companions=tuple([each for each in self._context.companions(term) if each.kind in _BESIDE]),
            outcomes=self._outcomes(self._patterns.get(trigger.key, ())),
        )

    def _outcomes(self, patterns: Sequence[Pattern]) -> tuple[Outcome, ...]:
        by_metric: dict[str, dict[int, Effect]] = {}
        for each in patterns:
            effect = effect_of(each.estimate, each.low, each.high)
            by_metric.setdefault(each.metric, {})[each.lag_days] = effect
        told = []
        for metric in sorted(by_metric, key=lambda name: (name != "mood", name)):
            effects, address = by_metric[metric], self._context.along_address(metric)
            if address:
                told.append(Outcome(self._factors.metric(metric), effects.get(0), effects.get(1), address))
        return tuple(told)


def _shares(counts: Sequence[tuple[int, int]]) -> tuple[Share, ...]:
    """Return counts of something, shaded by their share in all that they could be, the largest deepest."""
    most = max((count / of for count, of in counts if of), default=0.0)
    return tuple([Share(count, of, math.ceil(count / of / most * _LEVELS) if count else 0) for count, of in counts])
