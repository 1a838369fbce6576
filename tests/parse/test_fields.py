from __future__ import annotations

import datetime as dt

import pytest

from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Coping, Field, Score
from tests.parse.entries import parsed, told


def metrics(front: str, body: str = "x", config: Config | None = None) -> dict[str, float]:
    return {measure.metric: measure.value for measure in parsed(front, body=body, config=config).measures}


def kept(front: str) -> dict[str, str]:
    return {field.name: field.text for field in parsed(front).fields}


@pytest.mark.parametrize(
    ("front", "value", "before"),
    [
        ("mood: 7", 7, None), ('mood: "7"', 7, None), ("Mood: 7", 7, None), ("MOOD: 7 # ok", 7, None),
        ("mood: 7/10", 7, None),
        ("mood: 😀", 7.75, None), ("mood: okay", 5.5, None), ("mood: {before: 4, after: 7}", 7, 4),
        ("mood: {Before: bad, AFTER: good}", 7.75, 3.25), ("mood: {before: 4}", 4, None),
        ("mood: {before: 4, after: }", 4, None),
        ("mood: {before: , after: 7}", 7, None), ("mood: {after: 7}", 7, None),
    ],
)  # fmt: skip
def test_mood_is_read_and_after_stands_for_the_entry(front: str, value: float, before: float | None) -> None:
    entry = parsed(front)
    assert entry.mood is not None
    assert (entry.mood.value, entry.mood.before) == (value, before)
    assert not entry.problems


@pytest.mark.parametrize("front", ["mood:", "mood: ~", 'mood: ""', "mood: []", "mood: {}", "mood: {before: , after: }"])
def test_an_empty_mood_is_no_mood_and_no_mistake(front: str) -> None:
    entry = parsed(front)
    assert entry.mood is None
    assert not entry.problems


@pytest.mark.parametrize(
    "text", ["great", "0", "11", "no", "false", "7:30", "[4, 7]", "[7]", "{start: 4}", "-3", "4/5", "70%", ".nan"]
)
def test_a_mood_off_the_scale_is_located_and_kept(text: str) -> None:
    entry = parsed(f"title: t\ntags: a\nmood: {text}")
    assert entry.mood is None
    assert told(entry) == [("2026-03-14.md:4:7", "expected-on-scale")]
    assert dict(entry.problems[0].parameters) | {"got": ""} == {"field": "mood", "min": "1", "max": "10", "got": ""}
    assert entry.fields[0].name == "mood"


@pytest.mark.parametrize(
    ("front", "metric", "value"),
    [
        ("sleep: 7.5", "sleep", 7.5), ("sleep: 7:30", "sleep", 7.5), ("sleep: 7h30", "sleep", 7.5),
        ('sleep: "7:30"', "sleep", 7.5),
        ("sleep: 7,5 h", "sleep", 7.5), ("anxiety: 6", "anxiety", 6), ("steps: 8000", "steps", 8000),
        ("steps: 8,000", "steps", 8000),
        ("temp: -3", "temp", -3), ("Sleep Quality: 3", "sleep_quality", 3), ("sleep-quality: 3", "sleep_quality", 3),
        ("wellbeing: {mood: 7}", "wellbeing.mood", 7), ("a: {b: {C: 3}}", "a.b.c", 3),
        ("anxiety: {before: 8, after: 4}", "anxiety", 4),
        ("anxiety: {before: 8}", "anxiety", 8),
    ],
)  # fmt: skip
def test_any_other_number_is_a_metric_of_its_own(front: str, metric: str, value: float) -> None:
    assert metrics(front) == {metric: value}


