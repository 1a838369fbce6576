"""The preview in Chromium: real files are saved, and the page that is open follows."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.journals import NOW, JournalFolder
from tests.serve.previews import Running, running, save, small

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DAY = "2026-03-12.md"
ADDRESS = "2026/03/12.html"
# What the browser itself says of a page that is not there, and of a line that was cut.
_EXPECTED = ("404", "ERR_INTERNET_DISCONNECTED", "WebSocket connection")
FRONT = "---\nmood: 4\ntags: [walk]\n---\n"


@contextmanager
def _open(
    browser: Browser, preview: Running, path: str = ADDRESS, clock: Callable[[], dt.datetime] | None = None
) -> Iterator[Page]:
    """Open a page of a preview, and fail where a script or the policy had something to say."""
    context = browser.new_context(viewport={"width": 900, "height": 700}, reduced_motion="reduce", timezone_id="UTC")
    if clock is not None:
        context.clock.set_fixed_time(clock().replace(tzinfo=dt.UTC))
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    page = context.new_page()
    page.goto(preview.address)
    page.wait_for_url(f"{preview.session.origin}/")
    page.goto(preview.page(path))
    _connected(preview, path)
    yield page
    context.close()
    assert [each for each in said if not any(expected in each for expected in _EXPECTED)] == []


def _connected(preview: Running, path: str, tabs: int = 1) -> None:
    preview.until(lambda: preview.preview.tabs.looked_at.count(path) or path in preview.preview.tabs.looked_at)
    preview.until(lambda: len(preview.preview.tabs) >= tabs)


def _panel(page: Page) -> str:
    """Return what the panel says."""
    return str(
        page.evaluate("document.querySelector('journalgen-preview').shadowRoot.querySelector('.panel').innerText")
    )


def _until_says(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => document.querySelector('journalgen-preview').shadowRoot.querySelector('.panel').innerText.includes(words)",
        arg=words,
    )


def _until_no_longer_says(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => !document.querySelector('journalgen-preview').shadowRoot.querySelector('.panel').innerText.includes(words)",
        arg=words,
    )


def test_the_address_leads_in_and_keeps_no_key(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview, "index.html") as page:
        page.goto(preview.address)
        page.wait_for_url(f"{preview.session.origin}/")
        assert preview.session.key not in page.content()
        assert page.evaluate("document.cookie") == ""
        assert page.evaluate("history.length") <= 4


def test_a_saved_text_is_shown_without_loading_the_page_again(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview) as page:
        page.evaluate("window.here = true")
        save(journal, DAY, f"{FRONT}Another text, *just* saved.\n")
        page.get_by_text("Another text, just saved.").wait_for()
        assert page.evaluate("window.here")
        preview.settled()
        assert "Another text" in journal.page(ADDRESS)


def test_what_the_reader_did_to_the_page_stays(browser: Browser, journal: JournalFolder) -> None:
    text = (
        f"{FRONT}{{}}\n\n<details><summary>More</summary>\n\nInner words.\n\n</details>\n\n"
        + "A line to read.\n\n" * 60
        + "End, {}.\n"
    )
    small(journal).write(DAY, text.format("First", "one"))
    with running(journal, follow=False) as preview, _open(browser, preview) as page:
        page.locator("summary").first.click()
        page.evaluate("scrollTo(0, 700)")
        page.evaluate(
            "(() => { const line = document.querySelectorAll('.prose p')[20].firstChild;"
            " getSelection().setBaseAndExtent(line, 2, line, 6) })()"
        )
        page.locator("main a").last.evaluate("link => link.focus({ preventScroll: true })")
        focus = page.evaluate("document.activeElement.href")
        save(journal, DAY, text.format("First, longer", "two"))
        page.get_by_text("End, two.").wait_for(state="attached")
        assert page.locator("details").first.evaluate("each => each.open")
        assert abs(page.evaluate("scrollY") - 700) < 3
        assert page.evaluate("getSelection().toString()") == "line"
        assert page.evaluate("document.activeElement.href") == focus


def test_words_typed_into_the_search_stay(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview, "search.html") as page:
        page.locator(".search-words").fill("Day 1")
        page.locator(".search-found li").first.wait_for()
        save(journal, "2026-03-13.md", "A new day.\n")
        preview.until(lambda: "2026/03/13.html" in preview.preview.builder.showing.files)
        assert page.locator(".search-words").input_value() == "Day 1"
        assert page.locator(".search-words").evaluate("field => field === document.activeElement")


def test_the_page_turns_to_what_was_saved_and_marks_it(browser: Browser, journal: JournalFolder) -> None:
    long = FRONT + "\n\n".join(f"Paragraph {number}." for number in range(80)) + "\n"
    small(journal).write(DAY, long)
    with running(journal) as preview, _open(browser, preview, "2026/03/05.html") as page:
        save(journal, DAY, long.replace("Paragraph 60.", "Paragraph 60, changed."))
        page.wait_for_url(preview.page(ADDRESS))
        changed = page.locator(".journalgen-changed")
        changed.wait_for()
        assert changed.inner_text() == "Paragraph 60, changed."
        page.wait_for_function(
            "box => { const { top } = box.getBoundingClientRect(); return top > 0 && top < innerHeight }",
            arg=changed.element_handle(),
        )
        # And on the same page.
        _connected(preview, ADDRESS)
        save(journal, DAY, long.replace("Paragraph 3.", "Paragraph 3, changed."))
        page.wait_for_function(
            "() => document.querySelector('.journalgen-changed')?.innerText === 'Paragraph 3, changed.'"
        )
        page.wait_for_function("() => document.querySelector('.journalgen-changed') === null")


def test_nobody_is_turned_away_from_the_plan_for_hard_days(browser: Browser, journal: JournalFolder) -> None:
    small(journal).write("support.md", "# My plan\n\nRing Anna.\n")
    with running(journal) as preview, _open(browser, preview, "support.html") as page:
        save(journal, DAY, f"{FRONT}Saved meanwhile.\n")
        preview.until(lambda: "Saved meanwhile." in journal.page(ADDRESS))
        save(journal, "support.md", "# My plan\n\nRing Ben.\n")
        page.get_by_text("Ring Ben.").wait_for()
        assert page.url == preview.page("support.html")


def test_without_follow_the_page_stays(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview, "2026/03/05.html") as page:
        save(journal, DAY, f"{FRONT}Saved elsewhere.\n")
        preview.until(lambda: "Saved elsewhere." in journal.page(ADDRESS))
        save(journal, "2026-03-05.md", f"{FRONT}Saved here.\n")
        page.get_by_text("Saved here.").wait_for()
        assert page.url == preview.page("2026/03/05.html")


def test_a_new_entry_appears(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview, "index.html") as page:
        save(journal, "2026-03-14.md", "# The new day\n\nWritten just now.\n")
        page.get_by_role("link", name="The new day").wait_for()


def test_a_page_that_is_not_there_yet_is_shown_once_it_is(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview, "2026/03/14.html") as page:
        page.get_by_role("heading", name="There is no page here").wait_for()
        save(journal, "2026-03-14.md", "Written just now.\n")
        page.get_by_text("Written just now.").wait_for()


def test_a_renamed_entry_takes_its_page_along(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview) as page:
        journal.rename(DAY, "2026-03-14.md")
        page.wait_for_url(preview.page("2026/03/14.html"))
        page.get_by_text("Day 12, written down.").wait_for()


def test_of_a_deleted_entry_it_is_said_what_became_of_it(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview) as page:
        journal.delete(DAY)
        _until_says(page, "removed or moved away")
        assert page.get_by_text("Day 12, written down.").is_visible()
        preview.settled()
        assert not (journal.site / ADDRESS).exists()
        save(journal, DAY, f"{FRONT}Back again.\n")
        page.get_by_text("Back again.").wait_for()
        _until_no_longer_says(page, "removed or moved away")


def test_thousands_of_files_at_once_become_one_site(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview, "index.html") as page:
        for number in range(400):
            day = dt.date(2020, 1, 1) + dt.timedelta(days=number)
            save(journal, f"{day.isoformat()}.md", f"{FRONT}Day {number}.\n")
        page.get_by_text("412 entries").wait_for(timeout=60_000)
        assert page.url == preview.page("index.html")
        preview.until(lambda: preview.reports[-1].entries == 412)


def test_a_folder_moved_in_and_out_again(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview, "index.html") as page:
        aside = journal.path.parent / "aside"
        for day in range(1, 5):
            (aside / "more").mkdir(parents=True, exist_ok=True)
            (aside / "more" / f"2026-02-0{day}.md").write_text("Moved in.\n")
        (aside / "more").rename(journal.path / "more")
        page.get_by_text("16 entries").wait_for()
        save(journal, "more/2026-02-05.md", "And one in it.\n")
        page.get_by_text("17 entries").wait_for()
        (journal.path / "more").rename(aside / "more")
        page.get_by_text("12 entries").wait_for()


def test_a_front_matter_with_a_mistake_is_said_and_mended(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview) as page:
        save(journal, DAY, "---\nmood: 4\ntags: [walk\n---\nDay 12, written down.\n")
        _until_says(page, f"{DAY}:3:7: YAML")
        # The page as it was is the better one, for as long as the file may only be half written.
        assert page.get_by_text("tags: [walk").count() == 0
        page.get_by_text("tags: [walk").wait_for()
        save(journal, DAY, f"{FRONT}Mended.\n")
        page.get_by_text("Mended.").wait_for()
        _until_no_longer_says(page, "YAML")
        assert preview.preview.builder.showing.problems == ()


def test_a_half_written_file_changes_nothing(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview) as page:
        page.evaluate(
            "() => { window.seen = []; new MutationObserver(() => seen.push(document.querySelector('.prose')?.innerText))"
            ".observe(document.body, { subtree: true, childList: true, characterData: true }) }"
        )
        whole = f"{FRONT}It took a while to write this.\n"
        with (journal.path / DAY).open("w") as file:
            for letter in whole:
                file.write(letter)
                file.flush()
                time.sleep(0.008)
        page.get_by_text("It took a while to write this.").wait_for()
        assert all("mood:" not in (each or "") for each in page.evaluate("seen"))
        preview.settled()


def test_a_template_with_a_mistake_keeps_the_page_and_is_mended(browser: Browser, journal: JournalFolder) -> None:
    own = '{% extends "theme/entry.html" %}\n{% block content %}<p>{{ view.entry.CODE }}</p>{% endblock %}\n'
    small(journal).write("templates/entry.html", own.replace("CODE", "day"))
    with running(journal) as preview, _open(browser, preview) as page:
        page.get_by_text("2026-03-12").wait_for()
        save(journal, "templates/entry.html", own.replace("CODE", "nothing_like_it"))
        _until_says(page, "entry.html, line 2")
        assert page.get_by_text("2026-03-12").is_visible()
        save(journal, "templates/entry.html", own.replace("CODE", "day ~ ', yes'"))
        page.get_by_text("2026-03-12, yes").wait_for()
        _until_no_longer_says(page, "line 2")


def test_a_style_changes_without_loading_the_page_again(browser: Browser, journal: JournalFolder) -> None:
    small(journal).write("assets/own.css", ".prose p { color: rgb(1, 2, 3) }\n")
    with running(journal) as preview, _open(browser, preview) as page:
        page.evaluate("window.here = true")
        save(journal, "assets/own.css", ".prose p { color: rgb(4, 5, 6) }\n")
        page.wait_for_function("() => getComputedStyle(document.querySelector('.prose p')).color === 'rgb(4, 5, 6)'")
        assert page.evaluate("window.here")
        page.wait_for_function("() => document.querySelectorAll('link[href*=\"own.css\"]').length === 1")


def test_settings_change_the_page_and_a_mistake_in_them_is_said(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview) as page:
        save(journal, "journal.toml", 'title = "By the weir"\n')
        page.get_by_role("link", name="By the weir").wait_for()
        save(journal, "journal.toml", 'title = "By the\n')
        _until_says(page, "journal.toml:1")
        save(journal, "journal.toml", 'title = "By the river"\n')
        page.get_by_role("link", name="By the river").wait_for()
        _until_no_longer_says(page, "journal.toml:1")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.mark.parametrize(
    ("settings", "hour"), [("", dt.time(23, 59, 59)), ('day_starts_at = "04:00"\n', dt.time(3, 59, 59))]
)
def test_at_the_end_of_the_day_the_next_one_begins_by_itself(
    browser: Browser, journal: JournalFolder, settings: str, hour: dt.time
) -> None:
    small(journal).write("journal.toml", settings + 'title = "Days"\n')
    for year, day in ((2024, 14), (2024, 15), (2024, 16)):
        journal.write(f"{year}-03-{day}.md", f"# Long ago, the {day}.\n\nAs it was.\n")
    evening = dt.datetime.combine(NOW.date(), hour)
    day = 15 if not settings else 14
    clock = Clock(evening)
    with running(journal, clock=clock, follow=False) as preview, _open(browser, preview, "index.html", clock) as page:
        section = page.locator(".on-this-day")
        section.get_by_text(f"Long ago, the {day}.").wait_for()
        clock.now += dt.timedelta(seconds=1)
        page.context.clock.set_fixed_time(clock().replace(tzinfo=dt.UTC))
        section.get_by_text(f"Long ago, the {day + 1}.").wait_for()
        preview.settled()
        assert f"Long ago, the {day + 1}." in journal.page("index.html")


def test_a_line_that_was_cut_is_taken_up_again(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview) as page:
        page.context.set_offline(True)
        preview.cut()
        preview.until(lambda: len(preview.preview.tabs) == 0)
        save(journal, DAY, f"{FRONT}Written while it slept.\n")
        preview.until(lambda: "while it slept" in journal.page(ADDRESS))
        _until_says(page, "does not answer")
        page.context.set_offline(False)
        page.get_by_text("Written while it slept.").wait_for()
        _until_no_longer_says(page, "does not answer")


def test_ten_tabs_are_all_kept_up_to_date(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview) as page:
        others = []
        for number in range(9):
            other = page.context.new_page()
            other.goto(preview.page(ADDRESS if number % 2 else "2026/03/11.html"))
            others.append(other)
        preview.until(lambda: len(preview.preview.tabs) == 10)
        save(journal, DAY, f"{FRONT}For all of them.\n")
        save(journal, "2026-03-11.md", f"{FRONT}For all of them.\n")
        for each in (page, *others):
            each.get_by_text("For all of them.").wait_for()


def test_the_tab_that_was_looked_at_last_turns(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview, "2026/03/01.html") as first:
        second = first.context.new_page()
        second.goto(preview.page("2026/03/02.html"))
        # Being connected is not enough: it must have said that it is looked at.
        preview.until(lambda: preview.preview.tabs.looked_at == ("2026/03/01.html", "2026/03/02.html"))
        save(journal, DAY, f"{FRONT}Where to?\n")
        second.wait_for_url(preview.page(ADDRESS))
        assert first.url == preview.page("2026/03/01.html")


def test_behind_the_curtain_nothing_moves(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview) as page:
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.wait_for_function("() => 'hidden' in document.documentElement.dataset")
        save(journal, DAY, "# Something new\n\nNobody may see.\n")
        preview.until(lambda: "Nobody may see." in journal.page(ADDRESS))
        time.sleep(0.3)
        assert page.title() == "Blank page"
        assert not page.locator("journalgen-preview").is_visible()
        page.get_by_role("button", name="Show the page").click()
        page.get_by_text("Nobody may see.").wait_for()
        assert "Something new" in page.title()


def test_a_new_entry_is_begun_from_the_page(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal)) as preview, _open(browser, preview) as page:
        page.get_by_role("button", name="New entry").click()
        page.wait_for_url(re.compile(r"/2026/03/15\.html"))
        assert (journal.path / "2026-03-15.md").exists()


def test_the_calendar_of_a_year_keeps_its_keys(browser: Browser, journal: JournalFolder) -> None:
    with running(small(journal), follow=False) as preview, _open(browser, preview, "2026/index.html") as page:
        save(journal, "2026-03-14.md", "---\nmood: 9\n---\nOne day more.\n")
        link = page.locator('.heat-days a[href*="14"]').first
        link.wait_for()
        assert page.locator(".heat-days a[tabindex='0']").count() == 1
        assert page.locator(".heat-days").get_attribute("role") == "grid"
