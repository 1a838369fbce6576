"""The page that the others of figures are reached from: a letter of a few sentences, each with the way to what it rests on."""

from __future__ import annotations

from msgspec import Struct

from journalgen.plan.figures.context import Context
from journalgen.plan.figures.letter import Sentence, letter
from journalgen.plan.figures.sections import SectionLink


class OverviewPage(Struct, frozen=True, gc=False):
    """What the journal's figures come to, in a few sentences, and over how many days."""

    sections: tuple[SectionLink, ...]
    days: int
    sentences: tuple[Sentence, ...]


def overview_page(context: Context) -> OverviewPage:
    """Return the overview."""
    return OverviewPage(context.sections, context.figures.patterns.days, letter(context))