@pytest.mark.parametrize(
    "front",
    [
        "year: 2026", "week: 11", "Version: 1.2", "zip: 01234", "phone: 5551234", "code: 007", "card: 4111111111111111",
        'isbn: "9780000000000"', 'steps: "8000"', "weight: 71.3 kg", "anxiety: 6/10", "anxiety: [6, 7]",
        "anxiety: high", "x: true",
        "x: 2026-03-14", "a: {year: 2026}", "bedtime: 23:30", "woke_up: '06:45'", "3: 4", "x: 3-4", "swim: 400m",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_kept_as_text(front: str) -> None:
    assert metrics(front) == {}
    assert len(kept(front)) == 1
    assert not parsed(front).problems


def test_metrics_can_be_ignored_by_configuration() -> None:
    assert metrics("budget: 3", config=Config(not_metrics=("budget",))) == {}


@pytest.mark.parametrize(
    ("metric", "front", "expected", "codes"),
    [
        (MetricConfig("energy", min=0, max=5), "energy: 4", {"energy": 4.0}, []),
        (MetricConfig("energy", min=0, max=5), "energy: 6", {}, ["expected-on-scale"]),
        (MetricConfig("energy", min=0, max=5), "energy: [4, 5]", {}, ["expected-on-scale"]),
        (MetricConfig("energy", min=0, max=5), "energy: {am: 3, pm: 5}", {"energy.am": 3.0, "energy.pm": 5.0}, []),
        (MetricConfig("energy", min=0), "energy: -1", {}, ["expected-min"]),
        (MetricConfig("energy", max=5), "energy: 6", {}, ["expected-max"]),
        (MetricConfig("energy"), "energy: high", {}, ["expected-number"]),
        (MetricConfig("energy", words=(("high", 3),)), "energy: High", {"energy": 3.0}, []),
        (MetricConfig("page"), "page: 3", {"page": 3.0}, []),
        (MetricConfig("wellbeing.mood", max=5), "wellbeing: {mood: 9}", {}, ["expected-max"]),
        (MetricConfig("mod"), "mod: 9", {"mod": 9.0}, []),
        (MetricConfig("bedtime", unit="h"), "bedtime: 23:30", {"bedtime": 23.5}, []),
    ],
)
def test_a_configured_metric_is_held_to_its_scale(
    metric: MetricConfig, front: str, expected: dict[str, float], codes: list[str]
) -> None:
    config = Config(metrics=(metric,))
    entry = parsed(front, config=config)
    assert metrics(front, config=config) == expected
    assert [each.code for each in entry.problems] == codes
    assert bool(entry.fields) == bool(codes)


@pytest.mark.parametrize(
    ("front", "coping"),
    [
        ("coping: walk", [Coping("walk")]),
        ("coping: walk, tea", [Coping("walk"), Coping("tea")]),
        ("coping: [walk, {what: tea, before: 3, after: 6}]", [Coping("walk"), Coping("tea", 3, 6)]),
        ("coping: {What: walk, Before: 3}", [Coping("walk", 3)]),
        ("coping:\n- what: '[[walk]]'\n  after: 6\n  before:", [Coping("walk", None, 6)]),
        ("coping: ['walk, slowly']", [Coping("walk, slowly")]),
        ("coping: [null]", []),
    ],
)
def test_coping_has_what_helped_before_and_after(front: str, coping: list[Coping]) -> None:
    entry = parsed(front)
    assert list(entry.coping) == coping
    assert not entry.problems


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("coping: [{name: walk}]", "expected-coping"),
        ("coping: [{what: walk, before: x}]", "expected-number"),
        ("coping: {}\nmood: x", "expected-on-scale"),
    ],
)
def test_coping_that_cannot_be_read_is_kept(front: str, code: str) -> None:
    entry = parsed(front)
    assert [each.code for each in entry.problems] == [code]
    assert entry.fields


