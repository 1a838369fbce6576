from __future__ import annotations

import pytest

from journalgen.model.entry import Field, Matter, Measure, Step
from tests.parse.entries import parsed, told


def test_a_thread_tells_how_it_stands_what_comes_next_and_what_came_of_it() -> None:
    entry = parsed("thread: sleep\nstatus: Trying\nnext: no phone in bed\noptions: [tea, a walk]\noutcome: better")
    assert entry.matter == Matter("trying", "no phone in bed", ("tea", "a walk"), "better")
    assert entry.fields == ()


def test_the_order_of_the_fields_is_the_writers() -> None:
    assert parsed("status: open\nthread: sleep").matter.status == "open"


def test_without_a_thread_or_a_goal_these_words_are_other_peoples() -> None:
    entry = parsed("status: published\nnext: [[2026-03-15]]\nsteps: 8000")
    assert entry.matter == Matter()
    assert entry.fields == (Field("status", "published"), Field("next", "2026-03-15"))
    assert entry.measures == (Measure("steps", 8000),)
    assert entry.problems == ()


def test_a_status_that_is_none_is_told_and_kept() -> None:
    entry = parsed("thread: sleep\nstatus: stuck")
    assert told(entry) == [("2026-03-14.md:3:9", "expected-choice")]
    assert entry.fields == (Field("status", "stuck"),)


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("[ring them, '[x] find the number']", (Step("ring them", False), Step("find the number", True))),
        ("[{what: ring them, done: 2026-03-14}, {what: go, done: no}]", (Step("ring them", True), Step("go", False))),
        ("- ring them", (Step("ring them", False),)),
        ("ring them", (Step("ring them", False),)),
        ("", ()),
    ],
)
def test_a_goal_has_steps(written: str, steps: tuple[Step, ...]) -> None:
    front = (
        f"goal: a quieter flat\nsteps:\n  {written}"
        if written.startswith("-")
        else f"goal: a quieter flat\nsteps: {written}"
    )
    assert parsed(front).matter.steps == steps


def test_steps_that_were_walked_are_no_steps_of_a_goal() -> None:
    entry = parsed("goal: walk more\nsteps: 8000")
    assert entry.goal == "walk more"
    assert entry.measures == (Measure("steps", 8000),)


@pytest.mark.parametrize(("front", "metric"), [("goal: 10000", "goal"), ("exercise: 30", "exercise")])
def test_numbers_are_metrics_still(front: str, metric: str) -> None:
    entry = parsed(front)
    assert [each.metric for each in entry.measures] == [metric]
    assert (entry.goal, entry.exercise) == (None, None)


@pytest.mark.parametrize("written", ["thought-record", "Thought record", "thought_record"])
def test_an_exercise_goes_by_its_name(written: str) -> None:
    assert parsed(f"exercise: {written}").exercise == "thought-record"


def test_another_exercise_is_the_writers_own_word() -> None:
    entry = parsed("exercise: swimming")
    assert entry.exercise is None
    assert entry.fields == (Field("exercise", "swimming"),)
