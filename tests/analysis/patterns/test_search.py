"""What is found, what is not, and what must not change it. Journals are small, so that each of them takes a moment."""

from __future__ import annotations

import datetime as dt
import math
import random
import subprocess
import sys
from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.patterns.search import Q, patterns
from journalgen.analysis.patterns.values import FirstShown, Pattern, Patterns
from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Entry, Measure
from tests.analysis.patterns.journals import FIRST, journal, last, quiet_moods, some, tagged, written
from tests.parse.entries import made

DAYS = 120


def found(entries: Iterable[Entry], config: Config | None = None, known: tuple[FirstShown, ...] = ()) -> Patterns:
    whole = journal(entries, config)
    return patterns(whole, last(whole), known)[0]


def one(every: Patterns, factor: str, metric: str = "mood", lag_days: int = 0) -> Pattern:
    (pattern,) = [
        each for each in every.patterns if (each.factor, each.metric, each.lag_days) == (factor, metric, lag_days)
    ]
    return pattern


def shown(every: Patterns) -> set[tuple[str, str, int]]:
    return {(each.factor, each.metric, each.lag_days) for each in every.patterns if each.shown}


DEADLINE, WALK = some(DAYS, 0.25, 5), some(DAYS, 0.3, 6)
MOODS = [
    mood - 2 * (place in DEADLINE) + 1.5 * (place - 1 in WALK) for place, mood in enumerate(quiet_moods(DAYS, seed=2))
]
TAGS = {"deadline": DEADLINE, "walk": WALK, "tea": some(DAYS, 0.3, 7)}
PLANTED = {("deadline", "mood", 0), ("walk", "mood", 1)}


def test_what_was_planted_is_found_and_nothing_else() -> None:
    every = found(tagged(MOODS, TAGS))
    assert shown(every) == PLANTED
    deadline, walk = one(every, "deadline"), one(every, "walk", lag_days=1)
    assert deadline.low < -2 < deadline.high
    assert walk.low < 1.5 < walk.high
    assert (deadline.days_with, deadline.days_without) == (len(DEADLINE), DAYS - len(DEADLINE))
    assert walk.days_with == len(WALK - {DAYS - 1})
    assert walk.days_with + walk.days_without == DAYS - 1
    assert one(every, "tea").q > Q
    assert every.tests == len(every.patterns) == 3 * 2 + 8
    assert (every.days, every.first, every.last) == (DAYS, FIRST, FIRST + dt.timedelta(days=DAYS - 1))


def test_what_always_comes_with_a_stronger_one_is_not_shown_again() -> None:
    """One is at work on other days too, and nothing comes of it there."""
    tags = {"work/deadline": DEADLINE, "work": some(DAYS, 0.1, 8), "office": DEADLINE | some(DAYS, 0.04, 9)}
    every = found(tagged(MOODS, tags))
    assert {factor for factor, _, lag in shown(every) if lag == 0} == {"work/deadline"}
    assert abs(one(every, "work").estimate) < 1


def test_a_day_without_an_entry_is_neither_with_nor_without() -> None:
    entries = [entry for place, entry in enumerate(tagged(MOODS, TAGS)) if place % 3 != 1]
    every = found(entries)
    kept = [place for place in range(DAYS) if place % 3 != 1]
    assert one(every, "deadline").days_with == len([place for place in kept if place in DEADLINE])
    walk = one(every, "walk", lag_days=1)
    known = [place for place in kept if place - 1 in kept]
    assert walk.days_with == len([place for place in known if place - 1 in WALK])
    assert walk.days_with + walk.days_without == len(known)


def test_a_number_is_compared_by_a_round_step_on_the_days_that_have_it() -> None:
    hours = [6 + place * 37 % 11 / 4 for place in range(DAYS)]
    entries = [
        written(place, {"mood": MOODS[place] + 0.8 * hours[place], **({"sleep": hours[place]} if place % 4 else {})})
        for place in range(DAYS)
    ]
    sleep = one(found(entries), "sleep")
    assert sleep.shown
    assert (sleep.days_with, sleep.days_without, sleep.per) == (90, 30, 2.0)
    assert sleep.low < 1.6 < sleep.high


