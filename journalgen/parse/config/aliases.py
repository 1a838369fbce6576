"""`[aliases]` of `journal.toml`: other spellings of a name."""

from __future__ import annotations

from journalgen.model.config import Alias
from journalgen.parse.config.reading import Reading
from journalgen.parse.frontmatter.nodes import Mapping, Node, normal_key

ALIAS_KINDS = ("tags", "people", "places", "emotions", "activities", "triggers", "coping", "threads", "goals")


def read_aliases(reading: Reading, node: Node) -> tuple[Alias, ...]:
    """Return the other spellings, each with the kind that it is for."""
    aliases = []
    table = reading.table("aliases", node)
    for key, value in table.items if table else ():
        kind = normal_key(key.text)
        if isinstance(value, Mapping):
            if kind not in ALIAS_KINDS:
                reading.unknown("aliases.", key, ALIAS_KINDS)
                continue
            pairs = value.items
        else:
            kind, pairs = "*", ((key, value),)
        for spelling, name in pairs:
            text = reading.text(f"aliases.{spelling.text}", name)
            if text is not None:
                aliases.append(Alias(kind, spelling.text, text))
    return tuple(aliases)
