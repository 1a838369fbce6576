"""What goes along with what: the patterns that are worth watching, and for each metric all that it was compared with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from journalgen.analysis.patterns.values import TIME, WEEKDAYS, WEEKEND, FactorKind, FactorLeftOut, Pattern, Reason
from journalgen.digests import digest
from journalgen.plan.addresses import short_digest
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.effects import bar_of, effect_of, reach_of, rounded
from journalgen.plan.figures.factors import KINDS, Factors
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.figures.patterns import Factor, PatternView, SinceView, Towards
from journalgen.plan.figures.sections import SectionLink

_encoder = msgspec.msgpack.Encoder()


class Compared(Struct, frozen=True, gc=False):
    """How many comparisons were made with a metric, how many of them stand out, and where they all are."""

    metric: MetricName
    address: str
    tests: int
    shown: int


class TooShort(Struct, frozen=True, gc=False):
    """A metric with too few days, or too few that differ, to be compared with anything yet."""

    metric: MetricName
    days: int


class AlongPage(Struct, frozen=True, gc=False):
    """What is worth watching, what went along with better days first, and what was compared, over how many days.

    `closed` of what stands out is not named.
    """

    sections: tuple[SectionLink, ...]
    days: int
    tests: int
    better: tuple[PatternView, ...]
    harder: tuple[PatternView, ...]
    others: tuple[PatternView, ...]
    closed: int
    metrics: tuple[Compared, ...]
    too_short: tuple[TooShort, ...]


class Comparison(Struct, frozen=True, gc=False):
    """A line of the table of all comparisons with a metric. The numbers are rounded as a sentence would."""

    factor: Factor
    lag_days: int
    per: float | None
    days_with: int
    days_without: int
    estimate: float
    low: float
    high: float
    shown: bool
    first_shown: dt.date | None


class LeftOut(Struct, frozen=True, gc=False):
    """A factor that was not compared, with the days that it was there, or that it was not where these are fewer.

    Of one that can't be told from something else, `beside` says from what: another name (`same_as`), a day of the week, time
    itself, or what stays closed.
    """

    factor: Factor
    days: int
    same_as: str | None
    beside: Literal["name", "weekday", "time", "closed"] | None


class AlongMetricPage(Struct, frozen=True, gc=False):
    """All that a metric was compared with: what stands out, what did once, every comparison, and what was left out, by reason.

    `closed` comparisons, `closed_shown` of which stand out, and `closed_left_out` factors are counted and not named.
    """

    sections: tuple[SectionLink, ...]
    metric: MetricName
    days: int
    tests: int
    shown: tuple[PatternView, ...]
    before: tuple[PatternView, ...]
    comparisons: tuple[Comparison, ...]
    too_few: tuple[LeftOut, ...]
    too_many: tuple[LeftOut, ...]
    same_as: tuple[LeftOut, ...]
    closed: int
    closed_shown: int
    closed_left_out: int
    digest: bytes = b""


def has_along(context: Context) -> bool:
    """Return whether there are any numbers that something could go along with."""
    return bool(context.figures.patterns.metrics) or any(entry.measures for entry in context.journal.entries)


def along_page(context: Context) -> AlongPage:
    """Return the page of what is worth watching."""
    found = context.figures.patterns
    factors = Factors(context)
    views = pattern_views(context)
    return AlongPage(
        sections=context.sections,
        days=found.days,
        tests=found.tests,
        better=tuple([each for each in views if each.towards == "better"]),
        harder=tuple([each for each in views if each.towards == "harder"]),
        others=tuple([each for each in views if each.towards == "neither"]),
        closed=sum(each.shown for each in found.patterns) - len(views),
        metrics=_compared(context),
        too_short=tuple(
            [
                TooShort(factors.metric(each.key), each.days)
                for each in found.left_out
                if each.kind == "metric" and each.key == each.metric
            ]
        ),
    )


def along_metric_pages(context: Context) -> Iterator[tuple[str, AlongMetricPage]]:
    """Yield the page of each metric that something was compared with, and its address."""
    factors = Factors(context)
    shown = pattern_views(context)
    made = _by_metric(context)
    for compared in _compared(context):
        name = compared.metric.metric
        of_metric = tuple([each for each in shown if each.metric.metric == name])
        yield compared.address, _metric_page(context, factors, compared, of_metric, made[name])


def pattern_views(context: Context) -> tuple[PatternView, ...]:
    """Return every pattern that stands out and may be named: by metric, mood first, and the surest first."""
    return tuple([view for _, view in keyed_views(context)])


def keyed_views(context: Context) -> Iterator[tuple[tuple[FactorKind, str], PatternView]]:
    """Yield them with the kind and the key of their factor."""
    factors = Factors(context)
    found = [each for each in context.figures.patterns.patterns if each.shown]
    reach = {metric: _reach(found, metric) for metric in {each.metric for each in found}}
    for each in sorted(found, key=_surest):
        if factors.may_name(each.kind, each.key):
            yield (each.kind, each.key), _view(context, factors, each, reach[each.metric])


def watched_by_name(context: Context) -> dict[tuple[str, str], tuple[PatternView, ...]]:
    """Return the patterns of each name that has any, by the kind of names and the key of the term."""
    found: dict[tuple[str, str], list[PatternView]] = {}
    for key, view in keyed_views(context):
        if key[0] in KINDS:
            found.setdefault((KINDS[key[0]], key[1]), []).append(view)
    return {key: tuple(views) for key, views in found.items()}


def _surest(pattern: Pattern) -> tuple[bool, str, float, str, str, int]:
    return (pattern.metric != "mood", pattern.metric, pattern.p, pattern.kind, pattern.key, pattern.lag_days)


def _reach(patterns: Sequence[Pattern], metric: str) -> float:
    return reach_of((each.low, each.high) for each in patterns if each.metric == metric)


def _view(context: Context, factors: Factors, pattern: Pattern, reach: float) -> PatternView:
    place = f"along:{short_digest(pattern.metric, pattern.kind, pattern.key, str(pattern.lag_days))}"
    return PatternView(
        factor=factors.factor(pattern.kind, pattern.key, pattern.factor),
        metric=factors.metric(pattern.metric),
        lag_days=pattern.lag_days,
        days_with=pattern.days_with,
        days_without=pattern.days_without,
        per=pattern.per,
        effect=effect_of(pattern.estimate, pattern.low, pattern.high),
        bar=bar_of(pattern.estimate, pattern.low, pattern.high, reach),
        towards=_towards(context, pattern),
        first_shown=pattern.first_shown,
        since=_since(pattern, reach),
        address=f"{context.along_address(pattern.metric)}#{place}",
        place=place,
    )


def _towards(context: Context, pattern: Pattern) -> Towards:
    better = context.journal.config.metric(pattern.metric).better
    if better == "neither":
        return "neither"
    return "better" if (pattern.estimate > 0) == (better == "higher") else "harder"


def _since(pattern: Pattern, reach: float) -> SinceView | None:
    since = pattern.since
    if since is None:
        return None
    if since.estimate is None or since.low is None or since.high is None:
        return SinceView(since.days_with, None, None)
    interval = (since.estimate, since.low, since.high)
    return SinceView(since.days_with, effect_of(*interval), bar_of(*interval, reach))


def _compared(context: Context) -> tuple[Compared, ...]:
    """Return the metrics that something was compared with, mood first."""
    factors = Factors(context)
    counted = []
    for name, of_metric in sorted(_by_metric(context).items(), key=lambda item: (item[0] != "mood", item[0])):
        address = context.along_address(name)
        if address is not None:
            shown = sum(each.shown for each in of_metric)
            counted.append(Compared(factors.metric(name), address, len(of_metric), shown))
    return tuple(counted)


def _by_metric(context: Context) -> dict[str, list[Pattern]]:
    made: dict[str, list[Pattern]] = {}
    for each in context.figures.patterns.patterns:
        made.setdefault(each.metric, []).append(each)
    return made


def _metric_page(
    context: Context,
    factors: Factors,
    compared: Compared,
    shown: tuple[PatternView, ...],
    made: Sequence[Pattern],
) -> AlongMetricPage:
    figures, name = context.figures.patterns, compared.metric.metric
    named = [each for each in made if factors.may_name(each.kind, each.key)]
    left_out = [each for each in figures.left_out if each.metric in (None, name)]
    may_say = [each for each in left_out if factors.may_name(each.kind, each.key)]
    reach = _reach([each for each in made if each.shown], name)
    days = next((level.days for level in figures.metrics if level.metric == name), figures.days)
    page = AlongMetricPage(
        sections=context.sections,
        metric=compared.metric,
        days=days,
        tests=compared.tests,
        shown=shown,
        before=tuple(
            [_view(context, factors, each, reach) for each in sorted(named, key=_surest) if _was_shown_before(each)]
        ),
        comparisons=tuple([_comparison(factors, each) for each in sorted(named, key=_by_name)]),
        too_few=_left_out(factors, may_say, "too-few"),
        too_many=_left_out(factors, may_say, "too-many"),
        same_as=_left_out(factors, may_say, "same-as"),
        closed=len(made) - len(named),
        closed_shown=compared.shown - len(shown),
        closed_left_out=len(left_out) - len(may_say),
    )
    # There may be a hundred lines for each metric: encoded at once, they take a fiftieth of the time.
    return replace(page, digest=digest(_encoder.encode(page)))


def _was_shown_before(pattern: Pattern) -> bool:
    return pattern.first_shown is not None and not pattern.shown


def _by_name(pattern: Pattern) -> tuple[str, str, int]:
    return (pattern.kind, pattern.key, pattern.lag_days)


def _comparison(factors: Factors, pattern: Pattern) -> Comparison:
    estimate, low, high = rounded(pattern.estimate, pattern.low, pattern.high)
    factor = factors.factor(pattern.kind, pattern.key, pattern.factor)
    return Comparison(
        factor, pattern.lag_days, pattern.per, pattern.days_with, pattern.days_without, estimate, low, high,
        pattern.shown, pattern.first_shown,
    )  # fmt: skip


def _left_out(factors: Factors, left_out: Sequence[FactorLeftOut], reason: Reason) -> tuple[LeftOut, ...]:
    found = {(each.kind, each.key): each for each in left_out if each.reason == reason}
    return tuple([_left_out_view(factors, each) for _, each in sorted(found.items())])


def _left_out_view(factors: Factors, left_out: FactorLeftOut) -> LeftOut:
    factor, same_as = factors.factor(left_out.kind, left_out.key, left_out.factor), left_out.same_as
    if same_as is None:
        return LeftOut(factor, left_out.days, None, None)
    if same_as == TIME:
        return LeftOut(factor, left_out.days, None, "time")
    if same_as in (*WEEKDAYS, WEEKEND):
        return LeftOut(factor, left_out.days, None, "weekday")
    if not factors.may_name_any(same_as):
        return LeftOut(factor, left_out.days, None, "closed")
    return LeftOut(factor, left_out.days, same_as, "name")
