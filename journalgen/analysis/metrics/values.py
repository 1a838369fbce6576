"""What is known of one metric, as values for pages: bounded in size, however long the journal is, but for its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Literal

import msgspec
from msgspec import Struct

from journalgen.analysis.changes import LevelChange
from journalgen.digests import digest

Step = Literal["day", "week", "month"]
Comparison = Literal["month-before", "month-year-ago", "90-days", "year"]

# A year's days stand by month and day in twelve rows of so many places.
LONGEST_MONTH = 31
DAYS_OF_GRID = 12 * LONGEST_MONTH
# When in the day something was written: from midnight, 6, 12 and 18 o'clock.
QUARTERS_OF_DAY = 4


class Spread(Struct, frozen=True, array_like=True, gc=False):
    """Some values: how many, their mean and median, and the ends of their middle half; None of no values.

    Where there are fewer than three, private ones are not among them, so that no figure is a single private value.
    """

    n: int
    mean: float | None = None
    median: float | None = None
    low: float | None = None
    high: float | None = None


class Point(Struct, frozen=True, array_like=True, gc=False):
    """The mean of the values of a day, a week or a month, private ones left out; `day` is its middle."""

    day: dt.date
    value: float


class Course(Struct, frozen=True, array_like=True, gc=False):
    """The median and the middle half of the values around a day; `joined` to the one before it, or after a gap."""

    day: dt.date
    median: float
    low: float
    high: float
    joined: bool


class YearOfDays(Struct, frozen=True, array_like=True, gc=False):
    """A year's values, private ones left out: `days` by month and day, `DAYS_OF_GRID` places, None where there is none."""

    year: int
    days: tuple[float | None, ...]
    spread: Spread


class MonthLevel(Struct, frozen=True, array_like=True, gc=False):
    """The days of a month with a value."""

    year: int
    month: int
    spread: Spread


class Pairs(Struct, frozen=True, array_like=True, gc=False):
    """What was noted before and after writing: how many pairs, both means, and how many ended higher, the same and lower."""

    n: int
    before: float
    after: float
    higher: int
    same: int
    lower: int


class LatestValue(Struct, frozen=True, array_like=True, gc=False):
    """A metric's last value that is not private."""

    day: dt.date
    value: float


class Compared(Struct, frozen=True, array_like=True):
    """A change of level that is asked of every metric, and the answer."""

    question: Comparison
    change: LevelChange


class AfterEvent(Struct, frozen=True, array_like=True):
    """A day on which something happened, and how a metric was after it against before."""

    day: dt.date
    change: LevelChange


class MetricFigures(Struct, frozen=True):
    """A metric over its days up to the last one with an entry; a day's value is the mean of its entries'.

    `days` have a value, `several` of them more than one, `private` of them have one that is private. `low` and `high` are the
    ends of what may be drawn. `window` is how many days the course looks at around each. `lately` are the last 28 days.
    `weekdays` begin with Monday, `hours` with midnight, `seasons` with January. `since` are the days of events, the newest
    first, with what the metric did after them against before; `earlier_events` were not looked at any more.
    """

    metric: str
    days: int
    several: int
    private: int
    first: dt.date
    last: dt.date
    low: float
    high: float
    spread: Spread
    lately: Spread
    latest: LatestValue | None
    step: Step
    window: int
    points: tuple[Point, ...]
    course: tuple[Course, ...]
    years: tuple[YearOfDays, ...]
    months: tuple[MonthLevel, ...]
    weekdays: tuple[Spread, ...]
    hours: tuple[Spread, ...]
    seasons: tuple[Spread, ...]
    pairs: Pairs | None
    compared: tuple[Compared, ...] = ()
    since: tuple[AfterEvent, ...] = ()
    earlier_events: int = 0


_decoder = msgspec.msgpack.Decoder(MetricFigures)
# Of so many days with a value each may be listed.
_NEWEST = 100


class PackedMetric(Struct, frozen=True):
    """A metric's figures, encoded: builds read them again and again, and few of them make a page of them anew.

    `newest` are its last days with a value that is not private, the newest first. `digest` is that of all of it.
    """

    metric: str
    first: dt.date
    last: dt.date
    newest: tuple[dt.date, ...]
    digest: bytes
    data: bytes

    def figures(self) -> MetricFigures:
        """Return the figures."""
        return _decoder.decode(self.data)


def packed(figures: MetricFigures) -> PackedMetric:
    """Return the figures of a metric, encoded."""
    data = msgspec.msgpack.encode(figures)
    newest = tuple(day for day, _ in islice(newest_days(figures), _NEWEST))
    return PackedMetric(figures.metric, figures.first, figures.last, newest, digest(data), data)


def newest_days(figures: MetricFigures) -> Iterator[tuple[dt.date, float]]:
    """Yield the days with a value that is not private, and the value, the newest first."""
    for year in reversed(figures.years):
        for at in range(DAYS_OF_GRID - 1, -1, -1):
            if (value := year.days[at]) is not None:
                yield dt.date(year.year, at // LONGEST_MONTH + 1, at % LONGEST_MONTH + 1), value
