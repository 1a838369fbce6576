"""Where a character of the front matter stands in its file."""

from __future__ import annotations

from bisect import bisect_right

from journalgen.problems import Level, Location, Problem, problem


class Places:
    """Turns an index into the front matter's text into a line and column of the file that holds it.

    Only a newline ends a line, as in editors; YAML also counts U+0085, U+2028 and U+2029.
    """

    __slots__ = ("_first_line", "_path", "_starts")

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def of(self, index: int) -> tuple[int, int]:
        """Return the line and column of the character at that index."""
        row = bisect_right(self._starts, index) - 1
        return self._first_line + row, index - self._starts[row] + 1

    def error(self, index: int, code: str, **parameters: object) -> Problem:
        """Return an error at the character of that index."""
        return problem(Location(self._path, *self.of(index)), Level.ERROR, code, **parameters)
