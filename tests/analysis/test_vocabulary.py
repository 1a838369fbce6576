from __future__ import annotations

import random
from math import comb, isclose, log, sqrt

from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.vocabulary import (
    COMPARABLE,
    MOST,
    ApartWord,
    Part,
    Stretch,
    Whole,
    _chance,
    _log_odds,
    apart,
    part,
    stretches,
    whole,
)
from journalgen.analysis.word_days import FEWEST_DAYS, Counted, together


def of_days(*days: set[str]) -> Counted:
    words: dict[str, int] = {}
    for day in days:
        for word in day:
            words[word] = words.get(word, 0) + 1
    return Counted(len(days), words, {})


def journal(*quarters: Counted) -> tuple[dict[int, Part], Whole]:
    parts = {2024 * 4 + number: part(each) for number, each in enumerate(quarters)}
    return parts, whole(parts.values(), together(quarters).words)


FILLER = {f"w{number}" for number in range(40)}
QUIET_QUARTER = of_days(*[FILLER] * 40)
RINGING = of_days(*[FILLER | {"ringing"}] * 15, *[FILLER] * 25)


def test_a_word_of_one_quarter_sets_it_apart_and_common_ones_do_not() -> None:
    parts, everything = journal(QUIET_QUARTER, RINGING, QUIET_QUARTER)
    assert [apart(each, everything, 99) for each in parts.values()] == [[], [("ringing", 15, 0)], []]


def test_a_word_of_few_days_is_not_told() -> None:
    few = of_days(*[FILLER | {"tent"}] * (FEWEST_DAYS - 1), *[FILLER] * 40)
    parts, everything = journal(QUIET_QUARTER, few, QUIET_QUARTER)
    assert apart(parts[2024 * 4 + 1], everything, 99) == []


def test_a_word_that_is_hardly_more_frequent_is_not_told_however_certain_it_is() -> None:
    some = of_days(*[FILLER | {"tea"}] * 1500, *[FILLER] * 500)
    others = of_days(*[FILLER | {"tea"}] * 1000, *[FILLER] * 1000)
    parts, everything = journal(some, others)
    assert apart(parts[2024 * 4], everything, 99) == []


def test_the_surest_words_come_first() -> None:
    some = of_days(*[FILLER | {"van"}] * 30, *[FILLER | {"tent"}] * 8)
    _, everything = journal(QUIET_QUARTER, some, QUIET_QUARTER)
    assert [word for word, _, _ in apart(part(some), everything, 99)] == ["van", "tent"]


def test_years_and_quarters_come_newest_first_each_with_its_own_words() -> None:
    parts, everything = journal(QUIET_QUARTER, RINGING, QUIET_QUARTER, QUIET_QUARTER, RINGING)
    years = {2024: part(together([QUIET_QUARTER, RINGING, QUIET_QUARTER, QUIET_QUARTER])), 2025: part(RINGING)}
    found = stretches(years, parts, everything)
    assert [(each.year, each.quarter) for each in found] == [
        (2025, 0),
        (2025, 1),
        *[(2024, q) for q in (0, 4, 3, 2, 1)],
    ]
    assert found[0] == Stretch(2025, 0, 40, compared=True, words=(ApartWord("ringing", 15, 15),))
    assert found[2].words == found[3].words == ()


def test_too_few_days_here_or_elsewhere_are_not_compared() -> None:
    few = of_days(*[FILLER | {"tent"}] * (COMPARABLE - 1))
    parts, everything = journal(few, QUIET_QUARTER)
    found = stretches({2024: part(together([few, QUIET_QUARTER]))}, parts, everything)
    assert [(each.compared, each.words) for each in found] == [(False, ())] * 3


def test_no_more_words_are_told_than_can_be_read() -> None:
    rich = of_days(*[FILLER | {f"r{number}" for number in range(30)}] * 20)
    parts, everything = journal(rich, QUIET_QUARTER, QUIET_QUARTER)
    year, *_, first = stretches({2024: part(together([rich, QUIET_QUARTER, QUIET_QUARTER]))}, parts, everything)
    assert (len(year.words), len(first.words)) == (0, MOST[1])


def test_words_are_told_as_they_are_written() -> None:
    named = Counted(40, {**dict.fromkeys(FILLER, 40), "priti": 20}, {"priti": ("Priti", 20)})
    parts, everything = journal(QUIET_QUARTER, named, QUIET_QUARTER)
    found = stretches({2024: part(together([QUIET_QUARTER, named, QUIET_QUARTER]))}, parts, everything)
    assert found[2].words == (ApartWord("Priti", 20, 0),)


def test_shuffled_days_hardly_tell_any_word() -> None:
    chance = random.Random(3)
    vocabulary = [f"v{number}" for number in range(1500)]
    weights = [1 / (number + 20) for number in range(1500)]
    told = 0
    for _ in range(6):
        quarters = [of_days(*[set(chance.choices(vocabulary, weights, k=60)) for _ in range(45)]) for _ in range(8)]
        parts, everything = journal(*quarters)
        told += sum(len(apart(each, everything, 99)) for each in parts.values())
    # 48 quarters: about one word each is what the page says.
    assert told < 48


@given(st.integers(1, 60), st.data())
def test_the_chance_is_that_of_the_hypergeometric_distribution(population: int, data: st.DataObject) -> None:
    marked = data.draw(st.integers(0, population))
    drawn = data.draw(st.integers(0, population))
    found = data.draw(st.integers(max(0, marked + drawn - population), min(marked, drawn)))
    ways = sum(comb(marked, n) * comb(population - marked, drawn - n) for n in range(found, min(marked, drawn) + 1))
    assert isclose(_chance(population, marked, drawn, found), ways / comb(population, drawn), rel_tol=1e-9)


@given(st.integers(1, 200), st.integers(0, 200), st.integers(300, 5000), st.integers(300, 5000))
def test_the_log_odds_are_those_of_the_paper(on: int, elsewhere: int, size: int, rest: int) -> None:
    """Equations 16, 18 and 20, with alpha = the word's share of everything, and alpha_0 = the size of the stretch."""
    share = (on + elsewhere) / (size + rest)
    alpha, alpha_0 = share * size, size
    delta = log((on + alpha) / (size + alpha_0 - on - alpha)) - log(
        (elsewhere + alpha) / (rest + alpha_0 - elsewhere - alpha)
    )
    variance = 1 / (on + alpha) + 1 / (elsewhere + alpha)
    assert isclose(_log_odds(on, size, elsewhere, rest, alpha), delta / sqrt(variance), rel_tol=1e-9, abs_tol=1e-9)


@given(
    st.lists(
        st.lists(st.sets(st.sampled_from("abcdefghij"), min_size=1), max_size=25).map(lambda days: of_days(*days)),
        min_size=1,
        max_size=6,
    )
)
def test_any_journal_has_words_that_hold_what_is_said_of_them(quarters: list[Counted]) -> None:
    parts, everything = journal(*quarters)
    for number, each in parts.items():
        for word, on, elsewhere in apart(each, everything, 99):
            counts = quarters[number - 2024 * 4]
            assert counts.words[word] == on >= FEWEST_DAYS
            assert on + elsewhere == everything.words[word]
            assert on / each.size >= 2 * elsewhere / (everything.size - each.size) - 1e-9
