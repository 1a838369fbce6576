from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import SUPPORT_FILE, Config
from journalgen.model.entry import Entry
from journalgen.model.journal import Support
from journalgen.parse.journal import assemble
from journalgen.plan.addresses import entry_addresses
from journalgen.plan.links import Target, Targets, day_named
from tests.parse.entries import made

ENTRIES = [
    made("2026-03-14", "2026/2026-03-14.md", title="Rain", aliases=("The wet day",), headings=("rain", "top")),
    made("2026-03-15", "2026/2026-03-15-walk.md", title="Why?", headings=("my-big-heading", "its-evening", "größe")),
    made("2026-03-16", "2026/a.md"),
    made("2026-03-16", "2026/b.md", title="Rain", headings=("evening",)),
    made(None, "notes/Good Books.md", name="Good Books", headings=("top",)),
    made(None, "pages/Book%2FOn Rain.md", name="Book%2FOn Rain"),
    made(None, "pages/Walk___Long.md", name="Walk___Long"),
]


def address(target: str, path: str = "2026/2026-03-14.md") -> str | None:
    journal = assemble(Config(), ENTRIES, support=Support("Plan", b"p" * 16, ()))
    found = Targets(journal).find(path, target)
    return found.address(entry_addresses((*journal.entries, *journal.undated))) if found else None


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("2026-03-14", "2026/03/14.html"), ("2026-03-14.md", "2026/03/14.html"), ("2026-03-15", "2026/03/15.html"),
        ("2026-03-15-walk.md", "2026/03/15.html"), ("./2026-03-14.md#rain", "2026/03/14.html#rain"),
        ("2026-03-16", "2026/03/16.html"), ("2026/2026-03-14", "2026/03/14.html"),
        ("../notes/Good Books.md", "undated/good-books.html"), ("notes/Good%20Books.md", "undated/good-books.html"),
        ("good books", "undated/good-books.html"), ("GOOD BOOKS#top", "undated/good-books.html#top"),
        ("rain", "2026/03/14.html"),
        ("2026-03-15#My Big Heading", "2026/03/15.html#my-big-heading"),
        ("2026-03-15.md#My%20Big%20Heading", "2026/03/15.html#my-big-heading"),
        ("2026-03-15#The Day#Its Evening!", "2026/03/15.html#its-evening"), ("2026-03-15#Größe", "2026/03/15.html#größe"),
        ("2026-03-15#^3f2a", "2026/03/15.html"), ("2026-03-15#", "2026/03/15.html"),
        ("2026-03-15#My Big Heading#^3f2a", "2026/03/15.html#my-big-heading"),
        ("the wet day", "2026/03/14.html"), ("Why?", "2026/03/15.html"), ("a.md?x=1", "2026/03/16-1.html"),
        ("elsewhere/Rain", "2026/03/14.html"),
        ("Mar 14th, 2026", "2026/03/14.html"), ("March 16th, 2026", "2026/03/16.html"), ("2026_03_14", "2026/03/14.html"),
        ("Book/On Rain", "undated/book-2fon-rain.html"), ("Walk/Long", "undated/walk-long.html"),
        ("support.md", "support.html"), ("../support.md", "support.html"), ("support", "support.html"),
        ("../../../etc/passwd", None), ("nothing", None), ("", None), ("#top", None), ("2026-03-17", None),
        ("Mar 17th, 2026", None), ("Feb 31st, 2026", None), ("20260314", None), ("7", None),
    ],
)  # fmt: skip
def test_links_lead_to_paths_days_titles_and_aliases(target: str, expected: str | None) -> None:
    assert address(target) == expected


def test_a_heading_of_a_day_is_looked_for_in_all_its_entries() -> None:
    journal = assemble(Config(), ENTRIES)
    targets = Targets(journal)
    assert targets.find("x.md", "2026-03-16#Evening") == Target("2026/b.md", None, "evening")
    assert targets.find("x.md", "2026-03-16#Morning") == Target(None, dt.date(2026, 3, 16), missing=True)


