from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.build.outlines import outlines_of
from journalgen.model.config import Config
from journalgen.parse.journal import assemble
from journalgen.plan.site import Plan
from tests.journals import TODAY
from tests.parse.entries import parsed

CODE = b"this version"


def plan(*texts: str) -> Plan:
    entries = [parsed(path=f"2026-03-{day:02}.md", body=text) for day, text in enumerate(texts, start=1)]
    return Plan(assemble(Config(), entries), TODAY)


def test_remembered_outlines_are_those_of_the_plan(tmp_path: Path) -> None:
    first = outlines_of(plan("one", "two"), tmp_path, CODE)
    assert outlines_of(plan("one", "two"), tmp_path, CODE) == first == plan("one", "two").outlines


def test_an_edit_that_other_pages_do_not_show_needs_no_new_plan(tmp_path: Path) -> None:
    long = "word " * 60
    outlines_of(plan(long + "and more"), tmp_path, CODE)
    again = plan(long + "and something else")
    outlines_of(again, tmp_path, CODE)
    assert "outlines" not in vars(again)


@pytest.mark.parametrize(("text", "code"), [("---\ntitle: New\n---\none", CODE), ("one", b"another version")])
def test_anything_else_is_planned_anew(tmp_path: Path, text: str, code: bytes) -> None:
    outlines_of(plan("one"), tmp_path, CODE)
    again = plan(text)
    assert outlines_of(again, tmp_path, code) == plan(text).outlines
    assert "outlines" in vars(again)


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data[:40], lambda _: b"", lambda data: data + b"x"]
)
def test_a_damaged_memory_is_none(tmp_path: Path, spoil: object) -> None:
    expected = outlines_of(plan("one"), tmp_path, CODE)
    file = tmp_path / "cache-outlines"
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))
    assert outlines_of(plan("one"), tmp_path, CODE) == expected


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    outlines_of(plan("one"), tmp_path, CODE)
    assert (tmp_path / "cache-outlines").stat().st_mode & 0o777 == 0o600
