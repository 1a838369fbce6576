from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.model.config import Config
from journalgen.parse.entry import EntryParser
from journalgen.parse.reviews import answered, is_review
from journalgen.problems import Level

PIECES = st.lists(
    st.sampled_from(
        ["# A week", "## What was good?", "### And?", "## Mine", "words", "", "```", "- one", "## Why? ##", "~~~"]
    ),
    max_size=12,
)


@given(PIECES)
def test_only_questions_are_left_out_and_every_line_stays_where_it_is(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = answered(text).split("\n")
    assert len(kept) == len(text.split("\n"))
    for before, after in zip(text.split("\n"), kept, strict=True):
        assert after == before or (after == "" and before.rstrip("# ").endswith("?"))
    assert answered("\n".join(kept)) == "\n".join(kept)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("## What?\n\n## And?\nYes.", "\n\n## And?\nYes."),
        ("## What?\n\n\n", "\n\n\n"),
        ("## What?\n### Below\nYes.", "## What?\n### Below\nYes."),
        ("## What?\n### And?\n", "\n\n"),
        ("## Mine\n\n", "## Mine\n\n"),
        ("```\n## What?\n```\n", "```\n## What?\n```\n"),
        ("## Was?  \r\n\r\nJa.", "## Was?  \r\n\r\nJa."),
        ("## 何？\n", "\n"),
    ],
)
def test_a_question_is_untouched_where_nothing_stands_under_it(text: str, kept: str) -> None:
    assert answered(text) == kept


def test_what_was_written_between_is_told_by_its_own_line() -> None:
    text = "# A week\n\n## What?\n\n## And?\n\nSee [that](gone.md).\n"
    entry = EntryParser(Config()).parse("reviews/2026-W11.md", text.encode()).entry
    assert [(link.line, link.target) for link in entry.links] == [(7, "gone.md")]
    assert [(each.heading, each.blocks) for each in entry.sections] == [("A week", ()), ("And?", ("See that.",))]


def test_a_question_in_an_entry_stays() -> None:
    parsed = EntryParser(Config()).parse("2026-03-14.md", b"Words.\n\n## What?\n")
    assert "What?" in parsed.html
    assert is_review("Reviews/2026.md")
    assert not is_review("entries/reviews/2026.md")


def test_a_review_that_says_open_on_is_shown_and_told() -> None:
    entry = EntryParser(Config()).parse("reviews/2026-W11.md", b"---\nopen_on: 2027-01-01\n---\nWords.\n").entry
    assert entry.open_on is None
    told = [(str(each.where), each.level) for each in entry.problems if each.code == "review-open-on"]
    assert told == [("reviews/2026-W11.md:2:10", Level.WARNING)]
