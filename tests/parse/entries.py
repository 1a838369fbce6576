"""Entries and other values for tests: made by hand, or of any content by Hypothesis, with digests that tell them apart."""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.parse.entry import EntryParser, with_digests

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_FLOATS = st.floats(allow_nan=False, allow_infinity=False).map(lambda value: value + 0.0)
_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(-(2**60), 2**60),
    float: _FLOATS,
    bool: st.booleans(),
    bytes: st.binary(min_size=16, max_size=16),
    type(None): st.none(),
    dt.date: st.dates(),
    dt.time: st.times().map(lambda time: time.replace(microsecond=0, fold=0)),
}


def field_names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a struct or dataclass."""
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    assert is_dataclass(kind)
    return tuple(field.name for field in fields(kind))


def with_changed(value: Any, **changes: Any) -> Any:
    """Return a struct or dataclass with some fields changed, its own digest following them."""
    kind = type(value)
    content = {name: getattr(value, name) for name in field_names(kind)} | changes
    return _with_digest(kind, content)


def _with_digest(kind: type, content: dict[str, Any]) -> Any:
    if "digest" in field_names(kind):
        others = {name: each for name, each in content.items() if name != "digest"}
        content["digest"] = hashlib.blake2b(repr(others).encode("utf-8", "replace"), digest_size=16).digest()
    return kind(**content)


def values_of(kind: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 -- one for each kind of type
    """Return a strategy for values of a type: plain ones, enums, tuples, unions, structs and dataclasses."""
    origin = get_origin(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if origin in (Union, types.UnionType):
        return st.one_of(*(values_of(each) for each in get_args(kind)))
    if origin is tuple:
        arguments = get_args(kind)
        if arguments[-1] is ...:
            return st.lists(values_of(arguments[0]), max_size=2).map(tuple)
        return st.tuples(*(values_of(each) for each in arguments))
    assert isinstance(kind, type)
    if issubclass(kind, enum.Enum):
        return st.sampled_from(kind)
    hints = get_type_hints(kind)
    parts = {name: values_of(hints[name]) for name in field_names(kind) if name != "digest"}
    return st.fixed_dictionaries(parts).map(lambda content: _with_digest(kind, dict(content)))


_PARSER = EntryParser(Config())


def parsed(front: str = "", *, path: str = "2026-03-14.md", body: str = "", config: Config | None = None) -> Entry:
    """Return the entry of a file with this YAML front matter and body."""
    parser = EntryParser(config) if config else _PARSER
    text = f"---\n{front}\n---\n{body}\n" if front else body
    return parser.parse(path, text.encode()).entry


_BARE = parsed(body="words")


def made(day: str | None = "2026-03-14", path: str | None = None, **changes: Any) -> Entry:
    """Return an entry of a day, with whatever else is given; its digests follow."""
    date = dt.date.fromisoformat(day) if day else None
    base = replace(_BARE, path=path or f"{day or 'note'}.md", day=date, counted=date, opening="")
    return with_digests(replace(base, **changes))


def told(entry: Entry) -> list[tuple[str, str]]:
    """Return the places and codes of an entry's problems."""
    return [(str(each.where), each.code) for each in entry.problems]
