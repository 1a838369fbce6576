"""Wiki links: `[[2026-03-14]]`, `[[2026-03-14|that day]]`, and embeds: `![[picture.png]]`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

from journalgen.markdown.attachments import without_width
from journalgen.markdown.places import mark

# In a table the bar is written `\|`.
_LINK = re.compile(r"!?\[\[([^\[\]|\n]+?)(?:\\?\|([^\[\]\n]*))?\]\]")


def wikilinks(md: MarkdownIt) -> None:
    """Teach a parser wiki links; they come out as links whose target is what the writer wrote."""
    md.inline.ruler.before("link", "wikilink", _wikilink)


def _wikilink(state: StateInline, silent: bool) -> bool:
    pos = state.pos
    embed = state.src.startswith("![[", pos)
    if not (embed or state.src.startswith("[[", pos)) or state.linkLevel > 0:
        return False
    found = _LINK.match(state.src, pos, state.posMax)
    if not found or not found[1].strip():
        return False
    target, label = found[1].strip(), (found[2] or "").strip()
    # CommonMark has the first word: `[[foo]]` is a link in brackets where the text defines `[foo]: …`.
    if normalizeReference(target) in state.env.get("references", ()):
        return False
    width = None
    if embed:
        label, width = without_width(label)
    if not silent:
        token = state.push("link_open", "a", 1)
        token.attrs = {"class": "embed", "href": target} if embed else {"href": target}
        token.markup = "wikilink"
        token.meta = {"at": mark(state, pos), "label": label, "width": width}
        state.push("text", "", 0).content = label or _readable(target)
        state.push("link_close", "a", -1).markup = "wikilink"
    state.pos = found.end()
    return True


def _readable(target: str) -> str:
    """Return what stands for a link without words of its own: `Rain > Evening` for `Rain#Evening`, as Obsidian has it."""
    parts = [part.strip() for part in target.split("#")]
    return " > ".join(part for part in parts if part and not part.startswith("^")) or target
