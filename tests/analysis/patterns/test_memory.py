from __future__ import annotations

import datetime as dt

from journalgen.analysis.patterns.factors import Factor
from journalgen.analysis.patterns.memory import Shown
from journalgen.analysis.patterns.values import FirstShown
from tests.analysis.patterns.journals import journal, tagged

TODAY = dt.date(2025, 3, 1)
WORK = Factor("tag", "work", "Work", {})
ENTRIES = journal(tagged([5.0, 6.0], {"Work": [0], "rest": [1]}))


def shown(*known: FirstShown) -> Shown:
    return Shown(ENTRIES, known, TODAY)


def on(day: dt.date, key: str = "work", metric: str = "mood") -> FirstShown:
    return FirstShown(metric, "tag", key, 0, day)


def test_what_is_shown_for_the_first_time_is_shown_since_today() -> None:
    memory = shown()
    assert memory.first("mood", WORK, 0, now=False) is None
    assert memory.all() == ()
    assert memory.first("mood", WORK, 0, now=True) == TODAY
    assert memory.first("mood", WORK, 1, now=False) is None
    assert memory.all() == (on(TODAY),)


def test_a_date_stays_whether_it_is_still_shown_or_not() -> None:
    before = dt.date(2025, 2, 1)
    for now in (True, False):
        memory = shown(on(before))
        assert memory.first("mood", WORK, 0, now=now) == before
        assert memory.all() == (on(before),)


def test_a_day_after_today_does_not_count() -> None:
    later = on(TODAY + dt.timedelta(days=1))
    memory = shown(later)
    assert memory.first("mood", WORK, 0, now=False) is None
    assert memory.all() == (later,)
    assert memory.first("mood", WORK, 0, now=True) == TODAY
    assert memory.all() == (on(TODAY),)


def test_names_that_were_taken_out_are_forgotten() -> None:
    kept = [on(TODAY, "rest"), FirstShown("mood", "weekday", "sunday", 0, TODAY)]
    memory = shown(
        *kept, on(TODAY, "secret"), on(TODAY, metric="secret"), FirstShown("mood", "place", "work", 0, TODAY)
    )
    assert set(memory.all()) == set(kept)


def test_the_earliest_of_two_days_is_kept() -> None:
    memory = shown(on(TODAY), on(dt.date(2025, 1, 5)))
    assert memory.all() == (on(dt.date(2025, 1, 5)),)
