from __future__ import annotations

import codecs
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import Config
from journalgen.parse.entry import EntryParser
from journalgen.writing.addition import Addition, behind

NINE = dt.time(21, 40)
PARSER = EntryParser(Config())


def more(data: bytes, text: str = "Tired.", **others: object) -> bytes | None:
    return behind(data, "2026-03-14.md", Addition(NINE, text, **others), PARSER)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("One.\n", "\n## 21:40\n\nTired.\n"),
        ("One.", "\n\n## 21:40\n\nTired.\n"),
        ("One.\n\n", "## 21:40\n\nTired.\n"),
        ("One.\n\n\n\n", "## 21:40\n\nTired.\n"),
        ("", "## 21:40\n\nTired.\n"),
        ("---\nmood: 4\n---\n", "\n## 21:40\n\nTired.\n"),
        ("One.\r\nTwo.\r\n", "\r\n## 21:40\r\n\r\nTired.\r\n"),
        ("One.\rTwo.", "\r\r## 21:40\r\rTired.\r"),
        ("# Title\n\n### 08:30\n\nOne.\n", "\n### 21:40\n\nTired.\n"),
        ("# 8.30 Up\n\nOne.\n", "\n# 21:40\n\nTired.\n"),
        ("# Title\n\n## Morning\n", "\n## 21:40\n\nTired.\n"),
        ("- a list\n  - within", "\n\n## 21:40\n\nTired.\n"),
        ("> a quotation", "\n\n## 21:40\n\nTired.\n"),
    ],
)
def test_it_stands_under_a_heading_with_the_time(there: str, expected: str) -> None:
    assert more(there.encode()) == expected.encode()


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_an_entry_in_utf_16_gets_more_of_it(mark: bytes) -> None:
    coding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    there = mark + "Grüße.\r\n".encode(coding)
    added = more(there, "Müde.")
    assert added is not None
    assert (there + added).decode("utf-16") == "Grüße.\r\n\r\n## 21:40\r\n\r\nMüde.\r\n"


def test_title_and_fields_stand_with_it_and_count() -> None:
    there = b"---\ndate: 2026-03-14\nmood:\n---\n\nOne.\n"
    added = more(there, title="After the\ncall", fields=(("mood", "4"), ("sleep", "7:30"), ("prompt", "What now?")))
    assert added is not None
    assert added.startswith(b"\n## 21:40 After the call\n\nmood:: 4\n")
    entry = PARSER.parse("a.md", there + added).entry
    assert {each.metric: each.value for each in entry.measures} == {"mood": 4, "sleep": 7.5}
    assert entry.prompt == "What now?"


@pytest.mark.parametrize(
    "there",
    [
        b"Gr\xfc\xdfe.\n",
        b"\x00\x01",
        b"\xff\xfeO",
        b"One.\n\n```\nnever closed\n",
        b"One.\n\n<!-- never closed\n",
        b"x" * 2_000_000,
    ],
)
def test_what_would_not_be_read_there_is_not_put_there(there: bytes) -> None:
    assert more(there) is None


def test_what_begins_like_an_entry_is_one_of_its_own() -> None:
    assert more(b"One.\n", "---\nmood: 4\n---\nTired.\n") is None


def test_a_line_that_would_close_what_was_open_swallows_nothing() -> None:
    assert more(b"---\nmood: 4\n\nOne two three.\n", "four\n---\nfive") is None


@pytest.mark.parametrize(
    ("there", "field"),
    [
        (b"---\nmood: 6\n---\n", ("mood", "4")),
        (b"---\nmood: great\n---\n", ("Mood", "4")),
        (b"sleep:: 7\n", ("sleep", "8")),
        (b"---\nprompt: What?\n---\n", ("prompt", "Why?")),
        (b"One.\n", ("private", "yes")),
    ],
)
def test_what_an_entry_says_already_it_does_not_say_twice(there: bytes, field: tuple[str, str]) -> None:
    assert more(there, fields=(field,)) is None


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
)
@settings(deadline=None, max_examples=60)
def test_whatever_stands_there_keeps_its_words_and_the_new_ones_are_read(there: str, coding: str, text: str) -> None:
    data = there.encode(coding)
    added = more(data, text)
    if added is None:
        return
    before, after = (PARSER.parse("2026-03-14.md", each).entry for each in (data, data + added))
    assert after.words >= before.words
    assert any(each.startswith("2140") for each in after.headings)
