"""`[[quiet]]` and `quiet_below` of `journal.toml`: what is not to be brought up unasked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from journalgen.model.config import Config, Quiet
from journalgen.parse.config.reading import Reading
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, normal_key
from journalgen.parse.numbers import read_number, within
from journalgen.parse.values import read_names, read_tags

QUIET_KEYS = ("from", "to", "tags", "people", "note")


def read_quiet(reading: Reading, node: Node) -> tuple[Quiet, ...]:
    """Return what is to stay quiet.

    Where an end of a stretch of days can't be read, the stretch is open there: more stays quiet than was meant until the
    mistake is mended, and never less.
    """
    quiet = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        table = reading.table("quiet", item)
        if table is None:
            continue
        named = {normal_key(key.text): value for key, value in table.items}
        for key, _ in table.items:
            if normal_key(key.text) not in QUIET_KEYS:
                reading.unknown("quiet.", key, QUIET_KEYS)
        first, last = (reading.day(f"quiet.{end}", named[end]) if end in named else None for end in ("from", "to"))
        if first and last and last < first:
            reading.complain("quiet-ends", "quiet.to", named["to"], first=first, last=last)
            first, last = last, first
        if "note" in named:
            reading.text("quiet.note", named["note"])
        has_days = "from" in named or "to" in named
        tags = _read_listed(reading, "quiet.tags", named.get("tags"), read_tags)
        people = _read_listed(reading, "quiet.people", named.get("people"), read_names)
        if has_days or tags or people:
            quiet.append(Quiet(first, last, has_days, tags, people))
        elif not {"tags", "people"} & named.keys():
            reading.complain("quiet-empty", "quiet", table)
    return tuple(quiet)


def _read_listed(
    reading: Reading, name: str, node: Node | None, read: Callable[[Node], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the names in a list, or in one text; what of a list is no text is complained of, and the rest counts."""
    if node is None:
        return ()
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = tuple(item for item in items if isinstance(item, Scalar) and not item.plain)
    if len(texts) < len(items):
        reading.complain("expected-list-of-text", name, node)
    return tuple(dict.fromkeys(found for text in texts for found in read(Sequence((text,), text.line, text.column))))


def quiet_below(reading: Reading, name: str, node: Node) -> float | Literal[False] | None:
    """Return the mood, or False where the rule is turned off; the scale, which may stand further down, is looked at last."""
    if isinstance(node, Scalar) and node.plain:
        number = read_number(node.text)
        if number is not None or node.text == "false":
            return False if number is None else number
    reading.complain("expected-mood-or-false", name, node)
    return None


def check_quiet_below(reading: Reading, values: dict[str, object], mapping: Mapping | None) -> None:
    """Complain of a mood that is not on its scale; the default stands in for it."""
    config = Config(**{name: values[name] for name in ("metrics", "quiet_below") if name in values})  # type: ignore[arg-type]
    mood, limit = config.metric("mood"), config.quiet_below
    if limit is None or limit is False or within(limit, mood):
        return
    node = next(node for key, node in mapping.items if normal_key(key.text) == "quiet_below") if mapping else None
    if node:
        reading.complain_of_scale("quiet_below", node, mood)
    del values["quiet_below"]
