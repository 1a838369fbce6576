"""The switch that puts figures away, in Chromium: at once, on every page, in every tab, and only by choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journals import JournalFolder
from tests.render import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened.write_site(tmp_path_factory.mktemp("figures") / "journal")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Page:
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    return page


def figures(page: Page) -> int:
    """Return how many parts of a page that are figures can be seen."""
    page.wait_for_load_state()
    return sum(part.is_visible() for part in page.locator(".figure-part").all())


def put_away(page: Page) -> None:
    page.get_by_role("button", name="put away").click()


def test_figures_go_from_a_page_and_come_back(page: Page) -> None:
    before = figures(page)
    assert before > 5
    put_away(page)
    assert figures(page) == 0
    assert page.locator("[data-figures-choice][aria-pressed=true]").all_inner_texts() == ["put away"]
    assert not page.get_by_role("link", name="Patterns").is_visible()
    page.get_by_role("button", name="Figures shown").click()
    assert figures(page) == before


def test_the_choice_goes_along_and_counts_before_anything_shows(page: Page, site: Path) -> None:
    put_away(page)
    page.add_init_script(
        "new MutationObserver(() => { if (document.body && !('then' in window)) "
        "window.then = document.documentElement.dataset.figures; }).observe(document, {childList: true, subtree: true});"
    )
    for path in ("2026/03/index.html", "archive.html", "tags/walk.html", "2026/index.html"):
        page.goto((site / path).as_uri())
        assert page.evaluate("window.then") == "away"
        assert figures(page) == 0


def test_other_tabs_follow(page: Page, context: BrowserContext, site: Path) -> None:
    other = context.new_page()
    other.goto((site / "2026/03/index.html").as_uri())
    assert figures(other) > 0
    put_away(page)
    other.wait_for_function("document.documentElement.dataset.figures === 'away'")
    assert figures(other) == 0


def test_days_have_dots_and_words_in_place_of_moods(page: Page, site: Path) -> None:
    put_away(page)
    assert page.locator(".legend-words").is_visible()
    assert not page.locator(".legend-mood").is_visible()
    mooded = page.locator(".day[class*=mood-]").first
    assert "linear-gradient" in mooded.evaluate("day => getComputedStyle(day).backgroundImage")
    assert mooded.locator("b").evaluate("mark => getComputedStyle(mark).visibility") == "hidden"
    page.goto((site / "2026/03/index.html").as_uri())
    cell = page.locator(".written[class*=mood-]").first
    assert cell.evaluate("day => getComputedStyle(day).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert cell.locator("b").evaluate("mark => getComputedStyle(mark, '::after').content") == '"•"'
    assert "mood" not in cell.inner_text()


def test_a_page_of_figures_says_where_they_are(page: Page, site: Path) -> None:
    page.goto((site / "patterns/rhythm.html").as_uri())
    note = page.get_by_text("Figures are put away.")
    assert not note.is_visible()
    put_away(page)
    assert note.is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator("main table").evaluate_all("tables => tables.every(table => !table.checkVisibility())")


def test_what_was_noted_stays_on_its_entry(page: Page, site: Path) -> None:
    put_away(page)
    page.goto((site / "2025/11/05.html").as_uri())
    assert "Mood" in page.locator(".facts").inner_text()


def test_moods_that_search_found_are_put_away_too(page: Page, site: Path) -> None:
    put_away(page)
    page.goto((site / "search.html").as_uri() + "#q=words")
    page.locator(".search-found .row").first.wait_for()
    assert page.locator(".search-found .mark").count() > 0
    assert figures(page) == 0


def test_a_site_without_figures_has_no_switch_and_no_choice_brings_them_back(browser: Browser, tmp_path: Path) -> None:
    journal = JournalFolder(tmp_path).write("journal.toml", "figures = false\n")
    journal.write("2026-03-14.md", "---\nmood: 7\n---\nRain.\n").build()
    page = browser.new_page()
    page.goto((journal.site / "index.html").as_uri())
    page.evaluate("localStorage.setItem('journalgen:figures', 'shown')")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.figures") == "away"
    assert not page.locator("[data-figures-choice]").count()
    page.close()
