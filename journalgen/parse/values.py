"""Located nodes of front matter into plain values: lists of names, phrases, flags, text. Each says what it could not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, is_null, normal_key
from journalgen.problems import Level, Location, Problem, problem

_TRUE = {"true", "yes", "on", "y", "1"}
_FALSE = {"false", "no", "off", "n", "0"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LIST = re.compile(r"\s*\[([^\[\]]*)\]\s*")
_WIKI = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")


def place(path: str, node: Node) -> Location:
    """Return where in the file a node stands."""
    return Location(path, node.line, node.column)


def expected(path: str, node: Node, code: str, field: str, **parameters: object) -> Problem:
    """Return the problem of a field that holds something else than it should."""
    return problem(place(path, node), Level.ERROR, code, field=field, **parameters, got=as_text(node))


def is_blank(node: Node) -> bool:
    """Return whether a field holds nothing: what a template left empty is no mistake."""
    match node:
        case Scalar():
            return is_null(node) or not node.text.strip()
        case Sequence():
            return all(is_blank(item) for item in node.items)
        case Mapping():
            return not node.items


def without_wiki(text: str) -> str:
    """Return the text with `[[name]]` and `[[target|name]]` replaced by what they show."""
    if "[[" not in text:
        return text.strip()
    return _WIKI.sub(lambda found: found[2] or found[1], text).strip()


def as_text(node: Node) -> str:
    """Return a node as one line of text, as close to what was written as a line allows."""
    match node:
        case Scalar():
            return _printable(node.text)
        case Sequence():
            return ", ".join(as_text(item) for item in node.items)
        case Mapping():
            return ", ".join(f"{key.text}: {as_text(value)}" for key, value in node.items)


def _printable(text: str) -> str:
    """Return a text without the control characters that YAML's and JSON's escapes can write, and no page can show."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield the scalars of a node that are not null, whatever it nests."""
    match node:
        case Scalar():
            if not is_null(node):
                yield node
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for _, value in node.items:
                yield from scalars(value)


def read_names(node: Node) -> tuple[str, ...]:
    """Return the names in a list or in a comma-separated string, each once, in order; a list's items are never split."""
    if isinstance(node, Scalar):
        if is_null(node):
            return ()
        parts = _split_names(_printable(node.text))
    else:
        parts = [_item_text(item) for item in (node.items if isinstance(node, Sequence) else (node,))]
    names = (" ".join(without_wiki(part).split()) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def _item_text(item: Node) -> str:
    if isinstance(item, Mapping):
        named = next((value for key, value in item.items if normal_key(key.text) == "name"), item)
        return as_text(named)
    return ", ".join(_printable(scalar.text) for scalar in scalars(item))


def _split_names(text: str) -> list[str]:
    if listed := _LIST.fullmatch(text):
        # A list as front matter has it, in the text itself or behind `--set`, where it is no more than a text.
        return [part.strip().strip("\"'") for part in listed[1].split(",")]
    # A comma inside [[…]] belongs to the link.
    return re.split(r",(?![^\[]*\]\])|\n", text)


def read_tags(node: Node) -> tuple[str, ...]:
    """Return the tags in a list or string, without their hashes; `#one #two` is two, and `play / hamlet` is `play/hamlet`."""
    tags: dict[str, None] = {}
    for name in read_names(node):
        parts = re.split(r"\s+(?=#)", name) if name.startswith("#") else [name]
        for part in parts:
            tag = "/".join(piece.strip() for piece in part.lstrip("#").split("/") if piece.strip())
            if tag:
                tags[tag] = None
    return tuple(tags)


def read_phrases(node: Node) -> tuple[str, ...]:
    """Return the phrases in a list, or a string as one phrase: commas belong to the sentence."""
    items = node.items if isinstance(node, Sequence) else (node,)
    phrases = (without_wiki(as_text(item)) for item in items if not (isinstance(item, Scalar) and is_null(item)))
    return tuple(phrase for phrase in phrases if phrase)


def read_flag(node: Node) -> bool | None:
    """Return what a yes-or-no field says, or None where it says neither; an empty one says no."""
    if not isinstance(node, Scalar):
        return None
    text = node.text.strip().casefold()
    if text in _TRUE:
        return True
    return False if text in _FALSE or is_null(node) else None
