"""Reads YAML front matter from the events of PyYAML's parser, whose composer would lose or crash on what we need.

libyaml's `compose` recurses without bound, and PyYAML's resolver turns `9:30` into 570; the events have neither fault.
"""

from __future__ import annotations

import re

import yaml
from yaml.events import DocumentEndEvent, DocumentStartEvent

from journalgen.parse.frontmatter.nodes import Mapping, Scalar, Sequence, is_null
from journalgen.parse.frontmatter.places import Places
from journalgen.parse.frontmatter.yaml_tree import DEEPEST, Stop, Tree
from journalgen.problems import Level, Location, Problem, problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What libyaml's reader refuses. It stops before the first event then, so we look first and read what stands before.
_REFUSED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The parser reads ahead, and from libyaml 0.2.6 on (PyYAML 6.0.4) it stops at a depth of its own.
_TOO_DEEP = "maximum nesting depth"
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
_TOP_LEVEL_LINE = re.compile(r"^[^\s#]", re.MULTILINE)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Return the mapping that the YAML holds, and what is wrong with it.

    `first_line` is the line of the file on which the text starts. With an error the mapping holds the top-level pairs
    that were complete before it, or is None where there were none.
    """
    refused = _REFUSED.search(text)
    if refused is None:
        return _read(text, path, first_line)
    at = refused.start()
    starts = [line.start() for line in _TOP_LEVEL_LINE.finditer(text, 0, at + 1)]
    mapping, problems = _read(text[: starts[-1] if starts else 0], path, first_line)
    error = Places(text, path, first_line).error(at, "yaml-syntax", message="control characters are not allowed")
    return (mapping if mapping and mapping.items else None), (*problems, error)


def _read(text: str, path: str, first_line: int) -> tuple[Mapping | None, tuple[Problem, ...]]:
    tree = Tree(path, first_line, Places(text, path, first_line) if _OTHER_BREAKS.search(text) else None)
    stop: Problem | None = None
    try:
        _grow(tree, text)
    except Stop as error:
        stop = error.problem
    except yaml.YAMLError as error:
        stop = _syntax(error, text, Places(text, path, first_line))
    if stop:
        row = _field_row(text, stop.where.line - first_line, tree.column - 1)
        top = tree.complete(before=first_line + row)
        tree.problems.append(stop)
        return (top if isinstance(top, Mapping) and top.items else None), tuple(tree.problems)
    top = tree.complete()
    if isinstance(top, Mapping):
        return top, tuple(tree.problems)
    if top is None or (isinstance(top, Scalar) and is_null(top)):
        return Mapping((), first_line, 1), tuple(tree.problems)
    where = Location(path, top.line, top.column)
    got = "list" if isinstance(top, Sequence) else "text"
    return None, (*tree.problems, problem(where, Level.ERROR, "frontmatter-not-mapping", got=got))


def _grow(tree: Tree, text: str) -> None:
    """Give the tree the events of the text's only document."""
    documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        tree.take(event)
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Stop(tree.error(event, "yaml-syntax", message="found a second document"))
        elif isinstance(event, DocumentEndEvent) and event.explicit:
            raise Stop(tree.error(event, "yaml-syntax", message="found the end of the document"))


def _field_row(text: str, row: int, indent: int) -> int:
    """Return the row on which the field of the top level starts that an error on that row belongs to."""
    lines = text.split("\n")
    for at in range(min(row, len(lines) - 1), -1, -1):
        bare = lines[at].lstrip()
        if bare and not bare.startswith("#") and len(lines[at]) - len(bare) <= indent:
            return at
    return 0


def _syntax(error: yaml.YAMLError, text: str, places: Places) -> Problem:
    """Return what the parser said, as a problem at its mark; an error at the text's end is shown where it began."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return places.error(0, "yaml-syntax", message=" ".join(str(error).split()))
    mark = error.problem_mark
    if error.context_mark and (mark is None or mark.index >= len(text.rstrip())):
        mark = error.context_mark
    at = min(mark.index, len(text)) if mark else 0
    if text[at : at + 1] == "\t":
        return places.error(at, "yaml-tab")
    message = " ".join(part for part in (error.problem, error.context) if part)
    if _TOO_DEEP in message:
        return places.error(at, "yaml-too-deep", limit=DEEPEST)
    return places.error(at, "yaml-syntax", message=" ".join(message.split()))
