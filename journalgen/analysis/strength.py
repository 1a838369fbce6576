"""How settled a habit is: a number that grows with every day on which it is kept, and only slowly rests from there.

After the score of Loop Habit Tracker (`Score.kt` and `ScoreList.kt` of iSoron/uhabits): an exponential average, whose half-life
is 13 days for a daily habit and longer for one with days of rest. A run begins again at nothing; here a day without an entry
takes a little away.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable
from math import sqrt

from journalgen.analysis.streaks import Rests

_HALF_LIFE = 13
_WEEK = 7


def _left(frequency: float) -> float:
    """Return the share of a strength that is left after a day; `frequency` is the share of days that are meant, such as 5 / 7."""
    left: float = 0.5 ** (sqrt(frequency) / _HALF_LIFE)
    return left


def strengths(days: Iterable[dt.date], today: dt.date, rests: Rests) -> tuple[dt.date, list[float]]:
    """Return the first day with an entry, and how settled writing was after it and each day from there to today.

    With days of rest, two weeks at a time are looked at, as Loop does, but of the first two only what there is: who begins has
    nothing to make up for. Days of a pause without an entry are taken for not being there at all. Today counts once it has an
    entry: until then it isn't over. Raises `ValueError` where no day with an entry is before today or today.
    """
    written = {day.toordinal() for day in days}
    first, last = min(written), today.toordinal()
    if first > last:
        raise ValueError("nothing was written yet")
    meant = (_WEEK - rests.days) / _WEEK
    window = 2 * _WEEK if rests.days else 1
    recent: deque[bool] = deque()
    kept = 0
    values = []
    value = 0.0
    left = _left(meant)
    for day in range(first, last + 1):
        is_written = day in written
        if is_written or (day != last and not (rests.pauses and rests.is_paused(day))):
            recent.append(is_written)
            kept += is_written
            if len(recent) > window:
                kept -= recent.popleft()
            reached = kept / (meant * len(recent))
            value = value * left + (reached if reached < 1 else 1.0) * (1 - left)
        values.append(value)
    return dt.date.fromordinal(first), values
