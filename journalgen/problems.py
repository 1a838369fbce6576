"""What is wrong in a journal, as values.

A `Problem` is a code with parameters and a place. It is put into words last, in the reader's language, by
`journalgen.wording`. A mistake of the writer's is never an exception, and an exception is never a mistake of the writer's.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

from msgspec import Struct


class Level(enum.StrEnum):
    """How much a problem matters: an error makes `build` exit with 1, a warning does not, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(Struct, frozen=True, order=True):
    """A place in a file of the journal: a path relative to the journal's folder, and a line and column counted from 1.

    Line 0 means the file as a whole; column 0 the line as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `path:line:column` as editors understand it, without the parts that are not known."""
        if not self.line:
            return self.path
        if not self.column:
            return f"{self.path}:{self.line}"
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One thing that the writer will want to know about a file: where, how grave, a code and its parameters."""

    where: Location
    level: Level
    code: str
    parameters: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, name: str) -> str:
        """Return the parameter of that name; raises `KeyError` where the code has none."""
        return dict(self.parameters)[name]


def problem(where: Location, level: Level, code: str, **parameters: object) -> Problem:
    """Return a problem whose parameters are given as keywords and kept as text."""
    return Problem(where, level, code, tuple((name, str(value)) for name, value in parameters.items()))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by path, line and column, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda each: (each.where, each.code, each.parameters)))
