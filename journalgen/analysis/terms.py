"""Tags, people, places and the rest as the journal uses them: which entries name each, under one spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from msgspec import Struct

from journalgen.model.config import Alias
from journalgen.model.entry import Entry


def _coping(entry: Entry) -> tuple[str, ...]:
    return tuple([each.what for each in entry.coping])


KINDS: dict[str, Callable[[Entry], tuple[str, ...]]] = {
    "tags": attrgetter("tags"),
    "emotions": attrgetter("emotions"),
    "people": attrgetter("people"),
    "places": attrgetter("places"),
    "activities": attrgetter("activities"),
    "triggers": attrgetter("triggers"),
    "coping": _coping,
}


class Term(Struct, frozen=True):
    """One name of a kind, with the entries that use it in the order given.

    `entries` counts what nests below it too (`play` holds the entries of `play/hamlet`); `own` are those that name it itself.
    `key` is what spellings that differ in case alone share.
    """

    kind: str
    name: str
    key: str
    entries: tuple[Entry, ...]
    own: int

    @property
    def parent(self) -> str | None:
        """Return the key of the term that this one nests in, if it does."""
        above, slash, _ = self.key.rpartition("/")
        return above if self.kind == "tags" and slash else None


def folded(name: str) -> str:
    """Return what spellings share that differ in case, or in how an accent is stored."""
    if name.isascii():
        return name.casefold()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


class Spellings:
    """Knows which spellings are one name: those that differ in case alone, and those that `[aliases]` says."""

    def __init__(self, aliases: tuple[Alias, ...]) -> None:
        self._alias = {(alias.kind, folded(alias.spelling)): alias.name for alias in aliases}
        self._keys: dict[tuple[str, str], str] = {}

    def resolve(self, kind: str, name: str) -> str:
        """Return the name that a spelling stands for, over several aliases too; itself where none is set."""
        seen: set[str] = set()
        while self._alias and (key := folded(name)) not in seen:
            seen.add(key)
            name = self._alias.get((kind, key)) or self._alias.get(("*", key)) or name
        return name

    def key(self, kind: str, name: str) -> str:
        """Return what all spellings of a name share."""
        known = self._keys.get((kind, name))
        if known is None:
            known = self._keys[kind, name] = folded(self.resolve(kind, name))
        return known


def terms(kind: str, entries: Iterable[Entry], spellings: Spellings) -> tuple[Term, ...]:
    """Return the terms of a kind, sorted by key. The name is the most frequent spelling, the first seen of several."""
    names_of = KINDS[kind]
    users: dict[str, list[tuple[int, Entry]]] = {}
    for order, entry in enumerate(entries):
        for spelling in names_of(entry):
            users.setdefault(spelling, []).append((order, entry))
    groups: dict[str, list[str]] = {}
    for spelling in users:
        groups.setdefault(spellings.key(kind, spelling), []).append(spelling)
    below: dict[str, list[str]] = {}
    for key, written in groups.items():
        for each in _with_parents(kind, key):
            below.setdefault(each, []).extend(written)
    return tuple(
        Term(
            kind,
            _name(kind, key, groups.get(key) or below[key][:1], users, spellings),
            key,
            _merged([users[spelling] for spelling in below[key]]),
            len(_merged([users[spelling] for spelling in groups.get(key, ())])),
        )
        for key in sorted(below)
    )


def _merged(lists: list[list[tuple[int, Entry]]]) -> tuple[Entry, ...]:
    """Return the entries of several lists in order, each once."""
    if len(lists) == 1:
        merged = dict(lists[0])
    else:
        merged = dict(sorted((pair for pairs in lists for pair in pairs), key=lambda pair: pair[0]))
    return tuple(merged.values())


def _with_parents(kind: str, key: str) -> Iterator[str]:
    yield key
    while kind == "tags" and "/" in key:
        key = key.rpartition("/")[0]
        if key:
            yield key


def _name(
    kind: str, key: str, written: list[str], users: dict[str, list[tuple[int, Entry]]], spellings: Spellings
) -> str:
    """Return how a term is spelled; a parent that is never written itself, as the first of its children spells it."""
    counts: dict[str, int] = {}
    for spelling in written:
        name = "/".join(spellings.resolve(kind, spelling).split("/")[: key.count("/") + 1]) if kind == "tags" else ""
        name = name or spellings.resolve(kind, spelling)
        counts[name] = counts.get(name, 0) + len(users[spelling])
    return max(counts, key=counts.__getitem__)
