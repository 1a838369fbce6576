from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.metrics.values import MetricFigures
from journalgen.analysis.metrics.whole import metric_figures
from journalgen.model.config import Config
from journalgen.model.entry import Measure
from journalgen.parse.journal import assemble
from tests.analysis.metrics.test_changes import counted
from tests.parse.entries import made

UNTIL = dt.date(2026, 3, 20)


def figures(*values: tuple[str, float], **changes: Any) -> tuple[MetricFigures, ...]:
    entries = [made(day, measures=(Measure("mood", value),), **changes) for day, value in values]
    return metric_figures(assemble(Config(), entries), UNTIL, counted)


def test_a_journal_without_numbers_has_none() -> None:
    assert metric_figures(assemble(Config(), [made()]), UNTIL, counted) == ()


def test_a_single_value_is_a_history() -> None:
    [mood] = figures(("2026-03-14", 6))
    assert (mood.days, mood.first, mood.last) == (1, dt.date(2026, 3, 14), dt.date(2026, 3, 14))
    assert (mood.low, mood.high, mood.course, mood.compared, mood.since) == (6, 6, (), (), ())
    assert mood.latest is not None
    assert (mood.latest.day, mood.latest.value) == (dt.date(2026, 3, 14), 6)


def test_nothing_of_a_private_entry_stands_by_itself() -> None:
    [mood] = figures(("2026-03-14", 6), ("2026-03-15", 2), private=True)
    assert (mood.days, mood.private) == (2, 2)
    assert (mood.latest, mood.points, mood.spread.n, mood.lately.n) == (None, (), 0, 0)
    assert all(value is None for year in mood.years for value in year.days)
    assert b"2.0" not in msgspec.json.encode(mood)


def test_days_after_the_last_one_do_not_count() -> None:
    [mood] = figures(("2026-03-14", 6), ("2026-03-21", 2))
    assert mood.days == 1


def test_lately_is_the_last_four_weeks() -> None:
    [mood] = figures(("2026-02-20", 1), ("2026-02-21", 5), ("2026-03-20", 7))
    assert mood.lately.n == 2


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(st.dates(), st.floats(-1e15, 1e15), min_size=1, max_size=12),
    st.booleans(),
    st.sets(st.dates(), max_size=3),
)
def test_any_values_on_any_days_are_kept_as_they_are(
    values: dict[dt.date, float], private: bool, events: set[dt.date]
) -> None:
    entries = [
        made(
            day.isoformat(),
            measures=(Measure("mood", value, 0),),
            private=private,
            events=("x",) if day in events else (),
        )
        for day, value in values.items()
    ]
    until = max(values)
    found = metric_figures(assemble(Config(), entries), until, counted)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=tuple[MetricFigures, ...]) == found
    assert found[0].days == len(values)
