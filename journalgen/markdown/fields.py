"""Fields in the text: `sleep:: 7` on a line of its own, and `[sleep:: 7]` or `(sleep:: 7)` within one."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from msgspec import Struct

from journalgen.markdown.places import mark

_KEY = r"[^\W\d_][\w ./-]{0,59}?"
# Dataview lets a name stand in bold or italics.
_ON_A_LINE = re.compile(rf"[ \t]*(\*\*|__|\*|_)?({_KEY})[ \t]*(?(1)\1)::(?=[ \t\n]|\Z)[ \t]*")
_IN_BRACKETS = re.compile(rf"[\[(]({_KEY})[ \t]*::[ \t]+")
_BEFORE = frozenset(("", "[ ]", "[x]", "[X]"))
_CLOSING = {"[": ("]", re.compile(r"[\[\]\n]")), "(": (")", re.compile(r"[()\n]"))}
_FAR = 200


class InlineField(Struct, frozen=True):
    """A field that stands in the text: its name and value as written, and the place of the value."""

    name: str
    text: str
    line: int
    column: int


def fields(md: MarkdownIt) -> None:
    """Teach a parser fields: `field_open` (name, value, place), `field_name`, the value's tokens, `field_close`."""
    md.inline.ruler.before("text", "field_on_a_line", _on_a_line)
    md.inline.ruler.before("link", "field_in_brackets", _in_brackets)
    md.inline.add_terminator_char("(")
    md.inline.add_terminator_char(")")
    md.core.ruler.before("block", "fields", _expected)


def _expected(state: StateCore) -> None:
    """Note whether a text can hold fields at all, so that most texts are not searched for them again and again."""
    state.env["fields"] = "::" in state.src


def _on_a_line(state: StateInline, silent: bool) -> bool:
    if silent or not state.env.get("fields") or state.linkLevel:
        return False
    pos, src = state.pos, state.src
    # Only white space and a task's box may stand before a field, so there is no need to look far for the line's start.
    start = src.rfind("\n", max(0, pos - _FAR), pos) + 1
    if (pos > _FAR and not start) or (pos and src[start:pos].strip() not in _BEFORE):
        return False
    found = _ON_A_LINE.match(src, pos, state.posMax)
    if not found:
        return False
    end = src.find("\n", found.end(), state.posMax)
    _push(state, found[2], found.end(), end if end >= 0 else state.posMax, "line")
    return True


def _in_brackets(state: StateInline, silent: bool) -> bool:
    pos, src = state.pos, state.src
    opening = src[pos]
    if opening not in _CLOSING or not state.env.get("fields"):
        return False
    found = _IN_BRACKETS.match(src, pos, state.posMax)
    if not found:
        return False
    closing, brackets = _CLOSING[opening]
    depth = 1
    for bracket in brackets.finditer(src, found.end(), min(state.posMax, found.end() + _FAR)):
        depth += (bracket[0] == opening) - (bracket[0] == closing)
        if bracket[0] == "\n":
            return False
        if depth == 0:
            break
    else:
        return False
    if not silent:
        _push(state, found[1], found.end(), bracket.start(), opening)
    state.pos = bracket.end()
    return True


def _push(state: StateInline, name: str, start: int, end: int, markup: str) -> None:
    """Push the tokens of a field whose value lies between two positions, and go on after the value."""
    written = state.src[start:end].rstrip()
    opening = state.push("field_open", "span", 1)
    opening.attrs = {"class": "field"}
    opening.markup = markup
    opening.meta = {"name": name.strip(), "text": written, "at": mark(state, start)}
    state.push("field_name", "", 0).content = name.strip()
    outer = state.posMax
    state.pos, state.posMax = start, start + len(written)
    state.md.inline.tokenize(state)
    state.push("field_close", "span", -1)
    # What stands after the value (spaces that make a hard break, say) is left for the newline.
    state.pos, state.posMax = start + len(written), outer
