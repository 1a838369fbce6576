"""The sections that pages of figures fall into, and the links between them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from journalgen.plan.addresses import PATTERNS

Section = Literal["overview", "along", "coping", "triggers", "metrics", "feelings", "scales", "rhythm", "words"]

# Where each section begins, in the order in which they are offered.
ADDRESSES: dict[Section, str] = {
    "overview": PATTERNS,
    "along": "patterns/along.html",
    "coping": "patterns/coping.html",
    "triggers": "patterns/triggers.html",
    "metrics": "metrics/index.html",
    "feelings": "patterns/feelings.html",
    "scales": "scales/index.html",
    "rhythm": "patterns/rhythm.html",
    "words": "patterns/words.html",
}


class SectionLink(Struct, frozen=True, gc=False):
    """A section of the figures to go to."""

    section: Section
    address: str
