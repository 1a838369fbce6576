"""The pages of questionnaires: one for each, and one that leads to all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from journalgen.analysis.scales import Difference, Scored, Scores, band_of, difference, scores_by_scale
from journalgen.model.journal import Journal
from journalgen.model.scales import ScaleConfig, Source
from journalgen.plan.addresses import SCALES
from journalgen.plan.entries import as_text, scale_label
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.score_chart import ScoreChart, score_chart
from journalgen.plan.figures.sections import SectionLink


class ScoreChange(Struct, frozen=True, gc=False):
    """How far a score is from another: by how much, as text; `way` is -1 for lower, 0 for the same, 1 for higher.

    `beyond` says that this is more than what the same questionnaire varies by; None where that is not known.
    """

    by: str
    way: int
    beyond: bool | None


class ScoreRow(Struct, frozen=True, gc=False):
    """A score: its day, which leads to the entry, what its authors call it, and how far it is from those before it."""

    day: dt.date
    address: str
    value: str
    band: str | None
    since_last: ScoreChange | None
    since_first: ScoreChange | None


class SourceView(Struct, frozen=True, gc=False):
    """Who says a number, and where; `says` is the number that they give, where it is another one."""

    who: str
    doi: str | None
    says: str | None


class ScalePage(Struct, frozen=True, gc=False):
    """One questionnaire: its scores, newest first, their picture, and what it rests on.

    `left_out` scores are in private entries. `better` is the way that is lighter. `change`, `look_at` and `out_of` are as text.
    """

    sections: tuple[SectionLink, ...]
    label: str
    rows: tuple[ScoreRow, ...]
    chart: ScoreChart | None
    left_out: int
    better: str
    out_of: str | None
    change: str | None
    change_sources: tuple[SourceView, ...]
    look_at: str | None
    source: SourceView | None
    has_bands: bool


class ScaleSummary(Struct, frozen=True, gc=False):
    """A questionnaire to go to: how many scores it has, the day of the first, and the newest."""

    label: str
    address: str
    scores: int
    first: dt.date
    newest: ScoreRow
    out_of: str | None


class ScalesPage(Struct, frozen=True, gc=False):
    """The questionnaires of a journal."""

    sections: tuple[SectionLink, ...]
    scales: tuple[ScaleSummary, ...]


def scales_with_pages(journal: Journal, today: dt.date) -> tuple[str, ...]:
    """Return the names of the questionnaires that have a page: those with a score to show."""
    return tuple(each.scale for each in scores_by_scale(journal.entries, today))


def has_scales(context: Context) -> bool:
    """Return whether there is any questionnaire to show."""
    return bool(scales_with_pages(context.journal, context.today))


def scale_pages(context: Context) -> Iterator[tuple[str, ScalePage | ScalesPage]]:
    """Yield the address and the view of the page that leads to the questionnaires, and of each one's."""
    every = scores_by_scale(context.journal.entries, context.today)
    summaries = []
    for scores in every:
        scale = context.journal.config.scale(scores.scale)
        address = context.scale_address(scores.scale) or SCALES
        page = _page(scores, scale, context)
        yield address, page
        first = scores.scored[0].day
        summaries.append(ScaleSummary(page.label, address, len(page.rows), first, page.rows[0], page.out_of))
    yield SCALES, ScalesPage(context.sections, tuple(summaries))


def _page(scores: Scores, scale: ScaleConfig, context: Context) -> ScalePage:
    scored = scores.scored
    rows = [
        _row(each, scored[at - 1] if at else None, scored[0] if at else None, scale, context)
        for at, each in enumerate(scored)
    ]
    return ScalePage(
        sections=context.sections,
        label=scale_label(scale),
        rows=tuple(reversed(rows)),
        chart=score_chart(scored, scale),
        left_out=scores.left_out,
        better=scale.better,
        out_of=_text(scale.max),
        change=_text(scale.change),
        change_sources=tuple(map(_source, scale.change_sources)) if scale.change is not None else (),
        look_at=_text(scale.look_at),
        source=_source(scale.source) if scale.source else None,
        has_bands=bool(scale.bands),
    )


def _row(each: Scored, before: Scored | None, first: Scored | None, scale: ScaleConfig, context: Context) -> ScoreRow:
    band = band_of(each.value, scale)
    return ScoreRow(
        day=each.day,
        address=context.link(each.entry).address,
        value=as_text(each.value),
        band=band.name if band else None,
        since_last=score_change(difference(each.value, before.value, scale)) if before else None,
        since_first=score_change(difference(each.value, first.value, scale)) if first else None,
    )


def score_change(found: Difference) -> ScoreChange:
    """Return how far a score is from another, as it is told."""
    return ScoreChange(as_text(abs(found.by)), (found.by > 0) - (found.by < 0), found.beyond)


def _source(source: Source) -> SourceView:
    return SourceView(source.who, source.doi, _text(source.says))


def _text(number: float | None) -> str | None:
    return None if number is None else as_text(number)
