from __future__ import annotations

import datetime as dt

import pytest

from journalgen.model.config import MOOD, MetricConfig
from journalgen.model.entry import Entry, Measure
from journalgen.plan.entries import as_text, closed_link, link_to, mean_mood, measure_view, mood_view, row_of
from journalgen.plan.views import Row
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


def row_with(entry: Entry, address: str = "x.html", *, may_offer: bool = True) -> Row:
    return row_of(entry, link_to(entry, address), MOOD, may_offer=may_offer)


def test_how_an_entry_begins_stands_in_a_list_only_if_it_may_be_offered() -> None:
    entry = made(opening="words", title="t", measures=mood(7))
    open_row, closed_row = row_with(entry), row_with(entry, may_offer=False)
    assert (open_row.opening, closed_row.opening) == ("words", "")
    assert open_row.link == closed_row.link
    assert open_row.digest != closed_row.digest


def test_a_private_entry_is_only_its_day() -> None:
    entry = made(private=True, title="secret", name="secret", opening="secret", measures=mood(7))
    row = row_with(entry, may_offer=False)
    assert (row.link.title, row.link.name, row.opening, row.mood) == ("", "", "", None)


def test_a_closed_link_is_a_day_and_a_time_and_no_word() -> None:
    entry = made(title="secret", name="secret", time=dt.time(9))
    link = closed_link(entry, "x.html")
    assert (link.title, link.name, link.day, link.time) == ("", "", entry.day, entry.time)
    assert link == closed_link(made(title="other", name="other", time=dt.time(9)), "x.html")
    others = [
        closed_link(entry, "y.html"),
        closed_link(made(time=dt.time(8)), "x.html"),
        closed_link(made("2026-03-15"), "x.html"),
    ]
    assert link.digest not in [other.digest for other in others]


BASE = made(title="t", name="n", opening="o", measures=mood(7))
SEEN: list[dict[str, object]] = [
    {"title": "other"}, {"name": "other"}, {"time": dt.time(9)}, {"opening": "other"}, {"measures": mood(8)},
    {"measures": ()}, {"starred": True},
    {"private": True}, {"draft": True}, {"problems": WRONG}, {"resurface": False}, {"day": "2026-03-15"},
]  # fmt: skip


@pytest.mark.parametrize("change", SEEN, ids=lambda change: next(iter(change)))
def test_whatever_a_row_shows_is_in_its_digest(change: dict[str, object]) -> None:
    other = made(**{"title": "t", "name": "n", "opening": "o", "measures": mood(7)} | change)  # type: ignore[arg-type]
    one, two = (row_with(entry) for entry in (BASE, other))
    assert one != two
    assert one.digest != two.digest


def test_an_address_is_in_the_digests_and_a_body_is_not() -> None:
    assert link_to(BASE, "x.html").digest != link_to(BASE, "y.html").digest
    other = made(title="t", name="n", opening="o", measures=mood(7), body=b"y" * 16, words=9, tags=("x",))
    assert row_with(other) == row_with(BASE)


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
