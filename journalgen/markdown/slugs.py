"""The names of headings in addresses; kept apart from the parser, since finding where links lead needs no more."""

from __future__ import annotations

import unicodedata


def slug(text: str) -> str:
    """Return the name of a heading in an address: its letters and digits in lower case, with hyphens for spaces."""
    kept = (
        char
        if char.isalnum() or char in "-_" or unicodedata.category(char)[0] == "M"
        else " "
        if char.isspace()
        else ""
        for char in text.lower()
    )
    return "-".join("".join(kept).split()) or "section"


def anchor(fragment: str) -> str:
    """Return the name of the heading that a link means, or nothing where it means none.

    `Day#Evening` is the evening below the day; Obsidian's `^3f2a` is a block, which has no place of its own in a page.
    """
    headings = [part for part in fragment.split("#") if part.strip() and not part.strip().startswith("^")]
    return slug(headings[-1]) if headings else ""
