from __future__ import annotations

import datetime as dt

from journalgen.analysis.metrics.days import DayValue
from journalgen.analysis.metrics.groups import hours, pairs, seasons, weekdays
from journalgen.analysis.metrics.values import Pairs
from journalgen.model.entry import Entry, Measure
from tests.parse.entries import made

MONDAY = dt.date(2026, 3, 2)


def test_days_by_weekday_and_by_month() -> None:
    values = [DayValue(MONDAY + dt.timedelta(n), n % 7, n % 7, 1) for n in range(28)]
    assert [each.mean for each in weekdays(values)] == [0, 1, 2, 3, 4, 5, 6]
    assert {each.n for each in weekdays(values)} == {4}
    assert [each.n for each in seasons(values)] == [0, 0, 28, *[0] * 9]


def test_entries_by_the_time_of_day() -> None:
    def at(hour: int, minute: int, value: float) -> Entry:
        return made(measures=(Measure("mood", value),), time=dt.time(hour, minute))

    entries = [
        at(0, 0, 1),
        at(5, 59, 3),
        at(6, 0, 5),
        at(12, 0, 6),
        at(23, 59, 8),
        made(measures=(Measure("mood", 9),)),
    ]
    assert [(each.n, each.mean) for each in hours(entries, "mood")] == [(2, 2), (1, 5), (1, 6), (1, 8)]
    assert [each.n for each in hours(entries, "sleep")] == [0, 0, 0, 0]


def test_before_and_after() -> None:
    noted = [(4, 6), (5, 5), (6, 3), (2, 7)]
    entries = [made(measures=(Measure("mood", after, before),)) for before, after in noted]
    assert pairs([*entries, made(measures=(Measure("mood", 5),))], "mood") == Pairs(4, 4.25, 5.25, 2, 1, 1)
    assert pairs([], "mood") is None


def test_two_pairs_are_too_few_to_tell() -> None:
    private = made(measures=(Measure("mood", 6, 4),), private=True)
    assert pairs([private, private], "mood") is None
    assert pairs([private, private, made(measures=(Measure("mood", 5, 5),))], "mood") is not None
