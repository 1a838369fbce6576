from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from journalgen.model.config import Config
from journalgen.model.entry import NO_DAY, Entry, Measure
from journalgen.parse.entry import EntryParser
from journalgen.parse.letters import addressed, is_sealed, sealed
from journalgen.problems import Level
from tests.parse.entries import field_names, made, parsed, told, values_of

DAY = dt.date(2027, 1, 1)
# What a stand-in may have of a letter. A new field of entries is hidden, or stands here for a reason.
KEPT = {
    "path", "day", "counted", "time", "measures", "scores", "words", "open_on", "private", "draft", "support_first", "sealed",
    "resurface", "body", "plain", "problems", "linked", "listed", "figured", "reviewed", "shared", "digest",
}  # fmt: skip


@pytest.mark.parametrize(("today", "is_so"), [("2026-12-31", True), ("2027-01-01", False), ("2027-01-02", False)])
def test_a_letter_is_sealed_until_its_day_and_open_on_it(today: str, is_so: bool) -> None:
    assert is_sealed(made(open_on=DAY), dt.date.fromisoformat(today)) is is_so


def test_an_entry_without_a_day_to_open_is_no_letter() -> None:
    assert not is_sealed(made(), dt.date.min)


@given(values_of(Entry))
def test_no_word_of_a_letter_is_left(entry: Entry) -> None:
    hidden = sealed(entry)
    bare = made()
    for name in set(field_names(Entry)) - KEPT:
        assert not getattr(hidden, name) or getattr(hidden, name) == getattr(bare, name), name
    assert hidden.body == hidden.plain == parsed(path="x.md", body="").plain
    assert hidden.sealed
    assert not hidden.resurface


def test_its_numbers_stay_since_the_day_was_so() -> None:
    letter = parsed("open_on: 2027-01-01\nmood: 4\nscales: {phq9: 12}", body="Words and words.")
    assert sealed(letter).measures == (Measure("mood", 4),)
    assert sealed(letter).scores == letter.scores
    assert sealed(letter).words == 3


def test_an_edit_of_a_sealed_text_changes_nothing_that_is_seen() -> None:
    one, other = (sealed(parsed("open_on: 2027-01-01", body=body)) for body in ("Dear me.", "Dear you."))
    assert one == other
    assert sealed(parsed("open_on: 2027-01-02", body="Dear me.")).digest != one.digest


def test_links_know_a_letter_by_its_title() -> None:
    letter = addressed(parsed("title: To me\nopen_on: 2027-01-01", body="See [[2026-03-13]]."))
    assert letter.title == "To me"
    assert letter.links == ()


def test_that_something_in_it_was_not_understood_is_all_that_is_said() -> None:
    letter = parsed("open_on: 2027-01-01\nmood: great\nanxiety: {before: x}\ntime: late", body="See.")
    [problem] = sealed(letter).problems
    assert (problem.code, str(problem.where), problem.level) == ("in-sealed", "2026-03-14.md", Level.ERROR)
    assert len(letter.problems) > 1


@pytest.mark.parametrize("front", ["open_on: next year", "open_on: [2027-01-01, 2028-01-01]", "open_on: 2027-13-01"])
def test_a_day_that_cant_be_read_leaves_it_sealed_and_is_told(front: str) -> None:
    letter = parsed(front, body="Dear me.")
    assert letter.open_on == NO_DAY
    assert [place for place, _ in told(sealed(letter))] == ["2026-03-14.md:2:10"]


def test_front_matter_that_cant_be_read_leaves_it_sealed() -> None:
    text = "---\ntitle: [\nopen_on: 2027-01-01\n---\nDear me.\n"
    letter = EntryParser(Config()).parse("2026-03-14.md", text.encode()).entry
    assert letter.problems
    assert letter.open_on == NO_DAY
    other = EntryParser(Config()).parse("2026-03-14.md", b"---\ntitle: [\n---\nWe open on Monday.\n").entry
    assert other.open_on is None


def test_a_slip_of_the_pen_seals_it_too() -> None:
    assert parsed("opens_on: 2027-01-01").open_on == DAY
    assert parsed("opens_on: the roof").open_on is None


def test_a_day_left_empty_is_none() -> None:
    assert parsed("open_on:").open_on is None
