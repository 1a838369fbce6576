"""The page to take along as one file, which holds its style and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import re

from markupsafe import Markup
from msgspec.structs import replace

from journalgen.language import Language
from journalgen.plan.pages import Page
from journalgen.plan.summary.views import SummaryPage
from journalgen.render.page import Renderer, SiteFrame
from journalgen.render.theme import Theme

TEMPLATE = "summary.html"
_STYLE = "summary.css"
_SITE_STYLE = "assets/style.css"
# The colours, sizes and spaces of the site, which its style sheet begins with.
_PROPERTIES = re.compile(r"^:root \{\n.*?^\}\n", re.DOTALL | re.MULTILINE)


def render_summary(view: SummaryPage, frame: SiteFrame, language: Language, theme: Theme) -> str:
    """Return the page as HTML; refuses (`template-fault`) where a template of the writer's own has a mistake."""
    style = _style(Theme(theme.folder))
    renderer = Renderer(frame, language, theme, _no_text, rules=_rules(style))
    # The style is ours alone, and no tag stands in it.
    page = Page(TEMPLATE, TEMPLATE, replace(view, style=Markup(style)), b"")  # noqa: S704
    return renderer.render(page).decode()


def _style(theme: Theme) -> str:
    own, of_site = theme.find(_STYLE), theme.find(_SITE_STYLE)
    if own is None or of_site is None:
        raise FileNotFoundError(_STYLE)
    properties = _PROPERTIES.search(of_site.data.decode())
    return (properties[0] if properties else "") + own.data.decode()


def _rules(style: str) -> str:
    """Return the content security policy: nothing but this very style."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _no_text(digest: bytes) -> str:
    """Return the text of an entry: there is none on this page, but for what its view holds."""
    raise KeyError(digest)
