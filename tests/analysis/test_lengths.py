from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.lengths import MonthLength, YearLengths, month_lengths, quartiles, year_lengths
from tests.parse.entries import made

ENTRIES = [
    made("2025-12-31", "a.md", words=300),
    made("2026-01-01", "b.md", counted=dt.date(2025, 12, 31), words=40),
    made("2026-03-14", "c.md", words=120),
    made("2026-03-14", "d.md", words=1000, private=True),
    made("2026-03-15", "e.md", words=0),
    made(None, "f.md", words=500),
]


def test_months_hold_rounded_words_by_counted_day_without_private_entries() -> None:
    assert month_lengths(ENTRIES) == (MonthLength(2025, 12, 340, 2), MonthLength(2026, 3, 100, 1))


def test_years_of_few_entries_have_no_middle() -> None:
    assert year_lengths(ENTRIES) == (
        YearLengths(2025, 340, 2, None, None, None),
        YearLengths(2026, 100, 1, None, None, None),
    )


def test_years_know_their_median_and_middle_half() -> None:
    entries = [made(f"2026-01-{number + 1:02}", words=words) for number, words in enumerate((20, 50, 200, 400, 800))]
    assert year_lengths(entries) == (YearLengths(2026, 1470, 5, 50, 200, 400),)


@pytest.mark.parametrize(
    ("values", "found"), [([10], (10, 10, 10)), ([10, 30], (10, 20, 30)), ([10, 20, 30, 40], (20, 30, 40))]
)
def test_quartiles_of_few_values(values: list[int], found: tuple[int, int, int]) -> None:
    assert quartiles(values) == found


@given(st.lists(st.integers(1, 500).map(lambda n: n * 10), min_size=1))
def test_quartiles_are_in_order_and_within(values: list[int]) -> None:
    values.sort()
    low, middle, high = quartiles(values)
    assert values[0] <= low <= middle <= high <= values[-1]
