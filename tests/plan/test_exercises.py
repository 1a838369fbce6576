from __future__ import annotations

import datetime as dt
from typing import Any

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Measure, Section
from journalgen.parse.journal import assemble
from journalgen.plan.exercises import ExerciseView
from journalgen.plan.site import Plan
from journalgen.plan.views import DayOfSeries, ExerciseOfEntry, TriedView
from journalgen.source.exercises import shipped_exercises
from tests.parse.entries import made

TODAY = dt.date(2026, 3, 15)
WRITING = "expressive-writing"


def views(*entries: Entry, exercises: Any = (shipped_exercises, b"en")) -> dict[str, Any]:
    plan = Plan(assemble(Config(), entries), TODAY, exercises=exercises)
    return {outline.path: plan.page(outline).view for outline in plan.outlines}


def shown(*entries: Entry) -> dict[str, ExerciseView]:
    return {each.name: each for each in views(*entries)["exercises/index.html"].exercises}


def of(page: str, *entries: Entry) -> ExerciseOfEntry:
    found = views(*entries)[page].exercise
    assert isinstance(found, ExerciseOfEntry)
    return found


def mood(value: float) -> tuple[Measure, ...]:
    return (Measure("mood", value),)


def test_each_has_the_entries_that_did_it_newest_first() -> None:
    found = shown(made("2026-03-13", exercise="values"), made("2026-03-14", exercise="values"), made("2026-03-12"))
    assert [link.address for link in found["values"].links] == ["2026/03/14.html", "2026/03/13.html"]
    assert found[WRITING].links == ()
    assert len(found) == 9


def test_entries_that_may_not_be_offered_are_their_day_alone() -> None:
    low = made("2026-03-13", title="SECRET", exercise="values", measures=mood(1))
    undated = made(None, title="SECRET", exercise="values", private=True)
    found = shown(made("2026-03-14", exercise="values"), low, undated)["values"]
    assert [link.address for link in found.links] == ["2026/03/14.html"]
    assert [link.address for link in found.closed] == ["2026/03/13.html"]
    assert "SECRET" not in repr(found)


def test_an_entry_leads_to_its_exercise() -> None:
    found = views(made("2026-03-14", exercise="values"), made("2026-03-13"))
    anchors = {each.anchor for each in found["exercises/index.html"].exercises}
    told = found["2026/03/14.html"].exercise
    assert told.title == "What matters, and one small act"
    assert told.address.partition("#")[2] in anchors
    assert (told.belief, told.tried, told.series) == (None, None, ())
    assert found["2026/03/13.html"].exercise is None


def test_a_thought_record_shows_the_belief_before_and_after() -> None:
    sections = (
        Section("The thought", "", ("word " * 100,)), Section("How much I believe it", "", ("85",)),
        Section("How much I believe the first thought now", "", ("40",)),
    )  # fmt: skip
    told = of("2026/03/14.html", made("2026-03-14", exercise="thought-record", sections=sections))
    assert told.belief
    assert (told.belief.before, told.belief.after) == (85, 40)
    assert told.belief.thought.endswith("word …")
    assert len(told.belief.thought) <= 282
    half = of("2026/03/14.html", made("2026-03-14", exercise="thought-record", sections=sections[:2]))
    assert half.belief is None


def test_the_headings_of_another_exercise_mean_nothing() -> None:
    sections = (Section("One step", "", ("Ring.",)), Section("What came of it", "", ("Kev.",)))
    assert of("2026/03/14.html", made(exercise="values", sections=sections)).tried is None
    assert of("2026/03/14.html", made(exercise="problem-solving", sections=sections)).tried == TriedView(
        "Ring.", "Kev."
    )


def test_a_series_shows_its_days_with_the_moods_of_those_that_may_be_shown() -> None:
    entries = [
        made("2026-03-10", exercise=WRITING, measures=mood(5)),
        made("2026-03-11", exercise=WRITING, title="SECRET", measures=mood(1)),
        made("2026-03-13", exercise=WRITING),
        made("2026-03-13", "2026-03-13-noon.md", measures=mood(6)),
    ]
    days = of("2026/03/10.html", *entries).series
    assert [(day.number, str(day.day)[5:], day.here, day.closed, day.mood and day.mood.text) for day in days] == [
        (1, "03-10", True, False, "5"), (2, "03-11", False, True, None), (3, "03-13", False, False, "6")
    ]  # fmt: skip
    assert "SECRET" not in repr(days)
    own = of("2026/03/11.html", *entries).series[1]
    assert (own.here, own.mood and own.mood.text, own.links) == (True, "1", ())


def test_a_private_day_of_a_series_gives_away_nothing_but_its_day() -> None:
    entries = [
        made("2026-03-10", exercise=WRITING),
        made("2026-03-11", exercise=WRITING, private=True, title="SECRET", measures=mood(8)),
    ]
    day: DayOfSeries = of("2026/03/10.html", *entries).series[1]
    assert (day.closed, day.mood, [link.title for link in day.links]) == (True, None, [""])


def test_the_mood_of_a_day_knows_nothing_of_private_entries() -> None:
    entries = [
        made("2026-03-10", exercise=WRITING, measures=mood(5)),
        made("2026-03-10", "2026-03-10-late.md", private=True, measures=mood(9)),
        made("2026-03-11", exercise=WRITING),
    ]
    [first, _] = of("2026/03/11.html", *entries).series
    assert first.mood
    assert first.mood.text == "5"


def test_an_edit_of_an_answer_changes_the_key_of_the_plan() -> None:
    keys = {
        Plan(
            assemble(Config(), [made(exercise="problem-solving", sections=(Section("One step", "", (step,)),))]), TODAY
        ).key
        for step in ("Ring.", "Write.")
    }
    assert len(keys) == 2
    journal = assemble(Config(), [made()])
    given = [None, (shipped_exercises, b"en"), (shipped_exercises, b"de")]
    assert len({Plan(journal, TODAY, exercises=each).key for each in given}) == 3


def test_without_exercises_there_is_no_page_of_them() -> None:
    found = views(made("2026-03-14", exercise="values"), exercises=None)
    assert "exercises/index.html" not in found
    assert found["2026/03/14.html"].exercise is None


def test_one_that_there_is_not_is_none() -> None:
    assert views(made("2026-03-14", exercise="handstand"))["2026/03/14.html"].exercise is None


def test_ten_thousand_entries_that_do_one_every_day_are_planned_quickly() -> None:
    first = dt.date(1998, 1, 1)
    entries = [made(str(first + dt.timedelta(days=day)), exercise=WRITING) for day in range(10_000)]
    plan = Plan(assemble(Config(), entries), TODAY, exercises=(shipped_exercises, b"en"))
    assert len(plan.outlines) > 10_000
    # Each has its own few days at most: with all of theirs on every page this would take minutes.
    assert max(len(plan.surroundings[entry.path]) for entry in entries) < 2_000
