"""Questions to look back with."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from journalgen.model.periods import Kind

# What was, what one makes of it, and what comes next: a review asks one of each, in this order.
Part = Literal["was", "means", "next"]
PARTS: tuple[Part, ...] = ("was", "means", "next")


class Question(Struct, frozen=True, gc=False):
    """A question; `gentle` ones are asked after a hard time too. `also` are its words in other languages.

    `kinds` are the periods that it fits. What answers one of the part `next` is what the writer wants to try.
    """

    id: str
    part: Part
    gentle: bool
    kinds: tuple[Kind, ...]
    text: str
    also: tuple[str, ...] = ()
