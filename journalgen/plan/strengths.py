"""What went well, as the writer put it: wins, gratitude, kind words, what was done on hard days; a page to open on one.

All of it is brought up unasked, so that only entries that may be offered are in it. A way of coping is in it only where the
writer's own plan names it: people note drinking or hurting themselves as coping, too.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby, islice
from typing import Literal

from msgspec import Struct

from journalgen.analysis.terms import Spellings
from journalgen.digests import digest
from journalgen.model.entry import Entry
from journalgen.plan import addresses as at
from journalgen.plan.entries import as_text
from journalgen.plan.sketch import Sketch
from journalgen.plan.views import Link

Kind = Literal["wins", "gratitude", "kind_words", "coping"]

# In the order in which they are shown.
KINDS: tuple[Kind, ...] = ("wins", "gratitude", "kind_words", "coping")
_BY_NAME: dict[str, Kind] = {kind: kind for kind in KINDS}
_FIRST = 5
_NEWEST = 6


class Noted(Struct, frozen=True, array_like=True, gc=False):
    """One thing that an entry notes, as it was written. Of a way of coping, `before` and `after` are the numbers, as text."""

    kind: Kind
    text: str
    before: str | None = None
    after: str | None = None


class Strength(Struct, frozen=True, gc=False):
    """One thing that was noted, and the entry that it is from."""

    noted: Noted
    link: Link


class StrengthsOfKind(Struct, frozen=True, gc=False):
    """The newest of a kind, and where its newest year lies; `more` says that there are others."""

    kind: Kind
    newest: tuple[Strength, ...]
    address: str
    more: bool


class StrengthsOfMonth(Struct, frozen=True, gc=False):
    """What was noted in a month, newest first; `month` is None without a day."""

    month: int | None
    strengths: tuple[Strength, ...]


class YearOfStrengths(Struct, frozen=True, gc=False):
    """A year to go to; None are the entries without a day."""

    year: int | None
    address: str


class KindOfStrengths(Struct, frozen=True, gc=False):
    """A kind to go to; None are all of them."""

    kind: Kind | None
    address: str


class StrengthsPage(Struct, frozen=True, gc=False):
    """What went well: a `first` few that are drawn for the day, then the newest of each kind, then the years, newest first."""

    first: tuple[Strength, ...]
    kinds: tuple[StrengthsOfKind, ...]
    years: tuple[YearOfStrengths, ...]


class StrengthsYearPage(Struct, frozen=True, gc=False):
    """All of a year (None: of entries without a day), or of one kind in it, by month, newest first.

    `closed` are the entries that may not be offered and note something too; `kinds` are those of the year, `years` those of
    the kind.
    """

    year: int | None
    kind: Kind | None
    months: tuple[StrengthsOfMonth, ...]
    closed: tuple[Link, ...]
    kinds: tuple[KindOfStrengths, ...]
    years: tuple[YearOfStrengths, ...]


# What `Noted` holds: made where a page is drawn, since a journal has tens of thousands.
_Noted = tuple[Kind, str] | tuple[Kind, str, float, float]


class _OfEntry(Struct, frozen=True, gc=False):
    """What one entry notes; `digest` covers all of it, and the link to the entry."""

    link: Link
    path: str
    noted: tuple[_Noted, ...]
    digest: bytes

    def of_kind(self, kind: Kind | None) -> Iterator[Strength]:
        for each in self.noted:
            if kind is None or kind == each[0]:
                kind_of, text, *numbers = each
                yield Strength(Noted(kind_of, text, *map(as_text, numbers)), self.link)


class Strengths:
    """Knows what a journal's entries note that went well; `entries` are in the journal's order, those without a day last.

    `coping_plan` is what the writer means to try. `link` and `closed` give the link to an entry that may be offered, and to one
    that may not.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        coping_plan: Iterable[str],
        spellings: Spellings,
        today: dt.date,
        link: Callable[[Entry], Link],
        closed: Callable[[Entry], Link],
        may_offer: Callable[[Entry], bool],
    ) -> None:
        self._today = today
        self._coping = _Coping(coping_plan, spellings)
        self._every: list[_OfEntry] = []
        # By year and kind, under None those of all kinds.
        self._found: dict[tuple[int | None, Kind | None], list[_OfEntry]] = defaultdict(list)
        self._closed: dict[tuple[int | None, Kind | None], list[Link]] = defaultdict(list)
        for entry in entries:
            if not (entry.wins or entry.gratitude or entry.kind_words or entry.coping or entry.sections):
                continue
            noted = tuple(dict.fromkeys(self._noted(entry)))
            if not noted:
                continue
            year = entry.day.year if entry.day else None
            kinds: tuple[Kind | None, ...] = (None, *{each[0] for each in noted})
            if may_offer(entry):
                found = _of_entry(link(entry), entry.path, noted)
                self._every.append(found)
                for kind in kinds:
                    self._found[year, kind].append(found)
            elif entry.day:
                # What has no day can't be told by its day alone.
                for kind in kinds:
                    self._closed[year, kind].append(closed(entry))

    @property
    def address(self) -> str | None:
        """Return where the page lies, or None where there is nothing to show."""
        return at.STRENGTHS if self._every or self._closed else None

    def pages(self) -> Iterator[tuple[str, Struct | Sketch[Struct]]]:
        """Yield the page, and those of each year and of each kind in it; none where there is nothing.

        Where all of it stands in entries that may not be offered, as after a long hard time, the years lead to their days.
        """
        if self.address is None:
            return
        open_kinds = {kind for _, kind in self._found}
        kinds = tuple([self._of_kind(kind) for kind in KINDS if kind in open_kinds])
        yield at.STRENGTHS, StrengthsPage(self._first(), kinds, self._years[None])
        for kind, years in self._years.items():
            for each in years:
                yield each.address, self._year_page(each, kind)

    @cached_property
    def _years(self) -> dict[Kind | None, tuple[YearOfStrengths, ...]]:
        """Return the years of each kind, newest first, and last what has no day; under None those of all."""
        there = self._found.keys() | self._closed.keys()
        years = {year for year, _ in there}
        in_order = sorted(years, key=lambda year: -1 if year is None else year, reverse=True)
        every: tuple[Kind | None, ...] = (None, *KINDS)
        return {
            kind: tuple(
                [YearOfStrengths(year, at.strengths_address(year, kind)) for year in in_order if (year, kind) in there]
            )
            for kind in every
        }

    def _noted(self, entry: Entry) -> list[_Noted]:
        found: list[_Noted] = [("wins", text) for text in entry.wins]
        found += [("gratitude", text) for text in entry.gratitude]
        found += [("kind_words", text) for text in entry.kind_words]
        found += [
            ("coping", each.what, each.before, each.after)
            for each in entry.coping
            if each.before is not None and each.after is not None and each.after > each.before
            if self._coping[each.what]
        ]
        for section in entry.sections:
            kind = _BY_NAME.get(section.kind)
            if kind:
                found += [(kind, text) for text in section.blocks]
        return found

    def _first(self) -> tuple[Strength, ...]:
        """Return a few, the same all day: the lot of each kind, then others.

        Each entry draws a lot from the digest of the day and its path, and the lowest win, so that a new entry leaves most of
        them as they were.
        """
        begun = hashlib.blake2b(self._today.isoformat().encode(), digest_size=8)

        def lot(entry: _OfEntry) -> bytes:
            drawn = begun.copy()
            drawn.update(entry.path.encode(errors="surrogatepass"))
            return drawn.digest()

        drawn = sorted([(lot(entry), entry) for entry in self._every], key=_lot)
        chosen: dict[str, tuple[bytes, Strength]] = {}
        for kind in (*KINDS, *(None,) * _FIRST):
            for number, entry in drawn:
                of_kind = list(entry.of_kind(kind))
                one = of_kind[number[0] % len(of_kind)] if of_kind else None
                if one and one.noted.text not in chosen:
                    chosen[one.noted.text] = (number, one)
                    break
            if len(chosen) == _FIRST:
                break
        return tuple([strength for _, strength in sorted(chosen.values(), key=_lot)])

    def _of_kind(self, kind: Kind) -> StrengthsOfKind:
        years = self._years[kind]
        every = (
            one
            for year in years
            for entry in reversed(self._found.get((year.year, kind), ()))
            for one in entry.of_kind(kind)
        )
        newest = tuple(islice(every, _NEWEST + 1))
        return StrengthsOfKind(kind, newest[:_NEWEST], years[0].address, more=len(newest) > _NEWEST)

    def _year_page(self, of: YearOfStrengths, kind: Kind | None) -> Sketch[StrengthsYearPage]:
        entries = self._found.get((of.year, kind), [])
        closed = tuple(reversed(self._closed.get((of.year, kind), ())))
        kinds = tuple(
            [
                KindOfStrengths(each, at.strengths_address(of.year, each))
                for each in self._years
                if (of.year, each) in self._found or (of.year, each) in self._closed
            ]
        )
        parts = (of.year, kind, tuple(reversed(entries)), closed, kinds, self._years[kind])
        return Sketch(StrengthsYearPage, parts, _year_page)


