"""Tags, people, places and the rest as the journal uses them: which entries name each, under one spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journalgen.model.config import Alias
from journalgen.model.entry import Entry

KINDS: dict[str, Callable[[Entry], Iterable[str]]] = {
    "tags": lambda entry: entry.tags,
    "emotions": lambda entry: entry.emotions,
    "people": lambda entry: entry.people,
    "places": lambda entry: entry.places,
    "activities": lambda entry: entry.activities,
    "triggers": lambda entry: entry.triggers,
    "coping": lambda entry: [each.what for each in entry.coping],
}


@dataclass(frozen=True, slots=True)
class Term:
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


class Spellings:
    """Knows which spellings are one name: those that differ in case alone, and those that `[aliases]` says."""

    def __init__(self, aliases: tuple[Alias, ...]) -> None:
        self._alias = {(alias.kind, alias.spelling.casefold()): alias.name for alias in aliases}
        self._keys: dict[tuple[str, str], str] = {}

    def resolve(self, kind: str, name: str) -> str:
        """Return the name that a spelling stands for; itself where no alias is set."""
        folded = name.casefold()
        return self._alias.get((kind, folded)) or self._alias.get(("*", folded)) or name

    def key(self, kind: str, name: str) -> str:
        """Return what all spellings of a name share."""
        known = self._keys.get((kind, name))
        if known is None:
            known = self._keys[kind, name] = self.resolve(kind, name).casefold()
        return known


def terms(kind: str, entries: Iterable[Entry], spellings: Spellings) -> tuple[Term, ...]:
    """Return the terms of a kind, sorted by key. The name is the most frequent spelling, the first seen of several."""
    written: dict[str, Counter[str]] = {}
    used: dict[str, list[Entry]] = {}
    own: Counter[str] = Counter()
    names_of = KINDS[kind]
    for entry in entries:
        keys: dict[str, None] = {}
        for spelling in names_of(entry):
            key = spellings.key(kind, spelling)
            written.setdefault(key, Counter())[spellings.resolve(kind, spelling)] += 1
            if key not in keys:
                own[key] += 1
                keys[key] = None
        for key in _with_parents(kind, keys):
            used.setdefault(key, []).append(entry)
    return tuple(Term(kind, _name(key, written), key, tuple(used[key]), own[key]) for key in sorted(used))


def _with_parents(kind: str, keys: dict[str, None]) -> Iterable[str]:
    if kind != "tags":
        return keys
    found: dict[str, None] = {}
    for key in keys:
        while key:
            found[key] = None
            key = key.rpartition("/")[0]  # noqa: PLW2901
    return found


def _name(key: str, written: dict[str, Counter[str]]) -> str:
    """Return how a term is spelled; a parent that is never written itself, as its children spell it."""
    if key in written:
        return written[key].most_common(1)[0][0]
    depth = key.count("/") + 1
    for other, spellings in written.items():
        if other.startswith(key + "/"):
            return "/".join(spellings.most_common(1)[0][0].split("/")[:depth])
    return key
