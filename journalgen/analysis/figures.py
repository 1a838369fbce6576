"""All figures of a journal that take a model to compute, as one value that a build remembers."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.analysis.changes import level_changes
from journalgen.analysis.metrics.values import PackedMetric, packed
from journalgen.analysis.metrics.whole import metric_figures
from journalgen.analysis.patterns.search import patterns
from journalgen.analysis.patterns.values import FirstShown, Patterns
from journalgen.model.journal import Journal


class Figures(Struct, frozen=True):
    """What goes along with what, since when each pattern has been shown, and each metric over time."""

    patterns: Patterns
    shown: tuple[FirstShown, ...] = ()
    metrics: tuple[PackedMetric, ...] = ()


def last_day(journal: Journal, today: dt.date) -> dt.date:
    """Return the last day with an entry that is not after today, or today where there is none.

    Figures end there: a day that passes without a word changes none of them.
    """
    return max((entry.counted for entry in journal.entries if entry.counted and entry.counted <= today), default=today)


def figures(journal: Journal, until: dt.date, known: tuple[FirstShown, ...]) -> Figures:
    """Return the figures of the days up to one, that one included; `known` are the patterns that were shown before."""
    found, shown = patterns(journal, until, known)
    return Figures(found, shown, tuple(map(packed, metric_figures(journal, until, level_changes))))
