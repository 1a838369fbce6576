"""The pages in Chromium, opened from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journals import JournalFolder
from tests.render import samples, stress

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


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1600])
def test_no_page_is_wider_than_the_window(browser: Browser, site: dict[str, Path], width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for name, file in site.items():
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_touched_is_large_enough(browser: Browser, site: dict[str, Path], width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    for name, file in site.items():
        page.goto(file.as_uri())
        # A link within a sentence may be as small as its words.
        small = page.evaluate(
            "[...document.querySelectorAll('a, button, .choices label, summary')].filter(each => each.checkVisibility()"
            " && !each.closest('.prose, .skip, p:not(.row-title, .latest-title, .more, .frame-title)'))"
            ".filter(each => { const box = each.getBoundingClientRect(); return Math.min(box.width, box.height) < 24 })"
            ".map(each => each.outerHTML)"
        )
        assert small == [], name
    page.close()


def test_support_prints_on_one_page(browser: Browser, site: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(site["support"].as_uri())
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.close()


def test_a_year_prints_as_one_picture_and_its_table(browser: Browser, site: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(site["year"].as_uri())
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    # As wide as paper is, the narrow screen's calendars of months give way to the lines of the year.
    page.emulate_media(media="print")
    assert page.locator(".heat-numbers").is_visible()
    assert not page.locator(".heat-heads").first.is_visible()
    page.close()


def test_half_a_step_of_mood_stands_on_one_line_on_paper(browser: Browser, journal: JournalFolder) -> None:
    journal.write("2026-03-12.md", "---\nmood: 6.5\n---\n").write("2026-03-13.md", "---\nmood: 6\n---\n").build()
    # As wide as A4 without its margins.
    page = browser.new_page(viewport={"width": 658, "height": 900})
    page.emulate_media(media="print")
    page.goto((journal.site / "2026/index.html").as_uri())
    heights = page.locator(".day b").evaluate_all(
        "figures => figures.map(figure => figure.getBoundingClientRect().height)"
    )
    assert len(heights) == 2
    assert heights[0] == heights[1]
    page.close()


def test_what_the_keyboard_reaches_is_not_under_the_button_that_floats(browser: Browser, site: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 500})
    page.goto(site["archive"].as_uri())
    links = page.locator("main a")
    for at in range(links.count()):
        links.nth(at).focus()
        assert links.nth(at).evaluate(
            "link => { const box = link.getBoundingClientRect();"
            " return document.elementFromPoint(box.left + 2, box.top + box.height / 2)?.closest('a') === link }"
        )
    page.close()


def test_a_private_entry_opens_by_keyboard(browser: Browser, site: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(site["entry-private"].as_uri())
    assert not page.get_by_text("Nobody but me").is_visible()
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Nobody but me").is_visible()
    page.close()


def test_what_was_noted_takes_the_place_of_a_text_that_is_not_there(browser: Browser, journal: JournalFolder) -> None:
    journal.write("2026-03-12.md", "---\ntags: [yoga]\n---\n").write(
        "2026-03-13.md", "---\ntags: [yoga]\n---\nAgain.\n"
    ).build()
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for day, beside in (("12", False), ("13", True)):
        page.goto((journal.site / f"2026/03/{day}.html").as_uri())
        text, noted = page.locator("h1").bounding_box(), page.locator(".facts").bounding_box()
        assert text
        assert noted
        assert (noted["x"] > text["x"]) is beside
    page.close()


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_nothing_that_is_written_breaks_a_page(browser: Browser, journal: JournalFolder, language: str) -> None:
    stress.write(journal, language).build()
    page = browser.new_page()
    # The days of the year are 366 pages of one kind: those with entries, an empty one and their list stand for all.
    days = {"index.html", "01-01.html", "03-12.html", "03-13.html"}
    every = sorted(journal.site.rglob("*.html"))
    pages = [file for file in every if file.parent.name != "on-this-day" or file.name in days]
    assert len(pages) > 20
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for file in pages:
            page.goto(file.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, file
            outside = page.evaluate(
                "[...document.querySelectorAll('main *')].filter(each => each.checkVisibility() && each.offsetWidth > 1"
                " && !each.closest('.unseen, pre, table, .row-opening, .latest-opening'))"
                ".filter(each => { const box = each.getBoundingClientRect();"
                " return box.left < -1 || box.right > innerWidth + 1 }).map(each => each.outerHTML.slice(0, 200))"
            )
            assert outside == [], f"{file} at {width}"
    page.close()
