"""What the links of a journal mean, remembered from build to build, and what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from journalgen.build.code import code_digest
from journalgen.build.memory import Memory
from journalgen.build.request import Request
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.model.left_out import Reason
from journalgen.plan.dead_links import Beside, left_alone, problems_of_links
from journalgen.plan.graph import NO_LINKS, LinkGraph, link_graph, links_by_path
from journalgen.problems import in_order
from journalgen.source.scan import Scan

_NAME = "cache-links"


def linked(
    journal: Journal, scanned: Scan, request: Request, state: Path | None, addressed: Mapping[str, Entry]
) -> tuple[Journal, LinkGraph]:
    """Return the journal with what is wrong with its links among its problems, and the graph of its links.

    Where entries are left out of the build, links to them lead nowhere on purpose, and nothing is said. `addressed` are entries, by
    path, that links know better than the journal does: letters that are sealed have a title for them.
    """
    links = links_by_path(journal)
    if not links:
        return journal, NO_LINKS
    known = _with(journal, addressed) if addressed else journal
    beside = None if request.public_only or request.no_drafts else _beside(scanned)
    if state is None:
        graph = link_graph(known, beside)
    else:
        memory = Memory(state / _NAME, LinkGraph)
        graph = memory.value(_key(known, beside), lambda: link_graph(known, beside))
    told = problems_of_links(graph.dead, links, in_vault=beside is not None and beside.in_vault)
    return (replace(journal, problems=in_order((*journal.problems, *told))) if told else journal), graph


def _with(journal: Journal, others: Mapping[str, Entry]) -> Journal:
    entries, undated = (
        tuple([others.get(entry.path, entry) for entry in group]) for group in (journal.entries, journal.undated)
    )
    return replace(journal, entries=entries, undated=undated)


def _beside(scanned: Scan) -> Beside:
    vault = scanned.vault
    # Hidden folders and the site itself come and go with builds; no entry means them.
    left = [left.path for left in scanned.left_out if left.reason not in (Reason.HIDDEN, Reason.OUTPUT)]
    paths = (*left, *(found.path for found in scanned.media))
    return Beside(paths, in_vault=vault is not None, day_titles=vault.day_titles if vault else None)


def _key(journal: Journal, beside: Beside | None) -> bytes:
    """Return all that the graph depends on: what `shared` covers of each entry, the links of other texts, and the files."""
    digest = hashlib.blake2b(code_digest(), digest_size=16)
    support = [replace(link, line=0, column=0) for link in journal.support.links] if journal.support else None
    reviews = [(each.path, [replace(link, line=0, column=0) for link in each.links]) for each in journal.reviews]
    others = (len(journal.entries), support, reviews, journal.config.reviews_show, beside, left_alone(journal))
    digest.update(f"{others!r}".encode(errors="surrogatepass"))
    digest.update(b"".join([entry.shared for entry in (*journal.entries, *journal.undated)]))
    return digest.digest()
