from __future__ import annotations

import datetime as dt
import re

from journalgen.analysis.metrics.values import Course, MetricFigures, Point
from journalgen.analysis.metrics.whole import metric_figures
from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Measure
from journalgen.parse.journal import assemble
from journalgen.plan.figures.geometry.axis import TimeAxis, axis
from journalgen.plan.figures.geometry.over_time import along, band, dots, line, marks, over_time, spark
from tests.analysis.metrics.test_changes import counted
from tests.parse.entries import made

DAY = dt.date(2026, 3, 1)
MOOD = MetricConfig("mood", min=0, max=10)
DAYS = TimeAxis(DAY, DAY.replace(day=31))
VALUES = axis(0, 10, MOOD)


def figures(*offsets: int) -> MetricFigures:
    entries = [made((DAY + dt.timedelta(n)).isoformat(), measures=(Measure("mood", 1 + n % 10),)) for n in offsets]
    return metric_figures(assemble(Config(), entries), DAY + dt.timedelta(max(offsets)), counted)[0]


def test_dots_are_lines_without_length() -> None:
    points = (Point(DAY, 10), Point(DAY.replace(day=31), 0))
    assert dots(points, VALUES, DAYS) == "M12 0h0M988 1000h0"


def test_the_line_has_gaps_and_the_band_an_area_for_each_stretch() -> None:
    course = (
        Course(DAY, 5, 4, 6, joined=False), Course(DAY.replace(day=2), 6, 5, 7, joined=True),
        Course(DAY.replace(day=30), 5, 4, 6, joined=False),
    )  # fmt: skip
    assert line(course, VALUES, DAYS) == "M12 500h0L45 400M955 500h0"
    assert band(course, VALUES, DAYS) == "M12 400L45 300L45 500L12 600ZM955 400L955 600Z"
    assert band((), VALUES, DAYS) == ""


def test_marks_are_numbered_where_there_is_room() -> None:
    days = [(DAY.replace(day=day), dashed) for day, dashed in ((2, False), (3, True), (20, False))]
    assert [(mark.number, mark.dashed) for mark in marks(days, DAYS)] == [(1, False), (None, True), (3, False)]
    assert marks([(DAY - dt.timedelta(1), False)], DAYS) == ()


def test_few_values_are_large_dots_alone() -> None:
    few = over_time(figures(0), MOOD, [])
    assert few.few
    assert (few.dots.count("M"), few.line, few.band) == (1, "", "")
    assert len(few.times) == 1
    assert [(label.across, label.value) for label in few.labels] == [(500, 1)]
    assert over_time(figures(*range(8)), MOOD, []).labels == ()


def test_some_days_alone_are_dots_joined_where_they_lie_near_each_other() -> None:
    days = [DAY, DAY + dt.timedelta(40), DAY + dt.timedelta(81)]
    chart = along([Point(day, 5) for day in days], MOOD)
    assert chart.dots == "M12 500h0M494 500h0M988 500h0"
    assert chart.line == "M12 500h0L494 500M988 500h0"
    assert [label.value for label in chart.labels] == [5, 5, 5]
    assert (chart.first, chart.last, chart.band, chart.marks) == (days[0], days[-1], "", ())


def test_a_long_history_is_no_larger_than_a_screen() -> None:
    long = figures(*range(28 * 365))
    chart = over_time(long, MOOD, [])
    assert (chart.step, chart.window, chart.few) == ("week", 91, False)
    assert chart.dots.count("M") < 1500
    assert len(chart.dots) + len(chart.line) + len(chart.band) < 70_000
    assert len(spark(long, MOOD).line) < 4_000


def test_a_small_picture_has_gaps_too() -> None:
    assert spark(figures(0, 1, 2), MOOD).line.count("M") == 1
    assert spark(figures(0, 1, 60, 61), MOOD).line.count("M") == 2
    assert re.fullmatch(r"M\d+ \d+h0", spark(figures(0, 1, 2), MOOD).dots)


def test_what_is_private_alone_draws_nothing() -> None:
    entry = made("2026-03-01", measures=(Measure("mood", 3),), private=True)
    [hidden] = metric_figures(assemble(Config(), [entry]), DAY, counted)
    assert over_time(hidden, MOOD, []).dots == ""
    assert spark(hidden, MOOD).line == ""
