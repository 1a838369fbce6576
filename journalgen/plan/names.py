"""The pages of tags, people, places and the rest, of each kind, and of all kinds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from journalgen.analysis.terms import KINDS, Spellings, Term, terms
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.addresses import BROWSE, kind_address, term_addresses
from journalgen.plan.companions import Companies
from journalgen.plan.figures.patterns import PatternView
from journalgen.plan.fingerprint import digest_of_texts
from journalgen.plan.offering import Offering
from journalgen.plan.timeline import month_number, timeline
from journalgen.plan.views import (
    BrowsePage,
    Companions,
    KindPage,
    KindSummary,
    NameCount,
    NameLink,
    NamePage,
    Occasion,
    Row,
)

_MOST_USED = 24


class NameIndex:
    """Knows every name of the journal, where its page lies and which entries use it."""

    def __init__(self, journal: Journal, secret: bytes | None, offering: Offering) -> None:
        self._offering = offering
        self._spellings = Spellings(journal.config.aliases)
        self._every = (*journal.entries, *journal.undated)
        self.terms = {kind: terms(kind, self._every, self._spellings) for kind in KINDS}
        self._links: dict[tuple[str, str], NameLink] = {}
        self._children: dict[tuple[str, str], list[Term]] = {}
        for kind, found in self.terms.items():
            addresses = term_addresses(kind, [term.key for term in found], secret)
            for term in found:
                address = addresses[term.key]
                digest = digest_of_texts(kind, term.name, address)
                self._links[kind, term.key] = NameLink(kind, term.name, address, digest)
                if term.parent:
                    self._children.setdefault((kind, term.parent), []).append(term)
        self.by_spelling = {kind: _BySpelling(kind, self._links, self._spellings) for kind in KINDS}

    def link(self, kind: str, key: str) -> NameLink | None:
        """Return the link to the page of a term, by its key."""
        return self._links.get((kind, key))

    @cached_property
    def _uses(self) -> _Uses:
        return _Uses(self.terms, self._every, self._offering)

    def companions(self, term: Term) -> tuple[Companions, ...]:
        """Return the names that stand beside one most often, by kind; only entries that may be offered count."""
        return self._companions(self._uses.companies.of(term, self._uses.of(term)[0]))

    def pages(
        self,
        rows: Mapping[str, Row],
        watched: Mapping[tuple[str, str], tuple[PatternView, ...]],
        threads: tuple[NameCount, ...] | None = None,
    ) -> Iterator[tuple[str, Struct]]:
        """Yield the path and the view of each page.

        `rows` are the entries' rows by path, `watched` the patterns of each name that has any, by its kind and key;
        `threads` are those to suggest on the page of all kinds.
        """
        in_order = [rows[entry.path] for entry in self._every]
        for kind, found in self.terms.items():
            if not found:
                continue
            for term in found:
                yield (
                    self._links[kind, term.key].address,
                    self._name_page(term, in_order, watched.get((kind, term.key), ())),
                )
            counted = (self._count(term) for term in found)
            yield kind_address(kind), KindPage(kind, tuple(counted))
        kinds = tuple(self._summary(kind) for kind, found in self.terms.items() if found)
        yield BROWSE, BrowsePage(kinds, threads)

    def _count(self, term: Term) -> NameCount:
        return NameCount(self._links[term.kind, term.key], len(term.entries))

    def _name_page(self, term: Term, rows: Sequence[Row], watched: tuple[PatternView, ...]) -> NamePage:
        used, dated = self._uses.of(term)
        return NamePage(
            kind=term.kind,
            name=term.name,
            rows=tuple([rows[number] for number in (*reversed(dated), *used[len(dated) :])]),
            first=self._occasion(dated[0], rows) if dated else None,
            last=self._occasion(dated[-1], rows) if dated else None,
            parent=self._links.get((term.kind, term.parent)) if term.parent else None,
            children=tuple([self._count(child) for child in self._children.get((term.kind, term.key), ())]),
            timeline=timeline([self._uses.months[number] for number in dated]),
            companions=self._companions(self._uses.companies.of(term, used)),
            watched=watched,
        )

    def _occasion(self, number: int, rows: Sequence[Row]) -> Occasion | None:
        entry = self._every[number]
        if entry.day is None:
            return None
        return Occasion(entry.day, rows[number].link.address if self._offering.may_offer(entry) else None)

    def _companions(self, found: Mapping[str, list[tuple[Term, int]]]) -> tuple[Companions, ...]:
        made = []
        for kind in KINDS:
            if names := [(self._links[kind, term.key], count) for term, count in found.get(kind, ())]:
                digest = b"".join([b"%d %b" % (count, link.digest) for link, count in names])
                made.append(
                    Companions(kind, tuple([NameCount(*each) for each in names]), b"%d:%b" % (len(names), digest))
                )
        return tuple(made)

    def _summary(self, kind: str) -> KindSummary:
        found = self.terms[kind]
        offered = [term for term in found if self._offering.may_offer_name(term)]
        most = sorted(offered, key=lambda term: (-len(term.entries), term.key))[:_MOST_USED]
        return KindSummary(kind, kind_address(kind), len(found), tuple(self._count(term) for term in most))


class _BySpelling(dict[str, NameLink]):
    """The links of one kind by any spelling of the name; filled as spellings are asked for."""

    def __init__(self, kind: str, links: dict[tuple[str, str], NameLink], spellings: Spellings) -> None:
        super().__init__()
        self._kind = kind
        self._by_key = links
        self._spellings = spellings

    def __missing__(self, spelling: str) -> NameLink:
        link = self[spelling] = self._by_key[self._kind, self._spellings.key(self._kind, spelling)]
        return link


class _Uses:
    """Knows the entries of each term by their number in the journal: dated ones first, in order."""

    def __init__(self, terms: Mapping[str, Sequence[Term]], entries: Sequence[Entry], offering: Offering) -> None:
        number_of = {entry.path: number for number, entry in enumerate(entries)}
        self._used = {
            (term.kind, term.key): [number_of[entry.path] for entry in term.entries]
            for found in terms.values()
            for term in found
        }
        # The months of those with a day, which come before the others.
        self.months = [month_number(entry.day) for entry in entries if entry.day]
        # Only what may be offered counts as company, and so nothing that only closed entries use is suggested.
        offered = {number for number, entry in enumerate(entries) if offering.may_offer(entry)}
        every = [term for found in terms.values() for term in found]
        used = [[number for number in self._used[term.kind, term.key] if number in offered] for term in every]
        self.companies = Companies(every, used, len(entries))

    def of(self, term: Term) -> tuple[Sequence[int], Sequence[int]]:
        """Return the numbers of a term's entries: all of them, and those that have a day."""
        used = self._used[term.kind, term.key]
        return used, used[: bisect_left(used, len(self.months))]
