"""Weeks, months, quarters and years: the stretches of time that are looked back on, and what they are called in files."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal

from msgspec import Struct

Kind = Literal["week", "month", "quarter", "year"]
# From the shortest to the longest.
KINDS: tuple[Kind, ...] = ("week", "month", "quarter", "year")

_NAME = re.compile(r"(\d{4})(?:-(?:W(\d{2})|Q([1-4])|(\d{2})))?", re.ASCII | re.IGNORECASE)


class Period(Struct, frozen=True):
    """A week (ISO 8601: from Monday, the first of a year being that of 4 January), a month, a quarter or a year.

    `first` and `last` are its days, both included; the last week of the calendar ends with it, on a Friday. `name` is
    `2026-W11`, `2026-03`, `2026-Q1` or `2026`, as in files and addresses.
    """

    kind: Kind
    first: dt.date
    last: dt.date
    name: str

    @property
    def year(self) -> int:
        """Return the year that the name begins with, which of a week at its turn may be that of most of its days."""
        return int(self.name[:4])

    @property
    def number(self) -> int:
        """Return the place of a week, a month or a quarter in its year, from 1; 0 of a year."""
        return int(self.name[5:].lstrip("WQ") or 0)

    @property
    def before(self) -> Period | None:
        """Return the period of its kind that ends on the day before this one, or None where the calendar has none."""
        return period_of(self.kind, self.first - dt.timedelta(days=1)) if self.first > dt.date.min else None


def period_of(kind: Kind, day: dt.date) -> Period:
    """Return the period of a kind that a day lies in."""
    year, month = day.year, day.month
    if kind == "week":
        week_year, week, weekday = day.isocalendar()
        first = dt.date.fromordinal(day.toordinal() - weekday + 1)
        last = dt.date.fromordinal(min(first.toordinal() + 6, dt.date.max.toordinal()))
        return Period(kind, first, last, f"{week_year:04}-W{week:02}")
    if kind == "month":
        return Period(kind, day.replace(day=1), _end(year, month), f"{year:04}-{month:02}")
    if kind == "quarter":
        quarter = (month - 1) // 3 + 1
        return Period(kind, dt.date(year, quarter * 3 - 2, 1), _end(year, quarter * 3), f"{year:04}-Q{quarter}")
    return Period(kind, dt.date(year, 1, 1), dt.date(year, 12, 31), f"{year:04}")


def period_named(name: str) -> Period | None:
    """Return the period that a name such as `2026-W11` stands for, in any case; None where it stands for none."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    year, week, quarter, month = found.groups()
    try:
        if week:
            return period_of("week", dt.date.fromisocalendar(int(year), int(week), 1))
        if quarter:
            return period_of("quarter", dt.date(int(year), int(quarter) * 3, 1))
        return period_of("month" if month else "year", dt.date(int(year), int(month or 1), 1))
    except ValueError:
        return None


def _end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
