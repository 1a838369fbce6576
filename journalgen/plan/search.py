"""What is searched: the entries of each year as one shard, and the page that searches them.

A shard's digest is composed of its entries', so that an edited text makes one shard stale and no other, and nobody has to
read the others to know it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, groupby

from msgspec import Struct

from journalgen.analysis.terms import KINDS, Spellings
from journalgen.analysis.threads import KINDS as OF_THREADS
from journalgen.analysis.threads import Kind, named
from journalgen.digests import digest
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.addresses import entry_addresses, shard_address
from journalgen.plan.entries import mood_view
from journalgen.plan.views import Mood, SearchPage

_UNDATED = "undated"


class Found(Struct, frozen=True, array_like=True, gc=False):
    """What may be found of an entry, and what its result shows: all but `address`, `day` and `time` only where not `private`.

    `noted` are the names and sentences beside its text; `names` those of each kind, in the order of `KINDS`, then its thread and
    its goal, as spelled and as they are called. `measures` hold a metric, its value, and the one before.
    """

    address: str
    day: dt.date | None
    time: dt.time | None
    title: str
    name: str
    text: str
    noted: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    measures: tuple[tuple[str, float, float | None], ...]
    mood: Mood | None
    private: bool
    starred: bool
    draft: bool
    pictures: bool


class Shard(Struct, frozen=True):
    """The entries of a year, or those without a day, oldest first; `digest` covers all that is written of them."""

    path: str
    entries: tuple[Entry, ...]
    digest: bytes


class Search:
    """Knows the shards of a journal; `folder` is the name that nobody can guess, `secret` hides names as in `Plan`."""

    def __init__(self, journal: Journal, folder: str, secret: bytes | None = None) -> None:
        self._journal = journal
        self._folder = folder
        self._secret = secret if journal.config.plain_names else None
        self._mood = journal.config.metric("mood")

    @cached_property
    def shards(self) -> tuple[Shard, ...]:
        """Return the shards, the newest year first; that of entries without a day comes last."""
        dated = groupby(self._journal.entries, key=lambda entry: entry.day.year if entry.day else 0)
        shards = [self._shard(f"{year:04}", tuple(entries)) for year, entries in dated]
        shards.reverse()
        if self._journal.undated:
            shards.append(self._shard(_UNDATED, self._journal.undated))
        return tuple(shards)

    def _shard(self, name: str, entries: tuple[Entry, ...]) -> Shard:
        config = self._journal.config
        shaping = repr((name, self._secret, config.aliases, self._mood)).encode()
        return Shard(
            shard_address(self._folder, name),
            entries,
            digest(shaping + b"".join([entry.digest for entry in entries])),
        )

    def found(self, shard: Shard, texts: Sequence[str]) -> tuple[Found, ...]:
        """Return what may be found of a shard's entries, newest first; `texts` are what is seen of each, in their order."""
        addresses = entry_addresses(shard.entries, self._secret)
        names = _Names(Spellings(self._journal.config.aliases))
        pairs = zip(shard.entries, texts, strict=True)
        found = [self._found(entry, addresses[entry.path], text, names) for entry, text in pairs]
        return tuple(reversed(found))

    def _found(self, entry: Entry, address: str, text: str, names_of: _Names) -> Found:
        names = (
            *[names_of[kind, spelled(entry)] for kind, spelled in KINDS.items()],
            *[names_of[f"{kind}s", _named(kind, entry)] for kind in OF_THREADS],
        )
        mood = entry.mood
        return Found(
            address=address,
            day=entry.day,
            time=entry.time,
            title=entry.title,
            name=entry.name,
            text=_without_title(text, entry.title),
            noted=(*dict.fromkeys(chain.from_iterable(names)), *_sentences(entry)),
            names=names,
            measures=tuple([(each.metric, each.value, each.before) for each in entry.measures]),
            mood=mood_view(mood.value, self._mood) if mood else None,
            private=entry.private,
            starred=entry.starred,
            draft=entry.draft,
            pictures=entry.pictures,
        )


def search_page(journal: Journal, folder: str) -> SearchPage:
    """Return the page that searches a journal's shards."""
    years = sorted({entry.day.year for entry in journal.entries if entry.day}, reverse=True)
    names = [f"{year:04}" for year in years]
    if journal.undated:
        names.append(_UNDATED)
    every = (*journal.entries, *journal.undated)
    metrics = sorted({measure.metric for entry in every for measure in entry.measures} | {"mood"})
    return SearchPage(tuple(shard_address(folder, name) for name in names), tuple(metrics))


class _Names(dict[tuple[str, tuple[str, ...]], tuple[str, ...]]):
    """The names of a kind as they are called and as an entry spells them; most entries share theirs with others."""

    def __init__(self, spellings: Spellings) -> None:
        super().__init__()
        self._spellings = spellings

    def __missing__(self, key: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
        kind, spelled = key
        called = [self._spellings.resolve(kind, name) for name in spelled]
        found = self[key] = tuple(dict.fromkeys((*called, *spelled)))
        return found


def _named(kind: Kind, entry: Entry) -> tuple[str, ...]:
    name = named(kind, entry)
    return (name,) if name else ()


def _sentences(entry: Entry) -> tuple[str, ...]:
    """Return what the entry's page shows beside its text, as far as it is words."""
    matter = entry.matter
    single = (entry.prompt, matter.next, matter.outcome, entry.weather, entry.location)
    return (
        *entry.gratitude,
        *entry.wins,
        *entry.events,
        *entry.medication,
        *matter.options,
        *(step.what for step in matter.steps),
        *(each for each in single if each),
        *(field.text for field in entry.fields),
    )


def _without_title(text: str, title: str) -> str:
    """Return a text on one line, without the heading that stands as the entry's title."""
    first, _, rest = text.partition("\n")
    shown = rest if title and len(first) >= len(title) and first.split() == title.split() else text
    return shown.replace("\n", " ")
