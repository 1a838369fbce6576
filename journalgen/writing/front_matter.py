"""A field put into the front matter of a text, in the notation that the text has."""

from __future__ import annotations

import json
import re

from journalgen.parse.frontmatter.nodes import normal_key
from journalgen.parse.frontmatter.split import read_front_matter

# What ends a line for whoever reads it again; `str.splitlines` would end one at signs that belong to the text.
_LINE_END = re.compile("\r\n|\r|\n")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
# What YAML takes as a text without quotes: nothing that opens, ends or refers to something.
_BARE = re.compile(r"[\w.+/](?:[\w .,;+/%()’'-]|:(?=\S))*(?<![ :])")


def quoted(text: str) -> str:
    """Return a text between quotes, as YAML, TOML and JSON alike read it.

    A JSON string is that, but for signs that cannot be seen, which YAML and TOML want written out.
    """
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in written)


def as_typed(value: str, language: str = "yaml") -> str:
    """Return a value as somebody would write it who types it into front matter: bare where that is read as the same.

    A number is one in all three languages, any other text only in YAML; `7:30` has to stand in quotes in the others.
    """
    if _NUMBER.fullmatch(value) or (language == "yaml" and _BARE.fullmatch(value)):
        return value
    return json.dumps(value) if language == "json" else quoted(value)


def with_field(text: str, name: str, value: str, *, typed: bool = False) -> str:
    """Return a text whose front matter says one thing more: at its top, or in the place where the field stands already.

    A text without front matter, or with one that can't be read, gets its own above. A value that was `typed` means what it
    would mean in the file, a number for one; else it is a text.
    """
    front = read_front_matter(text, "")
    lines = _LINE_END.split(text)
    if lines[-1] == "":
        lines.pop()
    fence = next((number for number, line in enumerate(lines) if line.strip()), 0)
    language = _language_of(lines[fence].strip()) if lines else None
    is_empty = front.mapping is None and front.body_line == 1
    if language is None or front.problems or is_empty:
        return f"---\n{name}: {as_typed(value) if typed else quoted(value)}\n---\n\n{text}"
    items = front.mapping.items if front.mapping else ()
    keys = [key.line - 1 for key, _ in items]
    there = next((key.line - 1 for key, _ in items if normal_key(key.text) == name), None)
    if there is None:
        opening = next(number for number in range(fence, len(lines)) if language != "json" or "{" in lines[number])
        begin = end = opening + 1
    else:
        begin, end = there, min((line for line in keys if line > there), default=_closing(lines, there + 1))
    is_last = not any(line >= end for line in keys)
    lines[begin:end] = [_line(language, name, value, is_last=is_last, typed=typed)]
    return "\n".join(lines) + "\n"


def _language_of(fence: str) -> str | None:
    """Return in which notation the front matter is that a line opens, or None where it opens none."""
    if fence == "{":
        return "json"
    if fence[:3] not in ("---", "+++"):
        return None
    return fence.lstrip("-+ \t").casefold() or ("toml" if fence[0] == "+" else "yaml")


def _closing(lines: list[str], start: int) -> int:
    """Return the number of the line that closes the front matter."""
    return next(number for number in range(start, len(lines)) if lines[number].startswith(("---", "+++", "...", "}")))


def _line(language: str, name: str, value: str, *, is_last: bool, typed: bool) -> str:
    if language == "json":
        written = as_typed(value, language) if typed else json.dumps(value)
        return f"  {json.dumps(name)}: {written}" + ("" if is_last else ",")
    language = "toml" if language == "toml" else "yaml"
    return f"{name}{' = ' if language == 'toml' else ': '}{as_typed(value, language) if typed else quoted(value)}"
