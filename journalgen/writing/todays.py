"""The entry of a day that one goes on with."""

from __future__ import annotations

import datetime as dt

from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.parse.letters import is_sealed


def entry_to_go_on_with(journal: Journal, day: dt.date) -> Entry | None:
    """Return the newest entry that counts for a day, or None where there is none to go on with.

    A letter that is sealed beyond that day is left alone, since the words would be sealed with it; and so is an exercise, whose
    headings mean something.
    """
    for entry in reversed(journal.entries):
        if entry.counted == day and not is_sealed(entry, day) and entry.exercise is None:
            return entry
    return None
