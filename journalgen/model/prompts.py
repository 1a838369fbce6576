"""Prompts: something to write from, where nothing comes by itself."""

from __future__ import annotations

import unicodedata
from typing import Literal

from msgspec import Struct

Depth = Literal["gentle", "middle", "deep"]
Form = Literal["line", "list", "letter", "free"]

# What journaling is for; the themes of journalgen's own prompts, in the order in which they are shown.
THEMES = (
    "noticing", "feelings", "stress", "problems", "progress", "coping", "self-worth", "gratitude", "people", "values",
    "play",
)  # fmt: skip
# The theme of the writer's own prompts that name none.
OWN = "own"

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


class Prompt(Struct, frozen=True, gc=False):
    """Something to write from; `also` are its words in other languages, `own` says that the writer made it.

    `theme` is one of `THEMES`, or what the writer calls theirs.
    """

    id: str
    theme: str
    depth: Depth
    form: Form
    text: str
    also: tuple[str, ...] = ()
    own: bool = False


def folded(text: str) -> str:
    """Return what the spellings of a prompt share: whatever its case, its spaces and the shape of its quotes."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAIN).split()).casefold()
