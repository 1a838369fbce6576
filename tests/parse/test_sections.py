from __future__ import annotations

import datetime as dt

import pytest

from journalgen.model.config import Config, SectionHeadings
from journalgen.model.entry import Field, Section
from journalgen.parse.entry import EntryParser
from tests.parse.entries import parsed, told

NAMED = Config(sections=(SectionHeadings("gratitude", ("Grateful for", "Dankbar")),))
BODY = "# The day\n\nWords.\n\n## {heading}\n\n- the *weir* in fog\n- tea\n\nand all of it\n\n### After\n\nmore"


@pytest.mark.parametrize("heading", ["Grateful for", "grateful  for:", "Dankbar"])
def test_what_stands_under_a_heading_that_the_writer_named_is_known(heading: str) -> None:
    entry = parsed(body=BODY.format(heading=heading), config=NAMED)
    [section] = entry.sections
    assert section.kind == "gratitude"
    assert section.blocks == ("the weir in fog", "tea", "and all of it")


def test_other_headings_are_none_of_it() -> None:
    assert parsed(body=BODY.format(heading="Plans"), config=NAMED).sections == ()
    assert parsed(body=BODY.format(heading="Grateful for")).sections == ()


def test_they_are_no_title_and_stay_in_the_text() -> None:
    parser = EntryParser(NAMED)
    first = parser.parse("2026-03-14.md", b"## Grateful for\n\n- tea\n")
    assert first.entry.title == ""
    assert "Grateful for</h3>" in first.html
    assert parser.parse("2026-03-14.md", b"A day.\n\n## Dankbar:\n\ntea\n\n## Later\n").entry.title == "Later"
    assert parser.parse("2026-03-14.md", b"## The day\n\n## Dankbar\n\ntea\n").entry.title == "The day"


def test_an_exercise_keeps_all_its_sections() -> None:
    entry = parsed("exercise: values", body="## What matters\n\nKindness.\n\n## One small act\n\n## Last\n\nx")
    assert entry.sections == (
        Section("What matters", "", ("Kindness.",)),
        Section("One small act", "", ()),
        Section("Last", "", ("x",)),
    )


def test_the_day_until_which_an_entry_is_sealed() -> None:
    assert parsed("open_on: 2027-01-01").open_on == dt.date(2027, 1, 1)


def test_a_day_that_is_none_is_told() -> None:
    entry = parsed("open_on: next year")
    assert told(entry) == [("2026-03-14.md:2:10", "date-unreadable")]
    assert entry.fields == (Field("open_on", "next year"),)


def test_kind_words_are_phrases() -> None:
    assert parsed("kind_words: [You were there, and that was all]").kind_words == ("You were there", "and that was all")
    assert parsed("kind words: You were there, and that was all").kind_words == ("You were there, and that was all",)
