from __future__ import annotations

import datetime as dt
import random
import time
from typing import Any

import pytest

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Link, Measure
from journalgen.parse.journal import assemble
from journalgen.plan.site import Plan
from tests.parse.entries import made
from tests.plan.test_site import TODAY, changed, site

FIRST = dt.date(2024, 1, 1)


def on(number: int, **values: Any) -> Entry:
    return made((FIRST + dt.timedelta(days=number)).isoformat(), **values)


def related(number: int, *entries: Entry) -> list[tuple[int, tuple[str, ...], tuple[str, ...], str | None]]:
    day = FIRST + dt.timedelta(days=number)
    view: Any = site(*entries)[f"{day:%Y/%m/%d}.html"].view
    return [((each.link.day - FIRST).days, each.people, each.names, each.thread) for each in view.related]


def between(*entries: Entry) -> tuple[Entry, ...]:
    """Return entries with a bare one between each two, so that none is the next of another."""
    numbers = {(entry.day - FIRST).days for entry in entries if entry.day}
    return (*entries, *(on(number) for number in range(max(numbers)) if number not in numbers))


def test_what_two_entries_share_relates_them_and_is_said() -> None:
    entries = between(
        on(0, people=("Mam",), tags=("ringing", "ringing/bells")),
        on(2, people=("mam",), tags=("Ringing/Bells",)),
        on(4, people=("Kev",)),
        on(6, thread="The move"),
        on(8, thread="the move", places=("weir",)),
        on(10, places=("weir",)),
    )
    assert related(0, *entries) == [(2, ("Mam",), ("ringing/bells",), None)]
    assert related(4, *entries) == []
    assert related(8, *entries) == [(6, (), (), "The move"), (10, (), ("weir",), None)]


def test_a_rare_name_counts_for_more_than_a_frequent_one() -> None:
    many = [on(2 * number, tags=("often",) + (("rare",) if number in (0, 30) else ())) for number in range(40)]
    assert [number for number, *_ in related(0, *between(*many))] == [60]


def test_what_many_have_relates_nothing() -> None:
    many = [on(2 * number, tags=("often",), people=("Mam",)) for number in range(80)]
    assert related(0, *between(*many)) == []


def test_a_feeling_alone_relates_nothing_but_adds() -> None:
    entries = between(
        on(0, emotions=("glad",), places=("weir",)), on(2, emotions=("glad",)),
        on(4, places=("weir",)), on(6, emotions=("glad",), places=("weir",)),
    )  # fmt: skip
    assert [number for number, *_ in related(0, *entries)] == [6, 4]
    assert related(2, *entries) == []


def test_of_two_alike_the_nearer_comes_first_and_there_are_at_most_four() -> None:
    entries = between(*[on(2 * number, places=("weir",)) for number in range(7)])
    assert [number for number, *_ in related(6, *entries)] == [4, 8, 2, 10]


def test_those_that_the_page_leads_to_anyhow_are_left_out() -> None:
    link = (Link(0, (FIRST + dt.timedelta(days=8)).isoformat(), 1, 1, "wiki"),)
    entries = [
        on(0, places=("weir",)),
        on(1, places=("weir",)),
        on(2, places=("weir",), links=link),
        on(3),
        on(8, places=("weir",)),
    ]
    assert related(2, *entries) == [(0, (), ("weir",), None)]
    assert related(8, *entries) == [(1, (), ("weir",), None), (0, (), ("weir",), None)]


def test_two_that_link_to_the_same_entry_are_related() -> None:
    link = (Link(0, FIRST.isoformat(), 1, 1, "wiki"),)
    assert related(2, *between(on(0), on(2, links=link), on(6, links=link))) == [(6, (), (), None)]


@pytest.mark.parametrize("quiet", [{"private": True}, {"resurface": False}, {"measures": (Measure("mood", 1.0),)}])
def test_what_may_not_be_offered_is_related_to_nothing(quiet: dict[str, Any]) -> None:
    entries = between(on(0, places=("weir",)), on(2, places=("weir",), **quiet), on(4, places=("weir",)))
    assert [number for number, *_ in related(0, *entries)] == [4]
    # The other way round it may: whoever reads a quiet entry has opened it.
    assert [number for number, *_ in related(2, *entries)] == [4, 0] or [n for n, *_ in related(2, *entries)] == [0, 4]


def a_life(entries: int, seed: int) -> list[Entry]:
    """Return entries whose names are used as names are: a few very often, most seldom."""
    chance = random.Random(seed)

    def some(prefix: str, size: int, most: int) -> tuple[str, ...]:
        weights = [1 / (number + 1) for number in range(size)]
        names = chance.choices(range(size), weights, k=chance.randint(0, most))
        return tuple(dict.fromkeys(f"{prefix} {name}" for name in names))

    return [
        on(
            number,
            title=f"Day {number}",
            tags=some("tag", max(30, entries // 30), 3),
            people=some("Person", max(30, entries // 25), 3),
            places=some("place", max(20, entries // 30), 2),
            emotions=some("feeling", 40, 3),
        )
        for number in range(entries)
    ]


def test_a_new_entry_changes_what_is_related_to_few_others() -> None:
    """Measured over 40 new entries in a journal of 300: 8 pages of entries in the mean, of half of them at most 5, 52 at most.

    The many are those of a name that has just reached the next power of two.
    """
    life = a_life(340, seed=5)
    counts = []
    for number in range(300, 340):
        before, after = site(*life[:number]), site(*life[: number + 1])
        pages = [page for page in changed(before, after) if before.get(page) and before[page].template == "entry.html"]
        counts.append(len(pages))
    assert max(counts) <= 80
    assert sum(counts) / len(counts) <= 15


def test_the_order_in_which_entries_come_does_not_matter() -> None:
    life = a_life(80, seed=6)
    shuffled = life[:]
    random.Random(1).shuffle(shuffled)
    one, other = site(*life), site(*shuffled)
    assert {path: page.digest for path, page in one.items()} == {path: page.digest for path, page in other.items()}


@pytest.mark.slow
def test_what_is_related_to_ten_thousand_is_found_quickly() -> None:
    life = a_life(10_000, seed=7)
    plan = Plan(assemble(Config(), life), TODAY)
    _ = plan._names, plan._graph
    start = time.perf_counter()
    found = [plan._related.of(entry, ()) for entry in life]
    # Measured at 0.13 s; a machine under load takes longer.
    assert time.perf_counter() - start < 3
    assert sum(map(bool, found)) > 1000
