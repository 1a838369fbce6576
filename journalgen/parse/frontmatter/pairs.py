"""The pairs of a mapping, each key once."""

from __future__ import annotations

from journalgen.parse.frontmatter.nodes import Node, Scalar, normal_key
from journalgen.problems import Level, Location, Problem, problem


def distinct(pairs: list[tuple[Scalar, Node]], path: str, problems: list[Problem]) -> tuple[tuple[Scalar, Node], ...]:
    """Return the pairs without those whose key stood before; each of those is added to the problems."""
    if len({normal_key(key.text) for key, _ in pairs}) == len(pairs):
        return tuple(pairs)
    first: dict[str, tuple[Scalar, Node]] = {}
    for key, value in pairs:
        earlier, _ = first.setdefault(normal_key(key.text), (key, value))
        if earlier is not key:
            where = Location(path, key.line, key.column)
            problems.append(problem(where, Level.ERROR, "duplicate-key", key=key.text, first=earlier.line))
    return tuple(first.values())