def test_two_feelings_are_not_compared() -> None:
    config = Config(metrics=(MetricConfig("anxiety", min=0, max=10, better="lower"),))
    entries = [written(place, {"mood": mood, "anxiety": 10 - mood}) for place, mood in enumerate(MOODS)]
    every = found(entries, config)
    assert {each.kind for each in every.patterns} == {"weekday"}
    assert {each.metric for each in every.patterns} == {"mood", "anxiety"}


def test_days_since_the_last_entry_are_compared_and_never_shown() -> None:
    """Who doesn't write while low comes back a little higher, or a little lower: neither is a pattern."""
    places = [place for place in range(200) if place % 5 not in {1, 2}]
    entries = [
        written(place, {"mood": 3 + 3 * (place % 5 == 3) + number * 7 % 5 / 10}) for number, place in enumerate(places)
    ]
    since = one(found(entries), "days-since")
    assert since.p < 1e-6
    assert not since.shown
    assert since.first_shown is None


def test_a_weekday_is_compared_with_the_other_days() -> None:
    moods = [
        mood + 2 * ((FIRST + dt.timedelta(days=place)).weekday() == 5) for place, mood in enumerate(quiet_moods(DAYS))
    ]
    every = found(tagged(moods, {}))
    assert ("saturday", "mood", 0) in shown(every)
    assert one(every, "saturday").low < 2 < one(every, "saturday").high
    assert not one(every, "sunday").shown
    assert not one(every, "weekend").shown
    assert all(each.lag_days == 0 for each in every.patterns if each.kind == "weekday")


def test_the_days_of_the_week_count_as_two_comparisons() -> None:
    every = found(tagged(MOODS, {"deadline": DEADLINE}))
    deadline = one(every, "deadline")
    assert deadline.q == pytest.approx(3 * deadline.p)
    week = [each for each in every.patterns if each.kind == "weekday"]
    surest = min(week, key=lambda each: each.p)
    assert len(week) == 8
    assert surest.q <= min(1, 8 * 3 / 2 * surest.p) * (1 + 1e-9)
    assert max(each.q for each in week) == pytest.approx(min(1, 3 / 2 * max(each.p for each in week)))


@pytest.mark.parametrize(
    ("days", "with_it", "reasons"),
    [
        (27, 10, {("mood", "too-few", 27)}),
        (28, 4, {("mild", "too-few", 4)}),
        (28, 24, {("mild", "too-few", 4)}),
        (28, 5, set()),
    ],
)
def test_too_few_days_are_named(days: int, with_it: int, reasons: set[tuple[str, str, int]]) -> None:
    every = found(
        tagged(MOODS[:days], {"mild": range(0, with_it * 2 if with_it < 14 else with_it, 2 if with_it < 14 else 1)})
    )
    left_out = {(each.factor, each.reason, each.days) for each in every.left_out if each.kind != "weekday"}
    assert left_out == reasons
    assert bool([each for each in every.patterns if each.kind == "tag"]) is not bool(reasons)


def test_names_that_are_one_where_the_metric_is_are_compared_once() -> None:
    both, more = set(range(3, DAYS, 6)), set(range(2, DAYS, 8))
    entries = tagged(MOODS, {"a": both, "b": both | more})
    entries = [
        msgspec.structs.replace(entry, measures=entry.measures if place % 2 else ())
        for place, entry in enumerate(entries)
    ]
    every = found(entries)
    assert [(each.factor, each.metric, each.same_as) for each in every.left_out if each.reason == "same-as"] == [
        ("a", "mood", "b")
    ]


