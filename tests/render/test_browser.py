"""The pages in Chromium, opened from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.render import samples

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return samples.write_site(tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_open_from_files(browser: Browser, site: dict[str, Path], scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for name, file in site.items():
        page.goto(file.as_uri())
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert paper == ("rgb(27, 25, 22)" if scheme == "dark" else "rgb(250, 246, 238)"), name
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    context.close()
    assert said == []
    assert all(url.startswith("file:") for url in asked)


def test_days_are_large_enough_to_touch(browser: Browser, site: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    for name in ("home", "month", "year"):
        page.goto(site[name].as_uri())
        sizes = page.evaluate("[...document.querySelectorAll('a.cell')].map(a => a.getBoundingClientRect())"
                              ".map(box => Math.min(box.width, box.height))")  # fmt: skip
        assert sizes
        assert min(sizes) >= 24
    page.close()


def test_support_prints_on_one_page(browser: Browser, site: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(site["support"].as_uri())
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.close()


def test_a_private_entry_opens_by_keyboard(browser: Browser, site: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(site["entry-private"].as_uri())
    assert not page.get_by_text("Nobody but me").is_visible()
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Nobody but me").is_visible()
    page.close()
