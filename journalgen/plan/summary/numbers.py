"""The figures of the page to take along: each metric beside the days before, questionnaires, and what went along with what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from journalgen.analysis.changes import LevelChange, Span, level_changes
from journalgen.analysis.figures import Figures, last_day
from journalgen.analysis.metrics.changes import within
from journalgen.analysis.metrics.days import FEWEST_WITH_PRIVATE, DayValue, mean, rounded, values_by_day
from journalgen.analysis.patterns.search import patterns
from journalgen.analysis.patterns.values import Patterns
from journalgen.analysis.scales import Scored, difference, scores_by_scale
from journalgen.analysis.terms import KINDS as KINDS_OF_NAMES
from journalgen.analysis.terms import Spellings, terms
from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.entries import as_text, link_to, scale_label
from journalgen.plan.figures.along import pattern_views
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.effects import Effect, effect_of
from journalgen.plan.figures.factors import KINDS
from journalgen.plan.figures.metrics.names import metric_name
from journalgen.plan.figures.patterns import PatternView
from journalgen.plan.figures.scales import score_change
from journalgen.plan.summary.views import Asked, NumberRow, ScaleLines, ScoreLine

# What two pages hold, with all else.
_MOST_METRICS = 8
_MOST_PATTERNS = 4
_MOST_SCALES = 4
_MOST_SCORES = 6
# How much of one day is carried over into the next is told by three years: decades would take seconds, and tell of another life.
_DAYS_OF_ERROR = 3 * 365


def before(period: Span) -> Span | None:
    """Return as many days before some days, None where the calendar has none."""
    length = (period.last - period.first).days + 1
    first = period.first.toordinal()
    if first <= 1:
        return None
    return Span(dt.date.fromordinal(max(1, first - length)), dt.date.fromordinal(first - 1))


def numbers(journal: Journal, asked: Asked) -> tuple[tuple[NumberRow, ...], int]:
    """Return a row for each metric with a value in the period, and how many more there are than are told of.

    Mood comes first, then those of `journal.toml` in its order, then those with most days.
    """
    if "numbers" in asked.parts:
        return (), 0
    known = values_by_day(journal.entries, asked.period.last)
    found = {name: values for name, values in known.items() if within(values, asked.period)}
    if asked.metrics:
        chosen = [name for name in asked.metrics if name in found]
    else:
        configured = [each.name for each in journal.config.metrics]
        places = {name: place for place, name in enumerate(dict.fromkeys(["mood", *configured]))}
        chosen = [name for name in found if name not in asked.without]
        chosen.sort(key=lambda name: (places.get(name, len(places)), -len(within(found[name], asked.period)), name))
    told = chosen if asked.metrics else chosen[:_MOST_METRICS]
    rows = [row for name in told if (row := _row(name, found[name], asked.period, journal.config))]
    return tuple(rows), len(chosen) - len(told)


def _row(name: str, values: Sequence[DayValue], period: Span, config: Config) -> NumberRow | None:
    earlier = before(period)
    now, then = _shown(within(values, period)), _shown(within(values, earlier) if earlier else ())
    if not now:
        return None
    change: LevelChange | None = None
    if earlier and then:
        around = within(values, Span(_back(period, _DAYS_OF_ERROR), period.last))
        (change,) = level_changes([(each.day, each.value) for each in around], [(earlier, period)])
    metric = config.metric(name)
    return NumberRow(
        name=metric_name(config, name, None),
        scale=(metric.min, metric.max) if metric.min is not None and metric.max is not None else None,
        days=len(now),
        mean=rounded(mean(now)),
        low=rounded(min(now)),
        high=rounded(max(now)),
        days_before=len(then),
        mean_before=rounded(mean(then)) if then else None,
        change=_effect(change) if change else None,
    )


def _back(period: Span, days: int) -> dt.date:
    """Return the day so many before the end of a period, or as many as it takes to hold the days before it."""
    length = (period.last - period.first).days + 1
    return dt.date.fromordinal(max(1, period.last.toordinal() - max(days, 2 * length)))


def _effect(change: LevelChange) -> Effect | None:
    if change.estimate is None or change.low is None or change.high is None:
        return None
    return effect_of(change.estimate, change.low, change.high)


def _shown(values: Sequence[DayValue]) -> list[float]:
    """Return the values of some days; those of private entries only among others, as everywhere."""
    if len(values) >= FEWEST_WITH_PRIVATE:
        return [each.value for each in values]
    return [each.shown for each in values if each.shown is not None]


def questionnaires(journal: Journal, asked: Asked) -> tuple[ScaleLines, ...]:
    """Return the questionnaires with a score in the period; those of private entries are not among them."""
    if "questionnaires" in asked.parts:
        return ()
    found = []
    for each in scores_by_scale(journal.entries, asked.period.last):
        since = next((at for at, scored in enumerate(each.scored) if scored.day >= asked.period.first), None)
        if since is not None and each.scale not in asked.without:
            # The last before the period is what the first in it is compared with.
            found.append(_lines(each.scale, each.scored[max(0, since - 1) :], journal.config))
    return tuple(found[:_MOST_SCALES])


def _lines(name: str, scored: Sequence[Scored], config: Config) -> ScaleLines:
    scale = config.scale(name)
    # The first stays, since the newest is compared with it.
    listed = scored if len(scored) <= _MOST_SCORES else [scored[0], *scored[1 - _MOST_SCORES :]]
    return ScaleLines(
        label=scale_label(scale),
        ends=(as_text(scale.min), as_text(scale.max)) if scale.min is not None and scale.max is not None else None,
        better=scale.better,
        scores=tuple([ScoreLine(each.day, as_text(each.value)) for each in listed]),
        change=score_change(difference(scored[-1].value, scored[0].value, scale)) if len(scored) > 1 else None,
        earlier=len(scored) - len(listed),
    )


def went_along(
    journal: Journal, asked: Asked, may_tell: Callable[[Entry], bool], known: Patterns | None = None
) -> tuple[tuple[PatternView, ...], Patterns | None]:
    """Return the surest patterns of all days up to the last of the period that may be told of, and all that was compared.

    What was compared is computed where it is not `known`, which takes seconds in a journal of decades. Days of the week and
    numbers are told of in any case, names where they were asked for.
    """
    if "patterns" in asked.parts:
        return (), None
    found = known or patterns(journal, last_day(journal, asked.period.last), ())[0]
    if not any(each.shown for each in found.patterns):
        return (), found
    views = (view for view in pattern_views(_context(journal, asked, found, may_tell)) if _is_asked_for(view, asked))
    return tuple(_first(views)), found


def _is_asked_for(view: PatternView, asked: Asked) -> bool:
    of_metrics = {view.metric.metric, view.factor.metric.metric if view.factor.metric else view.metric.metric}
    if of_metrics & set(asked.without) or (asked.metrics and not of_metrics <= set(asked.metrics)):
        return False
    if view.factor.kind == "person":
        return asked.people
    return asked.names or view.factor.kind not in KINDS


def _first(views: Iterator[PatternView]) -> Iterator[PatternView]:
    for _, view in zip(range(_MOST_PATTERNS), views, strict=False):
        yield view


def _context(journal: Journal, asked: Asked, found: Patterns, may_tell: Callable[[Entry], bool]) -> Context:
    """Return what sentences about patterns are made from, on a page that leads nowhere."""
    spellings = Spellings(journal.config.aliases)
    return Context(
        journal=journal,
        today=asked.period.last,
        first_day=0,
        figures=Figures(found),
        terms={kind: terms(kind, journal.entries, spellings) for kind in KINDS_OF_NAMES},
        sections=(),
        name_link=lambda _kind, _key: None,
        metric_address=lambda _: None,
        day_address=lambda _: None,
        link=lambda entry: link_to(entry, ""),
        may_offer=may_tell,
    )
