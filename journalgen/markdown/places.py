"""Where in a file something stands that the parser found in a block's text."""

from __future__ import annotations

from typing import NamedTuple

from markdown_it.rules_inline import StateInline
from msgspec import Struct, field

_ENOUGH = 80


class Mark(NamedTuple):
    """A place in the text of a block: its line, counted from 0 in the block, and what the line holds from there on."""

    line: int
    rest: str


def mark(state: StateInline, position: int) -> Mark:
    """Return the mark of a position in the text that an inline rule is reading."""
    end = state.src.find("\n", position, position + _ENOUGH)
    return Mark(
        state.src.count("\n", 0, position),
        state.src[position : end if end >= 0 else position + _ENOUGH].rstrip(),
    )


class Places(Struct):
    """The lines of a text, to find marks in; things are looked for in the order in which they stand."""

    lines: list[str]
    first_line: int
    _reached: dict[int, int] = field(default_factory=dict)

    def find(self, block: list[int] | None, place: Mark) -> tuple[int, int]:
        """Return line and column in the file, both from 1, as well as they can be known.

        A block without a map (a footnote written within a line, for one) is looked for in the whole text.
        """
        if block is None:
            candidates = range(len(self.lines))
        else:
            candidates = range(
                min(block[0] + place.line, len(self.lines)), min(block[0] + place.line + 1, len(self.lines))
            )
        for number in candidates:
            line = self.lines[number]
            column = line.find(place.rest, self._reached.get(number, -1) + 1)
            if column < 0:
                column = line.find(place.rest)
            if column >= 0:
                self._reached[number] = column
                return self.first_line + number, column + 1
        return self.first_line + (block[0] + place.line if block else 0), 1

    def locate(self, written: str) -> tuple[int, int]:
        """Return line and column of the first place that holds what was written."""
        return self.find(None, Mark(0, written))