@pytest.mark.parametrize(
    ("front", "scores"),
    [
        ("scales: {phq9: 12, gad7: 8, who5: 60}", [Score("phq9", 12), Score("gad7", 8), Score("who5", 60)]),
        ('scales: {PHQ-9: 12, "GAD 7": "8"}', [Score("phq9", 12), Score("gad7", 8)]),
        ("scales: {phq9: {score: 12, item9: 1}}", [Score("phq9", 12)]),
        ("scales: {who5: {raw: 15}}", [Score("who5", 60)]),
        ("scales: [{phq9: 12}, {gad7: 3}]", [Score("phq9", 12), Score("gad7", 3)]),
        ("scales: {bdi: 12}", [Score("bdi", 12)]),
        ("scales: {phq9: }", []),
        ("scales:", []),
    ],
)
def test_questionnaires_are_scores_and_no_metrics(front: str, scores: list[Score]) -> None:
    entry = parsed(front)
    assert list(entry.scores) == scores
    assert not entry.measures
    assert not entry.problems


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("scales: {phq9: 28}", "expected-on-scale"), ("scales: {gad7: -1}", "expected-on-scale"),
        ("scales: {phq9: x}", "expected-number"),
        ("scales: 12", "expected-scales"), ("scales: [phq9, 12]", "expected-scales"),
    ],
)  # fmt: skip
def test_a_score_that_cannot_be_is_told_and_kept(front: str, code: str) -> None:
    entry = parsed(front)
    assert not entry.scores
    assert [each.code for each in entry.problems] == [code]
    assert entry.fields


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("mod", "mood"), ("modo", "mood"), ("moods", "mood"), ("titel", "title"), ("Tittle", "title"),
        ("dat", "date"), ("peple", "people"),
        ("triger", "triggers"), ("weathr", "weather"), ("medications", "medication"), ("emotons", "emotions"),
        ("gratitud", "gratitude"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("value", ["x", "3", ""])
def test_a_slip_of_a_known_field_is_a_warning_at_its_name(name: str, suggestion: str, value: str) -> None:
    entry = parsed(f"lang: en\n{name}: {value}")
    assert told(entry) == [("2026-03-14.md:3:1", "unknown-field")]
    assert dict(entry.problems[0].parameters) == {"field": name, "suggestion": suggestion}
    assert entry.problems[0].level == "warning"


@pytest.mark.parametrize(
    "name",
    [
        "type", "status", "created", "updated", "author", "categories", "slug", "layout", "cover", "weight",
        "rating", "name", "meditation",
        "food", "water", "moon", "wind", "wine", "energy", "stress", "sleep", "data", "timezone", "theme",
        "template", "anxiety", "x", "id",
    ],
)  # fmt: skip
def test_a_field_of_the_writers_own_is_no_slip(name: str) -> None:
    assert not parsed(f"{name}: something").problems


@pytest.mark.parametrize(
    ("front", "attribute", "value"),
    [
        ("tag: a", "tags", ("a",)), ("emotion: sad", "emotions", ("sad",)),
        ("feeling: sad", "emotions", ("sad",)), ("person: Anna", "people", ("Anna",)),
        ("win: x", "wins", ("x",)), ("alias: x", "aliases", ("x",)),
        ("people: Anna\nperson: Ben", "people", ("Anna", "Ben")),
        ("title: 2026", "title", "2026"), ("title: no", "title", "no"), ("title: [a, b]", "title", "a, b"),
        ('title: "a\\nb"', "title", "a b"),
        ("prompt: '[[x]]'", "prompt", "x"), ("lang: en", "lang", "en"),
        ("weather: [rain, wind]", "weather", "rain, wind"),
        ("gratitude: rain, tea", "gratitude", ("rain, tea",)), ("resurface: no", "resurface", False),
        ("resurface:", "resurface", True),
        ("starred: yes", "starred", True), ("starred:", "starred", False), ('draft: ""', "draft", False),
        ("private: 1", "private", True),
        ("Medication: 50 mg", "medication", ("50 mg",)),
    ],
)  # fmt: skip
def test_known_fields_are_understood(front: str, attribute: str, value: object) -> None:
    entry = parsed(front)
    assert getattr(entry, attribute) == value
    assert not entry.problems


def test_a_link_in_a_field_of_the_writers_own_is_what_it_shows() -> None:
    assert parsed("loc:\n- '[[Kyoto]]'\n- '[[trips/japan|Japan]]'").fields == (Field("loc", "Kyoto, Japan"),)


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("people: {anna: sister}", "expected-list"), ("title: {a: b}", "expected-text"),
        ("starred: maybe", "expected-flag"),
        ("time: evening", "expected-time"), ("date: {a: 2026-03-14}", "expected-date"),
        ("date: [2026-03-14, 2026-03-15]", "expected-date"),
        ("date: 03/04/2026", "date-order"), ("date: 2026-02-30", "date-impossible"), ("date: soon", "date-unreadable"),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_understood_is_located_and_kept(front: str, code: str) -> None:
    entry = parsed(front)
    assert [(each.code, each.where.line > 1, each.where.column > 1) for each in entry.problems] == [(code, True, True)]
    assert [field.name for field in entry.fields] == [front.partition(":")[0]]


def test_private_that_cannot_be_read_counts_as_private() -> None:
    assert parsed("private: hm").private


@pytest.mark.parametrize(
    ("front", "body", "time"),
    [
        ("date: 2026-03-14 10:00\ntime: 9:30", "x", dt.time(9, 30)),
        ("time: 9:30\ndate: 2026-03-14 10:00", "x", dt.time(9, 30)),
        ("time: 9:30", "time:: 10:00", dt.time(9, 30)),
        ("lang: en", "time:: 10:00", dt.time(10)),
        ("time: ''\ndate: 2026-03-14 10:00", "x", dt.time(10)),
    ],
)
def test_the_first_time_that_says_it_stands(front: str, body: str, time: dt.time) -> None:
    assert parsed(front, body=body).time == time


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("sleep:: 7", {"sleep": 7.0}), ("slept well [sleep:: 7] so", {"sleep": 7.0}),
        ("slept (sleep:: 7:30) so", {"sleep": 7.5}),
        ("- mood:: 4", {"mood": 4.0}), ("**Energy**:: 3", {"energy": 3.0}),
        ("sleep:: 7\nmood:: good", {"mood": 7.75, "sleep": 7.0}),
        ("mood:: 3\n\nmood:: 8", {"mood": 3.0}), ("collapsed:: true\nid:: 63f1", {}),
    ],
)  # fmt: skip
def test_fields_in_the_text_count_as_fields(body: str, expected: dict[str, float]) -> None:
    assert metrics("", body=body) == expected


