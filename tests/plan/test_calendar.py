from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import MOOD
from journalgen.model.entry import Entry, Measure
from journalgen.plan.addresses import day_address
from journalgen.plan.calendar import Calendar, WrittenDay
from journalgen.plan.views import Length
from tests.parse.entries import made


def drawn(*entries: Entry, first_day: int = 0) -> Calendar:
    by_day: dict[dt.date, list[Entry]] = {}
    for entry in entries:
        assert entry.day
        by_day.setdefault(entry.day, []).append(entry)
    return Calendar(
        [WrittenDay(day, day_address(day), tuple(group)) for day, group in sorted(by_day.items())],
        [entry for _, group in sorted(by_day.items()) for entry in group],
        MOOD,
        first_day,
    )


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(0, 6))
@settings(deadline=None, max_examples=100)
def test_every_month_of_every_year_is_drawn(year: int, month: int, first_day: int) -> None:
    grid = drawn(first_day=first_day).grid(year, month)
    cells = [cell for week in grid.weeks for cell in week]
    assert {len(week) for week in grid.weeks} == {7}
    days = [cell.day for cell in cells if cell]
    assert days == [dt.date(year, month, number) for number in range(1, calendar.monthrange(year, month)[1] + 1)]
    assert all(
        (day.weekday() - first_day) % 7 == index % 7 for index, cell in enumerate(cells) if cell for day in [cell.day]
    )
    assert grid.weeks[0] != (None,) * 7 != grid.weeks[-1]


def test_a_day_shows_how_many_entries_and_the_mean_of_their_moods() -> None:
    entries = [made("2026-03-14", f"{value}.md", measures=(Measure("mood", value),)) for value in (4.0, 7.0)]
    entries.append(made("2026-03-14", "private.md", private=True, measures=(Measure("mood", 1.0),)))
    cell = next(cell for week in drawn(*entries).grid(2026, 3).weeks for cell in week if cell and cell.entries)
    assert (cell.day, cell.entries, cell.address) == (dt.date(2026, 3, 14), 3, "2026/03/14.html")
    assert cell.mood is not None
    assert cell.mood.text == "5.5"


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ((0,), Length(0, 1)), ((80, 20), Length(100, 1)), ((150,), Length(150, 2)), ((240,), Length(250, 2)),
        ((260, 20), Length(270, 3)), ((500,), Length(500, 3)), ((9000,), Length(9000, 4)),
    ],
)  # fmt: skip
def test_a_day_shows_about_how_many_words_it_has(words: tuple[int, ...], length: Length) -> None:
    entries = [made("2026-03-14", f"{number}.md", words=count) for number, count in enumerate(words)]
    grid = drawn(*entries, made("2026-03-14", "private.md", private=True, words=5000)).grid(2026, 3)
    assert [cell.length for week in grid.weeks for cell in week if cell and cell.entries] == [length]
    assert grid.words == length.words


def test_a_day_of_private_entries_shows_no_more_than_that_it_was_written() -> None:
    hidden = made("2026-03-14", private=True, words=300, measures=(Measure("mood", 3.0),))
    grid = drawn(hidden).grid(2026, 3)
    cell = next(cell for week in grid.weeks for cell in week if cell and cell.entries)
    assert (cell.mood, cell.length, grid.mood, grid.moods, grid.words) == (None, None, None, 0, 0)
    assert grid.digest == drawn(made("2026-03-14", private=True)).grid(2026, 3).digest


def test_a_month_has_the_mean_of_its_days_and_says_of_how_many() -> None:
    def day(number: int, *moods: float) -> list[Entry]:
        return [
            made(f"2026-03-{number:02}", f"{number}-{index}.md", measures=(Measure("mood", mood),))
            for index, mood in enumerate(moods)
        ]

    grid = drawn(*day(1, 2.0, 4.0), *day(2, 8.0), made("2026-03-03")).grid(2026, 3)
    assert grid.mood is not None
    assert (grid.mood.text, grid.moods, grid.days) == ("5.5", 2, 3)


@pytest.mark.parametrize(
    "other",
    [
        [made("2026-03-14", words=200)],
        [made("2026-03-15")], [made("2026-03-14", measures=(Measure("mood", 4.0),))],
        [made("2026-03-14"), made("2026-03-14", "b.md")],
        [made("2026-03-14"), made("2026-03-15")], [],
    ],
)  # fmt: skip
def test_whatever_a_month_shows_is_in_its_digest(other: list[Entry]) -> None:
    one = drawn(made("2026-03-14")).grid(2026, 3)
    assert one.digest != drawn(*other).grid(2026, 3).digest
    assert one.digest != drawn(made("2026-03-14"), first_day=6).grid(2026, 3).digest
    assert one.digest == drawn(made("2026-03-14", title="not shown here", words=3)).grid(2026, 3).digest


def test_pages_lead_to_the_months_and_years_beside_them_that_have_entries() -> None:
    found = drawn(made("0001-01-01"), made("2025-12-31"), made("2026-03-14"), made("9999-12-31"))
    assert found.years == (1, 2025, 2026, 9999)
    assert found.months == ((1, 1), (2025, 12), (2026, 3), (9999, 12))
    page = found.month_page(2026, 3, {"2026-03-14.md": None})  # type: ignore[dict-item]
    assert (page.previous and page.previous.address, page.next and page.next.address) == (
        "2025/12/index.html",
        "9999/12/index.html",
    )
    year = found.year_page(1)
    assert (year.previous, year.next and year.next.address, year.entries, year.days) == (None, "2025/index.html", 1, 1)
    archive = found.archive_page(3)
    assert [count.year for count in archive.years] == [9999, 2026, 2025, 1]
    assert archive.undated == 3
    assert [month.address for month in archive.years[1].months if month.days] == ["2026/03/index.html"]


def test_a_year_has_no_months_before_the_first_entry_and_none_after_the_last() -> None:
    found = drawn(made("2024-11-30"), made("2026-03-14"))
    assert [month.month for month in found.year_page(2024).months] == [11, 12]
    assert [month.month for month in found.year_page(2026).months] == [1, 2, 3]
    alone = drawn(made("2025-04-01"), made("2025-06-01"))
    assert [month.month for month in alone.year(2025)] == [4, 5, 6]
    between = drawn(made("2024-01-01"), made("2025-06-01"), made("2026-01-01"))
    assert [month.month for month in between.year(2025)] == list(range(1, 13))


def test_a_month_of_nothing_but_nights_that_count_for_the_one_before_is_another_than_an_empty_one() -> None:
    nights, empty = (Calendar([], entries, MOOD, 0).grid(2026, 3) for entries in ([made("2026-03-01")], []))
    assert (nights.address, empty.address) == ("2026/03/index.html", None)
    assert nights.digest != empty.digest
