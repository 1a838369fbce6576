"""The clock on the wall, as the commands that write read it."""

from __future__ import annotations

import datetime as dt

NOW = dt.datetime(2026, 3, 15, 22, 10)  # noqa: DTZ001 -- the civil time on the wall


class Clock(dt.datetime):
    """A clock that has stopped at one time."""

    at = NOW

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Clock:
        return cls.combine(cls.at.date(), cls.at.time(), tzinfo=tz)
