"""When Support stands first, before everything else that a page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journalgen.model.entry import Entry

# The questionnaire asks about two weeks, and who has answered it so is led to Support for as long.
DAYS = 14
# Written in another time zone, an entry may be of tomorrow.
_AHEAD = 1


def stands_first_on_home(entries: Iterable[Entry], today: dt.date) -> bool:
    """Return whether an entry of the last 14 days leads the writer to Support, whatever else keeps it closed.

    The entry's day is the first of them, and the day that is 14 days later the last.
    """
    return any(
        entry.support_first and entry.counted is not None and -_AHEAD <= (today - entry.counted).days <= DAYS
        for entry in entries
    )