def test_a_mistake_in_the_text_is_told_where_it_stands() -> None:
    assert told(parsed("lang: en", body="one\n\nmood:: great")) == [("2026-03-14.md:6:8", "expected-on-scale")]


def test_front_matter_comes_before_the_text_and_lists_add_up() -> None:
    entry = parsed("mood: 4\ntags: [a]", body="mood:: 8\ntags:: b\n\nand #c and #A")
    assert entry.mood is not None
    assert entry.mood.value == 4
    assert entry.tags == ("a", "b", "c")


@pytest.mark.parametrize("front", ["mood: 4\nMOOD: 5", "before-bed: 1\nBefore Bed: 2"])
def test_a_key_given_twice_is_reported_where_it_stands(front: str) -> None:
    assert told(parsed(front)) == [("2026-03-14.md:3:1", "duplicate-key")]


def test_own_fields_keep_the_spelling_of_their_names() -> None:
    assert kept("Page of Notebook: blue\nTea:\n  Kind: green") == {"Page of Notebook": "blue", "Tea.Kind": "green"}


@pytest.mark.parametrize("name", ["flag", "bang", "rates", "gags", "good"])
def test_short_names_that_share_letters_by_chance_are_no_slips(name: str) -> None:
    assert told(parsed(f"{name}: true")) == []


@pytest.mark.parametrize(
    ("name", "meant"), [("mod", "mood"), ("moood", "mood"), ("tgas", "tags"), ("tiem", "time"), ("tittle", "title")]
)
def test_slips_are_still_told(name: str, meant: str) -> None:
    (problem,) = parsed(f"{name}: x").problems
    assert (problem.code, problem["suggestion"]) == ("unknown-field", meant)
