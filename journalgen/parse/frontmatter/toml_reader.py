"""Reads TOML, front matter and `journal.toml` alike.

`tomllib` decides what is valid and says what is not; a second pass over the valid text finds the places.
"""

from __future__ import annotations

import re
import tomllib

from journalgen.parse.frontmatter.nodes import Mapping
from journalgen.parse.frontmatter.places import Places
from journalgen.parse.frontmatter.toml_places import DEEPEST, TooDeep, locate
from journalgen.problems import Problem

# Everything that nests, and what must be stepped over to find it: strings and comments first.
_TOKENS = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|(?P<mark>[\[\]{}.=,\n])''',
    re.DOTALL,
)
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
# What `int` refuses to convert (its limit is 4,300 digits), an error that tomllib lets through without a place.
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{4000,}")


def read_toml(text: str, path: str, first_line: int = 1) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Return the table that the TOML holds, and what is wrong with it.

    `first_line` is the line of the file on which the text starts. With an error the table holds what stands on the
    lines before it, if those are valid by themselves, and is None if they are not or hold nothing.
    """
    text = text.replace("\r\n", "\n")
    places = Places(text, path, first_line)
    try:
        _check_depth(text)
        tomllib.loads(text)
        table, problems = locate(text, path, places)
    except TooDeep as error:
        return None, (places.error(error.index, "toml-too-deep", limit=DEEPEST),)
    except RecursionError:
        # Brackets where `_check_depth` saw a string: only text that is no TOML anyway comes here.
        return None, (places.error(0, "toml-too-deep", limit=DEEPEST),)
    except ValueError as error:
        message, at = _told(error, text)
        problem = places.error(at, "toml-syntax", message=message)
        return _before(text, path, places, at), (problem,)
    return table, problems


def _before(text: str, path: str, places: Places, at: int) -> Mapping | None:
    """Return the table that stands on the lines before that of an error."""
    lines = text[: text.rfind("\n", 0, at) + 1]
    try:
        tomllib.loads(lines)
        table, _ = locate(lines, path, places)
    except (ValueError, RecursionError, TooDeep):
        return None
    return table if table.items else None


def _told(error: ValueError, text: str) -> tuple[str, int]:
    """Return what tomllib says and the index at which it says it; Python 3.14 has both as attributes."""
    message = " ".join(str(getattr(error, "msg", error)).split())
    pos = getattr(error, "pos", None)
    if isinstance(pos, int):
        return message, min(pos, len(text))
    place = _PLACE.search(message)
    if place is None:
        number = _LONG_NUMBER.search(text)
        return "A number with too many digits" if number else message, number.start() if number else 0
    message = message[: place.start()]
    if place[1] is None:
        return message, len(text.rstrip())
    start = 0
    for _ in range(int(place[1]) - 1):
        start = text.find("\n", start) + 1
    return message, min(start + int(place[2]) - 1, len(text))


def _check_depth(text: str) -> None:
    """Raise `TooDeep` where brackets or dotted keys nest deeper than `DEEPEST`: tomllib recurses, without a bound."""
    if text.count("[") + text.count("{") + text.count(".") <= DEEPEST:
        return
    brackets = dots = 0
    for token in _TOKENS.finditer(text):
        mark = token["mark"]
        if mark is None:
            continue
        if mark in "[{":
            brackets += 1
            dots = 0
        elif mark in "]}":
            brackets -= 1
        elif mark == ".":
            dots += 1
        else:
            dots = 0
        if brackets > DEEPEST or dots >= DEEPEST:
            raise TooDeep(token.start())
