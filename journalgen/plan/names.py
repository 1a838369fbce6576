"""The pages of tags, people, places and the rest, of each kind, and of all kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journalgen.analysis.terms import KINDS, Spellings, Term, terms
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.addresses import BROWSE, kind_address, term_addresses
from journalgen.plan.fingerprint import digest_of_texts
from journalgen.plan.views import BrowsePage, KindPage, KindSummary, NameCount, NameLink, NamePage, Row, View

_MOST_USED = 24


class NameIndex:
    """Knows every name of the journal, where its page lies and which entries use it."""

    def __init__(self, journal: Journal, secret: bytes | None) -> None:
        self._spellings = Spellings(journal.config.aliases)
        every = (*journal.entries, *journal.undated)
        self.terms = {kind: terms(kind, every, self._spellings) for kind in KINDS}
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

    def pages(self, rows: Mapping[str, Row]) -> Iterator[tuple[str, View]]:
        """Yield the path and the view of each page; `rows` are the entries' rows by path."""
        for kind, found in self.terms.items():
            if not found:
                continue
            for term in found:
                yield self._links[kind, term.key].address, self._name_page(term, rows)
            counted = (self._count(term) for term in found)
            yield kind_address(kind), KindPage(kind, tuple(counted))
        yield BROWSE, BrowsePage(tuple(self._summary(kind) for kind, found in self.terms.items() if found))

    def _count(self, term: Term) -> NameCount:
        return NameCount(self._links[term.kind, term.key], len(term.entries))

    def _name_page(self, term: Term, rows: Mapping[str, Row]) -> NamePage:
        days = [entry.day for entry in term.entries if entry.day]
        return NamePage(
            kind=term.kind,
            name=term.name,
            rows=tuple([rows[entry.path] for entry in _newest_first(term)]),
            first=min(days, default=None),
            last=max(days, default=None),
            parent=self._links.get((term.kind, term.parent)) if term.parent else None,
            children=tuple(self._count(child) for child in self._children.get((term.kind, term.key), ())),
        )

    def _summary(self, kind: str) -> KindSummary:
        found = self.terms[kind]
        most = sorted(found, key=lambda term: (-len(term.entries), term.key))[:_MOST_USED]
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


def _newest_first(term: Term) -> list[Entry]:
    dated = [entry for entry in term.entries if entry.day]
    return [*reversed(dated), *(entry for entry in term.entries if not entry.day)]
