"""The whole site as a list of pages."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from operator import attrgetter

import msgspec
from msgspec.structs import asdict

from journalgen.digests import digest
from journalgen.model.config import SUPPORT_FILE
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
from journalgen.plan.fingerprint import digest_of
from journalgen.plan.links import Targets
from journalgen.plan.names import NameIndex
from journalgen.plan.photos import Album, Media
from journalgen.plan.views import (
    ArchivePage,
    BrowsePage,
    DayPage,
    EntryPage,
    GalleryPage,
    Home,
    KindPage,
    Link,
    MeasureView,
    MonthPage,
    NamePage,
    Outline,
    Page,
    ProblemRow,
    ProblemsPage,
    Rhythm,
    Row,
    SupportPage,
    Surroundings,
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
    GalleryPage: "photos.html",
}
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Surroundings)
_RECENT = 6
_RHYTHM_DAYS = 28


class Plan:
    """The pages of a site: which there are, and of each what it may see, made when it is asked for.

    `today` is the writer's day, `first_day` the first of the week (Monday = 0), `secret` the key under which names are
    hidden in file names where the configuration asks for `plain_names`. `media` are the files that texts show, by the path
    of each text and in the order of its attachments.
    """

    def __init__(
        self,
        journal: Journal,
        today: dt.date,
        *,
        first_day: int = 0,
        secret: bytes | None = None,
        media: Media | None = None,
    ) -> None:
        self._journal = journal
        self._today = today
        self._first_day = first_day
        self._secret = secret if journal.config.plain_names else None
        self._media = media or {}
        self._mood = journal.config.metric("mood")
        self._measures: dict[tuple[str, float, float | None], MeasureView] = {}
        self._every = (*journal.entries, *journal.undated)
        self._known_links: dict[str, Link] = {}

    @cached_property
    def key(self) -> bytes:
        """Return the digest of all that `outlines` depend on: of each entry what pages other than its own may show.

        The outlines of a plan are a pure function of it, and so may be remembered under it.
        """
        journal = self._journal
        digest = hashlib.blake2b(digest_size=16)
        shaping = (journal.config, self._today, self._first_day, self._secret, journal.problems, journal.support)
        digest.update(f"{shaping!r} {len(journal.entries)} {len(journal.undated)} ".encode())
        digest.update(b"".join([entry.shared for entry in self._every]))
        if self._media:
            digest.update(digest_of(tuple(sorted(self._media.items()))))
        return digest.digest()

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """Return every page of the site, home first."""
        outlines = [Outline(path, TEMPLATES[type(view)], digest_of(view)) for path, view in self._pages.items()]
        for path, around in self.surroundings.items():
            outlines.append(Outline(self._addresses[path], TEMPLATES[EntryPage], digest(around), path, len(around)))
        return tuple(outlines)

    @cached_property
    def surroundings(self) -> dict[str, bytes]:
        """Return the surroundings of each entry, encoded, by the entry's path and in the order of the outlines."""
        return {entry.path: _encoder.encode(self._surroundings(entry)) for entry in self._every}

    def digest(self, outline: Outline) -> bytes:
        """Return the digest of all that a page may show."""
        if outline.entry is None:
            return outline.digest
        return outline.digest + self._by_path[outline.entry].digest

    def page(self, outline: Outline, around: bytes | None = None) -> Page:
        """Return a page with all that it may see; `around` are an entry's surroundings, encoded, where they are at hand."""
        view = self._pages[outline.path] if outline.entry is None else self._entry_page(outline.entry, around)
        return Page(outline.path, outline.template, view, self.digest(outline))

    def _entry_page(self, path: str, around: bytes | None) -> EntryPage:
        surroundings = _decoder.decode(self.surroundings[path] if around is None else around)
        return EntryPage(**asdict(surroundings), entry=self._by_path[path])

    @cached_property
    def _by_path(self) -> dict[str, Entry]:
        return {entry.path: entry for entry in self._every}

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {entry.path: position for position, entry in enumerate(self._journal.entries)}

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return at.entry_addresses(self._every, self._secret)

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {entry.path: row_of(entry, self._link(entry), self._mood) for entry in self._every}

    @cached_property
    def _days(self) -> tuple[WrittenDay, ...]:
        return tuple(
            WrittenDay(day, self._day_address(entries := tuple(group)), entries)
            for day, group in groupby(self._journal.entries, key=attrgetter("day"))
            if day is not None
        )

    @cached_property
    def _counted_days(self) -> tuple[WrittenDay, ...]:
        """Return the days that entries count for, which are those they were written on unless days start after midnight."""
        if self._journal.config.day_starts_at == dt.time(0):
            return self._days
        return tuple(
            WrittenDay(day, self._counted_address(day, entries), entries)
            for day, entries in sorted(self._counted.items())
        )

    @cached_property
    def _counted(self) -> dict[dt.date, tuple[Entry, ...]]:
        found: dict[dt.date, list[Entry]] = {}
        for entry in self._journal.entries:
            if entry.counted:
                found.setdefault(entry.counted, []).append(entry)
        return {day: tuple(entries) for day, entries in found.items()}

    def _counted_address(self, day: dt.date, entries: tuple[Entry, ...]) -> str:
        """Return where a day of the calendar leads: to its only entry, to its page, or to the first of its entries."""
        if len(entries) > 1 and any(entry.day == day for entry in entries):
            return at.day_address(day)
        return self._addresses[entries[0].path]

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._counted_days, self._journal.entries, self._mood, self._first_day)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._journal, self._secret)

    @cached_property
    def _names_of(self) -> NamesOfEntries:
        return NamesOfEntries(self._names.by_spelling)

    @cached_property
    def _album(self) -> Album:
        shown = (entry for entry in self._journal.entries if entry.attachments) if self._media else ()
        return Album(self._media, (entry for entry in shown if may_be_shown_unasked(entry, self._mood)), self._link)

    @cached_property
    def _targets(self) -> Targets:
        return Targets(self._journal, self._addresses)

    @cached_property
    def _pages(self) -> dict[str, View]:
        """Return the views of all pages but the entries'."""
        return dict(self._other_pages())

    def _link(self, entry: Entry) -> Link:
        known = self._known_links.get(entry.path)
        if known is None:
            known = self._known_links[entry.path] = link_to(entry, self._addresses[entry.path])
        return known

    def _day_address(self, entries: tuple[Entry, ...]) -> str:
        """Return where the page of a day lies: with its only entry, or beside its several."""
        first = entries[0]
        return self._addresses[first.path] if len(entries) == 1 or first.day is None else at.day_address(first.day)

    def _other_pages(self) -> Iterator[tuple[str, View]]:
        yield at.HOME, self._home()
        yield from self._day_pages()
        for year, month in self._calendar.months:
            yield (
                at.month_address(year, month),
                self._album.on_month(self._calendar.month_page(year, month, self._rows)),
            )
        for year in self._calendar.years:
            yield at.year_address(year), self._album.on_year(self._calendar.year_page(year))
        yield from self._album.pages()
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

    def _surroundings(self, entry: Entry) -> Surroundings:
        entries = self._journal.entries
        position = self._positions.get(entry.path)
        previous = following = None
        siblings: tuple[Entry, ...] = ()
        if position is not None:
            previous = entries[position - 1] if position else None
            following = entries[position + 1] if position + 1 < len(entries) else None
            siblings = tuple([other for other in self._of_same_day(entry) if other is not entry])
        return Surroundings(
            private=entry.private,
            names=self._names_of.of(entry),
            measures=self._measures_of(entry),
            targets=self._targets.of(entry) if entry.links else (),
            previous=self._link(previous) if previous else None,
            next=self._link(following) if following else None,
            siblings=tuple([self._link(other) for other in siblings]),
            # Only where the day has a page of its own: with one entry, that is the entry's.
            day_address=at.day_address(entry.day)
            if entry.day and any(other.day == entry.day for other in siblings)
            else None,
            files=self._album.of(entry.path, entry.attachments) if entry.attachments else (),
        )

    def _of_same_day(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the entries that were written on an entry's day or count for the same, itself included, in order."""
        entries = self._journal.entries
        first = last = self._positions[entry.path]
        while first and entries[first - 1].day == entry.day:
            first -= 1
        while last + 1 < len(entries) and entries[last + 1].day == entry.day:
            last += 1
        written = entries[first : last + 1]
        if self._journal.config.day_starts_at == dt.time(0) or entry.counted is None:
            return written
        counted = self._counted.get(entry.counted, ())
        if all(other in written for other in counted):
            return written
        return tuple(sorted({*written, *counted}, key=lambda other: self._positions[other.path]))

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
            counted = day.entries
            if self._journal.config.day_starts_at != dt.time(0):
                counted = self._counted.get(day.day, ())
            shown = [entry for entry in counted if not entry.private]
            listed = sorted({*day.entries, *counted}, key=lambda entry: self._positions[entry.path])
            yield (
                day.address,
                DayPage(
                    day=day.day,
                    mood=mean_mood(shown, self._mood),
                    rows=tuple(self._rows[entry.path] for entry in listed),
                    previous=self._link(before) if before else None,
                    next=self._link(after) if after else None,
                ),
            )

    def _support(self) -> SupportPage:
        support = self._journal.support
        if support is None:
            return SupportPage(None, None, ())
        return SupportPage(
            title=support.title,
            body=support.body,
            targets=self._targets.of_links("", support.links),
            files=self._album.of(SUPPORT_FILE, support.attachments),
        )

    def _problems(self) -> ProblemsPage:
        private = {entry.path for entry in (*self._journal.entries, *self._journal.undated) if entry.private}
        # What was written in a private entry is said on its own page alone.
        shown = dict.fromkeys(
            Problem(Location(each.where.path), each.level, "in-private") if each.where.path in private else each
            for each in self._journal.problems
        )
        return ProblemsPage(tuple(ProblemRow(each, self._link_to_file(each.where.path)) for each in shown))

    def _link_to_file(self, path: str) -> Link | None:
        entry = self._by_path.get(path)
        return self._link(entry) if entry else None
