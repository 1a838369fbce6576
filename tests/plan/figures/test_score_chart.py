from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.scales import Scored
from journalgen.model.scales import KNOWN, ScaleConfig
from journalgen.plan.figures.score_chart import ScoreChart, score_chart
from tests.parse.entries import made

ENTRY = made()
DAY = dt.timedelta(days=1)
FIRST = dt.date(2024, 1, 1)


def drawn(*scores: tuple[int, float], scale: ScaleConfig = KNOWN["phq9"]) -> ScoreChart:
    """Return the picture of scores so many days after the first of January 2024."""
    chart = score_chart([Scored(FIRST + days * DAY, value, ENTRY) for days, value in scores], scale)
    assert chart
    return chart


def test_days_are_true_to_scale() -> None:
    left, middle, right = (point.x for point in drawn((0, 5), (10, 5), (40, 5)).points)
    assert round((middle - left) / (right - left), 3) == 0.25


def test_higher_scores_stand_higher_between_the_ends_of_the_scale() -> None:
    chart = drawn((0, 0), (10, 27), (20, 13.5))
    low, high, middle = (point.y for point in chart.points)
    assert (low, high) == (chart.low.y, chart.high.y)
    assert high < middle < low
    assert (chart.low.start, chart.high.start) == ("0", "27")


def test_what_is_more_than_a_year_apart_is_not_joined() -> None:
    chart = drawn((0, 5), (365, 6), (731, 7))
    assert [(line.x1, line.x2) for line in chart.lines] == [(chart.points[0].x, chart.points[1].x)]


def test_the_first_the_last_the_lowest_and_the_highest_have_their_number_beside_them() -> None:
    chart = drawn((0, 5), (1, 9), (2, 7), (3, 2), (4, 8))
    assert [(point.label, point.below) for point in chart.points] == [
        ("5", False), ("9", False), ("", False), ("2", True), ("8", False),
    ]  # fmt: skip


def test_the_bands_are_lines_where_they_begin() -> None:
    chart = drawn((0, 5), (9, 10))
    assert [(band.start, band.name) for band in chart.bands] == [
        ("5", "mild"), ("10", "moderate"), ("15", "moderately severe"), ("20", "severe"),
    ]  # fmt: skip
    assert chart.bands[0].y == chart.points[0].y
    who5 = drawn((0, 52), (9, 60), scale=KNOWN["who5"])
    assert [(band.start, band.name) for band in who5.bands] == [("50", None)]


def test_scores_of_one_day_are_no_picture() -> None:
    assert score_chart([Scored(FIRST, 5, ENTRY), Scored(FIRST, 6, ENTRY)], KNOWN["phq9"]) is None


def test_without_ends_the_scores_themselves_are_the_ends() -> None:
    chart = drawn((0, 3), (1, 8), scale=ScaleConfig("x"))
    assert (chart.low.start, chart.high.start) == ("3", "8")
    assert drawn((0, 3), (1, 3), scale=ScaleConfig("x")).points[0].y == chart.low.y


def test_the_days_are_told_by_years_or_by_months() -> None:
    assert [(tick.year, tick.month) for tick in drawn((0, 1), (100, 1)).ticks] == [(2024, 2), (2024, 3), (2024, 4)]
    assert [(tick.year, tick.month) for tick in drawn((0, 1), (800, 1)).ticks] == [(2025, None), (2026, None)]
    assert len(drawn((0, 1), (300, 1)).ticks) <= 5
    assert len(drawn((0, 1), (9000, 1)).ticks) <= 5


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 27)), min_size=2, max_size=30))
def test_everything_lies_within_the_picture_and_in_order(scores: list[tuple[int, int]]) -> None:
    chart = score_chart([Scored(FIRST + days * DAY, value, ENTRY) for days, value in sorted(scores)], KNOWN["phq9"])
    if chart is None:
        assert len({days for days, _ in scores}) == 1
        return
    for place in (*(point.x for point in chart.points), *(point.y for point in chart.points)):
        assert 0 <= place <= 100
    assert all(0 <= tick.x <= 100 for tick in chart.ticks)
    assert all(before.x <= after.x for before, after in pairwise(chart.points))
