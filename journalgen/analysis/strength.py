"""How settled a habit is: a number that grows with every day on which it is kept, and only slowly rests from there.

After the score of Loop Habit Tracker (`Score.kt` and `ScoreList.kt` of iSoron/uhabits): an exponential average, whose half-life
for a daily habit is 13 days. In place of a run that begins again at nothing, a day without takes a little away.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from math import sqrt

from journalgen.analysis.streaks import Rests

_HALF_LIFE = 13
_WEEK = 7


def grown(frequency: float, before: float, kept: float) -> float:
    """Return the strength after a day, from 0 to 1.

    `frequency` is how many of the days are meant (5 / 7), `before` the strength until then, `kept` how far the habit was kept,
    from 0 to 1.
    """
    left: float = 0.5 ** (sqrt(frequency) / _HALF_LIFE)
    return before * left + kept * (1 - left)


def strengths(days: AbstractSet[dt.date], today: dt.date, rests: Rests) -> Iterator[tuple[dt.date, float]]:
    """Yield each day from the first with an entry to today, and how settled writing is after it.

    With days of rest, two weeks at a time are looked at, as Loop does, but of the first two only what there is: who begins has
    nothing to make up for. Days of a pause without an entry are taken for not being there at all. Today counts once it has an
    entry: until then it isn't over.
    """
    if not days or min(days) > today:
        return
    meant = (_WEEK - rests.days) / _WEEK
    recent: deque[bool] = deque(maxlen=2 * _WEEK if rests.days else 1)
    value = 0.0
    for number in range(min(days).toordinal(), today.toordinal() + 1):
        day = dt.date.fromordinal(number)
        written = day in days
        if written or (day != today and not (rests.pauses and rests.is_paused(day))):
            recent.append(written)
            value = grown(meant, value, min(1.0, sum(recent) / (meant * len(recent))))
        yield day, value
