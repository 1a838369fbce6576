from __future__ import annotations

import datetime as dt

from journalgen.analysis.patterns.days import days_until, mean
from journalgen.model.entry import Measure
from tests.analysis.patterns.journals import journal
from tests.parse.entries import made


def test_a_days_value_is_the_mean_of_its_entries_by_the_day_they_count_for() -> None:
    day = dt.date(2026, 3, 14)
    entries = [
        made("2026-03-14", "a.md", measures=(Measure("sleep", 7.0), Measure("mood", 4.0, 2.0))),
        made("2026-03-15", "b.md", counted=day, measures=(Measure("mood", 7.0),)),
        made("2026-03-15", "c.md", measures=(Measure("mood", 1.0),)),
        made("2026-03-16", "d.md", measures=(Measure("mood", 9.0),)),
        made(None, "e.md", measures=(Measure("mood", 9.0),)),
    ]
    found = days_until(journal(entries), dt.date(2026, 3, 15))
    first = day.toordinal()
    assert found.written == {first, first + 1}
    assert found.metrics == {"mood": {first: 5.5, first + 1: 1.0}, "sleep": {first: 7.0}}
    assert list(found.metrics) == ["mood", "sleep"]
    assert [entry.path for entry in found.entries] == ["a.md", "b.md", "c.md"]


def test_a_mean_of_the_largest_numbers_is_a_number() -> None:
    assert mean([1e308, 1.5e308]) == 1.25e308
    assert mean([3.0]) == 3.0
