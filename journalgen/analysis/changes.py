"""Changes of a metric's level from one stretch of days to another, with intervals that know that days hang together."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of days; both ends are included."""

    first: dt.date
    last: dt.date


class LevelChange(Struct, frozen=True):
    """How much higher a metric was in one span than in another before it, in its own unit, with an interval of 95 %.

    The days are those with a value. The estimate and its interval are None where there are too few of them.
    """

    before: Span
    after: Span
    days_before: int
    days_after: int
    estimate: float | None
    low: float | None
    high: float | None
