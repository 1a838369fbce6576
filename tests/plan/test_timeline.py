from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journalgen.plan.timeline import LEVELS, month_number, timeline

MARCH = month_number(dt.date(2024, 3, 31))


def test_too_few_or_all_in_one_month_have_none() -> None:
    assert timeline([]) is None
    assert timeline([MARCH, MARCH + 1, MARCH + 2]) is None
    assert timeline([MARCH] * 9) is None


def test_months_are_counted_under_their_year_and_gaps_stay() -> None:
    found = timeline([MARCH, MARCH, MARCH + 1, MARCH + 24])
    assert found is not None
    assert [(year.year, year.entries) for year in found.years] == [
        (2024, (0, 0, 2, 1, *[0] * 8)),
        (2025, (0,) * 12),
        (2026, (0, 0, 1, *[0] * 9)),
    ]


def test_of_many_years_only_those_with_the_name_are_shown() -> None:
    found = timeline([12 * year for year in (1, 900, 5000, 9999)])
    assert found is not None
    assert [year.year for year in found.years] == [1, 900, 5000, 9999]


@given(st.lists(st.integers(2000 * 12, 2040 * 12), min_size=4, max_size=80))
def test_every_entry_is_counted_once_and_shaded_as_its_share(months: list[int]) -> None:
    found = timeline(months)
    if found is None:
        assert len(set(months)) == 1
        return
    assert sum(sum(year.entries) for year in found.years) == len(months)
    shades: dict[int, int] = {}
    for year in found.years:
        for count, level in zip(year.entries, year.levels, strict=True):
            assert (count > 0) == (level > 0)
            assert shades.setdefault(count, level) == level
    assert max(shades.values()) == min(LEVELS, max(shades))
    assert sorted(shades.values()) == [level for _, level in sorted(shades.items())]


def test_where_no_month_has_several_all_are_light() -> None:
    found = timeline([MARCH, MARCH + 1, MARCH + 7, MARCH + 24])
    assert found is not None
    assert {level for year in found.years for level in year.levels} == {0, 1}


@given(*[st.lists(st.integers(2020 * 12, 2023 * 12), min_size=4, max_size=12).map(sorted)] * 2)
def test_its_digest_tells_it_from_others(one: list[int], other: list[int]) -> None:
    first, second = timeline(one), timeline(other)
    if first and second:
        assert (first.digest == second.digest) == (first.years == second.years)
