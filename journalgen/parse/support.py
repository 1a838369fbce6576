"""What the front matter of `support.md` says: the ways of coping that the writer means to use."""

from __future__ import annotations

from collections.abc import Iterator

from journalgen.parse.decode import decode
from journalgen.parse.frontmatter.nodes import Mapping, Node, Sequence, normal_key
from journalgen.parse.frontmatter.split import read_front_matter
from journalgen.parse.values import expected, read_names
from journalgen.problems import Problem

FIELD = "coping_plan"


def read_coping_plan(path: str, data: bytes) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the names under `coping_plan`, each once and in order, and what of them could not be understood.

    A list's items are never split, a text is at its commas. What is wrong with the front matter itself is told where the file's
    text is read.
    """
    text, _ = decode(data, path)
    mapping = read_front_matter(text, path).mapping
    names: list[str] = []
    problems: list[Problem] = []
    for node in _given(mapping):
        for item in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(item, Mapping):
                problems.append(expected(path, item, "expected-list", FIELD))
            else:
                # Within a list, a comma belongs to the name.
                names += read_names(node if item is node else Sequence((item,), item.line, item.column))
    return tuple(dict.fromkeys(names)), tuple(problems)


def _given(mapping: Mapping | None) -> Iterator[Node]:
    for key, node in mapping.items if mapping else ():
        if normal_key(key.text) == FIELD:
            yield node
