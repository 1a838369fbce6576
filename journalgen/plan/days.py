"""The days of a journal: those on which entries were written, and those that they count for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from journalgen.model.config import MetricConfig
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan import addresses as at
from journalgen.plan.backlinks import Backlinks
from journalgen.plan.calendar import WrittenDay
from journalgen.plan.entries import mean_mood
from journalgen.plan.views import DayPage, Link, Row


class Days:
    """Knows the days of a journal's entries; `addresses` are those of their pages, by the paths of their files."""

    def __init__(self, journal: Journal, addresses: Mapping[str, str]) -> None:
        self._entries = journal.entries
        self._addresses = addresses
        self._starts_at_midnight = journal.config.day_starts_at == dt.time(0)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Return the place of each entry in the order of the journal, by its path."""
        return {entry.path: position for position, entry in enumerate(self._entries)}

    @cached_property
    def written(self) -> tuple[WrittenDay, ...]:
        """Return the days on which entries were written."""
        return tuple(
            WrittenDay(day, self._day_address(entries := tuple(group)), entries)
            for day, group in groupby(self._entries, key=attrgetter("day"))
            if day is not None
        )

    @cached_property
    def entries_of(self) -> dict[dt.date, tuple[Entry, ...]]:
        """Return the entries that were written on each day."""
        return {day.day: day.entries for day in self.written}

    @cached_property
    def counted(self) -> tuple[WrittenDay, ...]:
        """Return the days that entries count for, which are those they were written on unless days start after midnight."""
        if self._starts_at_midnight:
            return self.written
        return tuple(
            WrittenDay(day, self._counted_address(day, entries), entries)
            for day, entries in sorted(self.entries_counted.items())
        )

    @cached_property
    def entries_counted(self) -> dict[dt.date, tuple[Entry, ...]]:
        """Return the entries that count for each day."""
        found: dict[dt.date, list[Entry]] = {}
        for entry in self._entries:
            if entry.counted:
                found.setdefault(entry.counted, []).append(entry)
        return {day: tuple(entries) for day, entries in found.items()}

    def of_same_day(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the entries that were written on an entry's day or count for the same, itself included, in order."""
        entries = self._entries
        first = last = self.positions[entry.path]
        while first and entries[first - 1].day == entry.day:
            first -= 1
        while last + 1 < len(entries) and entries[last + 1].day == entry.day:
            last += 1
        written = entries[first : last + 1]
        if self._starts_at_midnight or entry.counted is None:
            return written
        counted = self.entries_counted.get(entry.counted, ())
        if all(other in written for other in counted):
            return written
        return self._in_order({*written, *counted})

    def pages(
        self, rows: Mapping[str, Row], mood: MetricConfig, link: Callable[[Entry], Link], backlinks: Backlinks
    ) -> Iterator[tuple[str, DayPage]]:
        """Yield the page of each day that has several entries, with its address."""
        days = self.written
        for number, day in enumerate(days):
            if len(day.entries) == 1:
                continue
            before = days[number - 1].entries[-1] if number else None
            after = days[number + 1].entries[0] if number + 1 < len(days) else None
            counted = day.entries if self._starts_at_midnight else self.entries_counted.get(day.day, ())
            yield (
                day.address,
                DayPage(
                    day=day.day,
                    mood=mean_mood([entry for entry in counted if not entry.private], mood),
                    rows=tuple(rows[entry.path] for entry in self._in_order({*day.entries, *counted})),
                    previous=link(before) if before else None,
                    next=link(after) if after else None,
                    backlinks=backlinks.of_day(day.day),
                ),
            )

    def _in_order(self, entries: set[Entry]) -> tuple[Entry, ...]:
        return tuple(sorted(entries, key=lambda entry: self.positions[entry.path]))

    def _day_address(self, entries: tuple[Entry, ...]) -> str:
        """Return where the page of a day lies: with its only entry, or beside its several."""
        first = entries[0]
        return self._addresses[first.path] if len(entries) == 1 or first.day is None else at.day_address(first.day)

    def _counted_address(self, day: dt.date, entries: tuple[Entry, ...]) -> str:
        """Return where a day of the calendar leads: to its only entry, to its page, or to the first of its entries."""
        if len(entries) > 1 and any(entry.day == day for entry in entries):
            return at.day_address(day)
        return self._addresses[entries[0].path]
