from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.exercises import MOST_DAYS, MOST_DAYS_APART, Belief, Tried, belief, series, tried
from journalgen.model.entry import Entry, Section
from journalgen.source.exercises import shipped_exercises
from tests.parse.entries import made, parsed

ROLES = {each.name: dict(each.roles) for each in shipped_exercises()}
RECORD = "# Thought record\n\n## The thought\n\n{thought}\n\n## How much I believe it\n\n{before}\n\n"
RECORD += "## How much I believe the first thought now\n\n{after}\n"


def believed(before: str, after: str, thought: str = "They hate it.") -> Belief | None:
    text = RECORD.format(thought=thought, before=before, after=after)
    return belief(parsed("exercise: thought-record", body=text), ROLES["thought-record"])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("85", 85), ("85 %", 85), ("85%.", 85), ("about 85", 85), ("85/100", 85), ("85 out of 100", 85), ("85 von 100", 85),
        ("- 85", 85), ("**85**", 85), ("0", 0), ("100", 100), ("100/100", 100), ("62.5", 62.5), ("62,5", 62.5),
    ],
)  # fmt: skip
def test_a_belief_is_the_one_number_under_its_heading(written: str, value: float) -> None:
    assert believed(written, "40") == Belief("They hate it.", value, 40)
    assert believed("40", written) == Belief("They hate it.", 40, value)


@pytest.mark.parametrize("written", ["", "a lot", "80, then 60", "80-90", "-5", "101", "85 of 10", "<!-- 0 to 100 -->"])
def test_what_is_not_one_number_from_0_to_100_is_none(written: str) -> None:
    assert believed(written, "40") is None
    assert believed("40", written) is None


@given(st.text(max_size=30))
def test_whatever_stands_there_is_read_or_left(text: str) -> None:
    before = Section("How much I believe it", "", (text,))
    after = Section("Wie sehr ich den ersten Gedanken jetzt glaube:", "", ("40",))
    entry = made(sections=(before, after))
    found = belief(entry, ROLES["thought-record"])
    assert found is None or (0 <= found.before <= 100 and found.after == 40)


@pytest.mark.parametrize(
    "shape", [str.upper, str.lower, lambda text: f"  {text} :", lambda text: text.replace("’", "'")]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_headings_are_known_in_both_languages_and_in_whatever_case(shape: object, language: str) -> None:
    assert callable(shape)
    [exercise] = [each for each in shipped_exercises(language) if each.name == "thought-record"]
    lines = [line for line in exercise.text.splitlines() if not line.startswith("<!--")]
    text = "\n".join(f"## {shape(line[3:])}\n\n30\n" if line.startswith("## ") else line for line in lines)
    assert belief(parsed(body=text), ROLES["thought-record"]) == Belief("30", 30, 30)


def test_a_heading_left_empty_and_used_again_further_down_is_read_there() -> None:
    sections = (Section("One step", "", ()), Section("one step", "", ("Ring.", "On Monday.")))
    assert tried(made(sections=sections), ROLES["problem-solving"]) == Tried("Ring.", "")


def test_a_step_and_what_came_of_it() -> None:
    body = "## One step\n\nRing  *Kev*.\n\nAnd more.\n\n## What came of it\n\n- He came."
    assert tried(parsed("exercise: problem-solving", body=body), ROLES["problem-solving"]) == Tried(
        "Ring Kev.", "He came."
    )
    assert tried(parsed("exercise: problem-solving", body="## What came of it\n\nx"), ROLES["problem-solving"]) is None


def on(*days: str) -> list[Entry]:
    return [made(day, exercise="expressive-writing") for day in days]


def days_of(*days: str) -> list[list[str]]:
    return [[str(day.day)[5:] for day in each] for each in series(on(*days), "expressive-writing")]


def test_days_that_follow_each_other_are_a_series() -> None:
    assert days_of("2026-03-01", "2026-03-02", "2026-03-05", "2026-03-09", "2026-03-10") == [
        ["03-01", "03-02", "03-05"], ["03-09", "03-10"]
    ]  # fmt: skip


def test_two_entries_of_a_day_are_one_day_of_it_and_other_exercises_and_days_that_are_not_known_none() -> None:
    second = made("2026-03-01", "2026-03-01-late.md", exercise="expressive-writing")
    others = [made("2026-03-02", exercise="values"), made(None, exercise="expressive-writing")]
    [[day]] = series([*on("2026-03-01"), second, *others], "expressive-writing")
    assert [entry.path for entry in day.entries] == ["2026-03-01.md", "2026-03-01-late.md"]


@given(st.sets(st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 1)), max_size=20))
def test_every_day_is_in_one_series_or_in_a_run_too_long_and_series_lie_further_apart_than_their_days(
    days: set[dt.date],
) -> None:
    found = series(on(*map(str, days)), "expressive-writing")
    shown = [day.day for each in found for day in each]
    assert shown == sorted(set(shown))
    assert all((b.day - a.day).days <= MOST_DAYS_APART for each in found for a, b in pairwise(each))
    assert all((b[0].day - a[-1].day).days > MOST_DAYS_APART for a, b in pairwise(found))
    assert all(len(each) <= MOST_DAYS for each in found)
    assert len(days) > MOST_DAYS or shown == sorted(days)


def test_a_habit_is_no_series() -> None:
    assert len(days_of(*(f"2026-03-{day:02}" for day in range(1, MOST_DAYS + 1)))) == 1
    assert days_of(*(f"2026-03-{day:02}" for day in range(1, MOST_DAYS + 2))) == []
