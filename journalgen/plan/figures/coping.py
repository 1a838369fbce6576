"""What the writer tried on hard days, and how they felt before and after it; nothing is praised, and only a plan is offered."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from journalgen.analysis.coping import CopingUse, Pair
from journalgen.analysis.coping_plan import coping_plan
from journalgen.analysis.patterns.values import CopingChange
from journalgen.analysis.terms import Spellings
from journalgen.plan.figures.along import watched_by_name
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.effects import Effect, effect_of, rounded
from journalgen.plan.figures.patterns import PatternView
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.views import NameLink

_HIGH = 96.0
_WIDEST = 5.0


class Slope(Struct, frozen=True, gc=False):
    """A pair of numbers as a line from the left to the right of a drawing: how high it begins and ends, 0 being the top."""

    before: float
    after: float
    width: float


class Slopes(Struct, frozen=True, gc=False):
    """All pairs of a technique as lines, the one of their means last; `low` and `high` are the ends of the scale."""

    lines: tuple[Slope, ...]
    mean: Slope
    low: float
    high: float


class CopingView(Struct, frozen=True, gc=False):
    """A technique: how often it was noted, on how many days, and what `n` pairs of numbers before and after it say.

    `change` is None without an interval; then `difference` is all there is, the mean of the changes. `expected` is what would
    likely have come anyway, as on `others` other occasions; `within` says that it is a part of the change. `pairs` leave out
    `private` ones.
    """

    name: NameLink
    uses: int
    days: int
    n: int
    mean_before: float | None
    mean_after: float | None
    difference: float | None
    change: Effect | None
    expected: float | None
    within: bool
    others: int
    pairs: tuple[Pair, ...]
    private: int
    slopes: Slopes | None
    watched: tuple[PatternView, ...]


class CopingPage(Struct, frozen=True, gc=False):
    """The techniques of the writer's plan, those of it that were not noted yet, and the others; `closed` are not named."""

    sections: tuple[SectionLink, ...]
    in_plan: tuple[CopingView, ...]
    not_yet: tuple[str, ...]
    others: tuple[CopingView, ...]
    closed: int


def has_coping(context: Context) -> bool:
    """Return whether anything was tried, or is meant to be."""
    return bool(context.terms.get("coping") or coping_plan(context.journal))


def coping_page(context: Context) -> CopingPage:
    """Return the page of what the writer tried."""
    config = context.journal.config
    terms = context.terms.get("coping", ())
    spellings = Spellings(config.aliases)
    used = {each.key: each for each in context.figures.coping}
    plan = {spellings.key("coping", name): name for name in coping_plan(context.journal)}
    may_name = {term.key for term in terms if any(map(context.may_offer, term.entries))}
    others = [use for key, use in used.items() if key not in plan and key in may_name]
    others.sort(key=lambda use: (-use.days, use.key))
    views = _Views(context, used.values())
    return CopingPage(
        sections=context.sections,
        in_plan=tuple([view for key in plan if key in used and (view := views.of(used[key]))]),
        not_yet=tuple([name for key, name in plan.items() if key not in used]),
        others=tuple([view for use in others if (view := views.of(use))]),
        closed=sum(key not in plan and key not in may_name for key in used),
    )


class _Views:
    """Makes the views of techniques, whose pictures have one scale."""

    def __init__(self, context: Context, uses: Iterable[CopingUse]) -> None:
        self._name_link = context.name_link
        self._changes = {each.key: each for each in context.figures.patterns.coping}
        self._watched = watched_by_name(context)
        mood = context.journal.config.metric("mood")
        numbers = [number for use in uses for pair in use.pairs for number in (pair.before, pair.after)]
        self._low = min(numbers, default=0.0)
        self._high = max(numbers, default=0.0)
        if mood.min is not None and mood.max is not None and mood.min <= self._low and self._high <= mood.max:
            self._low, self._high = mood.min, mood.max

    def of(self, use: CopingUse) -> CopingView | None:
        """Return the view of a technique, or None where it has no page."""
        link = self._name_link("coping", use.key)
        if link is None:
            return None
        computed = self._changes.get(use.key)
        difference = None
        if use.mean_before is not None and use.mean_after is not None:
            difference = round(use.mean_after - use.mean_before, 1) + 0.0
        change, expected, within = _told(computed)
        return CopingView(
            name=link,
            uses=use.uses,
            days=use.days,
            n=use.n,
            mean_before=_to_one(use.mean_before),
            mean_after=_to_one(use.mean_after),
            difference=difference,
            change=change,
            expected=expected,
            within=within,
            others=computed.others if computed else 0,
            pairs=use.pairs,
            private=use.private,
            slopes=self._slopes(use),
            watched=self._watched.get(("coping", use.key), ()),
        )

    def _slopes(self, use: CopingUse) -> Slopes | None:
        if not use.pairs or use.mean_before is None or use.mean_after is None:
            return None
        most = max(pair.times for pair in use.pairs)
        lines = [self._line(pair.before, pair.after, pair.times, most) for pair in use.pairs]
        mean = self._line(use.mean_before, use.mean_after, 1, 1)
        return Slopes(tuple(lines), mean, self._low, self._high)

    def _line(self, before: float, after: float, times: int, most: int) -> Slope:
        width = 1 + (_WIDEST - 1) * (times - 1) / (most - 1) if most > 1 else 1.0
        return Slope(self._height(before), self._height(after), round(width, 1))

    def _height(self, value: float) -> float:
        if self._high == self._low:
            return _HIGH / 2
        return round(_HIGH * (self._high - value) / (self._high - self._low), 1)


def _to_one(mean: float | None) -> float | None:
    return None if mean is None else round(mean, 1)


def _told(computed: CopingChange | None) -> tuple[Effect | None, float | None, bool]:
    """Return the change with its interval, what would have come anyway, and whether that is a part of it."""
    if computed is None or computed.low is None or computed.high is None:
        return None, None, False
    change = effect_of(computed.change, computed.low, computed.high)
    if computed.expected_anyway is None:
        return change, None, False
    # With no more places than the change has.
    expected = rounded(computed.expected_anyway, computed.low, computed.high)[0]
    within = 0 < expected < computed.change or computed.change < expected < 0
    return change, expected, within
