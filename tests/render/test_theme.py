"""The theme in Chromium: the system's, or the one that was chosen, from page to page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.render import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LIGHT, DARK = "rgb(250, 246, 238)", "rgb(27, 25, 22)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened.write_site(tmp_path_factory.mktemp("theme") / "journal")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme="light")
    yield context.new_page()
    context.close()


def paper(page: Page) -> str:
    page.wait_for_load_state()
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def pressed(page: Page) -> list[str]:
    return page.locator("[data-theme-choice][aria-pressed=true]").all_inner_texts()


def test_the_system_decides_until_a_theme_is_chosen(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    assert (paper(page), pressed(page)) == (LIGHT, ["System"])
    page.emulate_media(color_scheme="dark")
    assert paper(page) == DARK
    page.get_by_role("button", name="Light").click()
    assert (paper(page), pressed(page)) == (LIGHT, ["Light"])


def test_a_choice_follows_the_reader_and_can_be_taken_back(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="Dark").click()
    page.locator(".latest-title a").click()
    assert (paper(page), pressed(page)) == (DARK, ["Dark"])
    assert "?" not in page.url
    page.get_by_role("button", name="System").click()
    page.go_back()
    assert (paper(page), pressed(page)) == (LIGHT, ["System"])


def test_a_choice_counts_before_anything_shows(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="Dark").click()
    page.add_init_script(
        "new MutationObserver(() => { if (document.body && !('then' in window)) "
        "window.then = document.documentElement.dataset.theme + ' ' + "
        "document.querySelector('meta[name=color-scheme]').content; })"
        ".observe(document, {childList: true, subtree: true});"
    )
    page.reload()
    assert page.evaluate("window.then") == "dark dark"


def test_without_scripts_there_is_no_switch_and_the_system_decides(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    for button in page.locator("button").all():
        assert not button.is_visible()
    assert page.locator("h1").is_visible()
    context.close()


def test_paper_is_white_whatever_the_theme(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="Dark").click()
    page.emulate_media(media="print")
    assert paper(page) == "rgb(255, 255, 255)"
    for left_out in (".frame", ".frame-tools", ".hide", ".heat-choice"):
        assert not page.locator(left_out).is_visible(), left_out
