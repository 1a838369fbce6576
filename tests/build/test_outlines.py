from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.build.outlines import Outlines
from journalgen.model.config import Config
from journalgen.parse.journal import assemble
from journalgen.plan.pages import Page
from journalgen.plan.site import Plan
from journalgen.plan.views import EntryPage
from tests.journals import TODAY
from tests.parse.entries import parsed

CODE = b"this version"


def plan(*texts: str) -> Plan:
    entries = [parsed(path=f"2026-03-{day:02}.md", body=text) for day, text in enumerate(texts, start=1)]
    return Plan(assemble(Config(), entries), TODAY)


def pages_of(outlines: Outlines) -> list[Page]:
    return outlines.pages({outline.path for outline in outlines.all})


def test_remembered_outlines_are_those_of_the_plan(tmp_path: Path) -> None:
    first = Outlines(plan("one", "two"), tmp_path, CODE)
    again = Outlines(plan("one", "two"), tmp_path, CODE)
    assert again.all == first.all == plan("one", "two").outlines
    assert pages_of(again) == pages_of(first)


def test_an_edit_that_other_pages_do_not_show_needs_no_new_plan(tmp_path: Path) -> None:
    long = "word " * 60
    Outlines(plan(long + "and more", "two"), tmp_path, CODE)
    again = plan(long + "and something else", "two")
    [page] = Outlines(again, tmp_path, CODE).pages({"2026/03/01.html"})
    assert isinstance(page.view, EntryPage)
    assert page.view.next
    assert page.view.next.address == "2026/03/02.html"
    assert not {"outlines", "surroundings"} & vars(again).keys()


@pytest.mark.parametrize(("text", "code"), [("---\ntitle: New\n---\none", CODE), ("one", b"another version")])
def test_anything_else_is_planned_anew(tmp_path: Path, text: str, code: bytes) -> None:
    Outlines(plan("one"), tmp_path, CODE)
    again = plan(text)
    assert Outlines(again, tmp_path, code).all == plan(text).outlines
    assert "outlines" in vars(again)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda _: b"",
        lambda data: data[:32] + b"\xff" * 8 + data[40:],
        lambda data: data[:-3] + b"xxx",
        lambda data: data[:50] + b"x" + data[51:],
    ],
)
def test_a_damaged_memory_is_none(tmp_path: Path, spoil: object) -> None:
    expected = Outlines(plan("one"), tmp_path, CODE)
    file = tmp_path / "cache-outlines"
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))
    found = Outlines(plan("one"), tmp_path, CODE)
    assert found.all == expected.all
    assert pages_of(found) == pages_of(expected)


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    Outlines(plan("one"), tmp_path, CODE)
    assert (tmp_path / "cache-outlines").stat().st_mode & 0o777 == 0o600
