"""The Markdown parser: CommonMark, and what journals are written with besides."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.rules_inline import linkify as bare_address
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_inline

from journalgen.markdown.callouts import callouts
from journalgen.markdown.fields import fields
from journalgen.markdown.footnotes import footnotes
from journalgen.markdown.places import mark
from journalgen.markdown.tags import tags
from journalgen.markdown.tasks import tasks
from journalgen.markdown.wikilinks import wikilinks

# A list's item takes two levels, so this is 50 lists in each other; Python's own limit lies far beyond.
DEEPEST = 100
# Characters read for the end of brackets that have none; what people write stays under a thousandth of this.
PATIENCE = 100_000_000
_CONTAINERS = frozenset(("blockquote_open", "list_item_open", "dd_open", "footnote_reference_open"))


class Parser(MarkdownIt):
    """markdown-it that takes every address; what may become of it is for `links` to say."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's name
        """Return true: an address that is refused here would leave the brackets in the text."""
        return True


def build(*, linkify: bool, smart_quotes: bool) -> Parser:
    """Return a parser; one is enough for any number of texts."""
    md = Parser(
        "commonmark", {"maxNesting": DEEPEST, "linkify": linkify, "typographer": smart_quotes, "xhtmlOut": False}
    )
    md.enable(["table", "strikethrough"])
    if linkify:
        md.enable("linkify")
    if smart_quotes:
        md.enable(["replacements", "smartquotes"])
    md.use(deflist_plugin)
    for teach in (footnotes, wikilinks, tags, fields, callouts, tasks):
        teach(md)
    md.inline.ruler.at("link", _marked(link, "["))
    md.inline.ruler.at("linkify", _marked(_address, "://"))
    md.inline.ruler.at("image", _marked(image, "!["))
    md.inline.ruler.at("footnote_inline", _marked(footnote_inline, "^["))
    md.core.ruler.after("block", "depth", _depth)
    return md


class TooMuch(Exception):  # noqa: N818 - no error of the program's
    """A text has so many brackets that nobody closed that to look for their ends would take minutes."""


def _marked(rule: Callable[[StateInline, bool], bool], opening: str) -> Callable[[StateInline, bool], bool]:
    """Return a rule that notes where what it found stands, and gives up when it has read too far in vain."""

    def marked(state: StateInline, silent: bool) -> bool:
        pos, before = state.pos, len(state.tokens)
        if not state.src.startswith(opening, pos):
            return False
        if opening != "://" and state.src.find("]", pos, state.posMax) < 0:
            return False
        if not rule(state, silent):
            in_vain = state.env.get("in_vain", 0) + state.posMax - pos
            if in_vain > PATIENCE:
                raise TooMuch
            state.env["in_vain"] = in_vain
            return False
        if not silent:
            for token in state.tokens[before : before + 2]:
                if token.type in {"link_open", "image"}:
                    token.meta["at"] = mark(state, pos)
                    break
        return True

    return marked


def _address(state: StateInline, silent: bool) -> bool:
    """Read a bare address, but not in looking ahead: there the library takes for its scheme what was read before."""
    return not silent and bare_address(state, silent)


def _depth(state: StateCore) -> None:
    """Note in the environment that markdown-it has left out what lay deeper than it goes."""
    if any(token.level >= DEEPEST - 1 and token.type in _CONTAINERS for token in state.tokens):
        state.env["too_deep"] = True
