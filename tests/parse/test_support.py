from __future__ import annotations

import pytest

from journalgen.parse.support import read_coping_plan


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("---\ncoping_plan: [walk, call Mags]\n---\n", ("walk", "call Mags")),
        ("---\ncoping_plan:\n  - walk\n  - tea, with milk\n  -\n---\n", ("walk", "tea, with milk")),
        ("---\ncoping_plan: walk, call Mags, walk\n---\n", ("walk", "call Mags")),
        ("---\nCoping-Plan: [[bath]]\n---\n", ("bath",)),
        ('+++\ncoping_plan = ["walk"]\n+++\n', ("walk",)),
        ("---\ncoping_plan:\n---\n", ()),
        ("---\ntitle: Plan\n---\ncoping_plan: [walk]\n", ()),
        ("Only words.\n", ()),
        ("", ()),
    ],
)
def test_the_names_are_read_each_once_and_in_order(front: str, names: tuple[str, ...]) -> None:
    assert read_coping_plan("support.md", f"{front}A plan.\n".encode()) == (names, ())


def test_what_is_no_name_is_told_at_its_place_and_the_others_stay() -> None:
    names, (told,) = read_coping_plan("support.md", b"---\ncoping_plan:\n  - walk\n  - {what: bath}\n---\nA plan.\n")
    assert names == ("walk",)
    assert (str(told.where), told.code, told["field"], told["got"]) == (
        "support.md:4:5",
        "expected-list",
        "coping_plan",
        "what: bath",
    )
