"""What each kind of value in `journal.toml` is read as, and what is complained of where it is another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from journalgen.model.config import MetricConfig
from journalgen.parse.dates import NotADateError, read_date, read_time
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, normal_key
from journalgen.parse.numbers import read_number
from journalgen.parse.values import as_text, expected, place
from journalgen.problems import Level, Problem, problem


@dataclass(slots=True)
class Reading:
    """What has been read so far of the file; each method reads one kind of value and complains where it is another."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, code: str, name: str, node: Node, **parameters: object) -> None:
        """Note that a value is not what a key takes."""
        self.problems.append(expected(self.path, node, code, name, **parameters))

    def text(self, name: str, node: Node) -> str | None:
        """Return a text between quotes."""
        if isinstance(node, Scalar) and not node.plain:
            return node.text
        self.complain("expected-text", name, node)
        return None

    def texts(self, name: str, node: Node) -> tuple[str, ...] | None:
        """Return a list of texts between quotes."""
        if isinstance(node, Sequence) and all(isinstance(item, Scalar) and not item.plain for item in node.items):
            return tuple(as_text(item) for item in node.items)
        self.complain("expected-list-of-text", name, node)
        return None

    def flag(self, name: str, node: Node) -> bool | None:
        """Return true or false."""
        if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
            return node.text == "true"
        self.complain("expected-true-false", name, node)
        return None

    def number(self, name: str, node: Node) -> float | None:
        """Return a number."""
        number = read_number(node.text) if isinstance(node, Scalar) and node.plain else None
        if number is None:
            self.complain("expected-number", name, node)
        return number

    def complain_of_scale(self, name: str, node: Node, metric: MetricConfig) -> None:
        """Note that a number lies outside a metric's scale."""
        self.complain_of_ends(name, node, metric.min, metric.max)

    def complain_of_ends(self, name: str, node: Node, low: float | None, high: float | None) -> None:
        """Note that a number is below the one end or above the other, as far as there are any."""
        if low is not None and high is not None:
            self.complain("expected-on-scale", name, node, min=f"{low:g}", max=f"{high:g}")
        elif low is not None:
            self.complain("expected-min", name, node, end=f"{low:g}")
        else:
            self.complain("expected-max", name, node, end=f"{high:g}")

    def choice(self, name: str, node: Node, choices: tuple[str, ...]) -> str | None:
        """Return the one of some words that is meant, in whatever case."""
        if isinstance(node, Scalar) and node.text.casefold() in choices:
            return node.text.casefold()
        self.complain("expected-choice", name, node, choices=", ".join(choices))
        return None

    def day(self, name: str, node: Node) -> dt.date | None:
        """Return a day."""
        try:
            if isinstance(node, Scalar):
                return read_date(node.text).day
        except NotADateError as error:
            self.complain(f"date-{error.reason}", name, node)
            return None
        self.complain("expected-date", name, node)
        return None

    def clock(self, name: str, node: Node) -> dt.time | None:
        """Return a time of day."""
        time = read_time(node.text) if isinstance(node, Scalar) else None
        if time is None:
            self.complain("expected-time", name, node)
        return time

    def table(self, name: str, node: Node) -> Mapping | None:
        """Return a table."""
        if isinstance(node, Mapping):
            return node
        self.complain("expected-table", name, node)
        return None

    def tables(self, name: str, node: Node) -> Iterator[tuple[Scalar, Mapping]]:
        """Yield the tables within a table, each with its key."""
        table = self.table(name, node)
        for key, value in table.items if table else ():
            inner = self.table(f"{name}.{key.text}", value)
            if inner is not None:
                yield key, inner

    def unknown(self, prefix: str, key: Scalar, known: tuple[str, ...]) -> None:
        """Note that a key is none of those that are known, and which of them it is close to."""
        close = get_close_matches(normal_key(key.text), known, n=1, cutoff=0.6)
        code = "unknown-key-close" if close else "unknown-key"
        self.problems.append(
            problem(
                place(self.path, key), Level.ERROR, code, field=prefix + key.text, suggestion=close[0] if close else "",
                known=", ".join(known),
            )
        )  # fmt: skip


def set_known(values: dict[str, object], name: str, value: object) -> None:
    """Keep a value that could be read; else the default stands."""
    if value is not None:
        values[name] = value
