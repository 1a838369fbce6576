"""A page of the plan into the bytes of its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from jinja2 import Template
from markupsafe import Markup
from msgspec import Struct

from journalgen.language import Language
from journalgen.plan.views import AttachedFile, EntryPage, Page, SupportPage
from journalgen.render.attachments import Show, with_files
from journalgen.render.body import with_links
from journalgen.render.environment import environment
from journalgen.render.links import Links
from journalgen.render.template_error import template_fault


class SiteFrame(Struct, frozen=True):
    """What every page shows of the site, and nothing else that is the same on all: a change here rewrites them all.

    `language` is a tag such as `pt-BR`; `first_day` is the day that weeks begin with, Monday being 0.
    """

    title: str
    author: str | None
    language: str
    direction: Literal["ltr", "rtl"]
    first_day: int = 0
    remote_images: bool = False


class Renderer:
    """Renders the pages of one site; `body` gives the rendered text of a digest, `own` is the writer's template folder.

    Compiled templates are kept for the next run where `compiled_under` is given: the digest of code and language.
    """

    def __init__(
        self,
        frame: SiteFrame,
        language: Language,
        templates: Path,
        body: Callable[[bytes], str],
        *,
        own: Path | None = None,
        compiled_under: bytes | None = None,
    ) -> None:
        self.folders = (templates,) if own is None else (own, templates)
        self._links = Links()
        self._body = body
        self._targets: tuple[str | None, ...] = ()
        self._files: tuple[AttachedFile | None, ...] = ()
        self._environment = environment(self.folders, language, self._links, compiled_under)
        self._environment.globals |= {"site": frame, "body": self._text}
        self._templates: dict[str, Template] = {}

    def render(self, page: Page) -> bytes:
        """Return the page's file; refuses (`template-fault`) where its template has a mistake."""
        self._links.at(page.path)
        if isinstance(page.view, (EntryPage, SupportPage)):
            self._targets, self._files = page.view.targets, page.view.files
        try:
            template = self._templates.get(page.template)
            if template is None:
                template = self._templates[page.template] = self._environment.get_template(page.template)
            text = template.render(view=page.view, page=page)
        except Exception as error:
            if fault := template_fault(error, self.folders):
                raise fault from error
            raise
        # Half a surrogate pair, from a file name that is no text, is no character of a page.
        return text.encode("utf-8", "replace")

    def _text(self, digest: bytes, show: Show) -> Markup:
        """Return a text for its page; `show` is the macro that makes the HTML of a file."""
        html = with_files(self._body(digest), self._files, show, self._links.href)
        return with_links(html, self._targets, self._links.href)
