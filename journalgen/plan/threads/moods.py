"""The moods along a thread: a dot for each day that has one, joined where they lie near each other."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.analysis.metrics.values import Point
from journalgen.model.config import MetricConfig
from journalgen.plan.figures.geometry.over_time import along
from journalgen.plan.threads.views import DayOfThread, ThreadMoods

# Two dots are no course, and the story shows their numbers.
_FEWEST = 3


class MoodOfEntry(Struct, frozen=True, gc=False):
    """What an entry notes as its mood; `day` is the one that it counts for."""

    day: dt.date
    value: float
    address: str


def moods_along(moods: tuple[MoodOfEntry, ...], metric: MetricConfig) -> ThreadMoods | None:
    """Return moods in order of their days as a picture, or None of too few days: one with several has their mean."""
    by_day: dict[dt.date, list[MoodOfEntry]] = {}
    for mood in moods:
        by_day.setdefault(mood.day, []).append(mood)
    if len(by_day) < _FEWEST:
        return None
    days = tuple(
        DayOfThread(day, of_day[0].address, round(sum(each.value for each in of_day) / len(of_day), 1))
        for day, of_day in sorted(by_day.items())
    )
    chart = along(tuple(Point(each.day, each.value) for each in days), metric)
    return ThreadMoods(chart, days, several=len(moods) > len(days))
