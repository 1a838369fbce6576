"""Which day something counts for, when days do not start at midnight."""

from __future__ import annotations

import datetime as dt


def counted_day(day: dt.date, time: dt.time | None, day_starts_at: dt.time) -> dt.date:
    """Return the day that figures count an entry for: the day before, where it was written before the day starts."""
    if time is not None and time < day_starts_at and day > dt.date.min:
        return day - dt.timedelta(days=1)
    return day


def today_of(now: dt.datetime, day_starts_at: dt.time) -> dt.date:
    """Return the day that the writer calls today: still yesterday before `day_starts_at`."""
    return counted_day(now.date(), now.time(), day_starts_at)
