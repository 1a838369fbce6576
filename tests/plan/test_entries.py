from __future__ import annotations

import datetime as dt

import pytest

from journalgen.model.config import MOOD, MetricConfig
from journalgen.model.entry import Entry, Measure
from journalgen.plan.entries import as_text, link_to, mean_mood, measure_view, mood_view, quietened, row_of
from journalgen.problems import Level, Location, problem
from tests.parse.entries import made

WRONG = (problem(Location("a.md", 2), Level.ERROR, "x"),)


def mood(value: float) -> tuple[Measure, ...]:
    return (Measure("mood", value),)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (7.0, "7"), (7.5, "7.5"), (7.456, "7.46"), (0.001, "0"), (-0.001, "0"), (100.0, "100"),
        (12345.67, "12345.67"), (123456.0, "123456"),
        (1234567.8, "1234568"), (-3.0, "-3"), (7.1 + 0.2, "7.3"),
    ],
)  # fmt: skip
def test_numbers_have_no_more_digits_than_say_something(number: float, text: str) -> None:
    assert as_text(number) == text


@pytest.mark.parametrize(("value", "level"), [(1, 0), (5.5, 3), (10, 6), (0, 0), (11, 6)])
def test_a_mood_has_a_level_within_the_scale(value: float, level: int) -> None:
    assert mood_view(value, MOOD).level == level
    assert mood_view(value, MetricConfig("mood")).level == 3


def test_the_days_mood_is_the_mean_of_its_entries() -> None:
    found = mean_mood([made(measures=mood(4)), made(measures=mood(7)), made()], MOOD)
    assert found is not None
    assert found.text == "5.5"
    assert mean_mood([made()], MOOD) is None


@pytest.mark.parametrize(
    ("entry", "opening"),
    [
        (made(opening="words", measures=mood(7)), "words"), (made(opening="words"), "words"),
        (made(opening="words", measures=mood(2)), ""),
        (made(opening="words", private=True), ""), (made(opening="words", resurface=False), ""),
    ],
)  # fmt: skip
def test_a_low_day_does_not_show_its_words_unasked(entry: Entry, opening: str) -> None:
    assert row_of(entry, link_to(entry, "x.html"), MOOD).opening == opening


def test_a_private_entry_is_only_its_day() -> None:
    entry = made(private=True, title="secret", name="secret", opening="secret", measures=mood(7))
    row = row_of(entry, link_to(entry, "x.html"), MOOD)
    assert (row.link.title, row.link.name, row.opening, row.mood) == ("", "", "", None)
    assert quietened(row).link.day == row.link.day


BASE = made(title="t", name="n", opening="o", measures=mood(7))
SEEN: list[dict[str, object]] = [
    {"title": "other"}, {"name": "other"}, {"time": dt.time(9)}, {"opening": "other"}, {"measures": mood(8)},
    {"measures": ()}, {"starred": True},
    {"private": True}, {"draft": True}, {"problems": WRONG}, {"resurface": False}, {"day": "2026-03-15"},
]  # fmt: skip


@pytest.mark.parametrize("change", SEEN, ids=lambda change: next(iter(change)))
def test_whatever_a_row_shows_is_in_its_digest(change: dict[str, object]) -> None:
    other = made(**{"title": "t", "name": "n", "opening": "o", "measures": mood(7)} | change)  # type: ignore[arg-type]
    one, two = (row_of(entry, link_to(entry, "x.html"), MOOD) for entry in (BASE, other))
    assert one != two
    assert one.digest != two.digest
    assert quietened(one).digest != one.digest


def test_an_address_is_in_the_digests_and_a_body_is_not() -> None:
    assert link_to(BASE, "x.html").digest != link_to(BASE, "y.html").digest
    other = made(title="t", name="n", opening="o", measures=mood(7), body=b"y" * 16, words=9, tags=("x",))
    assert row_of(other, link_to(other, "x.html"), MOOD) == row_of(BASE, link_to(BASE, "x.html"), MOOD)


@pytest.mark.parametrize(
    ("measure", "metric", "change"),
    [
        (Measure("sleep", 7), MetricConfig("sleep"), "h"), (Measure("x", 7), MetricConfig("x", unit="kg"), "kg"),
        (Measure("mood", 7), MetricConfig("mood", min=1, max=7), "7"), (Measure("mood", 7, 4), MOOD, "4"),
        (Measure("mood", 7), MetricConfig("mood", "Mood", 1, 10), "Mood"), (Measure("mood", 8), MOOD, "8"),
    ],
)  # fmt: skip
def test_a_measure_shows_its_unit_end_and_label_and_its_digest_covers_them(
    measure: Measure, metric: MetricConfig, change: str
) -> None:
    view = measure_view(measure, metric)
    assert change in (view.value, view.before, view.unit, view.out_of, view.label)
    assert view.digest != measure_view(Measure("mood", 7), MOOD).digest