def test_a_name_that_the_days_of_the_week_tell_is_less_sure() -> None:
    """On Mondays and Wednesdays alone it might be those that do it."""
    office = [place for place in range(DAYS) if (FIRST + dt.timedelta(days=place)).weekday() in {0, 2}]
    other = random.Random(3).sample(range(DAYS), len(office))
    every = found(tagged(quiet_moods(DAYS), {"office": office, "other": other}))
    widths = [one(every, name).high - one(every, name).low for name in ("office", "other")]
    assert widths[0] > 1.1 * widths[1]


def test_a_number_that_only_counts_the_days_can_not_be_told_from_time() -> None:
    every = found([written(place, {"mood": mood, "sober": place}) for place, mood in enumerate(MOODS)])
    told = {(each.factor, each.metric, each.reason, each.same_as) for each in every.left_out}
    assert told == {("sober", "mood", "same-as", "time"), ("sober", "sober", "too-few", None)}


def test_a_pattern_keeps_the_day_on_which_it_was_first_shown_and_tells_what_came_since() -> None:
    whole = journal(tagged(MOODS, TAGS))
    today = last(whole)
    early, remembered = patterns(whole, FIRST + dt.timedelta(days=70), ())
    first = {(each.key, each.lag_days): each.day for each in remembered}
    assert first["deadline", 0] == FIRST + dt.timedelta(days=70)
    assert one(early, "deadline").since == msgspec.convert(
        {"days_with": 0, "days_without": 0, "estimate": None, "low": None, "high": None},
        type(one(early, "deadline").since),
    )
    later, again = patterns(whole, today, remembered)
    deadline = one(later, "deadline")
    assert deadline.first_shown == FIRST + dt.timedelta(days=70)
    assert deadline.since is not None
    assert deadline.since.days_with + deadline.since.days_without == DAYS - 71
    assert deadline.since.estimate == one(found(tagged(MOODS, TAGS)[71:]), "deadline").estimate or (
        deadline.since.low is not None
        and deadline.since.high is not None
        and deadline.since.low < -1 < deadline.since.high + 1
    )
    assert {each for each in again if each.key == "deadline" and each.lag_days == 0} == {
        each for each in remembered if each.key == "deadline" and each.lag_days == 0
    }


def test_what_came_since_takes_as_many_days_as_anything() -> None:
    whole = journal(tagged(MOODS, TAGS))
    day = FIRST + dt.timedelta(days=DAYS - 20)
    known = (FirstShown("mood", "tag", "deadline", 0, day),)
    since = one(patterns(whole, last(whole), known)[0], "deadline").since
    assert since is not None
    assert since.days_with + since.days_without == 19
    assert since.estimate is None


def test_a_metrics_level_is_told_with_its_change() -> None:
    whole = journal([written(place, {"mood": 3 + place * 7 % 3 + 2 * (place >= 100)}) for place in range(190)])
    (level,) = patterns(whole, last(whole), ())[0].metrics
    assert (level.metric, level.days, level.median) == ("mood", 190, 5.0)
    assert level.change_90_days == pytest.approx(2, abs=0.3)
    assert level.low is not None
    assert level.low > 1


def test_an_empty_journal_has_no_patterns() -> None:
    nothing, known = patterns(journal([]), FIRST, ())
    assert nothing == Patterns(Q, 0, 0, None, None, (), (), (), ())
    assert known == ()


