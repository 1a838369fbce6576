"""The script that moves "on this day" to the reader's own day, in Chromium with a clock of the test's choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.journals import JournalFolder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(timezone_id="Pacific/Auckland")
    yield context.new_page()
    context.close()


def shown(page: Page, journal: JournalFolder, now: str, path: str = "index.html") -> Page:
    """Open a page of a site that was built on 15 March, at a time by the reader's clock."""
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{now}+13:00"))
    page.goto((journal.site / path).as_uri())
    return page


def built(journal: JournalFolder, settings: str = "") -> JournalFolder:
    journal.write("journal.toml", settings).write("2024-03-15.md", "The ides.\n").write("2025-03-16.md", "After.\n")
    journal.build()
    return journal


def test_on_the_day_of_the_build_it_stands_as_it_was_built(page: Page, journal: JournalFolder) -> None:
    section = shown(page, built(journal), "2026-03-15T00:01:00").locator(".on-this-day")
    assert section.get_by_text("The ides.").is_visible()
    assert not section.get_by_text("Today’s page").is_visible()


def test_on_another_day_it_leads_to_that_days_page(page: Page, journal: JournalFolder) -> None:
    section = shown(page, built(journal), "2026-03-16T00:01:00").locator(".on-this-day")
    assert not section.get_by_text("The ides.").is_visible()
    section.get_by_text("Today’s page").click()
    assert page.url.endswith("/on-this-day/03-16.html")
    assert page.get_by_text("After.").is_visible()


def test_it_appears_where_the_day_of_the_build_had_nothing(page: Page, journal: JournalFolder) -> None:
    journal.today = dt.date(2026, 5, 1)
    section = shown(page, built(journal), "2026-05-01T12:00:00").locator(".on-this-day")
    assert not section.is_visible()
    section = shown(page, journal, "2026-12-31T12:00:00").locator(".on-this-day")
    assert section.is_visible()
    section.get_by_text("Today’s page").click()
    assert page.url.endswith("/on-this-day/12-31.html")


@pytest.mark.parametrize(("now", "stays"), [("2026-03-16T03:59:00", True), ("2026-03-16T04:01:00", False)])
def test_the_small_hours_are_still_yesterday(page: Page, journal: JournalFolder, now: str, *, stays: bool) -> None:
    section = shown(page, built(journal, 'day_starts_at = "04:00"\n'), now).locator(".on-this-day")
    assert section.get_by_text("The ides.").is_visible() == stays


def test_the_list_of_days_leads_to_today(page: Page, journal: JournalFolder) -> None:
    shown(page, built(journal), "2024-02-29T12:00:00", "on-this-day/index.html").get_by_text("Today’s page").click()
    assert page.url.endswith("/on-this-day/02-29.html")
    assert page.get_by_role("heading", name="29 February").is_visible()


def test_without_scripts_the_day_of_the_build_stands(browser: Browser, journal: JournalFolder) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built(journal).site / "index.html").as_uri())
    assert page.get_by_text("The ides.").first.is_visible()
    assert not page.get_by_text("Today’s page").is_visible()
    context.close()
