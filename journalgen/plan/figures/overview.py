"""The page that the others of figures are reached from."""

from __future__ import annotations

from msgspec import Struct

from journalgen.plan.figures.context import Context
from journalgen.plan.figures.sections import SectionLink


class OverviewPage(Struct, frozen=True, gc=False):
    """What the journal's figures come to: over how many days, and where each of them is."""

    sections: tuple[SectionLink, ...]
    days: int


def overview_page(context: Context) -> OverviewPage:
    """Return the overview."""
    return OverviewPage(context.sections, context.figures.patterns.days)
