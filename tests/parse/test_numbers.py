from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import MOOD, MetricConfig
from journalgen.parse.numbers import WORDS, read_hours, read_number, read_on_scale, within


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7), ("7.5", 7.5), ("7,5", 7.5), ("7,25", 7.25), ("+7", 7), ("-3", -3), ("−3", -3), (".5", 0.5),
        ("5.", 5), ("0", 0),
        ("0.5", 0.5), ("-0.5", -0.5), ("1e3", 1000), ("8,000", 8000), ("8_000", 8000), ("8 000", 8000), ("8'000", 8000),
        ("8\u00a0000", 8000), ("1,234,567.5", 1234567.5), (" 7 ", 7),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "007", "01234", "0x1F", "7h", "7:30", "71.3 kg", "100%", "€5", "3-4", "~3", "12,34,567",
        "1,234 567", "8,0000",
        ".nan", ".inf", "nan", "inf", "5e400", "1e16", "4111111111111111", "７", "٧", "1 2", "--3", "true",
        "2026-03-14",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7:30", 7.5), ("07:30", 7.5), ("7:30:36", 7.51), ("0:45", 0.75), ("7h30", 7.5), ("7h", 7),
        ("7 h 30 min", 7.5), ("7h5", 7 + 5 / 60),
        ("7H30M", 7.5), ("8 hours", 8), ("7 hrs", 7), ("7,5 h", 7.5), ("45 min", 0.75), ("450 minutes", 7.5),
        ("90 mins", 1.5),
    ],
)  # fmt: skip
def test_durations_are_hours(text: str, hours: float) -> None:
    assert read_hours(text) == pytest.approx(hours)


@pytest.mark.parametrize("text", ["", "7", "7:60", "7:5", "h", "400m", "5 m", "23:30-07:00", "7½", "soon", "7h75"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert read_hours(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7), ("1", 1), ("10", 10), ("7.5", 7.5), ("7,5", 7.5), ("7/10", 7), ("7 / 10", 7), ("awful", 1),
        ("Bad", 3.25),
        ("okay", 5.5), ("GOOD", 7.75), ("wonderful", 10), ("😢", 1), ("🙁", 3.25), ("😐", 5.5), ("🙂", 7.75),
        ("😄", 10), ("☹️", 3.25),
        ("0", None), ("11", None), ("-3", None), ("4/5", None), ("7/100", None), ("great", None), ("no", None),
        ("false", None),
        ("7:30", None), ("7h", None), ("", None), ("70%", None), ("😀😀", None), ("/10", None),
    ],
)  # fmt: skip
def test_mood_is_one_to_ten_words_or_a_face(text: str, value: float | None) -> None:
    assert read_on_scale(text, MOOD) == value


def test_five_words_stand_at_equal_distances() -> None:
    five = MetricConfig("mood", min=1, max=5)
    assert [read_on_scale(word, five) for word in WORDS] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("Bleh", MetricConfig("mood", min=1, max=5, words=(("bleh", 2),)), 2),
        ("good", MetricConfig("mood", min=1, max=10, words=(("good", 8),)), 8),
        ("71.3 kg", MetricConfig("weight", unit="kg"), 71.3),
        ("71.3kg", MetricConfig("weight", unit="kg"), 71.3),
        ("71.3 lb", MetricConfig("weight", unit="kg"), None),
        ("7:30", MetricConfig("sleep", unit="h", min=0, max=24), 7.5),
        ("7h30", MetricConfig("sleep", unit="h"), 7.5),
        ("25:00", MetricConfig("sleep", unit="h", min=0, max=24), None),
        ("45 min", MetricConfig("walk", unit="min"), 45),
        ("0:45", MetricConfig("walk", unit="min"), 45),
        ("1h15", MetricConfig("walk", unit="minutes"), 75),
        ("good", MetricConfig("energy"), None),
        ("good", MetricConfig("energy", min=0, max=4), 3),
        ("-1", MetricConfig("steps", min=0), None),
        ("7/7", MetricConfig("week", max=7), 7),
    ],
)
def test_a_configured_metric_has_its_own_words_unit_and_ends(
    text: str, metric: MetricConfig, value: float | None
) -> None:
    assert read_on_scale(text, metric) == value


@given(st.text(max_size=12))
@settings(deadline=None, max_examples=300)
def test_whatever_is_read_lies_on_the_scale(text: str) -> None:
    value = read_on_scale(text, MOOD)
    assert value is None or within(value, MOOD)
    read_hours(text)


@given(st.floats(-1e14, 1e14).map(lambda number: round(number, 3)))
@settings(deadline=None)
def test_a_number_written_out_is_read_back(number: float) -> None:
    assert read_number(f"{number:.3f}") == number
