# ruff: noqa: ARG002 - the library hands every rule the same arguments
"""HTML from the parser's tokens."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from journalgen.markdown.sanitise import box, visible

_ALIGN = {"text-align:left": "align-left", "text-align:center": "align-center", "text-align:right": "align-right"}


class HtmlWriter(RendererHTML):
    """markdown-it's renderer with the tokens that journalgen's rules add.

    `env["secret"]` stands at the beginning of every id, and in the place of every box of a task list, where the result
    is going to be sanitised; elsewhere it is empty.
    """

    def renderAttrs(self, token: Token) -> str:  # type: ignore[override]  # noqa: N802 - the library's name
        """Return a token's attributes; a cell's alignment is a class, since no page of the site has styles in it."""
        if not token.attrs:
            return ""
        if "style" in token.attrs:
            token.attrs = {"class": _ALIGN.get(str(token.attrs["style"]), "align-left")}
        return super().renderAttrs(token)

    def tag(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a tag as it was written."""
        return f'<span class="tag">{escapeHtml(tokens[idx].content)}</span>'

    def field_name(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the name of a field, and the space before its value if there is one."""
        space = "" if tokens[idx + 1].type == "field_close" else " "
        return f'<span class="field-name">{escapeHtml(tokens[idx].content)}</span>{space}'

    def task_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a task's box, named by the text that follows."""
        done = bool(tokens[idx].meta["done"])
        return "<label>" + box(done=done, secret=env["secret"]) + " "

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return raw HTML with nothing in it that would take text away."""
        return visible(tokens[idx].content)

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return raw HTML with nothing in it that would take text away."""
        return visible(tokens[idx].content)

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a heading's beginning with its id."""
        token = tokens[idx]
        return f'<{token.tag} id="{env["secret"]}{escapeHtml(str(token.attrs["id"]))}">'

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a footnote's number, which leads to it."""
        number, name = tokens[idx].meta["id"] + 1, _reference(tokens[idx])
        return f'<sup class="footnote-ref"><a href="#fn:{number}" id="{env["secret"]}fnref:{name}">{number}</a></sup>'

    def footnote_block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the beginning of the footnotes."""
        return '<section class="footnotes">\n<ol>\n'

    def footnote_block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of the footnotes."""
        return "</ol>\n</section>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the beginning of a footnote."""
        return f'<li id="{env["secret"]}fn:{tokens[idx].meta["id"] + 1}">'

    def footnote_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of a footnote."""
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the way back from a footnote to where its number stands."""
        return f' <a href="#fnref:{_reference(tokens[idx])}" class="footnote-backref">\u21a9\ufe0e</a>'


def _reference(token: Token) -> str:
    """Return the name of one of the places that refer to a footnote."""
    again = token.meta.get("subId", 0)
    return f"{token.meta['id'] + 1}" + (f":{again}" if again > 0 else "")
