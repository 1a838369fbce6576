"""`[[pause]]` of `journal.toml`: the times in which the writer means not to write."""

from __future__ import annotations

from journalgen.model.config import Pause
from journalgen.parse.config.reading import Reading
from journalgen.parse.frontmatter.nodes import Node, Sequence, normal_key
from journalgen.parse.values import place
from journalgen.problems import Level, problem


def read_pauses(reading: Reading, node: Node) -> tuple[Pause, ...]:
    """Return the pauses; of those with a mistake none."""
    pauses = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        table = reading.table("pause", item)
        first = last = None
        reason = None
        ends: Node = item
        for key, value in table.items if table else ():
            match normal_key(key.text):
                case "from":
                    first = reading.day("pause.from", value)
                case "to":
                    last, ends = reading.day("pause.to", value), value
                case "reason":
                    reason = reading.text("pause.reason", value)
                case _:
                    reading.unknown("pause.", key, ("from", "to", "reason"))
        if table and first is None:
            if not any(normal_key(key.text) == "from" for key, _ in table.items):
                reading.problems.append(
                    problem(place(reading.path, table), Level.ERROR, "missing-key", field="pause.from")
                )
        elif first and last and last < first:
            reading.complain("pause-ends", "pause.to", ends, first=first, last=last)
        elif first:
            pauses.append(Pause(first, last, reason))
    return tuple(pauses)
