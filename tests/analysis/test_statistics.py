from __future__ import annotations

import datetime as dt

from journalgen.analysis.statistics import MetricSummary, statistics
from journalgen.analysis.streaks import Gap, Streak
from journalgen.model.config import Config
from journalgen.model.entry import Measure
from journalgen.parse.journal import assemble
from journalgen.problems import Level, Location, problem
from tests.parse.entries import made

TODAY = dt.date(2026, 3, 15)


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


def test_an_empty_journal_has_no_figures() -> None:
    found = statistics(assemble(Config(), []), TODAY)
    assert (found.entries, found.days, found.first, found.current, found.longest_gap, found.metrics) == (
        0,
        0,
        None,
        None,
        None,
        (),
    )


def test_days_are_distinct_counted_days() -> None:
    entries = [
        made("2026-03-14", "a.md", words=3),
        made("2026-03-14", "b.md", words=4),
        made("2026-03-15", "c.md", counted=day(14), words=5),
        made("2025-12-31", "d.md", words=6),
        made(None, "e.md", words=7),
    ]
    found = statistics(assemble(Config(), entries), TODAY)
    assert (found.entries, found.days, found.undated, found.words) == (5, 2, 1, 25)
    assert (found.first, found.last) == (dt.date(2025, 12, 31), day(14))
    assert found.by_year == ((2025, 1), (2026, 3))
    assert found.current == Streak(1, day(14), day(14))
    assert found.longest == Streak(1, dt.date(2025, 12, 31), dt.date(2025, 12, 31))
    assert found.longest_gap == Gap(72, dt.date(2025, 12, 31), day(14))
    assert (found.errors, found.warnings) == (0, 1)


def test_an_entry_in_which_nothing_is_written_yet_makes_no_day() -> None:
    entries = [made("2026-03-14", "a.md", words=0), made("2026-03-15", "b.md", words=0, pictures=True)]
    found = statistics(assemble(Config(), entries), TODAY)
    assert (found.entries, found.days) == (2, 1)


def test_a_metrics_values_are_per_entry() -> None:
    entries = [
        made("2026-03-14", "a.md", measures=(Measure("mood", 7.0, 4.0), Measure("sleep", 7.5))),
        made("2026-03-14", "b.md", measures=(Measure("mood", 2.0),)),
        made(None, "c.md", measures=(Measure("mood", 2.0),)),
    ]
    found = dict(statistics(assemble(Config(), entries), TODAY).metrics)
    assert found == {"mood": MetricSummary(3, 3.6667, 2.0, 7.0), "sleep": MetricSummary(1, 7.5, 7.5, 7.5)}


def test_names_count_the_entries_that_use_them_and_problems_are_told_apart() -> None:
    wrong = (problem(Location("a.md", 2), Level.ERROR, "x"), problem(Location("a.md", 3), Level.WARNING, "y"))
    entries = [
        made("2026-03-14", "a.md", tags=("play/hamlet", "Walk"), people=("Anna",), problems=wrong),
        made("2026-03-15", "b.md", tags=("walk", "walk"), people=("anna", "Ben")),
    ]
    found = statistics(assemble(Config(), entries), TODAY)
    names = {kind: dict(counted) for kind, counted in found.names}
    assert names["tags"] == {"play/hamlet": 1, "walk": 2}
    assert names["people"] == {"Anna": 2, "Ben": 1}
    assert (found.errors, found.warnings) == (1, 1)
