"""The example journal's site as its reader meets it: every kind of page, from a file and over HTTP, in a real browser."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.axe import axe_source, findings
from tests.journals import build_example
from tests.test_site import check_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PAGES_OF_A_KIND = 4


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def kinds(site: Path) -> dict[str, list[str]]:
    """Some pages of each kind: the first, the last and the longest are the ones to show what is wrong."""
    found: dict[str, list[Path]] = {}
    for file in sorted(site.rglob("*.html")):
        found.setdefault(_kind(file.relative_to(site).as_posix()), []).append(file)
    chosen = {}
    for name, files in found.items():
        longest = max(files, key=lambda file: file.stat().st_size)
        few = dict.fromkeys([longest, files[0], files[-1], files[len(files) // 2]])
        chosen[name] = [file.relative_to(site).as_posix() for file in few][:_PAGES_OF_A_KIND]
    return chosen


def _kind(path: str) -> str:
    """Return what kind of page lies at an address: `2026/03/14.html` is `N/N/N.html`, `tags/work/shift.html` is `tags/…`."""
    shape = re.sub(r"\d+", "N", path)
    folder, _, name = shape.partition("/")
    if folder == "N":
        return re.sub(r"N-.*", "N-….html", shape)
    return folder if not name else f"{folder}/index.html" if name == "index.html" else f"{folder}/…"


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The address of the site over HTTP."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_every_link_of_every_page_resolves(site: Path) -> None:
    assert len(check_site(site)) > 500


def test_there_is_something_true_on_every_kind_of_page(kinds: dict[str, list[str]]) -> None:
    dated = {"N/index.html", "N/N/index.html", "N/N/N.html", "N/N/N-….html"}
    alone = {"index.html", "archive.html", "browse.html", "support.html"}
    assert {*dated, *alone, "tags/index.html", "tags/…", "people/…"} <= kinds.keys()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["file", "http"])
def test_pages_open_without_a_word_on_the_console_and_ask_no_other_host(
    browser: Browser, site: Path, served: str, kinds: dict[str, list[str]], scheme: str
) -> None:
    start = site.as_uri() if scheme == "file" else served
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    for path in (path for paths in kinds.values() for path in paths):
        page.goto(f"{start}/{path}")
        assert page.locator("main").count() == 1
        assert page.locator("h1").count() == 1, path
        page.wait_for_load_state("load")
    page.close()
    assert said == []
    assert all(url.startswith(start) for url in asked)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, site: Path, kinds: dict[str, list[str]], colours: str, width: int
) -> None:
    source = axe_source()
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if colours == "dark" else "light"
    )
    page = context.new_page()
    wrong = []
    for paths in kinds.values():
        for path in paths[:2]:
            page.goto((site / path).as_uri())
            wrong += [f"{path}: {finding}" for finding in findings(_opened(page), source)]
    context.close()
    assert wrong == []


def _opened(page: Page) -> Page:
    """Return the page with all that is folded opened: what is hidden is not looked at."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    return page
