from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from journalgen.plan.figures.monthly import FIELD, bars, course, number_of

MARCH = number_of(2026, 3)
AMOUNTS = st.dictionaries(st.integers(0, 9999 * 12 + 11), st.floats(0.1, 1e7), min_size=1, max_size=30).map(
    lambda amounts: sorted(amounts.items())
)


def numbers(path: str) -> list[float]:
    return [float(each) for each in re.findall(r"-?[\d.]+", path)]


def test_a_bar_is_as_high_as_its_amount_and_an_empty_month_has_none() -> None:
    chart = bars([(MARCH, 400.0), (MARCH + 11, 100.0)])
    assert chart.area == f"M12.5 {FIELD}V0H70.8V{FIELD}ZM929.2 {FIELD}V750H987.5V{FIELD}Z"
    assert [(tick.at, tick.value) for tick in chart.values] == [(1000, 0), (750, 100), (500, 200), (250, 300), (0, 400)]


def test_a_young_journal_has_no_walls_for_bars() -> None:
    chart = bars([(MARCH, 10.0)])
    assert chart.area == f"M12.5 {FIELD}V0H70.8V{FIELD}Z"
    assert [(tick.month, tick.with_year) for tick in chart.months] == [(3, True)]


def test_a_course_has_gaps_where_months_are_left_out() -> None:
    chart = course([(MARCH, 1.0), (MARCH + 1, 2.0), (MARCH + 4, 3.0), (MARCH + 5, 4.0)])
    assert re.sub(r"[\d.]+ [\d.]+", "", chart.line) == "MLML"
    assert chart.dots.count("h0") == 4


def test_months_are_named_with_their_year_once_and_long_journals_by_years() -> None:
    short = bars([(MARCH, 1.0), (MARCH + 12, 1.0)])
    assert [(tick.month, tick.year) for tick in short.months if tick.with_year] == [(3, 2026), (1, 2027)]
    long = bars([(number_of(1998, 6), 1.0), (MARCH, 1.0)])
    assert [tick.year for tick in long.months] == [1999, 2003, 2007, 2011, 2015, 2019, 2023]
    assert {tick.month for tick in long.months} == {0}


def test_nothing_but_zeros_is_drawn_at_the_bottom() -> None:
    assert numbers(course([(MARCH, 0.0), (MARCH + 1, 0.0)]).line)[1::2] == [FIELD, FIELD]


@given(AMOUNTS)
def test_everything_lies_in_the_field(amounts: list[tuple[int, float]]) -> None:
    for chart in (bars(amounts), course(amounts)):
        assert all(0 <= number <= FIELD for number in numbers(chart.area + chart.line.replace("h0", "")))
        assert all(0 <= at <= FIELD for at in (*(t.at for t in chart.values), *(t.at for t in chart.months)))
        assert 1 < len(chart.values) <= 6
        assert len(chart.months) <= 8
