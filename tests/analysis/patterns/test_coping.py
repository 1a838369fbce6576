from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.patterns.coping import coping_changes
from journalgen.analysis.patterns.days import days_until
from journalgen.analysis.patterns.values import CopingChange
from journalgen.analysis.terms import Spellings
from journalgen.model.entry import Coping, Entry, Measure
from tests.analysis.patterns.journals import journal, last, written
from tests.parse.entries import made


def changes(entries: list[Entry]) -> dict[str, CopingChange]:
    whole = journal(entries)
    return {each.key: each for each in coping_changes(days_until(whole, last(whole)), Spellings(()))}


def used(place: int, *uses: Coping) -> Entry:
    return written(place, {}, coping=uses)


def test_a_change_is_the_mean_over_days_and_several_uses_on_a_day_are_one() -> None:
    found = changes(
        [used(0, Coping("walk", 2, 6), Coping("Walk", 4, 4)), used(1, Coping("walk", 3, 4)), used(2, Coping("walk"))]
    )
    assert found["walk"] == CopingChange("walk", "walk", 3, 2, 1.5, None, None, None, 0)


def test_an_interval_takes_five_days() -> None:
    uses = [used(place, Coping("walk", 3, 3 + change)) for place, change in enumerate([1, 2, 3, 2, 2])]
    assert changes(uses[:4])["walk"].low is None
    found = changes(uses)["walk"]
    assert (found.change, found.low, found.high) == (2.0, 1.122, 2.878)  # 2.7764 * sqrt(0.5 / 5)


def test_what_would_have_come_anyway_is_told_by_the_other_pairs() -> None:
    """Those that began lower rose more: a line through them says so at the level of this one."""
    others = [
        made(f"2025-02-{place + 1:02}", measures=(Measure("mood", before + (8 - before) / 2, float(before)),))
        for place, before in enumerate([2, 3, 4, 5, 6] * 3)
    ]
    found = changes([*others, used(20, Coping("walk", 3, 6))])["walk"]
    assert (found.change, found.expected_anyway, found.others) == (3.0, 2.5, 15)


def test_pairs_of_other_techniques_tell_too_but_not_those_of_the_same_entry() -> None:
    others = [used(place, Coping("bath", 3, 4)) for place in range(10)]
    with_it = [used(place, Coping("walk", 3, 6), Coping("tea", 3, 9)) for place in range(10, 13)]
    found = changes([*others, *with_it])["walk"]
    assert (found.expected_anyway, found.others) == (1.0, 10)
    assert changes([*others[1:], *with_it])["walk"].expected_anyway is None


@pytest.mark.parametrize("level", [1, 9])
def test_other_levels_tell_nothing(level: int) -> None:
    others = [used(place, Coping("bath", 3 + place % 3, 6)) for place in range(12)]
    found = changes([*others, used(20, Coping("walk", level, 6))])["walk"]
    assert (found.expected_anyway, found.others) == (None, 0)


def test_without_before_and_after_there_is_no_change() -> None:
    assert changes([used(0, Coping("walk")), used(1, Coping("walk", 3)), used(2, Coping("walk", None, 3))]) == {}


@given(st.lists(st.tuples(st.floats(-1e308, 1e308), st.floats(-1e308, 1e308)), min_size=1, max_size=14))
@settings(deadline=None, max_examples=40)
def test_any_numbers_have_changes(pairs: list[tuple[float, float]]) -> None:
    entries = [used(place, Coping("ab"[place % 2], *pair)) for place, pair in enumerate(pairs)]
    assert set(changes(entries)) <= {"a", "b"}
