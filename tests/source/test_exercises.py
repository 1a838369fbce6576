"""Journalgen's own exercises: what every one of them keeps to, in every language."""

from __future__ import annotations

import re

import pytest

from journalgen.model.exercises import EXERCISES, ROLES, Exercise
from journalgen.source.exercises import FOLDER, exercise_text, shipped_exercises
from tests.parse.entries import parsed
from tests.source.test_prompts import UNWANTED

LANGUAGES = ("en", "de")
HINT = re.compile(r"<!-- (.+) -->")
ALL = [(language, each) for language in LANGUAGES for each in shipped_exercises(language)]
by_language = pytest.mark.parametrize(("language", "exercise"), ALL, ids=lambda each: getattr(each, "name", each))


def headings(exercise: Exercise) -> list[str]:
    return [line.removeprefix("## ") for line in exercise.text.splitlines() if line.startswith("## ")]


def test_every_language_has_every_exercise_and_nothing_else() -> None:
    for language in LANGUAGES:
        assert [each.name for each in shipped_exercises(language)] == list(EXERCISES)
        assert {file.stem for file in (FOLDER / language).iterdir()} == set(EXERCISES)
    assert {file.stem for file in FOLDER.iterdir()} == set(LANGUAGES)


@by_language
def test_a_text_is_an_entry_of_that_exercise_with_its_title_and_its_headings(language: str, exercise: Exercise) -> None:
    entry = parsed(path="2026-03-14.md", body=exercise.text)
    assert entry.exercise == exercise.name
    assert entry.title == exercise.title
    assert [section.heading for section in entry.sections] == [exercise.title, *headings(exercise)]
    assert entry.problems == ()
    assert language in LANGUAGES


@by_language
def test_a_hint_that_is_left_is_nobody_s_answer_and_is_not_counted(language: str, exercise: Exercise) -> None:
    assert HINT.search(exercise.text)
    left = parsed(path="2026-03-14.md", body=exercise.text)
    without = parsed(path="2026-03-14.md", body=HINT.sub("", exercise.text))
    assert all(section.blocks == () for section in left.sections)
    assert (left.words, left.plain, left.opening, left.sections) == (
        without.words, without.plain, without.opening, without.sections
    )  # fmt: skip
    assert language in LANGUAGES


@by_language
@pytest.mark.parametrize("between", ["\n", "\n\n", " ", ""])
def test_what_is_written_beside_a_hint_is_kept(language: str, exercise: Exercise, between: str) -> None:
    text = HINT.sub(lambda hint: f"{hint[0]}{between}Mine.", exercise.text)
    entry = parsed(path="2026-03-14.md", body=text)
    answered = sum(section.blocks == ("Mine.",) for section in entry.sections)
    assert answered == len(HINT.findall(exercise.text))
    above = parsed(path="2026-03-14.md", body=HINT.sub(lambda hint: f"Mine.\n{hint[0]}", exercise.text))
    assert sum(section.blocks == ("Mine.",) for section in above.sections) == answered
    assert language in LANGUAGES


def test_a_comment_never_holds_what_would_end_it() -> None:
    for _, exercise in ALL:
        assert exercise.text.count("<!--") == exercise.text.count("-->") == len(HINT.findall(exercise.text))
        assert not any("--" in hint for hint in HINT.findall(exercise.text))


def test_the_languages_have_the_same_headings_in_the_same_places() -> None:
    for one, other in zip(*map(shipped_exercises, LANGUAGES), strict=True):
        assert len(headings(one)) == len(headings(other)) == len(set(headings(one)))
        assert max(ROLES.get(one.name, {0: ""}), default=0) < len(headings(one))
        assert one.roles == other.roles


def test_roles_are_those_of_the_headings_that_they_are_meant_for() -> None:
    roles = {each.name: dict(each.roles) for each in shipped_exercises()}
    assert roles["thought-record"] == {
        "the thought": "thought", "der gedanke": "thought",
        "how much i believe it": "before", "wie sehr ich ihn glaube": "before",
        "how much i believe the first thought now": "after",
        "wie sehr ich den ersten gedanken jetzt glaube": "after",
    }  # fmt: skip
    assert roles["problem-solving"] == {
        "one step": "step", "ein schritt": "step", "what came of it": "outcome", "was daraus wurde": "outcome"
    }  # fmt: skip
    assert not roles["values"]


@by_language
def test_each_keeps_to_the_tone(language: str, exercise: Exercise) -> None:
    lines = (exercise.title, exercise.purpose, *exercise.origin, *headings(exercise), *HINT.findall(exercise.text))
    for line in lines:
        assert line == " ".join(line.split())
        assert "'" not in line
        assert "!" not in line
        # A book's name or a study's finding may hold such a word; what is said to the writer may not.
        if line not in exercise.origin:
            assert not re.search(UNWANTED[language], line.replace("’", "'"), re.IGNORECASE), line
    assert len(exercise.purpose) <= 115
    assert exercise.purpose[-1] == "."
    if language == "de":
        assert not any(re.search(r"(?<!^)(?<![.?:] )\b(?:Sie|Ihr|Ihre|Ihnen)\b", line) for line in lines)


def test_what_is_known_of_expressive_writing_is_told_with_what_speaks_against_it() -> None:
    for _, exercise in ALL:
        if exercise.name == "expressive-writing":
            said = " ".join(exercise.origin)
            assert all(year in said for year in ("1986", "1998", "2006", "2014"))
            assert "10.1037/0021-843X.95.3.274" in said


@pytest.mark.parametrize(("tag", "like"), [("de-AT", "de"), ("en-GB", "en"), ("nl", "en"), ("../en", "en")])
def test_another_language_has_the_nearest_else_english(tag: str, like: str) -> None:
    assert shipped_exercises(tag) == shipped_exercises(like)
    assert exercise_text("values", tag) == exercise_text("values", like)


@pytest.mark.parametrize("name", ["nope", "../de/values", ""])
def test_an_exercise_that_there_is_not_has_no_text(name: str) -> None:
    with pytest.raises(KeyError):
        exercise_text(name, "en")
