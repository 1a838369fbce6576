"""`[sections]` of `journal.toml`: the headings of entries that mean something."""

from __future__ import annotations

from journalgen.model.config import SECTION_KINDS, SectionHeadings
from journalgen.parse.config.reading import Reading
from journalgen.parse.frontmatter.nodes import Node, normal_key


def read_sections(reading: Reading, node: Node) -> tuple[SectionHeadings, ...]:
    """Return the headings of each kind that the writer names."""
    found = []
    table = reading.table("sections", node)
    for key, value in table.items if table else ():
        kind = normal_key(key.text)
        if kind not in SECTION_KINDS:
            reading.unknown("sections.", key, SECTION_KINDS)
        elif (headings := reading.texts(f"sections.{key.text}", value)) is not None:
            found.append(SectionHeadings(kind, headings))
    return tuple(found)
