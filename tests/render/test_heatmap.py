"""The year day by day, in Chromium: by keyboard, by choice, at every width, with and without the script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journals import JournalFolder
from tests.render import opened
from tests.render.opened import WRITTEN, focused

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened.write_site(tmp_path_factory.mktemp("heat") / "journal")


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((site / "2026" / "index.html").as_uri())
    yield page
    context.close()


def tab_stops(page: Page) -> int:
    stops = page.locator(".heat-days a").evaluate_all("links => links.filter(link => link.tabIndex === 0)")
    return len(stops)


def box(locator: Locator) -> tuple[float, float]:
    found = locator.bounding_box()
    assert found
    return found["x"], found["y"]


def test_every_written_day_leads_to_its_page(page: Page, site: Path) -> None:
    links = page.locator("a.day")
    assert links.count() == sum(day.year == 2026 for day in WRITTEN)
    for href in links.evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        assert (site / "2026" / href).is_file()


def test_one_stop_of_the_tab_key_and_from_there_arrows(page: Page) -> None:
    assert tab_stops(page) == 1
    page.get_by_label("Words", exact=True).focus()
    page.keyboard.press("Tab")
    assert focused(page).startswith("Saturday, 14 March 2026")
    seen = []
    for key in ("ArrowLeft", "ArrowUp", "ArrowDown", "Home", "ArrowRight", "End", "Control+Home", "Control+End"):
        page.keyboard.press(key)
        seen.append(focused(page).split(";")[0])
        assert tab_stops(page) == 1
    assert seen == [
        "Wednesday, 11 March 2026", "Thursday, 12 February 2026", "Wednesday, 11 March 2026", "Mar",
        "Monday, 2 March 2026", "Saturday, 14 March 2026", "Jan", "Saturday, 14 March 2026",
    ]  # fmt: skip
    page.keyboard.press("ArrowRight")
    assert focused(page).startswith("Saturday, 14 March 2026")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.by-month') !== null")


def test_where_months_are_calendars_arrows_go_by_weeks(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("link", name="Wednesday, 11 March").focus()
    page.keyboard.press("ArrowUp")
    assert focused(page).startswith("Thursday, 5 March")


def test_a_screen_reader_finds_a_grid_with_months_and_days(page: Page) -> None:
    grid = page.get_by_role("grid", name="2026, day by day")
    # No month after the last, and where a month has no entry, nothing of it is read.
    assert page.locator(".heat-month").count() == grid.get_by_role("row").count() == 3
    march = grid.get_by_role("row").nth(2)
    assert march.get_by_role("rowheader").inner_text() == "Mar"
    # Days without an entry are not read.
    assert march.get_by_role("gridcell").count() == march.locator("a.day").count()
    assert march.get_by_role("link", name="Wednesday, 11 March 2026; mood 4; about 800 words").is_visible()


def test_a_month_without_an_entry_is_seen_and_not_read(browser: Browser, tmp_path: Path) -> None:
    journal = JournalFolder(tmp_path)
    for day in ("2026-01-10", "2026-01-12", "2026-03-14"):
        journal.write(f"{day}.md", "Some words.\n")
    journal.build()
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((journal.site / "2026" / "index.html").as_uri())
    assert page.locator(".heat-month").count() == 3
    assert page.get_by_role("grid").get_by_role("rowheader").all_inner_texts() == ["Jan", "Mar"]
    page.close()


def test_words_or_mood_by_choice_which_is_remembered(page: Page, site: Path) -> None:
    day = page.get_by_role("link", name="Wednesday, 11 March 2026")
    assert day.locator("b").is_visible()
    assert page.locator(".legend-mood").is_visible()
    assert not page.locator(".legend-words").is_visible()
    page.get_by_text("Words", exact=True).first.click()
    assert not day.locator("b").is_visible()
    assert "linear-gradient" in day.evaluate("link => getComputedStyle(link).backgroundImage")
    assert page.locator(".legend-words").inner_text().split("\n")[0].startswith("About how many words a day has")
    page.goto((site / "index.html").as_uri())
    assert page.locator("input[value=words]").is_checked()


def test_each_depth_of_words_is_filled_higher_than_the_last(page: Page) -> None:
    page.get_by_text("Words", exact=True).first.click()
    fills = [
        page.locator(f".legend .depth-{depth}").evaluate("swatch => getComputedStyle(swatch).backgroundImage")
        for depth in range(1, 5)
    ]
    assert len(set(fills)) == 4


def test_without_the_script_it_is_links_and_the_choice_still_works(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "2026" / "index.html").as_uri())
    page.get_by_text("Words", exact=True).first.click()
    assert page.locator(".legend-words").is_visible()
    page.get_by_role("link", name="Wednesday, 11 March 2026").click()
    assert page.url.endswith("2026/03/11.html")
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_narrow_screen_the_table_comes_first(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("index.html", "2026/index.html"):
        page.goto((site / path).as_uri())
        assert box(page.locator(".by-month"))[1] < box(page.locator(".heat"))[1]
    page.set_viewport_size({"width": 1280, "height": 800})
    assert box(page.locator(".by-month"))[1] > box(page.locator(".heat"))[1]


@pytest.mark.parametrize("width", [320, 390, 768, 960, 1000, 1280, 1600])
def test_days_can_be_touched_at_every_width(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    sizes = page.locator(".heat a, .by-month a").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert min(sizes) >= 24


def test_in_a_journal_from_right_to_left_arrows_go_as_the_days_do(browser: Browser, tmp_path: Path) -> None:
    site = opened.write_site(tmp_path / "journal", language="ar")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((site / "2026" / "index.html").as_uri())
    days = page.locator("a.day")
    days.last.focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == days.nth(-2).locator(".unseen").inner_text()
    assert box(days.nth(-2))[0] > box(days.last)[0]
    page.close()
