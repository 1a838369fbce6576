"""What is known of the patterns in a journal, as values for pages, the terminal and other programs."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

FactorKind = Literal["tag", "place", "activity", "trigger", "coping", "weekday", "metric", "person"]
Reason = Literal["too-few", "too-many", "same-as"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKEND = "weekend"
DAYS_SINCE = "days-since"
TIME = "time"


class Since(Struct, frozen=True):
    """What a pattern did after the day on which it was first shown, from those days alone.

    `days_with` and `days_without` are counted as in `Pattern`. The estimate and its interval are None where there are too few.
    """

    days_with: int
    days_without: int
    estimate: float | None
    low: float | None
    high: float | None


class Pattern(Struct, frozen=True):
    """One comparison that was made: how much higher a metric was where a factor was, and how sure that is.

    `factor` is the name as the site spells it and `key` that of its term; a weekday is named in English (`saturday`, `weekend`),
    a metric by its name, and `days-since` is the number of days since the last one with an entry. `lag_days` is 0 for the same
    day and 1 for the day after. The days are those on which the metric has a value, with the factor and without; for a factor
    that is a number, `days_with` are those on which it has a value, and `per` is the step that the estimate is for, a round
    number near its interquartile range. The estimate is in the metric's unit, with an interval of 95 %. `p` is that of the
    comparison alone, `q` what is left of it among all of its family, and `shown` says that it is within the limit.
    """

    factor: str
    key: str
    kind: FactorKind
    metric: str
    lag_days: int
    days_with: int
    days_without: int
    per: float | None
    estimate: float
    low: float
    high: float
    p: float
    q: float
    shown: bool
    first_shown: dt.date | None
    since: Since | None


class FactorLeftOut(Struct, frozen=True):
    """A factor that was not compared with a metric (with any, where that is None), and why.

    `too-few`: on `days` days it was there, or on so few it was not, with that metric; a metric that is its own factor here has
    too few days for anything, or too few that differ. `too-many`: others are more frequent. `same-as`: it is on the very same
    days as another one, whose name is `same_as`, or a number that does nothing but count days, which are `time` itself.
    """

    factor: str
    key: str
    kind: FactorKind
    metric: str | None
    reason: Reason
    days: int
    same_as: str | None = None


class CopingChange(Struct, frozen=True):
    """How the writer felt after a coping technique against before it: the mean change over `n` uses on `days` days.

    The change is in the unit of the numbers that were given, with an interval of 95 %, None where there are too few days.
    `expected_anyway` is the mean change of `others` pairs from entries without that technique that began at the same levels:
    what would have come by itself, as far as the journal knows. None where there are too few of them.
    """

    what: str
    key: str
    n: int
    days: int
    change: float
    low: float | None
    high: float | None
    expected_anyway: float | None
    others: int


class MetricLevel(Struct, frozen=True):
    """A metric over its days: how many there are, the mean and the median of their values, and the change of the last 90 days.

    The change is that of the last 90 days up to today against the 90 before, with an interval of 95 %; None where there are
    too few days on either side.
    """

    metric: str
    days: int
    mean_of_days: float
    median: float
    change_90_days: float | None
    low: float | None
    high: float | None


class Patterns(Struct, frozen=True):
    """All comparisons that were made, shown or not, and what was left out; `q` is the limit, `tests` how many were made.

    `days` are the counted days with an entry up to today, `first` and `last` the ends of them.
    """

    q: float
    tests: int
    days: int
    first: dt.date | None
    last: dt.date | None
    patterns: tuple[Pattern, ...]
    left_out: tuple[FactorLeftOut, ...]
    coping: tuple[CopingChange, ...]
    metrics: tuple[MetricLevel, ...]


class FirstShown(Struct, frozen=True):
    """The day on which a pattern was first shown; spellings of one name are one by their key."""

    metric: str
    kind: FactorKind
    key: str
    lag_days: int
    day: dt.date
