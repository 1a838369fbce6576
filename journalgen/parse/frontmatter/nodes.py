"""The tree that front matter is read into: every value with its place in the file and its text as written.

Nothing is converted here: `9:30`, `no` and `2026-03-14` stay text, and whoever knows the field decides what it means.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_JOINS = re.compile(r"[-_\s]+")


class Scalar(Struct, frozen=True):
    """A single value; `plain` where it was written without quotes, and so may be a number, a boolean or nothing."""

    text: str
    plain: bool
    line: int
    column: int


class Sequence(Struct, frozen=True):
    """A list of values."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(Struct, frozen=True):
    """Keys and their values, in the order in which they were written; no key twice, as `normal_key` sees it."""

    items: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping


def is_null(scalar: Scalar) -> bool:
    """Return whether the writer left the value empty or wrote that there is none."""
    return scalar.plain and scalar.text in _NULLS


@lru_cache(maxsize=4096)
def normal_key(text: str) -> str:
    """Return the form in which keys are compared: `Before-Bed`, `before bed` and `before_bed` are one key."""
    return _JOINS.sub("_", text.casefold()).strip("_")
