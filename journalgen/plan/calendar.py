"""Months as grids of days, and the pages of months, years and the archive."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct

from journalgen.model.config import MetricConfig
from journalgen.model.entry import Entry
from journalgen.plan.addresses import month_address, year_address
from journalgen.plan.entries import length_of, mean_mood, mean_view
from journalgen.plan.fingerprint import digest_of
from journalgen.plan.views import (
    ArchivePage,
    DayCell,
    MonthCount,
    MonthGrid,
    MonthPage,
    PeriodLink,
    Row,
    YearCount,
    YearPage,
)


class WrittenDay(Struct, frozen=True):
    """A day with entries that count for it, and where a click on it leads."""

    day: dt.date
    address: str
    entries: tuple[Entry, ...]


class Calendar:
    """Knows the written days of a journal, by year and month, and draws them; weeks begin on `first_day` (Monday = 0).

    `days` are those that entries count for, in order, and all that is drawn and counted; `entries` are the dated ones in
    order, which a month lists by the day that was written. The two differ in the small hours under `day_starts_at`.
    """

    def __init__(
        self, days: Sequence[WrittenDay], entries: Sequence[Entry], mood: MetricConfig, first_day: int
    ) -> None:
        self._mood = mood
        self._first_day = first_day
        self._months: dict[tuple[int, int], list[WrittenDay]] = {}
        for day in days:
            self._months.setdefault((day.day.year, day.day.month), []).append(day)
        self._listed: dict[tuple[int, int], list[Entry]] = {}
        for entry in entries:
            if entry.day:
                self._listed.setdefault((entry.day.year, entry.day.month), []).append(entry)
        self._order = sorted({*self._months, *self._listed})
        self._years = sorted({year for year, _ in self._order})
        self._grids: dict[tuple[int, int], MonthGrid] = {}

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years with entries, oldest first."""
        return tuple(self._years)

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Return the months with entries as (year, month), oldest first."""
        return tuple(self._order)

    def year(self, year: int) -> tuple[MonthGrid, ...]:
        """Return the months of a year that has entries: none before the journal's first, none after its last."""
        first = self._order[0][1] if year == self._years[0] else 1
        last = self._order[-1][1] if year == self._years[-1] else 12
        return tuple(self.grid(year, month) for month in range(first, last + 1))

    def entries(self, year: int, month: int) -> tuple[Entry, ...]:
        """Return the entries that were written in a month, in order."""
        return tuple(self._listed.get((year, month), ()))

    def grid(self, year: int, month: int) -> MonthGrid:
        """Return a month's calendar."""
        known = self._grids.get((year, month))
        if known is None:
            known = self._grids[year, month] = self._draw(year, month)
        return known

    def _draw(self, year: int, month: int) -> MonthGrid:
        written = {day.day.day: day for day in self._months.get((year, month), ())}
        first, length = _month_shape(year, month)
        lead = (first - self._first_day) % 7
        cells: list[DayCell | None] = [None] * lead
        cells += [self._cell(dt.date(year, month, number), written.get(number)) for number in range(1, length + 1)]
        cells += [None] * (-len(cells) % 7)
        moods = [value for day in written.values() if (value := self._mean(day)) is not None]
        mood = mean_view(moods, self._mood)
        # Nights that count for the month before may be all that was written in it.
        address = month_address(year, month) if written or (year, month) in self._listed else None
        return MonthGrid(
            year=year,
            month=month,
            address=address,
            weeks=tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7)),
            days=len(written),
            entries=sum(len(day.entries) for day in written.values()),
            digest=digest_of((year, month, address, lead, mood, len(moods), tuple(cell for cell in cells if cell))),
            words=sum(cell.length.words for cell in cells if cell and cell.length),
            mood=mood,
            moods=len(moods),
        )

    def _mean(self, day: WrittenDay) -> float | None:
        """Return the mean of the moods of a day's entries that are not private."""
        values = [mood.value for entry in day.entries if not entry.private and (mood := entry.mood)]
        return sum(values) / len(values) if values else None

    def _cell(self, day: dt.date, written: WrittenDay | None) -> DayCell:
        if written is None:
            return DayCell(day, None, 0, None, b"-")
        shown = [entry for entry in written.entries if not entry.private]
        mood, length = mean_mood(shown, self._mood), length_of(shown)
        count = len(written.entries)
        # The month's digest holds the place of each day.
        noted = f"{mood.text} {mood.level}" if mood else ""
        digest = f"{count} {written.address} {noted} {length.words if length else ''}\0"
        return DayCell(day, written.address, count, mood, digest.encode(), length)

    def month_page(self, year: int, month: int, rows: Mapping[str, Row]) -> MonthPage:
        """Return the page of a month that has entries; `rows` are the entries' rows by path."""
        at = self._order.index((year, month))
        return MonthPage(
            grid=self.grid(year, month),
            rows=tuple(rows[entry.path] for entry in self.entries(year, month)),
            previous=_month_link(self._order[at - 1]) if at else None,
            next=_month_link(self._order[at + 1]) if at + 1 < len(self._order) else None,
        )

    def year_page(self, year: int) -> YearPage:
        """Return the page of a year that has entries."""
        at = self._years.index(year)
        months = self.year(year)
        return YearPage(
            year=year,
            months=months,
            entries=sum(month.entries for month in months),
            days=sum(month.days for month in months),
            previous=_year_link(self._years[at - 1]) if at else None,
            next=_year_link(self._years[at + 1]) if at + 1 < len(self._years) else None,
        )

    def archive_page(self, undated: int) -> ArchivePage:
        """Return the page of all years, newest first."""
        return ArchivePage(tuple(self._year_count(year) for year in reversed(self._years)), undated)

    def _year_count(self, year: int) -> YearCount:
        months = [self._months.get((year, month), []) for month in range(1, 13)]
        return YearCount(
            year=year,
            address=year_address(year),
            entries=sum(len(day.entries) for days in months for day in days),
            days=sum(len(days) for days in months),
            months=tuple(
                MonthCount(number, month_address(year, number) if days else None, len(days))
                for number, days in enumerate(months, start=1)
            ),
        )


def _month_shape(year: int, month: int) -> tuple[int, int]:
    """Return the weekday of the first (Monday = 0) and the number of days; `calendar` serves the years 1 to 9999."""
    return calendar.monthrange(year, month)


def _month_link(month: tuple[int, int]) -> PeriodLink:
    return PeriodLink(month_address(*month), *month)


def _year_link(year: int) -> PeriodLink:
    return PeriodLink(year_address(year), year, None)
