"""A page of plain paragraphs, lists and tables as lines of text, for a terminal or a file."""

from __future__ import annotations

import textwrap
from html.parser import HTMLParser

# What stands on a line of its own; all else is part of one.
_BLOCKS = frozenset({"h1", "h2", "p", "li"})
_HEADS = {"h1": "=", "h2": "-"}
_CELLS = frozenset({"th", "td"})
# What is nothing to read in a text, or is for the screen alone.
_UNREAD = frozenset({"head", "aside"})
_LINE_TO_WRITE_ON = 60
_GAP = "  "


def as_text(html: str, width: int) -> str:
    """Return what a page says, wrapped to a width: headings stand apart, an empty item of a list is a line to write on."""
    reader = _Reader(width)
    reader.feed(html)
    reader.close()
    return "\n".join(reader.lines).strip("\n") + "\n"


class _Reader(HTMLParser):
    """Reads the tags that our own page has; each is closed."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._width = width
        self._unread = 0
        self._text = ""
        self._rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "tr":
            self._rows.append([])
        elif tag in _BLOCKS or tag in _CELLS:
            self._text = ""

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread -= 1
        elif self._unread:
            return
        elif tag in _CELLS:
            self._rows[-1].append(self._taken())
        elif tag == "table":
            self._table()
        elif tag in _BLOCKS:
            self._block(tag, self._taken())

    def _taken(self) -> str:
        text, self._text = " ".join(self._text.split()), ""
        return text

    def _block(self, tag: str, text: str) -> None:
        if tag in _HEADS:
            self._apart()
            self.lines += [text, _HEADS[tag] * min(len(text), self._width), ""]
        elif tag == "li":
            if text:
                self.lines += textwrap.wrap(text, self._width, initial_indent="- ", subsequent_indent="  ")
            else:
                self.lines += ["", "_" * min(_LINE_TO_WRITE_ON, self._width)]
        elif text:
            if self.lines and self.lines[-1].startswith(("- ", _GAP)):
                self._apart()
            self.lines += textwrap.wrap(text, self._width)

    def _apart(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _table(self) -> None:
        """Print the rows with their columns aligned: the first to the left, the numbers to the right."""
        columns = max(map(len, self._rows), default=0)
        rows = [[*row, *[""] * (columns - len(row))] for row in self._rows]
        widths = [max(len(row[column]) for row in rows) for column in range(columns)]
        self._apart()
        for first, *others in rows:
            cells = [first.ljust(widths[0]), *(cell.rjust(size) for cell, size in zip(others, widths[1:], strict=True))]
            self.lines.append(_GAP + _GAP.join(cells))
        self._rows = []
