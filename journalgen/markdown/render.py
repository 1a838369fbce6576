"""An entry's text, from Markdown to what a page shows and what the figures need."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from msgspec import Struct

from journalgen.markdown.fields import InlineField
from journalgen.markdown.headings import folded, lower, text_of
from journalgen.markdown.html import HtmlWriter
from journalgen.markdown.links import Links
from journalgen.markdown.parser import Parser, TooMuch, build
from journalgen.markdown.places import Places
from journalgen.markdown.reading import Part, Reading
from journalgen.markdown.sanitise import sanitise
from journalgen.markdown.words import count_words
from journalgen.model.entry import Link
from journalgen.model.media import Attachment
from journalgen.problems import Level, Location, Problem, problem

_LINE_END = re.compile(r"\r\n?|\n")
# What `new --append` puts above a few words more, and others write so by hand.
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[AaPp]\.?[Mm]\b\.?|\s*Uhr\b)?(?![.:]?\w)", re.ASCII)


class Options(Struct, frozen=True):
    """What the writer chose for all texts; `no_titles` are headings, as `folded` has them, that are never an entry's title."""

    smart_quotes: bool = False
    remote_images: bool = False
    no_titles: frozenset[str] = frozenset()


class Rendered(Struct, frozen=True):
    """A rendered text, and what was found in it.

    `html` is safe to put in a page; a link to something in the journal has the address `href="journal:N"`, N being the
    index of the link in `links`; one to a file has `journal:mN`, N being its index in `attachments`. `heading` is the text of
    the first heading that may be a title, `headings` the names of all in addresses, sorted.
    `plain` is the visible text, one block a line, with the heading also where `html` goes without it; `parts` are what stands
    under each heading.
    """

    html: str
    heading: str | None
    tags: tuple[str, ...]
    fields: tuple[InlineField, ...]
    links: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    headings: tuple[str, ...]
    words: int
    plain: str
    problems: tuple[Problem, ...]
    parts: tuple[Part, ...] = ()


class Renderer:
    """Renders texts; holds one parser for each variant, each built once, when it is first needed."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._writer = HtmlWriter()
        self._parsers: dict[bool, Parser] = {}

    def parser(self, text: str) -> Parser:
        """Return the parser for a text: looking for bare addresses costs time, and most texts hold none."""
        linkify = "://" in text or "@" in text or "www." in text or "WWW." in text
        if linkify not in self._parsers:
            self._parsers[linkify] = build(linkify=linkify, smart_quotes=self.options.smart_quotes)
        return self._parsers[linkify]

    def render(
        self, text: str, *, path: str, first_line: int = 1, drop_title: bool = False, one_title: bool = False
    ) -> Rendered:
        """Return a text rendered; `first_line` is the line of its file that it begins on.

        With `drop_title`, the heading that gave `heading` is left out of `html` where the text begins with it; its id stays.
        With `one_title`, only a heading of the first level gives it, where there is no other of that level.
        A text that is nested deeper than can be handled comes back as it was written, with a problem.
        """
        # Half a surrogate pair is no character: neither a file nor nh3 can take it.
        text = text.encode("utf-8", "replace").decode()
        try:
            rendered = self._render(text, path, first_line, drop_title=drop_title, one_title=one_title)
            return rendered or _as_written(text, path, first_line)
        except (RecursionError, TooMuch):
            return _as_written(text, path, first_line)

    def _render(self, text: str, path: str, first_line: int, *, drop_title: bool, one_title: bool) -> Rendered | None:
        md = self.parser(text)
        env: dict[str, Any] = {"secret": ""}
        tokens = md.parse(text, env)
        if "too_deep" in env:
            return None
        if "<" in text and _holds_html(tokens):
            # Nobody can write a text that holds its own digest.
            env["secret"] = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
        secret: str = env["secret"]
        first, heading = _heading(tokens, self.options.no_titles, one_title=one_title)
        # Without one of these a text holds nothing whose place could be asked for.
        placed = "[" in text or "<" in text or "::" in text
        places = Places(_LINE_END.split(text) if placed else [], first_line)
        links = Links(path, places, lower(tokens), self.options.remote_images, secret)
        reading = Reading(links, places)
        reading.read(tokens)
        if reading.deep:
            return None
        title = ""
        if heading is not None and drop_title and first == 0:
            title = f'<span id="{secret}{escapeHtml(str(tokens[0].attrs["id"]))}"></span>\n'
            tokens = tokens[3:]
        html: str = title + self._writer.render(tokens, md.options, env)
        if secret:
            html = self._safe(html, links)
        plain = reading.text()
        return Rendered(
            html,
            heading,
            tuple(reading.tags),
            tuple(reading.fields),
            tuple(links.found),
            tuple(links.attachments),
            tuple(sorted(links.headings)),
            count_words(plain),
            plain,
            tuple(links.problems),
            reading.parts(),
        )

    def _safe(self, html: str, links: Links) -> str:
        def journal(target: str) -> str:
            return links.journal(target, *links.places.locate(target))

        def media(target: str) -> str | None:
            return links.source(target, *links.places.locate(target))

        return sanitise(
            html, secret=links.secret, remote_images=self.options.remote_images, journal=journal, media=media
        )


def _holds_html(tokens: list[Token]) -> bool:
    return any(
        token.type == "html_block" or any(child.type == "html_inline" for child in token.children or ())
        for token in tokens
    )


def _heading(tokens: list[Token], no_titles: frozenset[str], *, one_title: bool) -> tuple[int, str | None]:
    """Return which token opens the first heading that may be a title, and its text; with `one_title`, the one of the first level.

    It stands in nothing else, such as a quotation, and is no time with what was written then.
    """
    headings = [at for at, token in enumerate(tokens) if token.type == "heading_open" and not token.level]
    if one_title:
        headings = [at for at in headings if tokens[at].tag == "h1"]
    if not one_title or len(headings) == 1:
        for at in headings:
            text = text_of(tokens[at + 1])
            if not _is_time(text, begins=at == 0) and (not no_titles or folded(text) not in no_titles):
                return at, text or None
    return -1, None


def _is_time(heading: str, *, begins: bool) -> bool:
    """Return whether a heading is a time, or begins with one further down in a text: a part of the day, and no name for it."""
    found = _TIME.match(heading)
    return found is not None and (not begins or found.end() == len(heading))


def _as_written(text: str, path: str, first_line: int) -> Rendered:
    """Return a text that is nested too deeply, as it was written."""
    where = Location(path, first_line)
    deep = problem(where, Level.ERROR, "markdown-too-deep")
    html = f"<pre>{escapeHtml(text)}</pre>\n"
    return Rendered(html, None, (), (), (), (), (), count_words(text), text, (deep,))
