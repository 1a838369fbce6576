"""What makers of pages of figures get, from literal entries."""

from __future__ import annotations

import datetime as dt

from journalgen.analysis.figures import figures, last_day
from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.parse.journal import assemble
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.views import Link

TODAY = dt.date(2026, 3, 15)
SECTIONS = (SectionLink("rhythm", "patterns/rhythm.html"),)


def context(*entries: Entry, config: Config | None = None, today: dt.date = TODAY, first_day: int = 0) -> Context:
    """Return the context of a journal; each entry's address is its file's name."""
    journal = assemble(config or Config(), entries)
    return Context(
        journal=journal,
        today=today,
        first_day=first_day,
        figures=figures(journal, last_day(journal, today), ()),
        terms={},
        sections=SECTIONS,
        name_link=lambda *_: None,
        metric_address=lambda _: None,
        day_address=lambda _: None,
        link=lambda entry: Link(entry.path, entry.title, entry.day, entry.time, entry.name, b""),
        may_offer=lambda _: True,
        scale_address=lambda name: f"scales/{name}.html",
    )
