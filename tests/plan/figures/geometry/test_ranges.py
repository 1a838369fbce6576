from __future__ import annotations

from journalgen.analysis.metrics.values import Spread
from journalgen.model.config import MetricConfig
from journalgen.plan.figures.geometry.ranges import ranges

MOOD = MetricConfig("mood", min=1, max=10)


def test_groups_share_an_axis_that_reaches_as_far_as_they_do() -> None:
    found = ranges([Spread(4, 5, 5, 4, 6), Spread(0), Spread(4, 7, 7, 6, 8)], MOOD)
    assert found is not None
    assert (found.low, found.high) == (4, 8)
    assert [(each.low, each.mean, each.high) for each in found.groups] == [
        (0, 250, 500),
        (None, None, None),
        (500, 750, 1000),
    ]


def test_the_mean_lies_on_the_axis_though_it_may_lie_outside_the_middle_half() -> None:
    found = ranges([Spread(5, 20, 1, 1, 1), Spread(4, 7, 7, 6, 8)], MOOD)
    assert found is not None
    assert found.high >= 20


def test_one_group_is_no_comparison() -> None:
    assert ranges([Spread(4, 5, 5, 4, 6), Spread(0)], MOOD) is None
    assert ranges([], MOOD) is None
