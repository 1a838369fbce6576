"""Callouts: a quotation that begins with `[!note] Title`; `[!tip]-` is folded, `[!tip]+` can be."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_FIRST_LINE = re.compile(r"\[!([^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]([+-]?)[ \t]*([^\n]*)(?:\n|\Z)")
KINDS = frozenset((
    "note", "abstract", "summary", "tldr", "info", "todo", "tip", "hint", "important", "success", "check",
    "done", "question", "help", "faq", "warning", "caution", "attention", "failure", "fail", "missing",
    "danger", "error", "bug", "example", "quote", "cite",
))  # fmt: skip


def callouts(md: MarkdownIt) -> None:
    """Teach a parser callouts: quotations of the type `callout_open`, whose first child is a `callout_title_open`."""
    md.core.ruler.after("block", "callouts", _callouts)


def _callouts(state: StateCore) -> None:
    if "[!" not in state.src:
        return
    tokens: list[Token] = []
    closing: list[str] = []
    skip = 0
    for index, token in enumerate(state.tokens):
        if token.type == "blockquote_open":
            title = _title(state.tokens, index)
            if title:
                skip = 3 if not state.tokens[index + 2].content else 0
                tokens += _opening(token, title)
                closing.append(token.tag)
                skip = -skip
                continue
            closing.append("")
        elif token.type == "blockquote_close" and (tag := closing.pop()):
            token.type, token.tag = "callout_close", tag
        if skip < 0:
            skip += 1
            continue
        tokens.append(token)
    state.tokens = tokens


def _title(tokens: list[Token], index: int) -> re.Match[str] | None:
    """Return the first line of the callout that begins at an index, taken out of its paragraph."""
    if index + 2 >= len(tokens) or tokens[index + 1].type != "paragraph_open":
        return None
    text = tokens[index + 2]
    found = _FIRST_LINE.match(text.content)
    if found:
        text.content = text.content[found.end() :].strip()
        if text.map:
            text.map = [text.map[0] + 1, text.map[1]]
    return found


def _opening(quote: Token, title: re.Match[str]) -> list[Token]:
    """Turn a quotation into a callout, and return it with its title."""
    kind, fold, words = title[1].strip(), title[2], title[3].strip()
    known = kind.lower() if kind.lower() in KINDS else "note"
    quote.type = "callout_open"
    quote.tag = "details" if fold else "aside"
    quote.attrs = {"class": f"callout callout-{known}"}
    if not fold:
        quote.attrs["role"] = "note"
    if fold == "+":
        quote.attrs["open"] = ""
    tag = "summary" if fold else "p"
    opening = Token("callout_title_open", tag, 1, attrs={"class": "callout-title"}, level=quote.level + 1, block=True)
    inline = Token("inline", "", 0, level=quote.level + 2, content=words or kind.capitalize(), children=[], block=True)
    inline.map = [quote.map[0], quote.map[0] + 1] if quote.map else None
    closing = Token("callout_title_close", tag, -1, level=quote.level + 1, block=True)
    return [quote, opening, inline, closing]
