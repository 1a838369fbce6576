"""All figures of a journal that take long to compute, as one value that a build remembers."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.analysis.changes import level_changes
from journalgen.analysis.coping import CopingUse, coping_uses
from journalgen.analysis.metrics.values import PackedMetric, packed
from journalgen.analysis.patterns.search import patterns
from journalgen.analysis.patterns.values import FirstShown, Patterns
from journalgen.analysis.terms import Spellings
from journalgen.analysis.triggers import Triggers, triggers_until
from journalgen.model.journal import Journal


class Figures(Struct, frozen=True):
    """What goes along with what, since when each pattern has been shown, each metric over time, what was tried, and triggers."""

    patterns: Patterns
    shown: tuple[FirstShown, ...] = ()
    metrics: tuple[PackedMetric, ...] = ()
    coping: tuple[CopingUse, ...] = ()
    triggers: Triggers = Triggers()


def last_day(journal: Journal, today: dt.date) -> dt.date:
    """Return the last day with an entry that is not after today, or today where there is none.

    Figures end there: a day that passes without a word changes none of them.
    """
    return max((entry.counted for entry in journal.entries if entry.counted and entry.counted <= today), default=today)


def figures(journal: Journal, until: dt.date, known: tuple[FirstShown, ...]) -> Figures:
    """Return the figures of the days up to one, that one included; `known` are the patterns that were shown before."""
    from journalgen.analysis.metrics.whole import metric_figures  # noqa: PLC0415 -- most builds remember what it returns

    found, shown = patterns(journal, until, known)
    spellings = Spellings(journal.config.aliases)
    return Figures(
        patterns=found,
        shown=shown,
        metrics=tuple(map(packed, metric_figures(journal, until, level_changes))),
        coping=coping_uses(journal.entries, spellings, until),
        triggers=triggers_until(journal.entries, spellings, until),
    )
