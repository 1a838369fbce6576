"""Exercises: a few headings to fill in, for what is hard to begin on an empty page."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from journalgen.model.prompts import folded

# By the names that entries call them, in the order in which they are shown.
EXERCISES = (
    "thought-record",
    "problem-solving",
    "worry-time",
    "expressive-writing",
    "three-good-things",
    "unsent-letter",
    "values",
    "coping-plan",
    "weekly-rhythm",
)

Role = Literal["thought", "before", "after", "step", "outcome"]
# What the headings of an exercise hold that the site knows more of, by their place in its text.
ROLES: dict[str, dict[int, Role]] = {
    "thought-record": {1: "thought", 2: "before", 7: "after"},
    "problem-solving": {3: "step", 4: "outcome"},
}


class Exercise(Struct, frozen=True, gc=False):
    """An exercise in one language: what it is called and for, the two lines that say where it comes from, and its text.

    `text` is a whole file with front matter and headings. Hints stand in it as comments of HTML, each on a line of its own: they
    are seen while writing and nowhere else. `roles` says what stands under headings, by what their spellings share, in
    all languages.
    """

    name: str
    title: str
    purpose: str
    origin: tuple[str, str]
    text: str
    roles: tuple[tuple[str, Role], ...] = ()


@lru_cache(maxsize=1024)
def folded_heading(heading: str) -> str:
    """Return what the spellings of a heading share: whatever its case, spaces and quotes, and with a colon behind it or not.

    Entries that do an exercise share their headings, so what was folded is remembered.
    """
    return folded(heading).rstrip(" :")
