from __future__ import annotations

import pytest

from journalgen.model.config import Config
from journalgen.model.entry import Form, Link
from journalgen.model.left_out import LeftOut, Reason
from journalgen.parse.journal import MANY, assemble
from journalgen.plan.dead_links import Beside, Files, is_dead, problems_of_links
from journalgen.plan.graph import link_graph, links_by_path
from journalgen.problems import Problem
from tests.parse.entries import made

FILES = Files(
    (
        "2026/2026-03-14.md", "2026/photo.JPG", "Notes/Good Books.md", "pages/Book%2FOn Rain.md", "a b/c.pdf",
        "assets/", "journal.toml",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("target", "form", "dead"),
    [
        ("photo.jpg", "picture", False), ("./photo.jpg", "link", False), ("../a%20b/c.pdf", "link", False),
        ("a b/c.pdf", "link", False), ("../a b", "link", False), ("../a b/", "link", False), ("/2026/photo.jpg", "link", False),
        ("../assets/x.png", "picture", False), ("assets/y.png", "link", False), ("photo.jpg?w=3", "link", False),
        ("../journal.toml", "link", False), ("((655a678c-3457-4285-8390-d40ec1018315))", "link", False), ("", "link", False),
        ("#x", "link", False), ("c.pdf", "wiki", False), ("Good Books", "wiki", False), ("good books", "embed", False),
        ("Book/On Rain", "wiki", False), ("x.base", "embed", False),
        ("gone.md", "link", True), ("c.pdf", "link", True), ("Good Books", "link", True), ("gone/d", "wiki", True),
        ("gone/c", "wiki", False),
        ("../../photo.jpg", "link", True), ("../../../etc/passwd", "link", True), ("Someday", "wiki", True),
        ("2026-03-15", "wiki", True), ("Someday#x", "embed", True),
    ],
)  # fmt: skip
def test_a_link_is_dead_where_no_file_can_be_meant(target: str, form: Form, dead: bool) -> None:
    assert is_dead("2026/2026-03-14.md", Link(0, target, 1, 1, form), FILES) == dead


def test_beside_a_folder_of_entries_nobody_looked() -> None:
    files = Files(("entries/2026/a.md",))
    assert not is_dead("entries/2026/a.md", Link(0, "../../photos/x.jpg", 1, 1), files)
    assert is_dead("entries/2026/a.md", Link(0, "../photos/x.jpg", 1, 1, "wiki"), files)


def told(*links: tuple[str, Form], in_vault: bool = False, beside: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    given = tuple(Link(number, target, number + 3, 2, form) for number, (target, form) in enumerate(links))
    journal = assemble(Config(), [made("2026-03-14", links=given), made("2026-03-15", headings=("rain",))])
    surroundings = Beside(beside, in_vault=in_vault)
    graph = link_graph(journal, surroundings)
    found = problems_of_links(graph.dead, links_by_path(journal), in_vault=in_vault)
    return sorted((f"{each.where} {each.level}", _said(each)) for each in found)


def _said(each: Problem) -> str:
    return f"{each.code} {dict(each.parameters).get('target', dict(each.parameters).get('count'))}"


def test_each_dead_link_is_a_warning_where_it_stands() -> None:
    links: tuple[tuple[str, Form], ...] = (
        ("gone.md", "link"), ("2026-03-15", "wiki"), ("2026-03-16", "wiki"), ("Someday", "wiki"), ("p.jpg", "picture"),
        ("2026-03-15#Rain", "wiki"), ("2026-03-15#Sun", "wiki"), ("photo.jpg", "embed"),
    )  # fmt: skip
    assert told(*links, beside=("photo.jpg",)) == [
        ("2026-03-14.md:3:2 warning", "dead-link gone.md"),
        ("2026-03-14.md:5:2 warning", "dead-link 2026-03-16"),
        ("2026-03-14.md:6:2 warning", "dead-link Someday"),
        ("2026-03-14.md:7:2 warning", "dead-link p.jpg"),
        ("2026-03-14.md:9:2 warning", "dead-heading 2026-03-15#Sun"),
    ]


def test_in_a_vault_notes_that_are_not_there_yet_are_told_in_one_line() -> None:
    links: tuple[tuple[str, Form], ...] = (("Someday", "wiki"), ("Book/New", "wiki"), ("gone.md", "link"))
    assert told(*links, in_vault=True) == [
        (". note", "links-unwritten 2"),
        ("2026-03-14.md:5:2 warning", "dead-link gone.md"),
    ]


def test_so_are_many_elsewhere_and_many_days() -> None:
    notes: list[tuple[str, Form]] = [(f"Note {number}", "wiki") for number in range(MANY)]
    days: list[tuple[str, Form]] = [(f"2025-01-{number + 1:02}", "wiki") for number in range(MANY)]
    assert told(*notes, *days) == [
        (". note", f"links-unwritten {MANY}"),
        (". note", f"links-unwritten-days {MANY}"),
    ]
    assert len(told(*notes[1:], *days[1:])) == 2 * (MANY - 1)


def test_a_wiki_link_to_somebody_whom_the_journal_knows_is_not_dead() -> None:
    links = (Link(0, "anna", 3, 2, "wiki"), Link(1, "Anna", 3, 9, "link"))
    journal = assemble(Config(), [made("2026-03-14", links=links, people=("Anna",))])
    assert [each.index for each in link_graph(journal, Beside(())).dead] == [1]


def test_a_note_that_was_left_alone_is_a_file_all_the_same() -> None:
    entry = made("2026-03-14", links=(Link(0, "Good Books", 3, 2, "wiki"),))
    left = LeftOut("Notes/Good Books.md", Reason.UNDATED)
    journal = assemble(Config(), [entry], left_out=(left,))
    assert link_graph(journal, Beside(())).dead == ()
    assert len(link_graph(assemble(Config(), [entry]), Beside(())).dead) == 1