def test_a_day_s_name_means_the_day_and_its_file_s_name_the_file() -> None:
    targets = Targets(
        assemble(Config(), [made("2026-03-14"), made("2026-03-14", "2026-03-14 late.md"), made("2026-03-15")])
    )
    assert targets.find("x.md", "2026-03-14") == Target(None, dt.date(2026, 3, 14))
    assert targets.find("x.md", "2026-03-14.md") == Target("2026-03-14.md", None)
    assert targets.find("x.md", "2026-03-15") == Target("2026-03-15.md", None)


def test_a_file_named_by_another_day_than_its_own_is_that_file() -> None:
    entries = [made("2026-03-12", "2026-03-14.md"), made("2026-03-14", "a.md"), made("2026-03-14", "b.md")]
    assert Targets(assemble(Config(), entries)).find("x.md", "2026-03-14") == Target("2026-03-14.md", None)


def test_a_heading_that_is_not_there_leads_to_the_top() -> None:
    assert address("2026-03-14#gone") == "2026/03/14.html"


def test_a_graph_may_name_its_days_as_it_likes() -> None:
    targets = Targets(assemble(Config(), ENTRIES), "EEEE, dd.MM.yyyy")
    assert targets.find("x.md", "Saturday, 14.03.2026") == Target("2026/2026-03-14.md", None)


def test_entries_in_a_folder_of_their_own_are_found_from_it() -> None:
    targets = Targets(assemble(Config(), [made("2026-03-14", "entries/2026/x.md")]))
    for target in ("2026/x.md", "entries/2026/x.md", "/2026/x.md"):
        assert targets.find("entries/2025/y.md", target) == Target("entries/2026/x.md", None)


def test_without_a_support_plan_nothing_leads_to_it() -> None:
    assert Targets(assemble(Config(), ENTRIES)).find("", SUPPORT_FILE) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-03-14", dt.date(2026, 3, 14)), ("Mar 14th, 2026", dt.date(2026, 3, 14)), ("2026-02-31", None),
        ("Someday", None), ("2026", None),
    ],
)  # fmt: skip
def test_days_are_named_in_a_few_ways(name: str, day: dt.date | None) -> None:
    assert day_named(name) == day


NAMES = st.text("aA1#?%/. -é", max_size=5)


@given(
    st.lists(st.tuples(st.sampled_from(["2026-03-14", "2026-03-15", None]), NAMES, NAMES), max_size=6),
    st.lists(NAMES | st.sampled_from(["2026-03-14", "0.md", "f/1#a", "Mar 15th, 2026"]), max_size=6),
    st.randoms(),
)
@settings(deadline=None, max_examples=100)
def test_what_a_link_means_is_there_and_the_order_of_files_does_not_matter(
    rows: list[tuple[str | None, str, str]], targets: list[str], chance: object
) -> None:
    entries: list[Entry] = [
        made(day, f"f/{number}.md", title=title, aliases=(alias,) if alias else (), headings=("a",))
        for number, (day, title, alias) in enumerate(rows)
    ]
    shuffled = entries[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    journal, other = assemble(Config(undated="list"), entries), assemble(Config(undated="list"), shuffled)
    addresses = entry_addresses((*journal.entries, *journal.undated))
    pages = {*addresses.values(), "2026/03/14.html", "2026/03/15.html"}
    one, two = Targets(journal), Targets(other)
    for target in targets:
        found = one.find("f/0.md", target)
        assert found == two.find("f/0.md", target)
        if found:
            page, _, place = found.address(addresses).partition("#")
            assert page in pages
            assert place in ("", "a")
            assert found.entry or sum(entry.day == found.day for entry in entries) > 1


def test_finding_links_needs_no_parser() -> None:
    code = "import sys, journalgen.plan.graph; sys.exit(bool({'markdown_it', 'nh3'} & {*sys.modules}))"
    subprocess.run([sys.executable, "-c", code], check=True)
