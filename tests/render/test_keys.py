"""Keys in Chromium: from entry to entry and from line to line, and the switch that turns them off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.render import opened
from tests.render.opened import focused

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened.write_site(tmp_path_factory.mktemp("keys") / "journal")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("2025/11/05.html", "j", "2025/11/08.html"),
        ("2025/11/05.html", "k", "2025/11/02.html"),
        ("2025/12/index.html", "j", "2026/01/index.html"),
        ("2026/index.html", "k", "2025/index.html"),
        ("index.html", "t", "2026/03/14-b.html"),
        ("2025/11/05.html", "t", "2026/03/14-b.html"),
        ("tags/walk.html", "t", "2026/03/14-b.html"),
    ],
)
def test_a_key_leads_on(page: Page, site: Path, start: str, key: str, end: str) -> None:
    page.goto((site / start).as_uri())
    page.keyboard.press(key)
    page.wait_for_url((site / end).as_uri())


def test_the_newest_entry_leaves_no_way_station_in_the_history(page: Page, site: Path) -> None:
    page.goto((site / "2025/11/05.html").as_uri())
    page.keyboard.press("t")
    page.wait_for_url("**/14-b.html")
    page.go_back()
    assert page.url.endswith("2025/11/05.html")


def test_in_a_list_keys_go_from_line_to_line(page: Page, site: Path) -> None:
    page.goto((site / "tags" / "walk.html").as_uri())
    seen = []
    for key in "jjkk":
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == ["Day 44", "Day 43", "Day 44", "Day 44"]


def test_search_is_a_key_where_there_is_search(page: Page, site: Path, tmp_path: Path) -> None:
    there = tmp_path / "search.html"
    there.write_text("<title>Search</title>")
    page.goto((site / "index.html").as_uri())
    page.evaluate("address => document.querySelector('.frame nav a').href = address", there.as_uri())
    page.keyboard.press("/")
    page.wait_for_url(there.as_uri())


def test_keys_are_listed_and_the_list_closes_again(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    assert keys.is_visible()
    for key in ("j", "k", "/", "t", "?", "Esc"):
        assert keys.locator("kbd", has_text=key).count()
    assert page.evaluate("document.activeElement.matches('dialog.keys h2')")
    page.keyboard.press("t")
    assert page.url.endswith("index.html")
    page.keyboard.press("Escape")
    assert not keys.is_visible()
    page.get_by_role("button", name="Keys and hiding").click()
    keys.get_by_role("button", name="Close").click()
    assert not keys.is_visible()


def test_the_list_begins_at_its_beginning_in_a_small_window(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    assert keys.evaluate("dialog => dialog.scrollHeight > dialog.clientHeight")
    assert keys.evaluate("dialog => dialog.scrollTop") == 0


def test_letters_can_be_turned_off_and_on_again(page: Page, site: Path) -> None:
    page.goto((site / "2025/11/05.html").as_uri())
    page.keyboard.press("?")
    page.get_by_label("Use keys of a single letter or sign").uncheck()
    page.keyboard.press("Escape")
    for key in ("j", "t", "?"):
        page.keyboard.press(key)
    page.goto((site / "2025/11/08.html").as_uri())
    page.keyboard.press("j")
    assert not page.get_by_role("dialog").is_visible()
    page.get_by_role("button", name="Keys and hiding").click()
    page.get_by_label("Use keys of a single letter or sign").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.wait_for_url("**/2025/11/11.html")


@pytest.mark.parametrize("keys", ["Control+j", "Alt+j", "Meta+j", "Shift+J"])
def test_other_keys_together_with_these_are_the_browsers(page: Page, site: Path, keys: str) -> None:
    page.goto((site / "2025/11/05.html").as_uri())
    page.evaluate("addEventListener('keydown', event => { window.stopped = event.defaultPrevented; })")
    page.keyboard.press(keys)
    assert page.evaluate("window.stopped") is False


@pytest.mark.parametrize(
    "element", ["<input>", "<textarea></textarea>", "<p contenteditable></p>", "<select></select>"]
)
def test_what_is_typed_is_no_key(page: Page, site: Path, element: str) -> None:
    page.goto((site / "2025/11/05.html").as_uri())
    page.evaluate("html => document.querySelector('main').insertAdjacentHTML('afterbegin', html)", element)
    page.locator("main > :first-child").focus()
    page.keyboard.press("?")
    assert not page.get_by_role("dialog").is_visible()


def test_a_keyboard_of_another_script_has_the_same_keys(page: Page, site: Path) -> None:
    page.goto((site / "2025/11/05.html").as_uri())
    page.evaluate("dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ'}))")
    page.wait_for_url("**/2025/11/08.html")
