"""Task lists: items that begin with `[ ]` or `[x]`.

mdit-py-plugins has a rule for them, but it writes its boxes as raw HTML, which nobody can tell from the writer's own,
and loses the brackets of an item that has a tab after them.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BOX = re.compile(r"\[([ xX])\][ \t]")


def tasks(md: MarkdownIt) -> None:
    """Teach a parser task lists: a `task_open` (with `meta["done"]`) and a `task_close` around the item's text."""
    md.core.ruler.after("inline", "tasks", _tasks)


def _tasks(state: StateCore) -> None:
    if "[ ]" not in state.src and "[x]" not in state.src and "[X]" not in state.src:
        return
    lists: list[Token] = []
    tokens = state.tokens
    for index, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(token)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open" and tokens[index + 1].type == "paragraph_open" and _todo(tokens[index + 2]):
            token.attrJoin("class", "task-list-item")
            lists[-1].attrSet("class", "contains-task-list")


def _todo(text: Token) -> bool:
    """Put a box in the place of the brackets that a text begins with; false if there are none."""
    found = _BOX.match(text.content)
    children = text.children or []
    # `[x]` is a link where the text defines one, and then it does not begin the first token's text.
    if not found or not children or children[0].type != "text" or not children[0].content.startswith(found[0][:3]):
        return False
    children[0].content = children[0].content[3:].lstrip()
    opening = Token("task_open", "label", 1, meta={"done": found[1] != " "})
    text.children = [opening, *children, Token("task_close", "label", -1)]
    return True
