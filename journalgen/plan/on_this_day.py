"""The same day in other years: a page for each of the 366 days, the day of the build for home, and echoes of an entry.

An entry stands under the civil day that was written, whichever day it counts for.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.addresses import ON_THIS_DAY, on_this_day_address
from journalgen.plan.entries import closed_link
from journalgen.plan.offering import Offering
from journalgen.plan.views import (
    DayOfYear,
    DaysOfYearPage,
    Echo,
    EchoSpan,
    Link,
    OnThisDay,
    OnThisDayPage,
    Row,
)

# A leap year, so that 29 February is among its days.
_LEAP = 2024
DAYS = tuple((month, day) for month in range(1, 13) for day in range(1, calendar.monthrange(_LEAP, month)[1] + 1))


class DaysOfYear:
    """Knows the entries of each day of the year, over all years."""

    def __init__(self, journal: Journal, addresses: Mapping[str, str], offering: Offering) -> None:
        self._addresses = addresses
        self._offering = offering
        starts = journal.config.day_starts_at
        self._starts = starts.hour * 60 + starts.minute
        self._entries: dict[tuple[int, int], list[Entry]] = {}
        self._offered: dict[dt.date, str] = {}
        for entry in journal.entries:
            if day := entry.day:
                self._entries.setdefault((day.month, day.day), []).append(entry)
                if day not in self._offered and offering.may_offer(entry):
                    self._offered[day] = addresses[entry.path]

    def pages(self, rows: Mapping[str, Row], anywhere: str | None) -> Iterator[tuple[str, Struct]]:
        """Yield the path and the view of each page; `rows` are the entries' by path.

        A journal without a day has the page that would list them, since every page leads there, and no other.
        """
        if not self._entries:
            yield ON_THIS_DAY, DaysOfYearPage((), anywhere, self._starts)
            return
        for at, (month, day) in enumerate(DAYS):
            open_rows, closed = self._apart(self._entries.get((month, day), ()), rows)
            before, after = _DAYS[at - 1], _DAYS[(at + 1) % len(_DAYS)]
            yield _DAYS[at].address, OnThisDayPage(month, day, open_rows, closed, before, after)
        months = tuple(
            tuple(self._day_of_year(month, day) for each, day in DAYS if each == month) for month in range(1, 13)
        )
        yield ON_THIS_DAY, DaysOfYearPage(months, anywhere, self._starts)

    def of_today(self, today: dt.date, rows: Mapping[str, Row]) -> OnThisDay | None:
        """Return what other years have on a day, or None where the journal has no day at all."""
        if not self._entries:
            return None
        entries = [entry for entry in self._entries.get((today.month, today.day), ()) if entry.day != today]
        open_rows, closed = self._apart(entries, rows)
        return OnThisDay(today, on_this_day_address(today.month, today.day), open_rows, closed, self._starts)

    def echoes(self, entry: Entry) -> tuple[Echo, ...]:
        """Return the entries of a week, a month and a year before and of a year later, as far as they may be offered."""
        day = entry.day
        if day is None:
            return ()
        found = []
        for when, other in _SPANS:
            try:
                address = self._offered.get(other(day))
            except (ValueError, OverflowError):
                # Before the calendar begins, or after it ends.
                continue
            if address is not None:
                found.append(Echo(when, address))
        return tuple(found)

    def _apart(self, entries: Sequence[Entry], rows: Mapping[str, Row]) -> tuple[tuple[Row, ...], tuple[Link, ...]]:
        """Return the rows of the entries that may be offered, newest first, and the links to the others, oldest first."""
        offered = [rows[entry.path] for entry in entries if self._offering.may_offer(entry)]
        closed = [
            closed_link(entry, self._addresses[entry.path]) for entry in entries if not self._offering.may_offer(entry)
        ]
        return tuple(reversed(offered)), tuple(closed)

    def _day_of_year(self, month: int, day: int) -> DayOfYear:
        years = {entry.day for entry in self._entries.get((month, day), ())}
        return _day_of_year(month, day, len(years))


def _day_of_year(month: int, day: int, years: int = 0) -> DayOfYear:
    address = on_this_day_address(month, day)
    return DayOfYear(month, day, years, address, f"{years} {address}\0".encode())


# To turn the page to: without a count, or one new entry would rewrite three days.
_DAYS = tuple(_day_of_year(month, day) for month, day in DAYS)


def _week_before(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=7)


def _month_before(day: dt.date) -> dt.date:
    return _in_month(day, day.year, day.month - 1) if day.month > 1 else _in_month(day, day.year - 1, 12)


def _year_before(day: dt.date) -> dt.date:
    return _in_month(day, day.year - 1, day.month)


def _year_later(day: dt.date) -> dt.date:
    return _in_month(day, day.year + 1, day.month)


def _in_month(day: dt.date, year: int, month: int) -> dt.date:
    """Return the same day of another month, or its last where it is shorter: 29 February was 28 February a year before."""
    if day.day <= 28:
        return dt.date(year, month, day.day)
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


_SPANS: tuple[tuple[EchoSpan, Callable[[dt.date], dt.date]], ...] = (
    ("week-before", _week_before),
    ("month-before", _month_before),
    ("year-before", _year_before),
    ("year-later", _year_later),
)
