"""The whole site as a list of pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan import addresses as at
from journalgen.plan.calendar import Calendar, WrittenDay
from journalgen.plan.entries import (
    NamesOfEntries,
    link_to,
    may_be_shown_unasked,
    mean_mood,
    measure_view,
    quietened,
    row_of,
)
from journalgen.plan.fingerprint import digest_of, digest_of_entry_page
from journalgen.plan.links import Targets
from journalgen.plan.names import NameIndex
from journalgen.plan.views import (
    ArchivePage,
    BrowsePage,
    DayPage,
    EntryPage,
    Home,
    KindPage,
    MeasureView,
    MonthPage,
    NamePage,
    Page,
    ProblemRow,
    ProblemsPage,
    Rhythm,
    Row,
    SupportPage,
    UndatedPage,
    View,
    YearPage,
)
from journalgen.problems import Level, Location, Problem

TEMPLATES: dict[type[View], str] = {
    Home: "home.html",
    EntryPage: "entry.html",
    DayPage: "day.html",
    MonthPage: "month.html",
    YearPage: "year.html",
    ArchivePage: "archive.html",
    NamePage: "name.html",
    KindPage: "kind.html",
    BrowsePage: "browse.html",
    UndatedPage: "undated.html",
    SupportPage: "support.html",
    ProblemsPage: "problems.html",
}
_RECENT = 6
_RHYTHM_DAYS = 28


def plan(journal: Journal, today: dt.date, *, first_day: int = 0, secret: bytes | None = None) -> tuple[Page, ...]:
    """Return every page of the site, home first.

    `today` is the writer's day, `first_day` the first of the week (Monday = 0), `secret` the key under which names are
    hidden in file names where the configuration asks for `plain_names`.
    """
    planner = _Planner(journal, today, first_day, secret if journal.config.plain_names else None)
    return tuple(
        Page(
            path,
            TEMPLATES[type(view)],
            view,
            digest_of_entry_page(view) if type(view) is EntryPage else digest_of(view),
        )
        for path, view in planner.pages()
    )


class _Planner:
    def __init__(self, journal: Journal, today: dt.date, first_day: int, secret: bytes | None) -> None:
        self._journal = journal
        self._today = today
        self._mood = journal.config.metric("mood")
        self._measures: dict[tuple[str, float, float | None], MeasureView] = {}
        every = (*journal.entries, *journal.undated)
        self._addresses = at.entry_addresses(every, secret)
        self._links = {entry.path: link_to(entry, self._addresses[entry.path]) for entry in every}
        self._rows = {entry.path: row_of(entry, self._links[entry.path], self._mood) for entry in every}
        self._days = tuple(
            WrittenDay(day, self._day_address(entries := tuple(group)), entries)
            for day, group in groupby(journal.entries, key=attrgetter("day"))
            if day is not None
        )
        self._calendar = Calendar(self._days, self._mood, first_day)
        self._names = NameIndex(journal, secret)
        self._names_of = NamesOfEntries(self._names.by_spelling)
        self._targets = Targets(journal, self._addresses)

    def _day_address(self, entries: tuple[Entry, ...]) -> str:
        """Return where the page of a day lies: with its only entry, or beside its several."""
        first = entries[0]
        return self._addresses[first.path] if len(entries) == 1 or first.day is None else at.day_address(first.day)

    def pages(self) -> Iterator[tuple[str, View]]:
        yield at.HOME, self._home()
        yield from self._entry_pages(self._journal.entries)
        for entry in self._journal.undated:
            yield self._addresses[entry.path], self._entry_page(entry, None, None, (entry,))
        yield from self._day_pages()
        for year, month in self._calendar.months:
            yield at.month_address(year, month), self._calendar.month_page(year, month, self._rows)
        for year in self._calendar.years:
            yield at.year_address(year), self._calendar.year_page(year)
        yield at.ARCHIVE, self._calendar.archive_page(len(self._journal.undated))
        yield from self._names.pages(self._rows)
        if self._journal.undated:
            yield at.UNDATED, UndatedPage(tuple(self._rows[entry.path] for entry in self._journal.undated))
        yield at.SUPPORT, self._support()
        if self._journal.problems:
            yield at.PROBLEMS, self._problems()

    def _home(self) -> Home:
        entries = self._journal.entries
        newest = [self._row_on_home(entry) for entry in reversed(entries[-_RECENT - 1 :])]
        years = self._calendar.years
        since = self._today - dt.timedelta(days=min(_RHYTHM_DAYS - 1, (self._today - dt.date.min).days))
        counted = {entry.counted for entry in entries if entry.counted}
        levels = [problem.level for problem in self._journal.problems]
        return Home(
            today=self._today,
            latest=newest[0] if newest else None,
            recent=tuple(newest[1:]),
            year=years[-1] if years else None,
            months=tuple(self._calendar.grid(years[-1], month) for month in range(1, 13)) if years else (),
            rhythm=Rhythm(sum(since <= day <= self._today for day in counted), _RHYTHM_DAYS),
            first=min(counted, default=None),
            entries=len(entries) + len(self._journal.undated),
            days=len(counted),
            undated=len(self._journal.undated),
            errors=levels.count(Level.ERROR),
            warnings=levels.count(Level.WARNING),
        )

    def _row_on_home(self, entry: Entry) -> Row:
        row = self._rows[entry.path]
        return row if may_be_shown_unasked(entry, self._mood) else quietened(row)

    def _entry_pages(self, entries: tuple[Entry, ...]) -> Iterator[tuple[str, View]]:
        position = 0
        last = len(entries) - 1
        for day in self._days:
            for entry in day.entries:
                previous = entries[position - 1] if position else None
                following = entries[position + 1] if position < last else None
                yield self._addresses[entry.path], self._entry_page(entry, previous, following, day.entries)
                position += 1

    def _entry_page(
        self, entry: Entry, previous: Entry | None, following: Entry | None, day: tuple[Entry, ...]
    ) -> EntryPage:
        several = len(day) > 1
        return EntryPage(
            entry=entry,
            private=entry.private,
            names=self._names_of.of(entry),
            measures=self._measures_of(entry),
            targets=self._targets.of(entry) if entry.links else (),
            previous=self._links[previous.path] if previous else None,
            next=self._links[following.path] if following else None,
            siblings=tuple(self._links[other.path] for other in day if other is not entry) if several else (),
            day_address=at.day_address(entry.day) if several and entry.day else None,
        )

    def _measures_of(self, entry: Entry) -> tuple[MeasureView, ...]:
        found = []
        for measure in entry.measures:
            key = (measure.metric, measure.value, measure.before)
            known = self._measures.get(key)
            if known is None:
                known = self._measures[key] = measure_view(measure, self._journal.config.metric(measure.metric))
            found.append(known)
        return tuple(found)

    def _day_pages(self) -> Iterator[tuple[str, View]]:
        for number, day in enumerate(self._days):
            if len(day.entries) == 1:
                continue
            before = self._days[number - 1].entries[-1] if number else None
            after = self._days[number + 1].entries[0] if number + 1 < len(self._days) else None
            shown = [entry for entry in day.entries if not entry.private]
            yield (
                day.address,
                DayPage(
                    day=day.day,
                    mood=mean_mood(shown, self._mood),
                    rows=tuple(self._rows[entry.path] for entry in day.entries),
                    previous=self._links[before.path] if before else None,
                    next=self._links[after.path] if after else None,
                ),
            )

    def _support(self) -> SupportPage:
        support = self._journal.support
        if support is None:
            return SupportPage(None, None, ())
        return SupportPage(support.title, support.body, self._targets.of_links("", support.links))

    def _problems(self) -> ProblemsPage:
        private = {entry.path for entry in (*self._journal.entries, *self._journal.undated) if entry.private}
        # What was written in a private entry is said on its own page alone.
        shown = dict.fromkeys(
            Problem(Location(each.where.path), each.level, "in-private") if each.where.path in private else each
            for each in self._journal.problems
        )
        return ProblemsPage(tuple(ProblemRow(each, self._links.get(each.where.path)) for each in shown))
