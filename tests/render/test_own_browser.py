"""What a journal's own styles and templates do in a browser, from a double-clicked file."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journals import JournalFolder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_STYLE = """
@import "https://example.org/far.css";
@font-face { font-family: Mine; src: url(fonts/mine.ttf); }
body { background-image: url(paper.png); font-family: Mine; }
main { background-image: url(https://example.org/tell.png); }
h1 { letter-spacing: 3px; }
"""


def _font() -> Path | None:
    return next((file for folder in ("/usr/share/fonts",) for file in sorted(Path(folder).rglob("*.ttf"))), None)


def test_own_styles_show_and_tell_nobody(journal: JournalFolder, browser: Browser) -> None:
    font = _font()
    if font is None:
        pytest.skip("the system has no font to copy")
    (journal.path / "assets" / "fonts").mkdir(parents=True)
    shutil.copy(font, journal.path / "assets" / "fonts" / "mine.ttf")
    journal.write("assets/mine.css", _STYLE).write("assets/paper.png", _PIXEL).write(
        "2026-03-14.md", "A day.\n"
    ).build()
    page = browser.new_page()
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.goto((journal.site / "2026/03/14.html").as_uri())
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert page.eval_on_selector("h1", "each => getComputedStyle(each).letterSpacing") == "3px"
    assert page.evaluate("[...document.fonts].map(each => each.status)") == ["loaded"]
    assert any(url.endswith("assets/own/paper.png") for url in asked)
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()
