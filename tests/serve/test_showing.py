from __future__ import annotations

from msgspec.structs import replace

from journalgen.language import load
from journalgen.model.config import Config
from journalgen.model.journal import Journal
from journalgen.model.periods import Period, period_named
from journalgen.model.reviews import Review
from journalgen.parse.entry import EntryParser
from journalgen.problems import Level, Location, problem
from journalgen.refusal import Refusal
from journalgen.serve.showing import moves, problem_lines, refusal_line

A, B = b"a", b"b"


def test_a_page_goes_where_the_same_file_is_now() -> None:
    before, after = {"2026/03/12.html": "a.md"}, {"2026/03/13.html": "a.md"}
    assert moves(before, after, {"a.md": A}, {"a.md": B}) == {"2026/03/12.html": "2026/03/13.html"}


def test_else_where_the_very_same_bytes_are_now_in_a_new_file() -> None:
    before, after = {"2026/03/12.html": "a.md"}, {"2026/03/13.html": "b.md"}
    assert moves(before, after, {"a.md": A}, {"b.md": A}) == {"2026/03/12.html": "2026/03/13.html"}
    assert moves(before, after, {"a.md": A}, {"b.md": B}) == {}


def test_a_file_that_was_there_before_is_no_new_place() -> None:
    before = {"1.html": "a.md", "2.html": "b.md"}
    assert moves(before, {"2.html": "b.md"}, {"a.md": A, "b.md": A}, {"b.md": A}) == {}


def test_what_stayed_did_not_move() -> None:
    assert moves({"1.html": "a.md", "index.html": ""}, {"1.html": "a.md"}, {"a.md": A}, {"a.md": B}) == {}


def test_problems_are_told_as_the_terminal_does() -> None:
    found = [problem(Location("2026-03-05.md", 4, 7), Level.WARNING, "unknown-field", field="mod", suggestion="mood")]
    (line,) = problem_lines(found, _journal(), load("en"))
    assert line.text.startswith("2026-03-05.md:4:7: mod")
    assert (line.path, line.line, line.column) == ("2026-03-05.md", 4, 7)


def test_of_a_private_entry_no_word_is_told() -> None:
    found = [
        problem(Location("2026-03-05.md", 4, 7), Level.WARNING, "unknown-field", field="canary", suggestion="mood")
    ]
    (line,) = problem_lines(found, _journal("---\nprivate: yes\n---\nA secret.\n"), load("en"))
    assert "canary" not in line.text
    assert line.text.startswith("2026-03-05.md:4:7: ")


def test_of_a_private_review_no_word_is_told() -> None:
    period = period_named("2026-W10")
    assert isinstance(period, Period)
    review = Review(period, "reviews/2026-W10.md", "", b"", True, (), (), (), carried=False, private=True)
    found = [problem(Location(review.path, 4, 1), Level.WARNING, "dead-link", target="canary")]
    (line,) = problem_lines(found, replace(_journal(), reviews=(review,)), load("en"))
    assert "canary" not in line.text
    assert line.text.startswith("reviews/2026-W10.md:4:1: ")


def test_notes_are_left_to_the_terminal() -> None:
    assert problem_lines([problem(Location("a.md"), Level.NOTE, "own-script")], _journal(), load("en")) == ()


def test_a_refusal_names_its_file_and_line() -> None:
    line = refusal_line(Refusal("template-fault", template="/j/templates/entry.html", line=3, message="so"), load("en"))
    assert (line.path, line.line, line.column) == ("/j/templates/entry.html", 3, 0)
    assert "line 3: so" in line.text


def _journal(text: str = "Open.\n") -> Journal:
    parsed = EntryParser(Config()).parse("2026-03-05.md", text.encode())
    return Journal(Config(), (parsed.entry,), (), (), (), None)
