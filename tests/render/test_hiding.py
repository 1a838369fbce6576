"""Hiding at once, in Chromium: nothing can be read, wherever one goes, until it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ARGUMENTS, CHROMIUM
from tests.render import opened
from tests.render.opened import text_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
EMPTY = "Blank page Show the page"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened.write_site(tmp_path_factory.mktemp("hiding") / "journal")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened_context = browser.new_context(viewport={"width": 900, "height": 600})
    yield opened_context
    opened_context.close()


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Page:
    page = context.new_page()
    page.goto((site / "2026/03/11.html").as_uri())
    return page


def hide(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def test_two_escapes_leave_nothing_to_read(page: Page) -> None:
    assert "Some words" in text_of(page)
    hide(page)
    assert text_of(page) == EMPTY
    tree = page.locator("body").aria_snapshot()
    assert "Some words" not in tree
    assert tree.strip().startswith("- button")
    assert page.locator("link[rel=icon]").get_attribute("href").endswith("/assets/blank.svg")  # type: ignore[union-attr]


@pytest.mark.parametrize(("apart", "hidden"), [(200, True), (1000, False)])
def test_two_escapes_far_apart_are_two(page: Page, apart: int, hidden: bool) -> None:
    for stamp in (10_000, 10_000 + apart):
        page.evaluate(
            "stamp => { const event = new KeyboardEvent('keydown', {key: 'Escape'});"
            "Object.defineProperty(event, 'timeStamp', {value: stamp}); dispatchEvent(event); }",
            stamp,
        )
    assert (text_of(page) == EMPTY) is hidden


def test_the_page_comes_back_as_it_was_by_a_deliberate_act_alone(page: Page) -> None:
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY === 300")
    page.get_by_role("button", name="Hide").click()
    for key in ("Enter", "Space", "Escape", "Escape", "j", "t", "?"):
        page.keyboard.press(key)
    assert text_of(page) == EMPTY
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Some words" in text_of(page)
    assert page.title().startswith("Day 43")
    assert page.evaluate("scrollY") == 300
    assert page.locator("link[rel=icon]").get_attribute("href") == "../../assets/icon.svg"


def test_it_stays_hidden_through_reload_back_and_forward(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    hide(page)
    for go in (page.reload, page.go_back, page.go_forward):
        go()
        assert text_of(page) == EMPTY
    page.goto((site / "2025/index.html").as_uri())
    assert text_of(page) == EMPTY
    page.get_by_role("button", name="Show the page").click()
    page.go_back()
    assert "Latest" in text_of(page)


def test_it_is_hidden_before_anything_shows(page: Page, site: Path) -> None:
    hide(page)
    page.add_init_script(
        "new MutationObserver(() => { if (document.body) window.late ??= !('hidden' in document.documentElement.dataset); })"
        ".observe(document, {childList: true, subtree: true});"
    )
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("window.late") is False


def test_the_other_open_pages_of_the_journal_are_hidden_too(page: Page, context: BrowserContext, site: Path) -> None:
    other = context.new_page()
    other.goto((site / "index.html").as_uri())
    hide(page)
    other.wait_for_function("'hidden' in document.documentElement.dataset")
    assert text_of(other) == EMPTY
    page.get_by_role("button", name="Show the page").click()
    assert text_of(other) == EMPTY


def test_it_works_with_a_dialog_open_and_with_letters_turned_off(page: Page) -> None:
    page.keyboard.press("?")
    page.get_by_label("Use keys of a single letter or sign").uncheck()
    hide(page)
    assert text_of(page) == EMPTY
    page.get_by_role("button", name="Show the page").click()
    assert not page.get_by_role("dialog").is_visible()


def test_it_works_where_something_is_typed(page: Page) -> None:
    page.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<input>')")
    page.locator("main input").fill("something")
    hide(page)
    assert text_of(page) == EMPTY


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    """The same site over http: what a double click opens, Chromium does not keep for going back."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_a_page_kept_for_going_back_comes_back_hidden(browser: Browser, served: str) -> None:
    keeping = browser.browser_type.launch(
        executable_path=CHROMIUM, args=list(ARGUMENTS), ignore_default_args=["--disable-back-forward-cache"]
    )
    page = keeping.new_page()
    page.goto(f"{served}/index.html")
    page.evaluate(
        "addEventListener('pageshow', event => { window.again = [event.persisted, document.body.innerText]; }, true)"
    )
    page.goto(f"{served}/2026/03/11.html")
    hide(page)
    page.go_back(wait_until="commit")
    page.wait_for_function("'hidden' in document.documentElement.dataset")
    assert text_of(page) == EMPTY
    assert page.evaluate("window.again") == [True, "Show the page"]
    page.get_by_role("button", name="Show the page").click()
    assert "Latest" in text_of(page)
    keeping.close()
