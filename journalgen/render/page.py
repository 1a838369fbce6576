"""A page of the plan into the bytes of its file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from jinja2 import Template
from markupsafe import Markup
from msgspec import Struct

from journalgen.language import Language
from journalgen.plan.pages import Page
from journalgen.plan.reviews.views import ReviewPage
from journalgen.plan.views import AttachedFile, EntryPage, Quotation, SupportPage
from journalgen.refusal import Refusal
from journalgen.render.attachments import Show, with_files
from journalgen.render.body import with_links, with_quotations
from journalgen.render.environment import environment
from journalgen.render.links import Links
from journalgen.render.policy import LONGEST, check, policy
from journalgen.render.template_error import template_fault
from journalgen.render.theme import Theme


class SiteFrame(Struct, frozen=True):
    """What every page shows of the site, and nothing else that is the same on all: a change here rewrites them all.

    `language` is a tag such as `pt-BR`; `first_day` is the day that weeks begin with, Monday being 0; `styles` are the
    addresses of the writer's own styles, `fonts` says whether they bring any, `figures` whether the writer
    wants any.
    """

    title: str
    author: str | None
    language: str
    direction: Literal["ltr", "rtl"]
    first_day: int = 0
    remote_images: bool = False
    styles: tuple[str, ...] = ()
    fonts: bool = False
    figures: bool = True


class Renderer:
    """Renders the pages of one site; `body` gives the rendered text of a digest.

    Compiled templates are kept for the next run where `compiled_under` is given: the digest of code and language. `rules` are the
    content security policy of a page that is none of the site's.
    """

    def __init__(
        self,
        frame: SiteFrame,
        language: Language,
        theme: Theme,
        body: Callable[[bytes], str],
        *,
        compiled_under: bytes | None = None,
        rules: str | None = None,
    ) -> None:
        self._theme = theme
        self._links = Links()
        self._body = body
        self._targets: tuple[str | None, ...] = ()
        self._files: tuple[AttachedFile | None, ...] = ()
        self._quotations: tuple[Quotation, ...] = ()
        self._policy = rules or policy(remote_images=frame.remote_images, fonts=frame.fonts)
        # The policy is ours alone, and holds nothing to escape.
        given = {"site": frame, "policy": Markup(self._policy), "body": self._text}  # noqa: S704
        self._environment = environment(theme, language, self._links, given, compiled_under)
        self._templates: dict[str, Template] = {}

    def render(self, page: Page) -> bytes:
        """Return the page's file; refuses (`template-fault`) where its template has a mistake.

        What comes out of somebody's own templates is also held to what no page may do (`page-unsafe`).
        """
        self._links.at(page.path)
        text_of = page.view if isinstance(page.view, (EntryPage, SupportPage, ReviewPage)) else None
        self._targets = text_of.targets if text_of else ()
        self._files = text_of.files if text_of else ()
        self._quotations = page.view.quotations if isinstance(page.view, EntryPage) else ()
        try:
            template = self._templates.get(page.template)
            if template is None:
                template = self._templates[page.template] = self._environment.get_template(page.template)
            text = self._bounded(template, page) if self._theme.own else template.render(view=page.view, page=page)
        except Exception as error:
            if fault := template_fault(error, self._theme):
                raise fault from error
            raise
        if self._theme.own:
            check(text, page.path, self._policy)
        # Half a surrogate pair, from a file name that is no text, is no character of a page.
        return text.encode("utf-8", "replace")

    def _bounded(self, template: Template, page: Page) -> str:
        begin_page: Any = self._environment.begin_page  # type: ignore[attr-defined]  # it is the sandbox
        begin_page()
        parts = []
        length = 0
        for part in template.generate(view=page.view, page=page):
            length += len(part)
            if length > LONGEST:
                raise Refusal("page-too-long", page=page.path, size=LONGEST // 1_000_000)
            parts.append(part)
        return "".join(parts)

    def _text(
        self, digest: bytes, quoted: Callable[[Quotation], str] | None = None, shown: Show | None = None
    ) -> Markup:
        """Return a text as it stands in the page.

        `quoted` is the macro that shows what an embed of an entry quotes, `shown` the one that shows a file; without it, files
        are links.
        """
        text = self._body(digest)
        if quoted and self._quotations:
            text = with_quotations(text, {each.index: quoted(each) for each in self._quotations})
        return with_links(with_files(text, self._files, shown, self._links.href), self._targets, self._links.href)
