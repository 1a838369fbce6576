"""What a text holds: walks the parser's tokens once, settles them for writing, and collects what was found."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from journalgen.markdown.fields import InlineField
from journalgen.markdown.links import Links
from journalgen.markdown.places import Places
from journalgen.markdown.sanitise import too_deep, visible

_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


@dataclass(slots=True)
class Reading:
    """What has been found in a text so far; `raw` says that it holds HTML."""

    links: Links
    places: Places
    tags: dict[str, None] = field(default_factory=dict)
    fields: list[InlineField] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    raw: bool = False
    raw_html: list[str] = field(default_factory=list)

    def read(self, tokens: list[Token]) -> None:
        """Walk the tokens of a text in order."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                if token.children:
                    self._inline(token)
            elif kind in {"fence", "code_block"}:
                self.plain.append(" ".join(token.content.split()))
            elif kind == "html_block":
                self._raw(token)
                self.plain.append(" ".join(html.unescape(_TAG.sub(" ", visible(token.content))).split()))

    @property
    def deep(self) -> bool:
        """Say whether raw HTML is nested deeper than it can be handled."""
        return self.raw and too_deep("".join(self.raw_html))

    def text(self) -> str:
        """Return the visible text, one block a line."""
        return "\n".join(block for block in self.plain if block)

    def _raw(self, token: Token) -> None:
        self.raw = True
        self.raw_html.append(token.content)

    def _inline(self, block: Token) -> None:
        children = block.children or []
        linked = lines = False
        for child in children:
            kind = child.type
            if kind == "text":
                continue
            if kind in {"link_open", "image"}:
                linked = True
            elif kind == "tag":
                self.tags.setdefault(child.info)
            elif kind == "field_open":
                lines = lines or child.markup == "line"
                line, column = self.places.find(block.map, child.meta["at"])
                self.fields.append(InlineField(child.meta["name"], child.meta["text"], line, column))
            elif kind == "html_inline":
                self._raw(child)
        self.plain.append(_seen(children))
        if lines:
            _break_lines(children)
        if linked:
            block.children = self.links.rewrite(children, block.map)


def _seen(children: list[Token]) -> str:
    """Return the text of a block as a reader sees it, without the addresses of its links."""
    seen: list[str] = []
    for child in children:
        kind = child.type
        if kind in {"text", "code_inline", "tag"}:
            seen.append(child.content)
        elif kind in {"softbreak", "hardbreak"}:
            seen.append(" ")
        elif kind == "field_name":
            seen.append(f"{child.content} ")
        elif kind == "image":
            seen.append(_seen(child.children or []))
        elif kind == "html_inline":
            shown = visible(child.content)
            if shown.startswith("&lt;"):
                seen.append(html.unescape(shown))
    return "".join(seen)


def _break_lines(children: list[Token]) -> None:
    """Let fields that stand on lines of their own be seen on lines of their own."""
    for index, child in enumerate(children):
        if child.type != "softbreak":
            continue
        before = children[index - 1] if index else None
        after = children[index + 1] if index + 1 < len(children) else None
        if (before and before.type == "field_close") or (
            after and after.type == "field_open" and after.markup == "line"
        ):
            child.type, child.tag = "hardbreak", "br"
