from __future__ import annotations

import subprocess
import sys

import pytest

from journalgen.model.config import Config
from journalgen.model.entry import Link
from journalgen.parse.journal import assemble
from journalgen.plan.addresses import entry_addresses
from journalgen.plan.links import Targets
from tests.parse.entries import made

ENTRIES = [
    made("2026-03-14", "2026/2026-03-14.md", title="Rain", aliases=("The wet day",)),
    made("2026-03-15", "2026/2026-03-15-walk.md", title="Why?"),
    made("2026-03-16", "2026/a.md"),
    made("2026-03-16", "2026/b.md", title="Rain"),
    made(None, "notes/Good Books.md", name="Good Books"),
]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("2026-03-14", "2026/03/14.html"), ("2026-03-14.md", "2026/03/14.html"), ("2026-03-15", "2026/03/15.html"),
        ("2026-03-15-walk.md", "2026/03/15.html"), ("./2026-03-15-walk.md#rain", "2026/03/15.html#rain"),
        ("2026-03-16", "2026/03/16.html"),
        ("../notes/Good Books.md", "undated/good-books.html"), ("notes/Good%20Books.md", "undated/good-books.html"),
        ("good books", "undated/good-books.html"), ("GOOD BOOKS#top", "undated/good-books.html#top"),
        ("rain", "2026/03/14.html"),
        ("2026-03-15#My Big Heading", "2026/03/15.html#my-big-heading"),
        ("2026-03-15.md#My%20Big%20Heading", "2026/03/15.html#my-big-heading"),
        ("2026-03-15#my-big-heading-1", "2026/03/15.html#my-big-heading-1"),
        ("2026-03-15#The Day#Its Evening!", "2026/03/15.html#its-evening"), ("2026-03-15#Größe", "2026/03/15.html#größe"),
        ("2026-03-15#^3f2a", "2026/03/15.html"), ("2026-03-15#", "2026/03/15.html"),
        ("2026-03-15#The Day#^3f2a", "2026/03/15.html#the-day"),
        ("the wet day", "2026/03/14.html"), ("Why?", "2026/03/15.html"), ("a.md?x=1", "2026/03/16-1.html"),
        ("elsewhere/Rain", "2026/03/14.html"),
        ("../../../etc/passwd", None), ("nothing", None), ("", None), ("#top", None), ("2026-03-17", None),
    ],
)  # fmt: skip
def test_links_lead_to_paths_days_titles_and_aliases(target: str, address: str | None) -> None:
    journal = assemble(Config(), ENTRIES)
    targets = Targets(journal, entry_addresses((*journal.entries, *journal.undated)))
    entry = made("2026-03-14", "2026/2026-03-14.md", links=(Link(0, target, 1, 1),))
    assert targets.of(entry) == (address,)


def test_finding_links_needs_no_parser() -> None:
    code = "import sys, journalgen.plan.links; sys.exit(bool({'markdown_it', 'nh3'} & {*sys.modules}))"
    subprocess.run([sys.executable, "-c", code], check=True)
