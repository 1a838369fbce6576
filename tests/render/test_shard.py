from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journalgen.output.ownership import SCRIPT
from journalgen.plan.search import Found
from journalgen.plan.views import Mood
from journalgen.render.shard import MARK, shard
from tests.parse.entries import values_of

ONE = Found(
    "2026/03/14.html", None, None, "", "", "text", (), ((),) * 9, (("mood", 7.0, None),), Mood("7", 4), False, False,
    False, False,
)  # fmt: skip
_UNESCAPED = {"\\": "\\", "'": "'", "x3c": "<", "u2028": "\u2028", "u2029": "\u2029"}


def read(data: bytes) -> list[list[Any]]:
    """Return what a browser reads: the one string of the script, as JSON."""
    text = data.decode()
    script = re.fullmatch(
        r"""// Made by journalgen\.\n"use strict";\njournalgen\.shard\('((?:[^\\'\n\r]|\\.)*)'\);\n""", text
    )
    assert script, text[:200]
    literal = re.sub(r"\\(\\|'|x3c|u2028|u2029)", lambda escape: _UNESCAPED[escape[1]], script[1])
    parsed: list[list[Any]] = json.loads(literal)
    return parsed


@given(st.lists(values_of(Found), max_size=3))
@settings(deadline=None)
def test_a_shard_decodes_to_what_went_in(found: list[Found]) -> None:
    for row, entry in zip(read(shard(found)), found, strict=True):
        assert row[0] == entry.address
        assert row[1] == (entry.day.isoformat() if entry.day else None)
        assert row[2] == (entry.time.isoformat() if entry.time else None)
        assert row[3:6] == [entry.title, entry.name, entry.text]
        assert row[6] == list(entry.noted)
        assert row[7] == [list(names) for names in entry.names]
        assert row[8] == [list(measure) for measure in entry.measures]
        assert row[9] == (None if entry.mood is None else {"text": entry.mood.text, "level": entry.mood.level})
        assert row[10:] == [entry.private, entry.starred, entry.draft, entry.pictures]


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>", "<!-- -->", "\u2028\u2029", "'); alert('", "\\'); alert(1)//", '\\"', "\r\n\t\0",
        "’“”", "👩‍👩‍👧", "日記",
    ],
)  # fmt: skip
def test_nothing_that_was_written_gets_out_of_its_string(text: str) -> None:
    data = shard([replace(ONE, text=text, title=text, noted=(text,))])
    ((_, _, _, title, _, body, noted, *_),) = read(data)
    assert (title, body, noted) == (text, text, [text])
    assert b"<" not in data
    assert "\u2028" not in data.decode()


def test_half_a_letter_is_replaced() -> None:
    ((*_, name, text, _, _, _, _, _, _, _, _),) = read(shard([replace(ONE, name="a\udce9b", text="c\ud83dd")]))
    assert (name, text) == ("a?b", "c?d")


def test_a_shard_begins_as_the_output_knows_it() -> None:
    assert MARK == SCRIPT
    assert shard([]).startswith(SCRIPT)
