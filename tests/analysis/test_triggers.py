from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.terms import Spellings
from journalgen.analysis.triggers import QUARTER, TriggerDays, _mid_p, by_weekday, lately, triggers_until
from journalgen.model.entry import Entry
from tests.parse.entries import made

UNTIL = dt.date(2026, 3, 15)


def back(*days: int) -> set[dt.date]:
    return {UNTIL - dt.timedelta(days=day) for day in days}


def found(*entries: Entry) -> tuple[TriggerDays, ...]:
    return triggers_until(entries, Spellings(()), UNTIL).triggers


def test_days_count_once_and_only_up_to_today() -> None:
    (forms, noise) = found(
        made("2026-03-13", "a.md", triggers=("forms",), time=dt.time(5, 59)),
        made("2026-03-13", "b.md", triggers=("Forms", "noise"), time=dt.time(6)),
        made("2026-03-14", "c.md", triggers=("forms",)),
        made("2026-03-16", "d.md", triggers=("forms",), time=dt.time(23)),
        made(None, "e.md", triggers=("forms",)),
    )
    assert (forms.key, forms.days, forms.first, forms.last) == ("forms", 2, dt.date(2026, 3, 13), dt.date(2026, 3, 14))
    assert forms.weekdays == (0, 0, 0, 0, 1, 1, 0)
    assert forms.times == (1, 1, 0, 0)
    assert noise.key == "noise"
    assert found(made("2026-03-16", triggers=("forms",))) == ()


@pytest.mark.parametrize(
    ("last", "before", "verdict"),
    [
        (20, 5, "more"),
        (5, 20, "less"),
        (11, 10, "alike"),
        (0, 0, "alike"),
        (3, 1, "unsure"),
        (0, 3, "unsure"),
        (6, 0, "more"),
    ],
)
def test_a_quarter_against_the_one_before(last: int, before: int, verdict: str) -> None:
    days = back(*range(last), *range(QUARTER, QUARTER + before))
    told = lately(days, QUARTER, QUARTER, UNTIL)
    assert told is not None
    assert (told.days, told.written, told.days_before, told.written_before) == (last, QUARTER, before, QUARTER)
    assert told.verdict == verdict


def test_how_often_one_wrote_is_taken_into_account() -> None:
    """As often among a third of the days is more often."""
    told = lately(back(*range(12), *range(QUARTER, QUARTER + 12)), 30, QUARTER, UNTIL)
    assert told is not None
    assert told.verdict == "more"


def test_too_few_days_are_not_compared() -> None:
    assert lately(back(1), QUARTER, 10, UNTIL) is None
    (forms,) = found(made("2026-03-13", triggers=("forms",)))
    assert forms.lately is None


def test_the_quarters_end_with_today() -> None:
    entries = [made(f"{day}", f"{number}.md") for number, day in enumerate(sorted(back(*range(2 * QUARTER))))]
    (forms,) = found(
        *entries,
        *(made(f"{day}", f"{day}.md", triggers=("forms",)) for day in back(0, 89, 90, 179)),
        made("2020-01-01", "old.md", triggers=("forms",)),
    )
    assert forms.lately is not None
    assert (forms.lately.days, forms.lately.days_before, forms.lately.written, forms.days) == (2, 2, QUARTER, 5)


@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.05, 0.95))
def test_chance_is_a_share_and_the_same_from_both_sides(count: int, more: int, share: float) -> None:
    of = count + more
    assert 0 <= _mid_p(count, of, share) <= 1
    assert _mid_p(count, of, share) == pytest.approx(_mid_p(more, of, 1 - share), abs=1e-9)


def test_chance_against_a_count_by_hand() -> None:
    """Of six days all in one of two quarters: half of 1/64, twice."""
    assert _mid_p(6, 6, 0.5) == pytest.approx(1 / 64)


@given(st.sets(st.dates(), max_size=40))
def test_each_day_has_one_weekday(days: set[dt.date]) -> None:
    assert sum(by_weekday(days)) == len(days)
