"""What is said of patterns: which way, how sure, since when; and never why."""

from __future__ import annotations

import re
from itertools import product

import pytest

from journalgen.language import Language, load
from journalgen.wording import patterns as words

ENGLISH = Language("en")
DIRECTIONS: tuple[words.Direction, ...] = ("higher", "lower")
FILLED = {
    "factor": "deadline", "metric": "anxiety", "amount": "1.4 points", "low": "0.7", "high": "2.1", "n": "23", "step": "1 h",
    "day": "3 March", "what": "walk", "change": "1.2 higher", "anyway": "0.8 higher", "others": "34",
    "comparisons": "48", "days": "212 days", "same_as": "work",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "factor", "lag", "direction", "expected"),
    [
        (
            "tag", "deadline", 0, "higher",
            "On 23 days with *deadline*, anxiety was about 1.4 points higher than otherwise expected, likely between 0.7 and 2.1.",
        ),
        (
            "trigger", "deadline", 1, "lower",
            ("The day after *deadline* (23 days), anxiety was about 1.4 points lower than otherwise expected,"
            " likely between 0.7 and 2.1."),
        ),
        (
            "weekday", "saturday", 0, "higher",
            "On Saturdays (23), anxiety was about 1.4 points higher than on other days, likely between 0.7 and 2.1.",
        ),
        (
            "weekday", "weekend", 0, "lower",
            "At weekends (23), anxiety was about 1.4 points lower than on other days, likely between 0.7 and 2.1.",
        ),
        (
            "metric", "sleep", 0, "lower",
            "With every 1 h more of *deadline*, anxiety was about 1.4 points lower, likely between 0.7 and 2.1 (days: 23).",
        ),
    ],
)  # fmt: skip
def test_a_pattern_is_a_sentence(kind: str, factor: str, lag: int, direction: words.Direction, expected: str) -> None:
    assert words.along(kind, factor, lag, direction, 23, FILLED, ENGLISH) == expected


@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_kind_of_pattern_has_a_sentence_of_its_own_and_none_says_why(tag: str) -> None:
    language = load(tag)
    kinds = (
        [("tag", "x", lag) for lag in (0, 1)] + [("metric", "x", lag) for lag in (0, 1)] + [("weekday", "weekend", 0)]
    )
    said = {
        words.along(kind, factor, lag, direction, days, FILLED, language)
        for (kind, factor, lag), direction, days in product(kinds, DIRECTIONS, (1, 23))
    }
    assert len(said) >= 10
    assert not [text for text in said if "%(" in text]
    assert not re.search(r"\b(caus|because|führt|wegen|weil)", " ".join(said))


@pytest.mark.parametrize(
    ("days", "is_known", "expected"),
    [
        (0, False, "Since 3 March: no days with it yet."),
        (1, False, "Since 3 March: 23 day with it, too few to tell from chance."),
        (11, True, "Since 3 March: 23 days with it, about 1.4 points, likely between 0.7 and 2.1."),
    ],
)
def test_what_came_since_says_how_sure_it_is(days: int, is_known: bool, expected: str) -> None:
    assert words.since(days, is_known, FILLED, ENGLISH) == expected


@pytest.mark.parametrize(
    ("shown", "comparisons", "expected"),
    [
        (0, 0, "There are not enough days to compare anything yet. They will come."),
        (0, 48, "Nothing stood out among 48 comparisons over 212 days; small effects may still be there."),
        (2, 48, "Nothing stood out among 48 other comparisons over 212 days; small effects may still be there."),
    ],
)
def test_what_was_not_found_is_said(shown: int, comparisons: int, expected: str) -> None:
    assert words.nothing_else(shown, comparisons, FILLED, ENGLISH) == expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("too-few", "23 days with *deadline*: too few to tell from chance."),
        ("same-as", "*deadline*: always the same days as *work*."),
        ("too-many", "*deadline*: left out, since others come more often."),
    ],
)
def test_what_was_left_out_is_named(reason: str, expected: str) -> None:
    assert words.left_out(reason, 23, FILLED, ENGLISH) == expected


def test_coping_says_what_would_have_come_anyway() -> None:
    assert words.coping(False, False, 2, FILLED, ENGLISH) == "*walk* (23 times): afterwards about 1.2 higher."
    assert words.coping(True, True, 2, FILLED, ENGLISH) == (
        "*walk* (23 times): afterwards about 1.2 higher, likely between 0.7 and 2.1."
        " About 0.8 higher would likely have come anyway, as on 34 other occasions that began like that."
    )


def test_names_are_the_writers_own_but_those_of_days() -> None:
    assert words.factor_name("tag", "saturday", ENGLISH) == "saturday"
    assert words.factor_name("weekday", "saturday", ENGLISH) == "Saturday"
    assert words.factor_name("metric", "days-since", ENGLISH) == "days since the last entry"
    assert words.same_as_name("tag", "sunday", ENGLISH) == "Sunday"
    assert words.same_as_name("metric", "time", ENGLISH) == "time itself"
    assert words.signed(-1.5, "1.5", ENGLISH) == "1.5 lower"
