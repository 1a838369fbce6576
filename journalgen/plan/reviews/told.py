"""What is told of each entry by the pages that look back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from journalgen.model.entry import Entry
from journalgen.plan.entries import closed_link
from journalgen.plan.fingerprint import digest_of
from journalgen.plan.graph import LinkGraph
from journalgen.plan.views import Link, NameLink, Photo

_Links = Mapping[str, Mapping[str, NameLink]]


class Told(Struct, frozen=True, gc=False):
    """An entry among those of a time, with a digest of no more than what may be told of it.

    Of one that is not `offered`, `link` is the day alone, and nothing else is here. `linked` is how many entries
    lead to it that may be offered; `pleasant` says of each emotion how pleasant it is, from -2 to 2.
    """

    entry: Entry
    link: Link
    offered: bool
    emotions: tuple[NameLink, ...]
    pleasant: tuple[float, ...]
    coping: tuple[NameLink, ...]
    threads: tuple[NameLink, ...]
    photos: tuple[Photo, ...]
    linked: int
    digest: bytes


def told(
    entries: Iterable[Entry],
    *,
    links: _Links,
    link: Callable[[Entry], Link],
    may_offer: Callable[[Entry], bool],
    threads: Callable[[Entry], tuple[NameLink, ...]],
    photos: Callable[[Entry], Iterator[Photo]],
    linked: Mapping[str, int],
    pleasant: Callable[[str], float],
) -> Iterator[Told]:
    """Yield what is told of each entry; `links` are those of names by kind and spelling."""
    emotion_links, coping_links = links["emotions"], links["coping"]
    for entry in entries:
        to = link(entry)
        number = entry.counted.toordinal() if entry.counted else 0
        if not may_offer(entry):
            closed = closed_link(entry, to.address)
            # Its words count, where it is not private.
            words = 0 if entry.private else entry.about_words
            yield Told(entry, closed, False, (), (), (), (), (), 0, b"%b%d %d\0" % (closed.digest, number, words))
            continue
        emotions = tuple([emotion_links[name] for name in entry.emotions]) if entry.emotions else ()
        felt = tuple([pleasant(link.name) for link in emotions])
        coping = tuple([coping_links[each.what] for each in entry.coping]) if entry.coping else ()
        goes_on = threads(entry) if entry.thread or entry.goal else ()
        shown = tuple(photos(entry)) if entry.attachments else ()
        times = linked.get(entry.path, 0)
        names = b"".join([name.digest for name in (*emotions, *coping, *goes_on)])
        mark = b"%b%b%d %d %b %b" % (to.digest, entry.reviewed, number, times, repr(felt).encode(), names)
        digest = mark + (digest_of(shown) if shown else b"") + b"\0"
        yield Told(entry, to, True, emotions, felt, coping, goes_on, shown, times, digest)


def linked_from(graph: LinkGraph, entries: Mapping[str, Entry], may_offer: Callable[[Entry], bool]) -> Counter[str]:
    """Return how many entries that may be offered lead to each other entry, by its path."""
    found: Counter[str] = Counter()
    for text in graph.texts:
        source = entries.get(text.path)
        if source is not None and may_offer(source):
            found.update({each.entry for each in text.targets if each and each.entry and each.entry != text.path})
    return found
