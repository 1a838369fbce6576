"""Which pages of figures there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, get_args

from msgspec import Struct

from journalgen.plan.figures.context import Context
from journalgen.plan.figures.overview import OverviewPage, overview_page
from journalgen.plan.figures.sections import ADDRESSES, Section, SectionLink

# What renders each kind of page; `FigureView` is all of them.
TEMPLATES: dict[type[Struct], str] = {
    OverviewPage: "patterns.html",
}
FigureView = OverviewPage

_Pages = Iterator[tuple[str, FigureView]]


class _Maker(NamedTuple):
    """Whether a section has anything to show, and what makes its pages: the address and the view of each."""

    has_pages: Callable[[Context], bool]
    pages: Callable[[Context], _Pages]


def _overview(context: Context) -> _Pages:
    yield ADDRESSES["overview"], overview_page(context)


_MAKERS: Mapping[Section, _Maker] = {
    "overview": _Maker(lambda _: True, _overview),
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
