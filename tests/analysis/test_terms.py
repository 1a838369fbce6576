from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.terms import KINDS, Spellings, terms
from journalgen.model.config import Alias
from journalgen.model.entry import Coping, Entry
from tests.parse.entries import made


def tagged(*tags: tuple[str, ...]) -> list[Entry]:
    return [made(f"2026-03-{number:02}", tags=names) for number, names in enumerate(tags, start=1)]


def counts(entries: list[Entry], *aliases: Alias, kind: str = "tags") -> dict[str, tuple[int, int]]:
    return {term.name: (len(term.entries), term.own) for term in terms(kind, entries, Spellings(aliases))}


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], {}),
        ([("Walk",), ("walk",), ("walk",)], {"walk": (3, 3)}),
        ([("Walk",), ("walk",)], {"Walk": (2, 2)}),
        ([("Walk", "walk")], {"Walk": (1, 1)}),
        ([("Café",), ("Cafe\u0301",)], {"Café": (2, 2)}),
        ([("STRASSE",), ("straße",)], {"STRASSE": (2, 2)}),
        ([("play/hamlet",), ("Play",)], {"Play": (2, 1), "play/hamlet": (1, 1)}),
        ([("Play/Hamlet",)], {"Play": (1, 0), "Play/Hamlet": (1, 1)}),
        ([("play/hamlet", "play/lear", "play")], {"play": (1, 1), "play/hamlet": (1, 1), "play/lear": (1, 1)}),
        ([("a/b/c",)], {"a": (1, 0), "a/b": (1, 0), "a/b/c": (1, 1)}),
    ],
)
def test_tags_are_one_whatever_their_case_and_hold_what_nests_in_them(
    tags: list[tuple[str, ...]], expected: dict[str, tuple[int, int]]
) -> None:
    assert counts(tagged(*tags)) == expected


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        ([Alias("tags", "running", "run")], {"run": (2, 2), "x": (1, 1)}),
        ([Alias("*", "RUNNING", "run")], {"run": (2, 2), "x": (1, 1)}),
        ([Alias("people", "running", "run")], {"running": (1, 1), "run": (1, 1), "x": (1, 1)}),
        ([Alias("tags", "x", "running"), Alias("tags", "running", "run")], {"run": (2, 2)}),
        ([Alias("tags", "run", "running"), Alias("tags", "running", "run")], None),
    ],
)
def test_aliases_make_spellings_one(aliases: list[Alias], expected: dict[str, tuple[int, int]] | None) -> None:
    found = counts(tagged(("running", "x"), ("run",)), *aliases)
    assert expected is None or found == expected


def test_every_kind_is_counted() -> None:
    entry = made(
        tags=("a",), emotions=("b",), people=("c",), places=("d",), activities=("e",), triggers=("f",),
        coping=(Coping("g", 1, 2),)
    )  # fmt: skip
    assert [term.name for kind in KINDS for term in terms(kind, [entry], Spellings(()))] == list("abcdefg")
    assert counts([made(people=("a/b",))], kind="people") == {"a/b": (1, 1)}


NAMES = st.text("aAbB/éE\u0301ß", min_size=1, max_size=5).map(
    lambda text: "/".join(filter(None, text.split("/"))) or "a"
)


@given(st.lists(st.lists(NAMES, max_size=3).map(tuple), max_size=6))
@settings(deadline=None, max_examples=100)
def test_each_entry_is_found_under_each_of_its_names(tags: list[tuple[str, ...]]) -> None:
    entries = tagged(*tags)
    spellings = Spellings(())
    found = {term.key: term for term in terms("tags", entries, spellings)}
    for entry in entries:
        for name in entry.tags:
            assert entry in found[spellings.key("tags", name)].entries
    for term in found.values():
        assert list(term.entries) == [entry for entry in entries if entry in term.entries]
        assert term.parent is None or set(map(id, term.entries)) <= set(map(id, found[term.parent].entries))


def test_thousands_of_nested_tags_take_no_time() -> None:
    entries = [made("2026-03-14", f"{number}.md", tags=(f"p{number}/c",)) for number in range(4000)]
    start = time.perf_counter()
    assert len(terms("tags", entries, Spellings(()))) == 8000
    assert time.perf_counter() - start < 2
