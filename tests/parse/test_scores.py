from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.language import load
from journalgen.model.entry import Entry, Field, Score
from journalgen.parse.config import read_config
from journalgen.wording import sentence
from tests.parse.entries import parsed, told


@pytest.mark.parametrize(
    ("front", "value"),
    [
        ("scales: {phq9: {score: 12, item9: 1}}", True),
        ("scales: {phq9: {score: 12, item9: 3}}", True),
        ("scales: {PHQ-9: {score: 12, Item 9: 2}}", True),
        ("scales: {phq9: {score: 12, item9: 0}}", False),
        ("scales: {phq9: {score: 12, item9: }}", False),
        ("scales: {phq9: {score: 12, item9: no}}", False),
        ("scales: {phq9: {item9: 1}}", True),
        ("scales: {item9: 1}", True),
        ("scales: [{phq9: {score: 12, item9: 1}}]", True),
        ("phq9: {score: 12, item9: 1}", True),
        ("phq9: {score: 12, item9: 0}", False),
        ("item9: 2", True),
        ("phq9_item9: 2", True),
        ("shopping: {item9: 2}", False),
        ("scales: {phq9: 12}", False),
    ],
)
def test_an_answer_above_0_leads_to_support_and_0_says_nothing(front: str, value: bool) -> None:
    entry = parsed(front)
    assert entry.support_first is value
    assert not entry.problems


@pytest.mark.parametrize(
    "front",
    [
        "scales: {phq9: {score: 12, item9: 7}}", "scales: {phq9: {score: 12, item9: 0.5}}",
        "scales: {phq9: {score: 12, item9: 7half}}", "scales: {phq9: {score: 12, item9: [7, 7]}}",
        "scales: {phq9: {score: 77, item9: 1}}", "scales: {phq9: {score: x7, item9: 1}}",
        "scales: 'phq9 12, item 9: 7'", "scales: {phq9: 'twelve, item9=7'}",
    ],
)  # fmt: skip
def test_what_cannot_be_read_leads_to_support_too_and_repeats_nothing(front: str) -> None:
    entry = parsed(front)
    assert entry.support_first
    (problem,) = entry.problems
    assert "item" not in repr(problem).lower()
    assert "item" not in repr(entry.fields).lower()
    said = sentence(problem, load("en"))
    assert "item" not in said.lower()
    if "77" not in front and "x7" not in front:
        assert "7" not in said


ANSWERS = st.one_of(
    st.integers(-3, 9).map(str), st.floats(-1, 4).map(str), st.text("item9: abc07", max_size=8).map(repr)
)
SHAPES = st.sampled_from([
    "scales: {{phq9: {{score: 12, item9: {}}}}}", "scales: {{phq9: {{item9: {}}}}}", "phq9: {{score: 12, item9: {}}}", "item9: {}",
    "scales: {{item_9: {}}}", "scales: [{{phq9: {{score: 40, item9: {}}}}}]",
])  # fmt: skip


@given(SHAPES, ANSWERS)
@settings(deadline=None)
def test_item_9_is_never_a_score_a_metric_a_field_or_told(shape: str, answer: str) -> None:
    entry = parsed(shape.format(answer))
    names = [*(each.scale for each in entry.scores), *(each.metric for each in entry.measures)]
    names += [each.name for each in entry.fields]
    assert not [name for name in names if "item" in name]
    assert all(each.value in (12, 40) for each in entry.scores)
    for problem in entry.problems:
        assert "item" not in repr(problem.parameters).lower()


def test_a_score_that_cannot_be_is_told_at_its_place_and_kept_without_what_stands_beside_it() -> None:
    entry = parsed("scales: {phq9: {score: 40, item9: 2}}")
    assert told(entry) == [("2026-03-14.md:2:24", "expected-on-scale")]
    assert entry.problems[0]["got"] == "40"
    assert entry.fields == (Field("scales.phq9", "40"),)
    assert not entry.scores


@pytest.mark.parametrize(("front", "code"), [("61", "score-step"), ("{score: 61}", "score-step"), ("60", "")])
def test_a_who5_that_is_no_multiple_of_4_is_told_and_counts(front: str, code: str) -> None:
    entry = parsed(f"scales: {{who5: {front}}}")
    assert [each.code for each in entry.problems] == ([code] if code else [])
    assert [each.level for each in entry.problems] == (["warning"] if code else [])
    assert entry.scores == (Score("who5", float(front.strip("{}score: "))),)


def test_a_raw_sum_becomes_a_percentage_and_has_ends_of_its_own() -> None:
    assert parsed("scales: {who5: {raw: 25}}").scores == (Score("who5", 100),)
    entry = parsed("scales: {who5: {raw: 26}}")
    assert not entry.scores
    assert (entry.problems[0]["min"], entry.problems[0]["max"]) == ("0", "25")


def with_scales(toml: str, front: str) -> Entry:
    return parsed(front, config=read_config(toml)[0])


def test_the_ends_are_those_of_the_configuration() -> None:
    assert with_scales("[scales.pcl]\nmax = 80", "scales: {pcl: 80}").scores == (Score("pcl", 80),)
    entry = with_scales("[scales.pcl]\nmax = 80", "scales: {pcl: 81}")
    assert told(entry) == [("2026-03-14.md:2:15", "expected-max")]
    entry = with_scales("[scales.pcl]\nmin = 5", "scales: {pcl: 4}")
    assert told(entry) == [("2026-03-14.md:2:15", "expected-min")]


def test_what_else_stands_with_a_score_is_kept() -> None:
    entry = parsed("scales: {phq9: {score: 12, note: with Anna}}")
    assert entry.fields == (Field("scales.phq9.note", "with Anna"),)
    assert entry.scores == (Score("phq9", 12),)


def test_a_questionnaire_without_its_score_is_told() -> None:
    assert told(parsed("scales: {phq9: {total: 12}}")) == [("2026-03-14.md:2:16", "missing-key")]


def test_of_a_questionnaire_given_twice_the_first_score_stands() -> None:
    assert parsed("scales: {phq9: 12, PHQ-9: 3}").scores == (Score("phq9", 12),)