def _year_page(
    year: int | None,
    kind: Kind | None,
    entries: tuple[_OfEntry, ...],
    closed: tuple[Link, ...],
    kinds: tuple[KindOfStrengths, ...],
    years: tuple[YearOfStrengths, ...],
) -> StrengthsYearPage:
    months = tuple(
        [
            StrengthsOfMonth(month, tuple([one for entry in group for one in entry.of_kind(kind)]))
            for month, group in groupby(entries, key=lambda entry: entry.link.day.month if entry.link.day else None)
        ]
    )
    return StrengthsYearPage(year, kind, months, closed, kinds, years)


def _of_entry(link: Link, path: str, noted: tuple[_Noted, ...]) -> _OfEntry:
    return _OfEntry(link, path, noted, digest(link.digest + repr(noted).encode()))


class _Coping(dict[str, bool]):
    """Whether the writer's plan names a way of coping, by its spelling."""

    def __init__(self, plan: Iterable[str], spellings: Spellings) -> None:
        super().__init__()
        self._spellings = spellings
        self._plan = frozenset([self._spellings.key("coping", each) for each in plan])

    def __missing__(self, spelling: str) -> bool:
        named = self[spelling] = self._spellings.key("coping", spelling) in self._plan
        return named


def _lot(drawn: tuple[bytes, object]) -> bytes:
    return drawn[0]
