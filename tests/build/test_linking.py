"""Links of a journal on disk: what is said of them, where, and that it does not depend on an earlier build."""

from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.build import linking
from journalgen.build.record import Record
from journalgen.plan.graph import LinkGraph
from tests.corpora import corpus
from tests.journals import JournalFolder, written

FOR_ALL = "A day.\n"


def told(journal: JournalFolder, **options: object) -> list[str]:
    report = journal.build(**options)
    return [f"{each.where} {each.code}" for each in report.problems]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("See [it](gone.md).", "1:5"),
        ("---\nmood: 5\n---\n\nSee [it](gone.md).", "5:5"),
        ("---\r\nmood: 5\r\n---\r\nOne\r\nsee [it](gone.md).\r\n", "5:5"),
        ("\ufeffOne\n\n\tcode\n\n-\tsee [it](gone.md)", "5:7"),
        ("𝔉𝔬𝔵 😀 [[2026-01-01]]", "1:7"),
        ("a\n\n> b ![[2026-01-01]]", "3:5"),
        ("| a | b |\n|---|---|\n| c | [x](gone.md) |", "3:7"),
        ("one [x](here.txt) two [x](gone.md)", "1:23"),
        ("Before <b>this</b> [x](gone.md)", "1:20"),
    ],
)
def test_a_dead_link_is_told_where_it_stands(journal: JournalFolder, text: str, where: str) -> None:
    journal.write("2026-03-14.md", text).write("here.txt", b"\xff")
    assert told(journal) == [f"2026-03-14.md:{where} dead-link"]


def test_the_next_build_says_the_same_also_with_nothing_to_do(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "See [[2026-03-14#Rain]] and [it](gone.md).\n").write("2026-03-14.md", FOR_ALL)
    first = told(journal)
    assert first == ["2026-03-13.md:1:5 dead-heading", "2026-03-13.md:1:29 dead-link"]
    assert told(journal) == first
    report = journal.build()
    assert written(report) == []
    journal.write("2026-03-14.md", "Another day.\n")
    assert told(journal) == first


def test_an_edit_above_a_link_moves_what_is_said_without_asking_anew(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "word " * 60
    journal.write("2026-03-13.md", f"{long}\n\nSee [it](gone.md).\n").write("2026-03-14.md", FOR_ALL).build()
    monkeypatch.setattr(linking, "link_graph", None)
    journal.write("2026-03-13.md", f"{long}\n\nNew.\n\nSee [it](gone.md).\n")
    assert told(journal) == ["2026-03-13.md:5:5 dead-link"]


def test_a_file_or_an_entry_that_comes_brings_the_link_to_life(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "See [[2026-03-14]] and [it](plan.pdf).\n")
    assert len(told(journal)) == 2
    journal.write("plan.pdf", b"%PDF")
    assert told(journal) == ["2026-03-13.md:1:5 dead-link"]
    journal.write("2026-03-14.md", FOR_ALL)
    assert told(journal) == []
    assert 'href="14.html"' in journal.page("2026/03/13.html")
    journal.delete("2026-03-14.md")
    assert told(journal) == ["2026-03-13.md:1:5 dead-link"]
    assert "14.html" not in journal.page("2026/03/13.html")


def test_what_is_wrong_stands_on_the_entry_s_page_and_among_the_problems(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "See [it](gone.md).\n").write(
        "2026-03-14.md", "---\nprivate: yes\n---\n[s](secret.md)\n"
    )
    journal.build()
    said = "In line 1, a link leads to &#39;gone.md&#39;, which is not in the journal"
    assert said in journal.page("2026/03/13.html")
    problems = journal.page("problems.html")
    assert said in problems
    assert "secret.md" not in problems
    assert "secret.md" in journal.page("2026/03/14.html").partition("<details")[2].partition("</details>")[0]


def test_dead_links_are_no_errors(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "See [it](gone.md).\n")
    report = journal.build(strict=True)
    assert not report.stopped
    assert not report.has_errors


@pytest.mark.parametrize("option", ["public_only", "no_drafts"])
def test_nothing_is_said_where_entries_are_left_out_on_purpose(journal: JournalFolder, option: str) -> None:
    journal.write("2026-03-13.md", "See [[2026-03-14]].\n").write("2026-03-14.md", "---\nprivate: y\ndraft: y\n---\nx")
    assert told(journal, **{option: True}) == []


def test_links_to_the_support_plan_lead_there_and_its_own_are_looked_at(journal: JournalFolder) -> None:
    journal.write("support.md", "# Plan\n\nRead [[2026-03-13]] and [it](gone.md).\n")
    journal.write("2026-03-13.md", "See [my plan](support.md) or [[support]].\n")
    assert told(journal) == ["support.md:3:25 dead-link"]
    assert journal.page("2026/03/13.html").count('href="../../support.html"') >= 3
    assert 'href="2026/03/13.html"' in journal.page("support.html")


def test_what_is_remembered_holds_no_sentence(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "A SECRET sentence with [[2026-03-14]].\n").write("2026-03-14.md", FOR_ALL).build()
    remembered = (journal.path / ".journalgen" / "cache-links").read_bytes()
    assert b"SECRET" not in remembered
    assert LinkGraph.__struct_fields__ == ("texts", "dead")


def test_the_record_of_a_build_keeps_the_places(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "See [it](gone.md).\n")
    (found,) = journal.build().problems
    record = Record(b"", 0, b"", None, 1, 1, (found,), ())
    assert Record.decode(record.encode()) == record


def test_a_vault_s_links_are_told_without_scolding(tmp_path: Path) -> None:
    vault = JournalFolder(tmp_path / "vault")
    for file in corpus("kepano_vault").rglob("*"):
        if file.is_file():
            vault.write(file.relative_to(corpus("kepano_vault")).as_posix(), file.read_bytes())
    report = vault.build()
    codes = [each.code for each in report.problems]
    assert codes.count("links-unwritten") == 1
    assert "dead-link" not in codes


def test_a_graph_of_logseq_s_leads_to_its_days_and_pages(tmp_path: Path) -> None:
    graph = JournalFolder(tmp_path / "graph")
    for file in corpus("logseq_demo_cc0").rglob("*"):
        if file.is_file():
            graph.write(file.relative_to(corpus("logseq_demo_cc0")).as_posix(), file.read_bytes())
    graph.write("journal.toml", 'undated = "list"\n')
    graph.write("journals/2025_12_17.md", "- Back to [[Dec 16th, 2025]] and [[Project/PKM Workshop]].\n")
    report = graph.build()
    page = graph.page("2025/12/17.html")
    assert 'href="16.html">Dec 16th, 2025</a>' in page
    assert ">Project/PKM Workshop</a>" in page
    assert "Dec 16th, 2025" in graph.page("2025/12/16.html")
    dead = {each["target"] for each in report.problems if each.code == "dead-link"}
    # Days that this small graph does not have, and pictures that it came without.
    assert all(target.startswith(("../assets/", "Dec 11th")) for target in dead)
    workshop = next(page for path, page in graph.pages().items() if "pkm" in path and b"655a678c" in page)
    assert b"((655a678c-3457-4285-8390-d40ec1018315))" in workshop
