from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.looking_back import READY_FOR, carried_to, hard_times, questions_of, ready, wanted
from journalgen.model.entry import Section
from journalgen.model.periods import KINDS, Kind, Period, period_named, period_of
from journalgen.model.reviews import Review
from journalgen.source.questions import shipped_questions

QUESTIONS = shipped_questions()


def period(name: str) -> Period:
    found = period_named(name)
    assert found
    return found


def review(name: str, *sections: tuple[str, tuple[str, ...]], carried: bool = True) -> Review:
    made = tuple(Section(heading, "", blocks) for heading, blocks in sections)
    return Review(period(name), f"reviews/{name}.md", "", b"", True, (), (), made, carried)


@given(st.dates(), st.sampled_from(KINDS), st.booleans())
def test_a_time_is_asked_three_questions_that_fit_it_and_always_the_same(
    day: dt.date, kind: Kind, gentle: bool
) -> None:
    asked = questions_of(period_of(kind, day), QUESTIONS, gentle=gentle)
    assert [each.part for each in asked] == ["was", "means", "next"]
    assert all(kind in each.kinds for each in asked)
    assert asked == questions_of(period_of(kind, day), tuple(reversed(QUESTIONS)), gentle=gentle)


@given(st.dates(), st.sampled_from(KINDS))
def test_after_a_hard_time_only_gentle_ones_are_asked(day: dt.date, kind: Kind) -> None:
    assert all(each.gentle for each in questions_of(period_of(kind, day), QUESTIONS, gentle=True))


@pytest.mark.parametrize("kind", KINDS)
def test_no_question_comes_again_before_the_others_had_their_turn(kind: Kind) -> None:
    day, asked = dt.date(2026, 3, 9), []
    for _ in range(8):
        found = period_of(kind, day)
        asked.append(questions_of(found, QUESTIONS, gentle=True)[0].id)
        day = found.last + dt.timedelta(days=1)
    fitting = [each for each in QUESTIONS if each.part == "was" and each.gentle and kind in each.kinds]
    once = asked[: len(fitting)]
    assert len(set(once)) == len(once)


WEEK = period("2026-W11")


def moods(*values: float | None) -> dict[dt.date, float]:
    return {WEEK.first + dt.timedelta(number): value for number, value in enumerate(values) if value is not None}


@pytest.mark.parametrize(
    ("values", "hard"),
    [
        ((7, 6, 5), False),
        ((2, 6, 7, 6, 6, 7), False),
        ((2, 6, 7), True),
        ((7, 7, 7, 7, 7, 7, 2), True),
        ((4, 5, 3), True),
        ((), False),
    ],
)
def test_a_time_is_hard_where_a_third_of_it_was_low_or_its_end_or_the_whole_was_near(
    values: tuple[float, ...], hard: bool
) -> None:
    assert bool(hard_times([WEEK], moods(*values), 2.8, 4.0)) is hard


def test_without_a_limit_nothing_is_hard() -> None:
    assert hard_times([WEEK], moods(1, 1, 1), None, 4.0) == frozenset()


def test_what_stands_under_the_question_about_what_to_try_is_wanted_in_any_language() -> None:
    german = shipped_questions("de")
    for each in german:
        if each.part == "next":
            assert wanted(review("2026-W10", (each.text.upper(), ("Schlafen.", "Gehen."))), QUESTIONS) == (
                "Schlafen.",
                "Gehen.",
            )
    of_another = next(each for each in QUESTIONS if each.part == "was")
    assert wanted(review("2026-W10", (of_another.text, ("No.",)), ("Mine", ("No.",))), QUESTIONS) == ()


def test_answers_are_carried_from_the_last_review_of_the_kind_unless_it_is_to_be_left_in_peace() -> None:
    reviews = [review("2026-W08"), review("2026-W10"), review("2026-W12"), review("2026-02")]
    assert carried_to(WEEK, reviews) == reviews[1]
    assert carried_to(WEEK, [review("2026-W10", carried=False), reviews[0]]) is None
    assert carried_to(WEEK, []) is None


def test_a_time_is_said_to_be_there_for_a_few_days_and_then_no_more() -> None:
    pages = frozenset({"2026-W11"})
    spoken = [day for day in range(20) if ready(WEEK.first + dt.timedelta(day), pages, frozenset())]
    assert spoken == [7, 8]
    assert READY_FOR["week"] == 2


def test_of_several_that_end_together_the_longest_is_spoken_of() -> None:
    first = dt.date(2024, 1, 1)
    names = frozenset({"2023-W52", "2023-12", "2023-Q4", "2023"})
    assert ready(first, names, frozenset()) == period("2023")
    assert ready(first, names - {"2023"}, frozenset()) == period("2023-Q4")
    # Where that is to be left in peace, so are those within it.
    assert ready(first, names, frozenset({"2023"})) is None
    assert ready(dt.date.min, names, frozenset()) is None
