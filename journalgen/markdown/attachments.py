"""What is written beside the name of a picture, and which addresses are no file of the journal's."""

from __future__ import annotations

import re

_SIZE = re.compile(r"(\d{1,5})(?:\s*[x×]\s*\d+)?")
# `file:` and the drives of Windows; other schemes belong to other programs.
_ON_THE_DISK = re.compile(r"file:|[a-z]:[/\\]", re.IGNORECASE)
_TEXTS = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")


def without_width(label: str, *, bare: bool = True) -> tuple[str, int | None]:
    """Return a description without the width that Obsidian writes at its end (`by the weir|300`), and that width.

    With `bare`, a number alone is a width.
    """
    before, bar, last = label.rpartition("|")
    size = _SIZE.fullmatch(last.strip())
    if size is None or not (bar or bare):
        return label, None
    return before.strip(), int(size[1]) or None


def is_on_the_disk(address: str) -> bool:
    """Say whether an address names a place on this machine rather than one in the journal."""
    return _ON_THE_DISK.match(address) is not None


def is_text(target: str) -> bool:
    """Say whether an address leads to an entry by its file's name."""
    return target.partition("#")[0].lower().endswith(_TEXTS)
