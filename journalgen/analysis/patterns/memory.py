"""Since when each pattern has been shown."""

from __future__ import annotations

import datetime as dt

from journalgen.analysis.patterns.factors import KINDS, Factor
from journalgen.analysis.patterns.values import DAYS_SINCE, WEEKDAYS, WEEKEND, FactorKind, FirstShown
from journalgen.analysis.terms import Spellings, terms
from journalgen.model.journal import Journal

_Known = tuple[str, FactorKind, str, int]


class Shown:
    """Knows since when a pattern has been shown, and notes those that are shown for the first time."""

    def __init__(self, journal: Journal, known: tuple[FirstShown, ...], today: dt.date) -> None:
        self._today = today
        self._first: dict[_Known, dt.date] = {}
        if not known:
            return
        names = _names(journal)
        for each in sorted(known, key=lambda each: each.day):
            if (each.kind, each.key) in names and ("metric", each.metric) in names:
                self._first.setdefault((each.metric, each.kind, each.key, each.lag_days), each.day)

    def first(self, metric: str, factor: Factor, lag_days: int, *, now: bool) -> dt.date | None:
        """Return the day on which a pattern was first shown: today, where it is shown now and was not before."""
        place = (metric, factor.kind, factor.key, lag_days)
        day = self._first.get(place)
        if day is not None and day <= self._today:
            return day
        if not now:
            return None
        self._first[place] = self._today
        return self._today

    def all(self) -> tuple[FirstShown, ...]:
        """Return all that is known now, in order."""
        return tuple(FirstShown(*place, day) for place, day in sorted(self._first.items()))


def _names(journal: Journal) -> set[tuple[str, str]]:
    """Return the kinds and keys of everything that the journal names: what a writer took out is not to be remembered."""
    spellings = Spellings(journal.config.aliases)
    names = {(kind, term.key) for kind, plural in KINDS.items() for term in terms(plural, journal.entries, spellings)}
    names |= {("metric", measure.metric) for entry in journal.entries for measure in entry.measures}
    return names | {("metric", DAYS_SINCE), ("weekday", WEEKEND), *(("weekday", name) for name in WEEKDAYS)}
