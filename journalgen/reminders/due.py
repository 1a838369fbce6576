"""Whether a day is one on which a reminder is welcome."""

from __future__ import annotations

import datetime as dt

from journalgen.analysis.streaks import rests_of
from journalgen.model.journal import Journal


def is_due(journal: Journal, today: dt.date) -> bool:
    """Return whether nothing was written on the writer's day yet, and the day lies in no pause."""
    if rests_of(journal.config).is_paused(today.toordinal()):
        return False
    return all(entry.written_on != today for entry in journal.entries)
