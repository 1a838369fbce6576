"""How the texts of a journal hang together: what each of their links means, and which lead nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from journalgen.model.config import SUPPORT_FILE
from journalgen.model.entry import Link
from journalgen.model.journal import Journal
from journalgen.plan.dead_links import Beside, Dead, is_dead
from journalgen.plan.links import Target, Targets


class LinksOf(Struct, frozen=True, array_like=True, gc=False):
    """What the links of the text at a path mean, by their index; None where one means no entry."""

    path: str
    targets: tuple[Target | None, ...]


class LinkGraph(Struct, frozen=True, array_like=True, gc=False):
    """What every link of the journal means (texts without links are left out), and those that lead nowhere.

    It depends on what `Entry.shared` covers and on what lies beside the entries, and so may be remembered under these.
    """

    texts: tuple[LinksOf, ...]
    dead: tuple[Dead, ...]


NO_LINKS = LinkGraph((), ())


def link_graph(journal: Journal, beside: Beside | None = None) -> LinkGraph:
    """Return the graph of a journal's links; without `beside`, nothing is said of links that lead nowhere."""
    sources = links_by_path(journal)
    if not sources:
        return NO_LINKS
    targets = Targets(journal, beside.day_titles if beside else None)
    texts = tuple(
        [LinksOf(path, tuple([targets.find(path, link.target) for link in links])) for path, links in sources.items()]
    )
    if beside is None:
        return LinkGraph(texts, ())
    files = beside.files(journal)
    dead = [
        Dead(text.path, link.index, target is not None)
        for text in texts
        for link, target in zip(sources[text.path], text.targets, strict=True)
        if (target.missing if target else is_dead(text.path, link, files))
    ]
    return LinkGraph(texts, tuple(dead))


def links_by_path(journal: Journal) -> Mapping[str, tuple[Link, ...]]:
    """Return the links of every text that has any, by the path of its file: the entries', the support plan's and the reviews'."""
    found = {entry.path: entry.links for entry in (*journal.entries, *journal.undated) if entry.links}
    if journal.support and journal.support.links:
        found[SUPPORT_FILE] = journal.support.links
    found |= {review.path: review.links for review in journal.reviews if review.links}
    return found
