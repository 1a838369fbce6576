"""What the overview says, a sentence each.

For each, a small function returns what the sentence holds, or None where there is nothing to say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from journalgen.analysis.coping_plan import coping_plan
from journalgen.analysis.scales import difference, scores_by_scale
from journalgen.plan.entries import scale_label
from journalgen.plan.figures.along import pattern_views
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.coping import CopingView, coping_page
from journalgen.plan.figures.effects import Effect, effect_of
from journalgen.plan.figures.factors import Factors
from journalgen.plan.figures.feelings import often_named
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.figures.patterns import PatternView, Towards
from journalgen.plan.figures.rhythm import recent_rhythm
from journalgen.plan.figures.sections import ADDRESSES, Section
from journalgen.plan.views import NameLink

# A letter of more than this is a report.
_MOST = 7


class RhythmSentence(Struct, frozen=True, gc=False):
    """On how many of the last days there was an entry."""

    days: int
    of: int
    address: str
    kind: Literal["rhythm"] = "rhythm"


class PatternSentence(Struct, frozen=True, gc=False):
    """A pattern that is worth watching."""

    pattern: PatternView
    address: str
    kind: Literal["pattern"] = "pattern"


class NothingSentence(Struct, frozen=True, gc=False):
    """That nothing stood out among so many comparisons over so many days."""

    tests: int
    days: int
    address: str
    kind: Literal["nothing"] = "nothing"


class LevelSentence(Struct, frozen=True, gc=False):
    """How a metric of the last 90 days compares with the 90 before; `harder` where that is clear, and the harder way."""

    metric: MetricName
    change: Effect
    harder: bool
    address: str
    kind: Literal["level"] = "level"


class CopingSentence(Struct, frozen=True, gc=False):
    """What came after a technique of the writer's own plan."""

    technique: CopingView
    address: str
    kind: Literal["coping"] = "coping"


class FeelingsSentence(Struct, frozen=True, gc=False):
    """What the writer felt most often, the more pleasant first."""

    feelings: tuple[NameLink, ...]
    address: str
    kind: Literal["feelings"] = "feelings"


class ScaleSentence(Struct, frozen=True, gc=False):
    """How the newest score of a questionnaire compares with the first; `way` is -1 for lower, 0 for the same, 1 for higher.

    `beyond` says that this is more than what the same questionnaire varies by, `harder` that it is and the harder way.
    """

    label: str
    by: float
    way: int
    beyond: bool
    harder: bool
    first: dt.date
    last: dt.date
    address: str
    kind: Literal["scale"] = "scale"


Sentence = (
    RhythmSentence
    | PatternSentence
    | NothingSentence
    | LevelSentence
    | CopingSentence
    | FeelingsSentence
    | ScaleSentence
)


def letter(context: Context) -> tuple[Sentence, ...]:
    """Return what there is to say, better days first, and at most seven sentences."""
    said = [sentence for say in _SENTENCES if (sentence := say(context))]
    return tuple(said[:_MOST])


def _rhythm(context: Context) -> Sentence | None:
    address = _address(context, "rhythm")
    if address is None:
        return None
    rhythm = recent_rhythm({day for each in context.journal.entries if (day := each.written_on)}, context.today)
    return RhythmSentence(rhythm.days, rhythm.of, address) if rhythm.days else None


def _better(context: Context) -> Sentence | None:
    return _pattern(context, "better")


def _harder(context: Context) -> Sentence | None:
    return _pattern(context, "harder")


def _pattern(context: Context, towards: Towards) -> Sentence | None:
    found = next((each for each in pattern_views(context) if each.towards == towards), None)
    return PatternSentence(found, found.address) if found else None


def _nothing(context: Context) -> Sentence | None:
    found, address = context.figures.patterns, _address(context, "along")
    if address is None or not found.tests or any(each.shown for each in found.patterns):
        return None
    return NothingSentence(found.tests, found.days, address)


def _level(context: Context) -> Sentence | None:
    levels = sorted(context.figures.patterns.metrics, key=lambda each: (each.metric != "mood", each.metric))
    for each in levels[:1]:
        address = context.metric_address(each.metric) or context.along_address(each.metric)
        if address is None or each.change_90_days is None or each.low is None or each.high is None:
            return None
        change = effect_of(each.change_90_days, each.low, each.high)
        better = context.journal.config.metric(each.metric).better
        harder = not change.crosses and better != "neither" and change.way not in (better, "same")
        return LevelSentence(Factors(context).metric(each.metric), change, harder, address)
    return None


def _coping(context: Context) -> Sentence | None:
    if not coping_plan(context.journal):
        return None
    known = [each for each in coping_page(context).in_plan if each.change]
    return CopingSentence(max(known, key=_uses), ADDRESSES["coping"]) if known else None


def _uses(technique: CopingView) -> tuple[int, str]:
    return (technique.n, technique.name.name)


def _scale(context: Context) -> Sentence | None:
    """Return the questionnaire that was filled in last, where its first and its newest score may both be told of."""
    compared = [
        (offered[-1], offered[0], each.scale)
        for each in scores_by_scale(context.journal.entries, context.today)
        if len(offered := [scored for scored in each.scored if context.may_offer(scored.entry)]) > 1
    ]
    if not compared:
        return None
    last, first, name = max(compared, key=lambda each: (each[0].day, each[2]))
    scale = context.journal.config.scale(name)
    found, address = difference(last.value, first.value, scale), context.scale_address(name)
    if found.beyond is None or address is None or first.day == last.day:
        return None
    way = (found.by > 0) - (found.by < 0)
    harder = found.beyond and scale.better != "neither" and way != (1 if scale.better == "higher" else -1)
    return ScaleSentence(scale_label(scale), abs(found.by), way, found.beyond, harder, first.day, last.day, address)


def _feelings(context: Context) -> Sentence | None:
    address = _address(context, "feelings")
    if address is None:
        return None
    often = often_named(context)
    return FeelingsSentence(often, address) if len(often) > 1 else None


def _address(context: Context, section: Section) -> str | None:
    """Return where a section lies, or None where the journal has none."""
    return next((each.address for each in context.sections if each.section == section), None)


_SENTENCES: Sequence[Callable[[Context], Sentence | None]] = (
    _rhythm,
    _better,
    _nothing,
    _level,
    _coping,
    _harder,
    _feelings,
    _scale,
)
