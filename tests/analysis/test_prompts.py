from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.prompts import LowTimes, low_times, prompt_of_day
from journalgen.model.prompts import Depth, Prompt

DAY = dt.date(2026, 3, 14)
NEVER_LOW = LowTimes((), ())
LIMIT = 3.0
DEPTHS = st.sampled_from(("gentle", "middle", "deep"))
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
MOODS = st.dictionaries(
    st.integers(0, 200).map(lambda days: DAY - dt.timedelta(days)), st.sampled_from([1.0, 3.0, 7.0]), max_size=40
)


def prompt(name: str, theme: str = "play", depth: Depth = "gentle") -> Prompt:
    return Prompt(name, theme, depth, "free", f"Write of {name}.")


@st.composite
def themes(draw: st.DrawFn) -> list[Prompt]:
    """Some themes of some prompts, each with one that is not deep."""
    found = []
    for theme in range(draw(st.integers(1, 4))):
        depths = ["gentle", *draw(st.lists(DEPTHS, max_size=8))]
        found += [prompt(f"{theme}-{number}", f"t{theme}", depth) for number, depth in enumerate(depths)]  # type: ignore[arg-type]
    return found


def asked(
    prompts: list[Prompt], lows: LowTimes, first: dt.date, days: int, theme: str | None = None
) -> list[Prompt | None]:
    return [prompt_of_day(first + dt.timedelta(number), prompts, lows, theme) for number in range(days)]


@given(themes(), DAYS, MOODS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_it_is_the_same_all_day_in_whatever_order_they_come(
    prompts: list[Prompt], day: dt.date, moods: dict[dt.date, float], random: object
) -> None:
    lows = low_times(moods, LIMIT)
    chosen = prompt_of_day(day, prompts, lows)
    assert chosen in prompts
    assert prompt_of_day(day, prompts[::-1], lows) == chosen


@given(themes(), DAYS)
@settings(deadline=None)
def test_every_prompt_of_a_theme_comes_before_any_comes_twice(prompts: list[Prompt], first: dt.date) -> None:
    count = len({each.theme for each in prompts})
    longest = max(Counter(each.theme for each in prompts).values())
    of_themes: dict[str, list[str]] = {}
    for each in asked(prompts, NEVER_LOW, first, 3 * count * longest):
        assert each
        of_themes.setdefault(each.theme, []).append(each.id)
    for theme, shown in of_themes.items():
        size = sum(each.theme == theme for each in prompts)
        for start in range(len(shown) - size + 1):
            assert len(set(shown[start : start + size])) == size


@given(themes(), DAYS)
@settings(deadline=None)
def test_a_theme_that_is_asked_for_goes_round_day_by_day(prompts: list[Prompt], first: dt.date) -> None:
    of_theme = [each for each in prompts if each.theme == "t0"]
    shown = asked(prompts, NEVER_LOW, first, len(of_theme), "t0")
    assert {each.id for each in shown if each} == {each.id for each in of_theme}


@given(themes(), MOODS)
@settings(deadline=None)
def test_after_a_low_day_there_is_no_deep_one(prompts: list[Prompt], moods: dict[dt.date, float]) -> None:
    lows = low_times(moods, LIMIT)
    for number in range(120):
        day = DAY - dt.timedelta(days=number)
        before = [written for written in moods if written < day]
        chosen = prompt_of_day(day, prompts, lows)
        assert chosen
        assert not (before and moods[max(before)] <= LIMIT and chosen.depth == "deep")


@given(themes(), MOODS)
@settings(deadline=None)
def test_what_is_put_off_lets_no_other_come_twice_before_the_rest(
    prompts: list[Prompt], moods: dict[dt.date, float]
) -> None:
    """Low days come and go; the light ones still go round, and so do the deep ones."""
    shown = asked(prompts, low_times(moods, LIMIT), DAY - dt.timedelta(days=200), 200)
    for theme in {each.theme for each in prompts}:
        for is_deep in (False, True):
            of_kind = [each for each in prompts if each.theme == theme and (each.depth == "deep") is is_deep]
            turns = [each.id for each in shown if each in of_kind]
            for start in range(len(turns) - len(of_kind) + 1):
                assert len(set(turns[start : start + len(of_kind)])) == len(of_kind)


@given(themes(), MOODS, st.sampled_from([1.0, 3.0, 7.0, None]), st.sampled_from([1.0, 7.0]))
@settings(deadline=None)
def test_what_is_written_today_or_later_does_not_change_todays(
    prompts: list[Prompt], moods: dict[dt.date, float], today: float | None, later: float
) -> None:
    before = {day: mood for day, mood in moods.items() if day < DAY}
    after = before | ({DAY: today} if today else {}) | {DAY + dt.timedelta(days=3): later}
    for theme in (None, "t0"):
        one, two = (prompt_of_day(DAY, prompts, low_times(each, LIMIT), theme) for each in (before, after))
        assert one == two


@given(themes(), DAYS, DEPTHS)
@settings(deadline=None)
def test_a_depth_that_is_asked_for_is_given_after_a_low_day_too(
    prompts: list[Prompt], day: dt.date, depth: Depth
) -> None:
    lows = low_times({day - dt.timedelta(days=1): 1.0}, LIMIT)
    chosen = prompt_of_day(day, prompts, lows, depth=depth)
    if any(each.depth == depth for each in prompts):
        assert chosen
        assert chosen.depth == depth
    else:
        assert chosen is None


def test_neighbouring_days_have_other_themes() -> None:
    prompts = [prompt(f"{theme}{number}", theme) for theme in "abc" for number in range(4)]
    shown = [each.theme for each in asked(prompts, NEVER_LOW, DAY, 30) if each]
    assert all(one != two for one, two in pairwise(shown))
    assert set(Counter(shown).values()) == {10}


def test_a_theme_of_deep_ones_alone_has_none_after_a_low_day() -> None:
    deep = [prompt("a", depth="deep"), prompt("b", depth="deep")]
    lows = low_times({DAY - dt.timedelta(days=1): 2.0}, LIMIT)
    assert prompt_of_day(DAY, deep, lows) is None
    assert prompt_of_day(DAY, deep, NEVER_LOW) in deep


@pytest.mark.parametrize(
    ("moods", "limit", "expected"),
    [
        ({}, LIMIT, False),
        ({"2026-03-13": 3.0}, LIMIT, True),
        ({"2026-03-13": 3.1}, LIMIT, False),
        ({"2026-02-01": 1.0}, LIMIT, True),
        ({"2026-02-01": 1.0, "2026-03-13": 8.0}, LIMIT, False),
        ({"2026-03-14": 1.0, "2026-03-15": 1.0}, LIMIT, False),
        ({"2026-03-13": 1.0}, None, False),
    ],
)
def test_the_last_day_with_a_mood_says_whether_the_day_comes_after_a_low_one(
    moods: dict[str, float], limit: float | None, expected: bool
) -> None:
    by_day = {dt.date.fromisoformat(day): mood for day, mood in moods.items()}
    assert low_times(by_day, limit).has(DAY) is expected


def test_there_is_none_of_nothing() -> None:
    assert prompt_of_day(DAY, [], NEVER_LOW) is None
    assert prompt_of_day(DAY, [prompt("a")], NEVER_LOW, theme="none") is None


def test_the_first_and_last_days_of_the_calendar_have_one() -> None:
    lows = low_times({dt.date.min: 1.0, dt.date.max: 1.0}, LIMIT)
    for day in (dt.date.min, dt.date.max):
        assert prompt_of_day(day, [prompt("a"), prompt("b", depth="deep")], lows)
