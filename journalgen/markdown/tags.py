"""Tags in the text: `#walk`, `#people/anna`, and Logseq's `#[[two words]]`."""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_BEFORE = frozenset("([{*")
_PLAIN = re.compile(r"#((?:[\w/-]|[^\x00-\x7f])+)")
_BRACKETED = re.compile(r"#\[\[([^\[\]\n]+)\]\]")
_JOINERS = "_-/\u200c\u200d"


def tags(md: MarkdownIt) -> None:
    """Teach a parser tags: tokens of the type `tag` that hold the text as written and the name as `info`."""
    md.inline.ruler.after("escape", "tag", _tag)


def _tag(state: StateInline, silent: bool) -> bool:
    pos = state.pos
    if state.src[pos] != "#":
        return False
    if pos and not (state.src[pos - 1].isspace() or state.src[pos - 1] in _BEFORE):
        return False
    if bracketed := _BRACKETED.match(state.src, pos, state.posMax):
        name, end = bracketed[1].strip(), bracketed.end()
    elif plain := _PLAIN.match(state.src, pos, state.posMax):
        name = _name(plain[1])
        end = pos + 1 + len(name)
    else:
        return False
    if not name:
        return False
    if not silent:
        token = state.push("tag", "", 0)
        token.content = state.src[pos:end]
        token.info = name
    state.pos = end
    return True


def _name(text: str) -> str:
    """Return the tag's name that a text begins with, or nothing: letters of any script, digits, `_`, `-` and `/`.

    Digits alone are a number (`#1`), signs alone nothing; a sign at the end belongs to the sentence.
    """
    for index, char in enumerate(text):
        # Marks are letters' accents and the vowels of Indic scripts, which `\\w` does not know.
        if char not in _JOINERS and unicodedata.category(char)[0] not in "LMN":
            text = text[:index]
            break
    text = text.rstrip("-/\u200c\u200d")
    return text if any(map(str.isalnum, text)) and not text.isdigit() else ""
