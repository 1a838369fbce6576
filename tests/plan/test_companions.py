from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.terms import Term
from journalgen.plan.companions import Companies

TAGS = ("play", "play/hamlet", "walk", "rain")


def companies(uses: dict[str, list[int]], count: int) -> tuple[Companies, dict[str, Term]]:
    made = {name: Term("people" if name.istitle() else "tags", name, name.casefold(), (), 0) for name in uses}
    return Companies(tuple(made.values()), tuple(uses.values()), count), made


def of(uses: dict[str, list[int]], name: str, count: int = 9) -> dict[str, list[tuple[str, int]]]:
    known, terms = companies(uses, count)
    found = known.of(terms[name], uses[name])
    return {kind: [(term.name, together) for term, together in each] for kind, each in found.items()}


def test_those_together_most_often_come_first_by_kind() -> None:
    uses = {"walk": [0, 1, 2, 3], "rain": [1, 2], "tea": [0, 1, 2], "Anna": [2, 3], "Ben": [0]}
    assert of(uses, "walk") == {"tags": [("tea", 3), ("rain", 2)], "people": [("Anna", 2)]}


def test_once_is_no_company() -> None:
    assert of({"walk": [0, 1], "rain": [1]}, "walk") == {}
    assert of({"walk": [0], "rain": [0]}, "walk") == {}


def test_a_nested_tag_and_what_is_around_it_are_no_company() -> None:
    uses = {"play": [0, 1, 2], "play/hamlet": [0, 1], "play/hamlet/act": [0, 1], "playing": [0, 1], "Play": [0, 1]}
    assert of(uses, "play/hamlet") == {"tags": [("playing", 2)], "people": [("Play", 2)]}
    assert of(uses, "play")["tags"] == [("playing", 2)]


def test_what_does_not_count_is_no_company() -> None:
    known, terms = companies({"walk": [0], "rain": [0]}, 9)
    assert known.of(terms["walk"], [0, 1, 2]) == {}


def test_a_kind_has_no_more_than_a_few() -> None:
    uses = {"Walk": [0, 1]} | {f"t{number}": [0, 1] for number in range(9)}
    assert of(uses, "Walk") == {"tags": [(f"t{number}", 2) for number in range(5)]}


@given(st.lists(st.sets(st.sampled_from(["a", "b", "c", "D", "E"])), max_size=12))
def test_counts_are_those_of_the_entries(entries: list[set[str]]) -> None:
    uses = {name: [at for at, names in enumerate(entries) if name in names] for name in ("a", "b", "c", "D", "E")}
    for name, used in uses.items():
        found = {other: count for each in of(uses, name, len(entries)).values() for other, count in each}
        expected = {other: len({*used} & {*others}) for other, others in uses.items() if other != name}
        assert found == {other: count for other, count in expected.items() if count > 1}
