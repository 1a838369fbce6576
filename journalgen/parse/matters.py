"""What an entry says of its thread or goal: how it stands, what comes next, what could be done, what came of it.

These words mean something only beside `thread` or `goal`: other people's notes use `status` and `next` for their own ends.
"""

from __future__ import annotations

import re
from typing import get_args

from journalgen.model.entry import Matter, Status, Step
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, normal_key
from journalgen.parse.values import as_text, expected, is_blank, read_flag, read_phrases, without_wiki
from journalgen.problems import Problem

FIELDS = ("status", "next", "options", "outcome", "steps")
_MARK = re.compile(r"\[([ xX])\]\s+")


class Matters:
    """Reads these fields of one entry; `problems` are those that it tells."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self._path = path
        self._problems = problems

    def read(self, name: str, node: Node, so_far: Matter) -> Matter | None:
        """Return what is known with one field more; the first of each name stands. None where it can't be understood."""
        if name == "status":
            status = self._status(name, node)
            return status and _with(so_far, status=so_far.status or status)
        if name == "steps":
            return _with(so_far, steps=so_far.steps + _steps(node))
        if name == "options":
            return _with(so_far, options=so_far.options + read_phrases(node))
        text = without_wiki(as_text(node))
        if name == "next":
            return _with(so_far, next=so_far.next or text)
        return _with(so_far, outcome=so_far.outcome or text)

    def _status(self, name: str, node: Node) -> Status | None:
        text = node.text.strip().casefold() if isinstance(node, Scalar) else ""
        for status in get_args(Status):
            if text == status:
                return status  # type: ignore[no-any-return]  # it is one of its own arguments
        choices = ", ".join(get_args(Status))
        self._problems.append(expected(self._path, node, "expected-choice", name, choices=choices))
        return None


def _with(
    matter: Matter,
    status: Status | None = None,
    next: str | None = None,  # noqa: A002 -- the field's own name
    options: tuple[str, ...] | None = None,
    outcome: str | None = None,
    steps: tuple[Step, ...] | None = None,
) -> Matter:
    return Matter(
        status=status or matter.status,
        next=next or matter.next,
        options=matter.options if options is None else options,
        outcome=outcome or matter.outcome,
        steps=matter.steps if steps is None else steps,
    )


def _steps(node: Node) -> tuple[Step, ...]:
    """Return steps from a list: texts, with `[x]` before those that are done, or `{what: …, done: yes}`."""
    items: tuple[Node, ...] = node.items if isinstance(node, Sequence) else (node,)
    return tuple(step for item in items if not is_blank(item) and (step := _step(item)).what)


def _step(item: Node) -> Step:
    if isinstance(item, Mapping):
        parts = {normal_key(key.text): value for key, value in item.items}
        if "what" in parts:
            done = parts.get("done")
            # A day on which it was done says that it is.
            is_done = done is not None and not is_blank(done) and read_flag(done) is not False
            return Step(without_wiki(as_text(parts["what"])), is_done)
    text = without_wiki(as_text(item))
    mark = _MARK.match(text)
    return Step(text[mark.end() :], mark[1] != " ") if mark else Step(text, done=False)
