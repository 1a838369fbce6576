"""What a text holds: walks the parser's tokens once, settles them for writing, and collects what was found."""

from __future__ import annotations

import html

from markdown_it.token import Token
from msgspec import Struct, field

from journalgen.markdown.fields import InlineField
from journalgen.markdown.links import Links
from journalgen.markdown.places import Mark, Places
from journalgen.markdown.rawhtml import TAG, attributes, text_of_html
from journalgen.markdown.sanitise import too_deep, visible


class Part(Struct, frozen=True, gc=False):
    """A heading, and the blocks of visible text under it."""

    heading: str
    blocks: tuple[str, ...]


class Reading(Struct):
    """What has been found in a text so far; `raw` says that it holds HTML, `headings` which blocks of `plain` are headings."""

    links: Links
    places: Places
    tags: dict[str, None] = field(default_factory=dict)
    fields: list[InlineField] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    raw: bool = False
    raw_html: list[str] = field(default_factory=list)

    def read(self, tokens: list[Token]) -> None:
        """Walk the tokens of a text in order."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                if token.children:
                    self._inline(token)
            elif kind == "heading_open":
                self.headings.append(len(self.plain))
            elif kind in {"fence", "code_block"}:
                self.plain.append(" ".join(token.content.split()))
            elif kind == "html_block":
                self._raw(token)
                if "<img" in token.content.lower():
                    token.content = _Pictures(self.links, token.map).settled(token.content, flush=True)
                self.plain.append(text_of_html(visible(token.content)))

    @property
    def deep(self) -> bool:
        """Say whether raw HTML is nested deeper than it can be handled."""
        return self.raw and too_deep("".join(self.raw_html))

    def parts(self) -> tuple[Part, ...]:
        """Return what stands under each heading, up to the next."""
        ends = (*self.headings[1:], len(self.plain))
        return tuple(
            Part(self.plain[start], tuple(block for block in self.plain[start + 1 : end] if block.strip()))
            for start, end in zip(self.headings, ends, strict=False)
            if start < len(self.plain)
        )

    def text(self) -> str:
        """Return the visible text, one block a line."""
        return "\n".join(block for block in self.plain if block)

    def _raw(self, token: Token) -> None:
        self.raw = True
        self.raw_html.append(token.content)

    def _inline(self, block: Token) -> None:
        children = block.children or []
        linked = lines = pictures = False
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
                pictures = pictures or child.content[:4].lower() == "<img"
        if pictures:
            block.children = children = _Pictures(self.links, block.map).within(children)
        self.plain.append(_seen(children))
        if lines:
            _break_lines(children)
        if linked:
            block.children = self.links.rewrite(children, block.map)


class _Pictures:
    """Makes links of the raw `<img>`s of a block; like other pictures, one that stands in a link has its own after it."""

    def __init__(self, links: Links, block: list[int] | None) -> None:
        self._links = links
        self._block = block
        self._inside = False
        self._after: list[str] = []

    def within(self, children: list[Token]) -> list[Token]:
        """Return the tokens of a paragraph or the like with links for its pictures."""
        settled: list[Token] = []
        line = 0
        for child in children:
            settled.append(child)
            if child.type in {"softbreak", "hardbreak"}:
                line += 1
            elif child.type == "link_open":
                self._inside = True
            elif child.type == "link_close":
                self._inside = False
                settled += self._late()
            elif child.type == "html_inline":
                lines = child.content.count("\n")
                child.content = self.settled(child.content, line)
                line += lines
        return settled + self._late()

    def settled(self, raw: str, line: int = 0, *, flush: bool = False) -> str:
        """Return raw HTML with links for its pictures; with `flush`, it is all of its block."""
        shown = visible(raw)
        kept: list[str] = []
        done = 0
        for tag in TAG.finditer(shown):
            name = tag["name"].lower()
            if name == "a":
                self._inside = not tag["end"]
                if not self._inside:
                    kept += (shown[done : tag.end()], *self._late_html())
                    done = tag.end()
            elif name == "img" and not tag["end"]:
                first = tag[0].partition("\n")[0]
                place = self._links.places.find(self._block, Mark(line + shown.count("\n", 0, tag.start()), first))
                if picture := self._links.raw_picture(attributes(tag), place):
                    kept += (shown[done : tag.start()], self._picture(*picture))
                    done = tag.end()
        kept.append(shown[done:])
        if flush:
            kept += self._late_html()
        return "".join(kept)

    def _picture(self, opening: str, alt: str, name: str) -> str:
        if not self._inside:
            return f"{opening}{alt}</a>"
        self._after.append(f" {opening}{name}</a>")
        return alt

    def _late_html(self) -> list[str]:
        after, self._after = self._after, []
        return after

    def _late(self) -> list[Token]:
        return [Token("html_inline", "", 0, content=each) for each in self._late_html()]


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
            seen.append(html.unescape(TAG.sub("", visible(child.content))))
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
