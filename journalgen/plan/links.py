"""Where the links of an entry's text lead: to other entries' pages, by path, day, title or alias."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from journalgen.markdown.slugs import anchor
from journalgen.model.entry import Entry, Link
from journalgen.model.journal import Journal
from journalgen.plan.addresses import day_address

_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")


class Targets:
    """Finds the page that a link means. Paths win over days, days over titles and aliases, the earlier of two alike."""

    def __init__(self, journal: Journal, addresses: Mapping[str, str]) -> None:
        self._journal = journal
        self._addresses = addresses
        self._by_name: dict[str, str] = {}
        self._by_path: dict[str, str] = {}

    def _learn(self) -> None:
        """Take note of all names; many journals have no link at all and do without."""
        journal, addresses = self._journal, self._addresses
        self._by_path = {path.casefold(): address for path, address in addresses.items()}
        every = (*journal.entries, *journal.undated)
        for entry in every:
            address = addresses[entry.path]
            stem = entry.path.rpartition("/")[2].rpartition(".")[0]
            self._by_name.setdefault(stem.casefold(), address)
        for entry in journal.entries:
            if entry.day:
                self._by_name.setdefault(entry.day.isoformat(), day_address(entry.day))
        for entry in every:
            for name in (entry.title, *entry.aliases):
                if name:
                    self._by_name.setdefault(name.casefold(), addresses[entry.path])

    def of(self, entry: Entry) -> tuple[str | None, ...]:
        """Return the address for each of an entry's links, with its fragment, or None where there is no such entry."""
        return self.of_links(entry.path, entry.links)

    def of_links(self, path: str, links: tuple[Link, ...]) -> tuple[str | None, ...]:
        """Return the address for each link of a text that lies at a path."""
        if links and not self._by_path:
            self._learn()
        return tuple([self._find(path, link.target) for link in links])

    def _find(self, path: str, target: str) -> str | None:
        name, _, fragment = unquote(target).partition("#")
        # A title may end in a question; what follows a file's name is an address's.
        found = self._find_name(path, name.strip()) or self._find_name(path, name.partition("?")[0].strip())
        if not found:
            return None
        heading = anchor(fragment)
        return f"{found}#{heading}" if heading else found

    def _find_name(self, path: str, name: str) -> str | None:
        folder = posixpath.dirname(path)
        for candidate in (name, *(name + ending for ending in _ENDINGS)):
            for base in (folder, ""):
                joined = posixpath.normpath(posixpath.join(base, candidate)).casefold()
                if joined in self._by_path:
                    return self._by_path[joined]
        last = name.rpartition("/")[2]
        for ending in _ENDINGS:
            last = last.removesuffix(ending)
        return self._by_name.get(name.casefold()) or self._by_name.get(last.casefold())
