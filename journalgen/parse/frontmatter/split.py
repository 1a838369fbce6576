"""Splits an entry's text into its front matter and its body, and reads the front matter.

python-frontmatter's handlers say what a fence is; their `load` is never called, for it converts values.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler
from msgspec import Struct

from journalgen.parse.frontmatter.nodes import Mapping
from journalgen.parse.frontmatter.yaml_reader import read_yaml
from journalgen.problems import Level, Location, Problem, problem

_Reader: TypeAlias = Callable[[str, str, int], tuple[Mapping | None, tuple[Problem, ...]]]


class TOMLHandler(BaseHandler):
    """Splits TOML front matter; the library has its own only where the `toml` package, no longer kept, is installed."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"


# Like the handlers' own, but the opening one may name a language, as gray-matter has it.
_DASHES = YAMLHandler(
    fm_boundary=re.compile(r"(?:\A-{3,}[ \t]*(?:ya?ml|toml|json)|^-{3,})\s*$", re.MULTILINE | re.IGNORECASE)
)
_PLUSES = TOMLHandler()
# Like the handler's own, but a lone `{` further down opens nothing.
_BRACES = JSONHandler(fm_boundary=re.compile(r"\A\{[ \t]*$|^\}[ \t]*$", re.MULTILINE))


def _reader(language: str) -> _Reader:
    """Return what reads a language; those that are seldom met are imported where they are."""
    if language == "toml":
        from journalgen.parse.frontmatter.toml_reader import read_toml  # noqa: PLC0415

        return read_toml
    if language == "json":
        from journalgen.parse.frontmatter.json_reader import read_json  # noqa: PLC0415

        return read_json
    return read_yaml


_OTHER_LANGUAGE = re.compile(r"---([ \t]*)([A-Za-z][\w+#.-]*)[ \t]*$(?=\n(?:.*\n)*?---\s*$)", re.MULTILINE)
_BLANK = re.compile(r"\A(?:[ \t]*\n)+(?=(?:-{3,}[ \t]*(?:ya?ml|toml|json)?|\+{3,})[ \t]*\n)", re.IGNORECASE)
# What follows a fence in front matter, and seldom a thematic break: a key of one to three words, in quotes or not.
_FIRST_KEY = re.compile(
    r"""\s*(?:\#.*\n\s*)*(?:"[^"\n]+"|'[^'\n]+'|\w[\w.-]*(?:[ ]\w[\w.-]*){0,2})[ \t]*(?::(?:\s|\Z)|=)""", re.VERBOSE
)


class FrontMatter(Struct, frozen=True):
    """An entry's front matter and its body, which starts on line `body_line` of the file.

    `mapping` is None where there is no front matter or nothing of it could be read. `raw` is the front matter as
    written where anything is wrong with it, and the mapping so may lack some of it; else None.
    """

    mapping: Mapping | None
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    raw: str | None = None


def read_front_matter(text: str, path: str) -> FrontMatter:
    """Return the front matter and the body of an entry's text, in which any kind of line ending may stand."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blank = _BLANK.match(text)
    if blank and _FIRST_KEY.match(text, text.find("\n", blank.end())):
        # Hugo reads it so, Obsidian and Jekyll show it as text; fields that stand there are meant as fields.
        return _fenced(
            _DASHES if text[blank.end()] == "-" else _PLUSES,
            text[blank.end() :],
            path,
            text.count("\n", 0, blank.end()),
        )
    if text.startswith("---"):
        return _fenced(_DASHES, text, path)
    if text.startswith("+++"):
        return _fenced(_PLUSES, text, path)
    if text.startswith("{"):
        return _fenced(_BRACES, text, path)
    return FrontMatter(None, text, 1)


def _fenced(handler: BaseHandler, text: str, path: str, before: int = 0) -> FrontMatter:
    """Return what is read from the opening fence on; `before` counts the lines above it."""
    opening = handler.FM_BOUNDARY.match(text) if handler.FM_BOUNDARY else None
    if opening is None:
        return FrontMatter(None, text, 1, _other_language(text, path))
    try:
        source, after = handler.split(text)
    except ValueError:
        # No fence closes it: a thematic break at the top of a plain note, unless what follows looks like a field.
        unclosed = problem(Location(path, 1 + before, 1), Level.ERROR, "frontmatter-unclosed")
        return FrontMatter(None, text, 1 + before, (unclosed,) if _FIRST_KEY.match(text, opening.end()) else ())
    if handler is _BRACES:
        language, start = "json", 0
    else:
        language = opening.group().strip().lstrip("-+ \t").casefold()
        language = language or ("toml" if handler is _PLUSES else "yaml")
        start = opening.end()
    mapping, problems = _reader(language)(source, path, 1 + before + text.count("\n", 0, start))
    body_start = len(text) - len(after) + after.startswith("\n")
    body_line = 1 + before + text.count("\n", 0, body_start)
    return FrontMatter(mapping, text[body_start:], body_line, problems, source.strip("\n") if problems else None)


def _other_language(text: str, path: str) -> tuple[Problem, ...]:
    """Return a warning if the fence names a language that is not read; `--- Monday` above plain text names none."""
    fence = _OTHER_LANGUAGE.match(text)
    if fence is None or (fence[1] and not _FIRST_KEY.match(text, fence.end())):
        return ()
    where = Location(path, 1, fence.start(2) + 1)
    return (problem(where, Level.WARNING, "frontmatter-language", language=fence[2]),)
