"""What the links of a text mean: an entry, by path, day, title or alias, or the page of a whole day."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from msgspec import Struct

from journalgen.markdown.slugs import anchor
from journalgen.model.config import SUPPORT_FILE
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.model.reviews import Review
from journalgen.parse.dates import day_in_format
from journalgen.plan.addresses import SUPPORT, day_address, review_address

ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")
# How Logseq names the pages of days, unless it is told otherwise.
_DAY_TITLES = ("MMM do, yyyy", "MMMM do, yyyy", "EEE, MMM do, yyyy", "EEEE, MMMM do, yyyy", "do MMM yyyy", "yyyy_MM_dd")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Target(Struct, frozen=True, array_like=True, gc=False):
    """What a link means: the entry whose file's path is `entry`, or, where that is None, the page of a `day` with several.

    `heading` is the name of the heading that it leads to there, empty for the top; `missing` says that the link asks for a
    heading that is not there. The path of the support plan's file stands for its page, as that of a review's does.
    """

    entry: str | None
    day: dt.date | None
    heading: str = ""
    missing: bool = False

    def address(self, addresses: Mapping[str, str]) -> str:
        """Return the address that a link leads to; `addresses` are those of the entries, by path."""
        if self.entry == SUPPORT_FILE:
            page = SUPPORT
        elif self.entry is not None:
            page = addresses[self.entry] if self.entry in addresses else _review_page(self.entry)
        else:
            page = day_address(self.day) if self.day else ""
        return f"{page}#{self.heading}" if self.heading else page


class Targets:
    """Finds what a link means. Paths win over days, days over titles and aliases, the earlier of two alike.

    A day's name alone means the whole day, though one of its files may have that name. `day_titles` is how a
    Logseq graph names the pages of days, where it says so, in a format of Java's.
    """

    def __init__(self, journal: Journal, day_titles: str | None = None) -> None:
        self._formats = (*((day_titles,) if day_titles else ()), *_DAY_TITLES)
        self._entries: dict[str, Entry] = {}
        self._by_day: dict[dt.date, list[Entry]] = {}
        self._by_path: dict[str, str] = {}
        self._by_name: dict[str, Target] = {}
        self._learn(journal)
        self._known: dict[tuple[str, str], Target | None] = {}

    def find(self, path: str, target: str) -> Target | None:
        """Return what a link of the text at a path means, or None where the journal has no such entry."""
        key = (posixpath.dirname(path), target)
        if key not in self._known:
            self._known[key] = self._find(*key)
        return self._known[key]

    def _learn(self, journal: Journal) -> None:
        every = (*journal.entries, *journal.undated)
        names = self._by_name
        for entry in every:
            path = entry.path
            self._entries[path] = entry
            self._by_path.setdefault(path.casefold(), path)
            stem = path.rpartition("/")[2].rpartition(".")[0]
            names.setdefault(stem.casefold(), Target(path, None))
            if "%" in stem or "___" in stem:
                # Logseq's `Book/Some title`, as it names the file.
                names.setdefault(unquote(stem.replace("___", "/")).casefold(), Target(path, None))
        for entry in journal.entries:
            if entry.day:
                self._by_day.setdefault(entry.day, []).append(entry)
        for day in self._by_day:
            names.setdefault(day.isoformat(), self._of_day(day))
        for entry in every:
            for name in (entry.title, *entry.aliases):
                if name:
                    names.setdefault(name.casefold(), Target(entry.path, None))
        if journal.support:
            self._by_path.setdefault(SUPPORT_FILE, SUPPORT_FILE)
        self._learn_reviews(journal.reviews if journal.config.reviews_show else ())

    def _learn_reviews(self, reviews: Iterable[Review]) -> None:
        for review in reviews:
            self._by_path.setdefault(review.path.casefold(), review.path)
            self._by_name.setdefault(review.period.name.casefold(), Target(review.path, None))

    def _of_day(self, day: dt.date) -> Target:
        entries = self._by_day[day]
        return Target(entries[0].path, None) if len(entries) == 1 else Target(None, day)

    def _find(self, folder: str, target: str) -> Target | None:
        name, _, fragment = unquote(target).partition("#")
        # A title may end in a question; what follows a file's name is an address's.
        found = self._find_name(folder, name.strip()) or self._find_name(folder, name.partition("?")[0].strip())
        if not found:
            return None
        if found.entry in self._entries and _ISO_DAY.fullmatch(name.strip()):
            day = self._entries[found.entry].day
            # A day's name means the day, also where one of its several files has no other.
            found = self._of_day(day) if day and day.isoformat() == name.strip() else found
        heading = anchor(fragment)
        return self._at_heading(found, heading) if heading else found

    def _at_heading(self, found: Target, heading: str) -> Target:
        """Return the place of a heading; on a day with several entries, in the first that has it."""
        if found.entry and found.entry not in self._entries:
            # The plan for hard days, or a review.
            return found
        there = (self._entries[found.entry],) if found.entry else self._by_day[found.day] if found.day else ()
        for entry in there:
            if heading in entry.headings:
                return Target(entry.path, None, heading)
        return Target(found.entry, found.day, missing=True)

    def _find_name(self, folder: str, name: str) -> Target | None:
        if not name:
            return None
        for candidate in (name, *(name + ending for ending in ENDINGS)):
            for base in (folder, "", "entries"):
                joined = posixpath.normpath(posixpath.join(base, candidate)).casefold()
                if joined in self._by_path:
                    return Target(self._by_path[joined], None)
        last = name.rpartition("/")[2]
        for ending in ENDINGS:
            last = last.removesuffix(ending)
        known = self._by_name.get(name.casefold()) or self._by_name.get(last.casefold())
        return known or self._find_day(name)

    def _find_day(self, name: str) -> Target | None:
        day = day_named(name, self._formats)
        return self._of_day(day) if day in self._by_day else None


def _review_page(path: str) -> str:
    return review_address(path.rpartition("/")[2].rpartition(".")[0].upper())


def day_named(name: str, formats: tuple[str, ...] = _DAY_TITLES) -> dt.date | None:
    """Return the day that a page's name stands for: `2026-03-14`, or `Mar 14th, 2026` as Logseq has it."""
    if _ISO_DAY.fullmatch(name):
        try:
            return dt.date.fromisoformat(name)
        except ValueError:
            return None
    if name.isdecimal() or not any(sign.isdecimal() for sign in name):
        return None
    for written in formats:
        if found := day_in_format(name, written, moment=False):
            return found.day
    return None
