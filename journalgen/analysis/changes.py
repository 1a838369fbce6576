"""Changes of a metric's level from one stretch of days to another, with intervals that know that days hang together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from journalgen.analysis.likely_errors import LikelyErrors


class Span(Struct, frozen=True):
    """A stretch of days; both ends are included."""

    first: dt.date
    last: dt.date


class LevelChange(Struct, frozen=True):
    """How much higher a metric was in one span than in another before it, in its own unit, with an interval of 95 %.

    The days are those with a value; one that is in both spans counts for neither. The estimate and its interval are None where
    there are too few of them.
    """

    before: Span
    after: Span
    days_before: int
    days_after: int
    estimate: float | None
    low: float | None
    high: float | None


def level_changes(
    values: Sequence[tuple[dt.date, float]],
    questions: Sequence[tuple[Span, Span]],
    errors: LikelyErrors | None = None,
) -> tuple[LevelChange, ...]:
    """Return for each pair of spans how a metric's level changed from the first to the second.

    `values` has one value for each day, in any order; how much is carried over from day to day is told by all of them. It takes
    28 days in all, and 5 on either side. `errors` remembers what was found out about values before.
    """
    if not questions:
        return ()
    from journalgen.analysis.levels import changes  # noqa: PLC0415 -- numpy is imported only where something is computed

    return changes(dict(values), questions, errors=errors)
