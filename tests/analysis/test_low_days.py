from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest

from journalgen.analysis.low_days import low_limit, moods_of_days
from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Measure
from tests.parse.entries import made


@pytest.mark.parametrize(
    ("quiet_below", "scale", "low", "not_low"),
    [
        (None, MetricConfig("mood", min=1, max=10), 2.8, 2.9),
        (None, MetricConfig("mood", min=-5, max=5), -3, -2.9),
        (3, MetricConfig("mood", min=1, max=10), 3, 3.1),
    ],
)
def test_the_limit_is_the_writer_s_or_the_lowest_fifth(
    quiet_below: float | None, scale: MetricConfig, low: float, not_low: float
) -> None:
    limit = low_limit(Config(metrics=(scale,), quiet_below=quiet_below))
    assert limit is not None
    assert low <= limit < not_low


@pytest.mark.parametrize(
    ("quiet_below", "scale"), [(False, MetricConfig("mood", min=1, max=10)), (None, MetricConfig("mood"))]
)
def test_there_is_none_without_a_scale_or_where_it_is_turned_off(
    quiet_below: Literal[False] | None, scale: MetricConfig
) -> None:
    assert low_limit(Config(metrics=(scale,), quiet_below=quiet_below)) is None


def test_a_day_s_mood_is_the_mean_of_its_entries_private_ones_too() -> None:
    entries = [
        made("2026-03-14", "a.md", measures=(Measure("mood", 2),)),
        made("2026-03-14", "b.md", measures=(Measure("mood", 7),), private=True),
        made("2026-03-14", "c.md", measures=(Measure("mood", 8),)),
        made("2026-03-13", measures=(Measure("sleep", 8),)),
        made(None, "note.md", measures=(Measure("mood", 1),)),
    ]
    assert moods_of_days(entries) == {dt.date(2026, 3, 14): 5.7}
