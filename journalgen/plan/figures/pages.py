"""Which pages of figures there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, get_args

from msgspec import Struct

from journalgen.analysis.figures import last_day
from journalgen.plan.figures.along import AlongMetricPage, AlongPage, along_metric_pages, along_page, has_along
from journalgen.plan.figures.closer_words import CloserWordsPage, closer_words_page
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.coping import CopingPage, coping_page, has_coping
from journalgen.plan.figures.feelings import FeelingsPage, feelings_page, has_feelings
from journalgen.plan.figures.metrics.happenings import happenings
from journalgen.plan.figures.metrics.index import MetricsPage, metrics_sketch
from journalgen.plan.figures.metrics.page import MetricPage, metric_sketch
from journalgen.plan.figures.overview import OverviewPage, overview_page
from journalgen.plan.figures.rhythm import RhythmPage, has_rhythm, rhythm_page
from journalgen.plan.figures.scales import ScalePage, ScalesPage, has_scales, scale_pages
from journalgen.plan.figures.sections import ADDRESSES, Section, SectionLink
from journalgen.plan.figures.triggers import TriggersPage, has_triggers, triggers_page
from journalgen.plan.figures.words import CLOSER, WordsPage, has_words, words_page
from journalgen.plan.sketch import Sketch

# What renders each kind of page; `FigureView` is all of them.
TEMPLATES: dict[type[Struct], str] = {
    OverviewPage: "patterns.html",
    WordsPage: "words.html",
    CloserWordsPage: "closer-words.html",
    AlongPage: "along.html",
    AlongMetricPage: "along-metric.html",
    CopingPage: "coping.html",
    TriggersPage: "triggers.html",
    MetricsPage: "metrics.html",
    MetricPage: "metric.html",
    FeelingsPage: "feelings.html",
    ScalesPage: "scales.html",
    ScalePage: "scale.html",
    RhythmPage: "rhythm.html",
}
FigureView = (
    OverviewPage | AlongPage | AlongMetricPage | CopingPage | TriggersPage | MetricsPage | MetricPage | FeelingsPage
    | ScalesPage | ScalePage | RhythmPage
    | WordsPage | CloserWordsPage
)  # fmt: skip

_Pages = Iterator[tuple[str, FigureView | Sketch[FigureView]]]


class _Maker(NamedTuple):
    """Whether a section has anything to show, and what makes its pages: the address and the view of each."""

    has_pages: Callable[[Context], bool]
    pages: Callable[[Context], _Pages]


def _overview(context: Context) -> _Pages:
    yield ADDRESSES["overview"], overview_page(context)


def _words(context: Context) -> _Pages:
    yield ADDRESSES["words"], words_page(context)
    if context.journal.config.words_closer:
        yield CLOSER, closer_words_page(context)


def _along(context: Context) -> _Pages:
    yield ADDRESSES["along"], along_page(context)
    yield from along_metric_pages(context)


def _coping(context: Context) -> _Pages:
    yield ADDRESSES["coping"], coping_page(context)


def _triggers(context: Context) -> _Pages:
    yield ADDRESSES["triggers"], triggers_page(context)


def _metrics(context: Context) -> _Pages:
    until = last_day(context.journal, context.today)
    yield ADDRESSES["metrics"], metrics_sketch(context, until)
    happened = happenings(context, until)
    for metric in context.figures.metrics:
        address = context.metric_address(metric.metric)
        if address is not None:
            yield address, metric_sketch(context, metric, address, happened, until)


def _feelings(context: Context) -> _Pages:
    yield ADDRESSES["feelings"], feelings_page(context)


def _rhythm(context: Context) -> _Pages:
    yield ADDRESSES["rhythm"], rhythm_page(context)


_MAKERS: Mapping[Section, _Maker] = {
    "overview": _Maker(lambda _: True, _overview),
    "words": _Maker(has_words, _words),
    "along": _Maker(has_along, _along),
    "coping": _Maker(has_coping, _coping),
    "triggers": _Maker(has_triggers, _triggers),
    "metrics": _Maker(lambda context: bool(context.figures.metrics), _metrics),
    "feelings": _Maker(has_feelings, _feelings),
    "scales": _Maker(has_scales, scale_pages),
    "rhythm": _Maker(has_rhythm, _rhythm),
}


def figure_pages(context: Context) -> _Pages:
    """Yield the address and the view of each page of figures; all of them know which sections there are."""
    makers = {
        section: _MAKERS[section]
        for section in get_args(Section)
        if section in _MAKERS and _MAKERS[section].has_pages(context)
    }
    links = tuple(SectionLink(section, ADDRESSES[section]) for section in makers)
    for maker in makers.values():
        yield from maker.pages(replace(context, sections=links))
