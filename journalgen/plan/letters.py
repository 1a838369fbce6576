"""Letters to a later day that home tells of: those that were opened lately."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journalgen.model.entry import Entry

# Nobody builds every day, and a week is soon enough to find a letter.
_LATELY = 7


def newly_opened(entries: Iterable[Entry], today: dt.date) -> list[Entry]:
    """Return the dated letters whose day came within the last week, today included, in the order given."""
    return [
        entry
        for entry in entries
        if entry.open_on and entry.day and entry.day < entry.open_on <= today and (today - entry.open_on).days < _LATELY
    ]
