from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.terms import Spellings, terms
from journalgen.model.config import Alias, Config, MetricConfig, Quiet
from journalgen.model.entry import Entry, Measure
from journalgen.parse.journal import assemble
from journalgen.plan.offering import Offering
from tests.parse.entries import made


def mood(value: float, before: float | None = None) -> tuple[Measure, ...]:
    return (Measure("mood", value, before),)


def offered(*entries: Entry, **config: Any) -> list[bool]:
    """Return of each entry whether it may be offered."""
    offering = Offering(assemble(Config(**config), entries))
    return [offering.may_offer(entry) for entry in entries]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (made(), True),
        (made(None, "note.md"), True),
        (made(private=True), False),
        (made(resurface=False), False),
        (made(None, "note.md", private=True), False),
        (made(None, "note.md", measures=mood(1)), False),
        (made(draft=True), True),
        (made(measures=(Measure("energy", 1),)), True),
    ],
)
def test_what_the_entry_itself_says(entry: Entry, expected: bool) -> None:
    assert offered(entry) == [expected]


@pytest.mark.parametrize(
    ("value", "limit", "expected"),
    [
        (2.8, None, False), (2.9, None, True), (1, None, False),
        (3, 3.0, False), (3.5, 3.0, True), (1, 0.0, True), (1, False, True), (10, 10.0, False),
    ],
)  # fmt: skip
def test_a_low_mood_is_at_or_below_the_limit(value: float, limit: float | None, expected: bool) -> None:
    assert offered(made(measures=mood(value)), quiet_below=limit) == [expected]


@pytest.mark.parametrize(
    ("low", "high", "value", "expected"),
    [(0, 5, 1, False), (0, 5, 1.5, True), (-3, 3, -1.8, False), (-3, 3, -1.7, True), (1, 100, 20.8, False)],
)
def test_the_lowest_fifth_is_that_of_the_scale(low: float, high: float, value: float, expected: bool) -> None:
    assert offered(made(measures=mood(value)), metrics=(MetricConfig("mood", min=low, max=high),)) == [expected]


def test_without_a_scale_nothing_is_low_unless_the_writer_says_what() -> None:
    bare = (MetricConfig("mood"),)
    assert offered(made(measures=mood(-100)), metrics=bare) == [True]
    assert offered(made(measures=mood(2)), metrics=bare, quiet_below=2.0) == [False]


def test_where_the_mood_rose_while_writing_the_later_one_counts() -> None:
    assert offered(made(measures=mood(6, before=1))) == [True]
    assert offered(made(measures=mood(2, before=7))) == [False]


@pytest.mark.parametrize(
    ("moods", "expected"),
    [
        ((1, 4), [False, False]),  # the day is at 2.5
        ((2, None), [False, False]),  # what has no mood was written beside the worst
        ((1, 9), [False, True]),  # a good evening does not bring a bad morning back
        ((3, 4), [True, True]),
        ((2.7, 2.9), [False, False]),  # 2.8 in the calendar
        ((None, None), [True, True]),
    ],
)
def test_the_mood_of_the_day_counts_and_the_entrys_own(moods: tuple[float | None, ...], expected: list[bool]) -> None:
    entries = [made(path=f"{n}.md", measures=mood(value) if value else ()) for n, value in enumerate(moods)]
    assert offered(*entries) == expected


def test_a_private_entry_makes_its_day_low_too() -> None:
    entries = [made(path="a.md", private=True, measures=mood(1)), made(path="b.md")]
    assert offered(*entries) == [False, False]


def test_the_day_is_the_one_that_an_entry_counts_for() -> None:
    evening = made("2026-03-14", measures=mood(1))
    small_hours = made("2026-03-15", "a.md", counted=dt.date(2026, 3, 14))
    morning = made("2026-03-15", "b.md")
    assert offered(evening, small_hours, morning) == [False, False, True]


DAY = dt.date(2026, 3, 14)


@pytest.mark.parametrize(
    ("quiet", "expected"),
    [
        (Quiet(DAY, DAY, has_days=True), False),
        (Quiet(DAY, None, has_days=True), False),
        (Quiet(None, DAY, has_days=True), False),
        (Quiet(DAY + dt.timedelta(days=1), None, has_days=True), True),
        (Quiet(None, DAY - dt.timedelta(days=1), has_days=True), True),
        (Quiet(tags=("hospital",)), False),
        (Quiet(tags=("Work",)), False),
        (Quiet(tags=("work/night",)), False),
        (Quiet(tags=("work/night/late",)), True),
        (Quiet(tags=("wor",)), True),
        (Quiet(tags=("ward",)), False),
        (Quiet(tags=("job",)), False),
        (Quiet(people=("mark",)), False),
        (Quiet(people=("M.",)), False),
        (Quiet(people=("Marko",)), True),
        (Quiet(people=("hospital",)), True),
        # Each thing in one table is quiet by itself.
        (Quiet(DAY + dt.timedelta(days=9), None, has_days=True, people=("Mark",)), False),
    ],
)
def test_days_tags_and_people_that_the_writer_names_stay_quiet(quiet: Quiet, expected: bool) -> None:
    entry = made(tags=("Hospital", "work/night"), people=("Mark",))
    aliases = (Alias("tags", "ward", "hospital"), Alias("people", "M.", "Mark"), Alias("*", "job", "work"))
    assert offered(entry, quiet=(quiet,), aliases=aliases) == [expected]


def test_a_tag_within_one_that_goes_by_another_name_is_quiet_too() -> None:
    aliases = (Alias("tags", "job", "work"),)
    assert offered(made(tags=("job/boss",)), quiet=(Quiet(tags=("work",)),), aliases=aliases) == [False]


def test_days_are_quiet_as_written_and_as_counted() -> None:
    entry = made("2026-03-15", counted=DAY)
    for day in (DAY, DAY + dt.timedelta(days=1)):
        assert offered(entry, quiet=(Quiet(day, day, has_days=True),)) == [False]


def test_an_entry_without_a_day_lies_in_no_stretch_of_days() -> None:
    assert offered(made(None, "note.md"), quiet=(Quiet(None, None, has_days=True),)) == [True]


def test_a_name_that_only_closed_entries_use_is_not_suggested() -> None:
    entries = (made(path="a.md", people=("Mark", "Anna"), private=True), made(path="b.md", people=("Anna",)))
    offering = Offering(assemble(Config(), entries))
    found = terms("people", entries, Spellings(()))
    assert {term.name: offering.may_offer_name(term) for term in found} == {"Anna": True, "Mark": False}


@given(st.lists(st.tuples(st.integers(1, 3), st.none() | st.integers(2, 20)), max_size=8), st.integers(2, 20))
def test_a_lower_limit_never_closes_more(days: list[tuple[int, int | None]], limit: int) -> None:
    entries = [
        made(f"2026-03-{day:02}", f"{n}.md", measures=mood(value / 2) if value else ())
        for n, (day, value) in enumerate(days)
    ]
    above, below = (offered(*entries, quiet_below=each) for each in (limit / 2, limit / 2 - 0.5))
    assert all(lower or not higher for higher, lower in zip(above, below, strict=True))
