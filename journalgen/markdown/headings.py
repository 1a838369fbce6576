"""Headings: names to link to, and one level down, since the page's own title is the first level."""

from __future__ import annotations

from markdown_it.token import Token

from journalgen.markdown.slugs import slug

_DEEPEST = 6


def text_of(inline: Token) -> str:
    """Return the text of an inline token as it will be seen, without its markup."""
    return " ".join("".join(_texts(inline.children or [])).split())


def _texts(tokens: list[Token]) -> list[str]:
    texts: list[str] = []
    for token in tokens:
        if token.type in {"text", "text_special", "code_inline", "tag"}:
            texts.append(token.content)
        elif token.type == "field_name":
            texts.append(f"{token.content} ")
        elif token.type in {"softbreak", "hardbreak"}:
            texts.append(" ")
        elif token.type == "image":
            texts += _texts(token.children or [])
    return texts


def folded(heading: str) -> str:
    """Return what is the same of a heading however it is written: without case, spaces around it, or a colon behind it."""
    return " ".join(heading.split()).rstrip(" :").casefold()


def lower(tokens: list[Token]) -> set[str]:
    """Shift every heading one level down and give it an id that no other has; return the ids."""
    names: set[str] = set()
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            token.tag = tokens[index + 2].tag = f"h{min(int(token.tag[1]) + 1, _DEEPEST)}"
            name = base = slug(text_of(tokens[index + 1]))
            number = 0
            while name in names:
                number += 1
                name = f"{base}-{number}"
            names.add(name)
            token.attrSet("id", name)
    return names
