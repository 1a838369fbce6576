"""Which days were low, by the writer's own measure: the moods of days as calendars show them, and the limit that they keep to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journalgen.model.config import Config
from journalgen.model.entry import Entry

# The lowest fifth of the scale, where the writer says nothing else.
QUIET_SHARE = 0.2
# So that 2.8 is at 1 + 9 / 5, which is a little less in binary.
_EXACT = 1e-9


def low_limit(config: Config) -> float | None:
    """Return the mood at or below which a day stays quiet, or None where none does.

    It is `quiet_below`, else the lowest fifth of the mood's scale; a scale without ends has none.
    """
    limit, mood = config.quiet_below, config.metric("mood")
    if limit is False:
        return None
    if limit is not None:
        return limit + _EXACT
    if mood.min is None or mood.max is None:
        return None
    return mood.min + QUIET_SHARE * (mood.max - mood.min) + _EXACT


def lower_third(config: Config) -> float | None:
    """Return the end of the lower third of the mood's scale, or None where it has no ends."""
    mood = config.metric("mood")
    return None if mood.min is None or mood.max is None else mood.min + (mood.max - mood.min) / 3 + _EXACT


def moods_of_days(entries: Iterable[Entry]) -> dict[dt.date, float]:
    """Return the mood of each day that has one: the mean of its entries' moods, to one decimal, by the day they count for.

    Private entries count, since the day was what it was.
    """
    moods: dict[dt.date, list[float]] = {}
    for entry in entries:
        if entry.counted and (mood := entry.mood):
            moods.setdefault(entry.counted, []).append(mood.value)
    return {day: round(sum(values) / len(values), 1) for day, values in moods.items()}
