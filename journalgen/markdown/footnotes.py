"""Footnotes, none of which is lost.

mdit-py-plugins leaves out a definition that nothing refers to, all but the last of several with one name, and what
stands in a definition before another that it holds. Here these stay where they were written.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin


def footnotes(md: MarkdownIt) -> None:
    """Teach a parser footnotes."""
    md.use(footnote_plugin)
    md.core.ruler.before("footnote_tail", "footnotes_kept", _kept)


def _kept(state: StateCore) -> None:
    known = state.env.get("footnotes")
    if not known or not known.get("refs"):
        return
    last = {token.meta["label"]: token for token in state.tokens if token.type == "footnote_reference_open"}
    body: list[Token] = []
    definitions: list[list[Token]] = []
    open_ones: list[tuple[str, list[Token]]] = []
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            if known["refs"].get(f":{label}", -1) < 0 or last[label] is not token:
                _current(open_ones, body).extend(_unused(token))
                open_ones.append(("unused", _current(open_ones, body)))
            else:
                definition = [token]
                definitions.append(definition)
                open_ones.append(("used", definition))
        elif token.type == "footnote_reference_close":
            kind, target = open_ones.pop()
            if kind == "unused":
                token.type, token.tag, token.block = "footnote_unused_close", "div", True
            target.append(token)
        else:
            _current(open_ones, body).append(token)
    state.tokens = body + [token for definition in definitions for token in definition]


def _current(open_ones: list[tuple[str, list[Token]]], body: list[Token]) -> list[Token]:
    return open_ones[-1][1] if open_ones else body


def _unused(token: Token) -> list[Token]:
    """Return what a definition begins with that stays in its place: a box, and its name as it was written."""
    label = f"[^{token.meta['label']}]:"
    token.type, token.tag, token.block, token.attrs = "footnote_unused_open", "div", True, {"class": "footnote-unused"}
    inline = Token("inline", "", 0, content=label, children=[Token("text", "", 0, content=label)], block=True)
    return [token, Token("paragraph_open", "p", 1, block=True), inline, Token("paragraph_close", "p", -1, block=True)]
