"""All figures of a journal that take a model to compute, as one value that a build remembers."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.analysis.patterns.values import FirstShown, Patterns
from journalgen.model.journal import Journal

_Q = 0.05


class Figures(Struct, frozen=True):
    """What goes along with what, and since when each pattern has been shown."""

    patterns: Patterns
    shown: tuple[FirstShown, ...] = ()


def last_day(journal: Journal, today: dt.date) -> dt.date:
    """Return the last day with an entry that is not after today, or today where there is none.

    Figures end there: a day that passes without a word changes none of them.
    """
    return max((entry.counted for entry in journal.entries if entry.counted and entry.counted <= today), default=today)


def figures(journal: Journal, until: dt.date, known: tuple[FirstShown, ...]) -> Figures:
    """Return the figures of the days up to one, that one included; `known` are the patterns that were shown before."""
    days = {entry.counted for entry in journal.entries if entry.counted and entry.counted <= until}
    nothing = Patterns(_Q, 0, len(days), min(days, default=None), max(days, default=None), (), (), (), ())
    return Figures(nothing, known)
