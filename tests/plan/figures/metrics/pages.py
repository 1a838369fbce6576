"""Pages of figures as a plan makes them, with changes of level that a test can know."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.analysis.figures import Figures, last_day
from journalgen.analysis.metrics.values import packed
from journalgen.analysis.metrics.whole import metric_figures
from journalgen.analysis.patterns.values import Patterns
from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.parse.journal import assemble
from journalgen.plan.site import Plan
from tests.analysis.metrics.test_changes import counted

TODAY = dt.date(2026, 3, 20)


def plan(*entries: Entry, config: Config | None = None, secret: bytes | None = None) -> Plan:
    journal = assemble(config or Config(), entries)
    until = last_day(journal, TODAY)
    nothing = Patterns(0.05, 0, 0, None, None, (), (), (), ())
    figures = Figures(nothing, (), tuple(map(packed, metric_figures(journal, until, counted))))
    return Plan(journal, TODAY, secret=secret, figures=(figures, repr(figures).encode()))


def views(*entries: Entry, config: Config | None = None, secret: bytes | None = None) -> dict[str, Struct]:
    made_plan = plan(*entries, config=config, secret=secret)
    return {outline.path: made_plan.page(outline).view for outline in made_plan.outlines}
