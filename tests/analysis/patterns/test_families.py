from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.effects import Effect
from journalgen.analysis.patterns.families import Part, adjusted, stepwise

PS = st.lists(st.floats(0, 1), max_size=30)


def shown_directly(values: Sequence[float], limit: float) -> set[int]:
    """Return what the procedure of Benjamini and Hochberg rejects, in its own words: the largest k with p(k) <= k q / m."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [rank for rank, place in enumerate(order, 1) if values[place] * len(values) / rank <= limit]
    return set(order[: max(ranks, default=0)])


@given(PS, st.sampled_from([0.01, 0.05, 0.1, 0.5]))
def test_a_q_within_the_limit_is_what_the_procedure_shows(values: list[float], limit: float) -> None:
    assert {place for place, q in enumerate(adjusted(values)) if q <= limit} == shown_directly(values, limit)


@given(PS)
def test_qs_go_with_ps_and_are_never_smaller(values: list[float]) -> None:
    found = adjusted(values)
    assert all(p <= q <= 1 for p, q in zip(values, found, strict=True))
    pairs = sorted(zip(values, found, strict=True))
    assert [q for _, q in pairs] == sorted(q for _, q in pairs)


@given(PS, st.integers(0, 20))
def test_a_part_gets_its_share_of_the_limit(values: list[float], others: int) -> None:
    alone, beside = adjusted(values), adjusted(values, len(values) + others)
    assert all(one <= other for one, other in zip(alone, beside, strict=True))


def effect(p: float) -> Effect:
    return Effect(1.0, 0.5, 1.5, p)


def test_what_only_goes_along_with_a_stronger_one_is_not_shown() -> None:
    def compare(numbers: Sequence[int], beside: Sequence[int]) -> list[Effect | None]:
        alone, held = {0: 1e-9, 1: 1e-6, 2: 1e-4, 3: 0.5}, {1: 0.7, 2: 1e-4, 3: 0.5}
        return [effect((held if 0 in beside else alone)[number]) for number in numbers]

    found, shown = stepwise([Part([0, 1, 2, 3])], 0.05, compare, lambda _: True)
    assert shown == [0, 2]
    assert found[1][0].p == 0.7
    found, shown = stepwise([Part([0, 1, 2, 3])], 0.05, compare, lambda number: number != 0)
    assert shown == [0, 1, 2]


def test_what_is_held_from_the_beginning_stays() -> None:
    seen = []

    def compare(numbers: Sequence[int], beside: Sequence[int]) -> list[Effect | None]:
        seen.append(tuple(beside))
        return [effect(1e-9) if number == 5 else None for number in numbers]

    found, shown = stepwise([Part([5, 6])], 0.05, compare, lambda _: True, [9])
    assert (list(found), shown, seen) == ([5], [5], [(9,), (9, 5)])


def test_what_is_found_in_one_part_makes_nothing_surer_in_another() -> None:
    ps = {0: 0.02, 1: 0.9, 2: 1e-12, 3: 1e-12}

    def compare(numbers: Sequence[int], beside: Sequence[int]) -> list[Effect | None]:
        return [effect(ps[number]) for number in numbers]

    assert stepwise([Part([0, 1, 2, 3])], 0.05, compare, lambda _: False)[1] == [2, 3, 0]
    assert stepwise([Part([0, 1]), Part([2, 3])], 0.05, compare, lambda _: False)[1] == [2, 3]


def test_a_part_shares_the_limit_by_what_it_counts_for() -> None:
    ps = [0.012, 0.5, *[0.004] * 8]

    def compare(numbers: Sequence[int], beside: Sequence[int]) -> list[Effect | None]:
        return [effect(ps[number]) for number in numbers]

    def qs(*parts: Part) -> list[float]:
        found, _ = stepwise(parts, -1, compare, lambda _: False)
        return [found[number][1] for number in range(10)]

    week = range(2, 10)
    assert qs(Part([0, 1]), Part(week)) == [0.12, 1.0, *[0.005] * 8]
    assert qs(Part([0, 1]), Part(week, 2)) == [0.048, 1.0, *[0.008] * 8]
    assert qs(Part([0, 1]), Part(week, 20)) == qs(Part([0, 1]), Part(week))


@pytest.mark.parametrize("parts", [[], [Part([])], [Part([]), Part([], 2)]])
def test_no_comparisons_show_nothing(parts: list[Part]) -> None:
    assert stepwise(parts, 0.05, lambda numbers, _: [None] * len(numbers), lambda _: True) == ({}, [])
