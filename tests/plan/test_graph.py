from __future__ import annotations

import random

from journalgen.model.config import SUPPORT_FILE, Config
from journalgen.model.entry import Link
from journalgen.model.journal import Support
from journalgen.parse.journal import assemble
from journalgen.plan.dead_links import Beside, Dead
from journalgen.plan.graph import NO_LINKS, LinksOf, link_graph, links_by_path
from journalgen.plan.links import Target
from tests.parse.entries import made

TO_A = Link(0, "a", 1, 1, "wiki")
GONE = Link(1, "gone.md", 2, 1)
A = made("2026-03-14", "a.md")
B = made("2026-03-15", "b.md", links=(TO_A, GONE))


def test_a_graph_holds_what_each_link_means_and_which_are_dead() -> None:
    graph = link_graph(assemble(Config(), [A, B]), Beside(()))
    assert graph.texts == (LinksOf("b.md", (Target("a.md", None), None)),)
    assert graph.dead == (Dead("b.md", 1, heading=False),)


def test_where_nobody_looked_at_the_files_no_link_is_called_dead() -> None:
    assert link_graph(assemble(Config(), [A, B])).dead == ()


def test_a_journal_without_links_has_an_empty_graph() -> None:
    assert link_graph(assemble(Config(), [A]), Beside(())) == NO_LINKS


def test_the_support_plan_s_links_are_part_of_it() -> None:
    journal = assemble(Config(), [A], support=Support("Plan", b"p" * 16, (TO_A,)))
    assert links_by_path(journal) == {SUPPORT_FILE: (TO_A,)}
    assert link_graph(journal).texts == (LinksOf(SUPPORT_FILE, (Target("a.md", None),)),)


def test_the_order_in_which_entries_come_does_not_matter() -> None:
    entries = [made(f"2026-03-{day:02}", links=(Link(0, f"2026-03-{day // 2 + 1:02}", 1, 1),)) for day in range(1, 29)]
    shuffled = entries[:]
    random.Random(3).shuffle(shuffled)
    assert link_graph(assemble(Config(), entries), Beside(())) == link_graph(assemble(Config(), shuffled), Beside(()))