def test_a_journal_with_nothing_to_compute_imports_no_numpy() -> None:
    code = (
        "import sys, datetime as dt\n"
        "from tests.analysis.patterns import journals\n" * 0 + "import sys, datetime as dt\n"
        "from journalgen.analysis.patterns.search import patterns\n"
        "from journalgen.model.config import Config\n"
        "from journalgen.model.journal import Journal\n"
        "patterns(Journal(Config(), (), (), (), (), None), dt.date(2026, 1, 1), ())\n"
        "print(*[name for name in ('numpy', 'scipy') if name in sys.modules])\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


# What must always hold, on a journal that is as small as can be and still has something to say.
SMALL = 60
SMALL_TAGS = {name: {place for place in days if place < SMALL} for name, days in TAGS.items()}
BEFORE = found(tagged(MOODS[:SMALL], SMALL_TAGS))


@given(st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=5)
def test_the_order_of_entries_changes_nothing(chance: random.Random) -> None:
    entries = tagged(MOODS[:SMALL], SMALL_TAGS)
    chance.shuffle(entries)
    assert found(entries) == BEFORE


@given(st.floats(-1000, 1000), st.sampled_from([0.001, 0.5, 3.0, 1e6]))
@settings(deadline=None, max_examples=8)
def test_a_level_and_a_unit_change_only_what_they_must(level: float, unit: float) -> None:
    after = found(tagged([mood * unit + level * unit for mood in MOODS[:SMALL]], SMALL_TAGS))
    assert len(after.patterns) == len(BEFORE.patterns)
    for one_, other in zip(BEFORE.patterns, after.patterns, strict=True):
        assert (other.factor, other.lag_days, other.shown) == (one_.factor, one_.lag_days, one_.shown)
        assert (other.estimate, other.low, other.high) == pytest.approx(
            (one_.estimate * unit, one_.low * unit, one_.high * unit), rel=2e-3, abs=1e-3 * unit
        )
        assert other.p == pytest.approx(one_.p, rel=5e-3)


@given(st.permutations(["deadline", "walk", "tea"]))
@settings(deadline=None, max_examples=5)
def test_another_name_changes_nothing_else(names: list[str]) -> None:
    others = dict(zip(SMALL_TAGS, names, strict=True))
    after = found(tagged(MOODS[:SMALL], {others[name]: days for name, days in SMALL_TAGS.items()}))
    for each in BEFORE.patterns:
        if each.kind == "tag":
            renamed = one(after, others[each.factor], lag_days=each.lag_days)
            assert msgspec.structs.replace(renamed, factor=each.factor, key=each.key) == each


NUMBERS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0.0, 1.0, -1e308, 1e308, 5e-324]),
    st.integers(1, 10).map(float),
)


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_any_journal_has_figures_and_all_of_them_are_numbers(data: st.DataObject) -> None:
    first = data.draw(st.sampled_from([dt.date.min, FIRST, dt.date.max - dt.timedelta(days=99)]))
    places = data.draw(st.one_of(st.just(range(40)), st.sets(st.integers(0, 99), min_size=1, max_size=60).map(sorted)))
    moods = data.draw(st.one_of(st.lists(NUMBERS, min_size=60, max_size=60), NUMBERS.map(lambda value: [value] * 60)))
    entries = []
    for number, place in enumerate(places):
        day = first + dt.timedelta(days=place)
        tags = [name for name, rest in (("a", 2), ("b", 3), ("c", 2), ("d/e", 5), ("all", 1)) if number % rest == 0]
        measures = (Measure("mood", moods[number]), Measure("sleep", moods[-number - 1]), Measure("line", float(place)))
        entries.append(made(day.isoformat(), f"{number}.md", tags=tuple(tags), measures=measures))
    every = found(entries)
    for each in every.patterns:
        assert all(map(math.isfinite, (each.estimate, each.low, each.high, each.p, each.q)))
        assert each.low <= each.estimate <= each.high
        assert 0 <= each.p <= 1
        assert each.p <= each.q * 1.001 <= 1.002
        assert each.shown <= (each.q <= Q)
    for level in every.metrics:
        assert math.isfinite(level.mean_of_days)
        assert math.isfinite(level.median)


@pytest.mark.parametrize("days", [{dt.date.min, dt.date.max}, {FIRST}])
def test_a_journal_of_a_day_or_two_has_no_comparisons(days: set[dt.date]) -> None:
    entries = [
        made(day.isoformat(), f"{number}.md", measures=(Measure("mood", 5.0 + number % 3),))
        for day in days
        for number in range(40)
    ]
    every = found(entries)
    assert every.patterns == ()
    assert [(each.factor, each.metric, each.days) for each in every.left_out if each.kind == "metric"] == [
        ("mood", "mood", len(days))
    ]
