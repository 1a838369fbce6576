"""Search, in a real browser: from a double-clicked file and over HTTP, with every operator."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journals import JournalFolder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_ENTRIES = {
    "2026-03-14": (
        "---\ntitle: The long way home\nmood: 7\nsleep: 7:30\ntags: [work/night-shift, river walk]\npeople: [Anna]\n"
        "places: [the weir]\nemotions: [calm]\nactivities: [bread]\ntriggers: [deadline]\ncoping: [box breathing]\n"
        "starred: true\ngratitude: [the soup with leeks]\nthread: the move\ngoal: a quiet flat\nnext: find boxes\n---\n"
        "Met Mrs.\u00a0Knipp by the *river*. She said “don’t worry — the café is open” and the Straße was empty.\n"
    ),
    "2026-03-13": "---\nmood: 3\ntags: [workshop]\npeople: [Annabel]\n---\nA low day by the riverbank. ![me](me.jpg)\n",
    "2025-11-02": "---\nmood: 4\ntags: [work]\nlang: ja\n---\n今日は川まで散歩した。ガラスとｶﾞﾗｽ。ＡＢＣ。\n",
    "2024-06-30": "---\nmood: 5\n---\n# 日記\n\n我今天去了河边，心情很好。\n",
    "2024-03-01": "---\nmood: 9\ndraft: true\n---\nThe first of March. " + "Words go by. " * 200 + "Then a heron.\n",
    "2023-12-31": (
        "---\ntitle: Zanzibar\nmood: 1\nprivate: true\ntags: [hidden]\n---\nNobody but me, by the river at Zanzibar.\n"
    ),
    "loose": "A letter without a day, by the river.\n",
}


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> JournalFolder:
    folder = tmp_path_factory.mktemp("search") / "journal"
    folder.mkdir()
    made = JournalFolder(folder).write("journal.toml", 'undated = "list"\n')
    for name, text in _ENTRIES.items():
        made.write(f"{name}.md", text)
    made.build()
    return made


@pytest.fixture(scope="module")
def served(journal: JournalFolder) -> Iterator[str]:
    """The site over HTTP."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(journal.site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(params=["file", "http"])
def base(request: pytest.FixtureRequest, journal: JournalFolder, served: str) -> str:
    return journal.site.as_uri() if request.param == "file" else served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser of its own, in which nothing may go wrong."""
    context = browser.new_context()
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    context.close()
    assert said == []


def settle(page: Page) -> None:
    page.wait_for_selector(".search-found:not([aria-busy])", state="attached")


def look(page: Page, query: str) -> list[str]:
    """Return the addresses of what is found."""
    page.fill(".search-words", query)
    settle(page)
    found: list[str] = page.evaluate("[...document.querySelectorAll('.row-title a')].map(a => a.dataset.address)")
    return [address.removesuffix(".html") for address in found]


ALL = ["2026/03/14", "2026/03/13", "2025/11/02", "2024/06/30", "2024/03/01", "2023/12/31", "undated/loose"]
A, B, C, D, E, PRIVATE, LOOSE = ALL
OPERATORS: dict[str, list[str]] = {
    "river": [A, B, PRIVATE, LOOSE],
    "RIVER  Anna": [A, B],
    "iverba": [B],
    '"by the river"': [A, PRIVATE, LOOSE, B],
    "“by the riverbank”": [B],
    '"by the riv': [A, B, PRIVATE, LOOSE],
    "river -anna": [PRIVATE, LOOSE],
    'river -"low day" -tag:work': [PRIVATE, LOOSE],
    "Mrs. Knipp": [A],
    '"mrs. knipp"': [A],
    "don't": [A],
    '"worry - the cafe"': [A],
    "strasse": [A],
    "STRAẞE": [A],
    "the long way": [A],
    "leeks": [A],
    "散歩": [C],
    "川 散歩": [C],
    "川　散歩": [C],
    "ガラス": [C],
    "ｶﾞﾗｽ": [C],
    "カラス": [],
    "abc": [C],
    "日記": [D],
    "河边": [D],
    "tag:work": [A, C],
    "tag:Work": [A, C],
    "tag：work": [A, C],
    "tag:work/night-shift": [A],
    "tag:wor*": [A, B, C],
    'tag:"river walk"': [A],
    "-tag:work from:2025": [B],
    "person:anna": [A],
    "person:ann*": [A, B],
    'place:"the weir"': [A],
    "emotion:calm": [A],
    "activity:bread": [A],
    "trigger:deadline": [A],
    'coping:"box breathing"': [A],
    "thread:the*": [A],
    'goal:"a quiet flat"': [A],
    "find boxes": [A],
    "has:goal": [A],
    "mood:<4": [B, PRIVATE],
    "mood:<=4": [B, C, PRIVATE],
    "mood:4": [C],
    "mood:=4": [C],
    "mood:>=7": [A, E],
    "mood:>7": [E],
    "mood:3..5": [B, C, D],
    "mood:3.5..": [A, C, D, E],
    "mood:..3": [B, PRIVATE],
    "sleep:>7": [A],
    "sleep:7:30": [A],
    "from:2024-03 to:2024-06": [D, E],
    "from:2024-03-02 to:2024-06-30": [D],
    "to:2024": [D, E, PRIVATE],
    "from:2025-11-02": [A, B, C],
    "on:2026-03": [A, B],
    "from:2025 to:2024": [],
    "has:photo": [B],
    "has:person": [A, B],
    "has:sleep": [A],
    "is:starred": [A],
    "is:draft": [E],
    "is:undated": [LOOSE],
    "is:private": [PRIVATE],
    "zzz": [],
    "tag:hidden zanzibar": [PRIVATE],
}


@pytest.mark.parametrize("query", OPERATORS)
def test_what_is_asked_for_is_found_the_newest_first(journal: JournalFolder, page: Page, query: str) -> None:
    page.goto(f"{journal.site.as_uri()}/search.html")
    found = look(page, query)
    assert found == [address for address in ALL if address in OPERATORS[query]]
    count = page.inner_text(".search-count")
    assert count.startswith(("1 entry", f"{len(found)} entries") if found else "Nothing found")


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("tag:", "“tag:” waits"),
        ("mood:", "waits"),
        ("mood:<", "waits"),
        ("from:", "waits"),
        ("from:20", "needs a year"),
        ("from:2024-13", "needs a year"),
        ("on:2023-02-29", "needs a year"),
        ("mood:great", "needs a number"),
        ("has:wings", "try has:photo"),
        ("is:blue", "try has:photo"),
        ("colour:blue", "no “colour:” to search by"),
        ("tag:wor", "tag:wor*"),
    ],
)
def test_what_is_half_typed_or_unknown_is_said_kindly(
    journal: JournalFolder, page: Page, query: str, hint: str
) -> None:
    page.goto(f"{journal.site.as_uri()}/search.html")
    look(page, query)
    assert hint in page.inner_text("#page\\:search-hints")
    assert set(look(page, f"river {query}")) <= {A, B, PRIVATE, LOOSE}


@pytest.mark.parametrize(
    "query", ["9:30", "https://example.org", "well: then", "-", "- - -", '"', '""', "–", "river –"]
)
def test_plain_talk_is_no_operator(journal: JournalFolder, page: Page, query: str) -> None:
    page.goto(f"{journal.site.as_uri()}/search.html")
    look(page, query)
    assert page.inner_text("#page\\:search-hints") == ""


def test_nothing_is_loaded_before_the_first_key_and_the_words_get_into_no_address(base: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}/search.html")
    page.wait_for_selector(".search-help")
    assert not [url for url in asked if "/search/" in url]
    page.keyboard.type("heron")
    settle(page)
    shards = [url.rpartition("/")[2] for url in asked if "/search/" in url]
    assert shards == ["2026.js", "2025.js", "2024.js", "2023.js", "undated.js"]
    assert page.url == f"{base}/search.html"
    lengths = page.evaluate("history.length")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.search-hit")
    assert page.url == f"{base}/2024/03/01.html"
    assert page.evaluate("history.length") == lengths + 1
    assert not [url for url in asked if "heron" in url or not url.startswith(base)]


def test_a_result_leads_to_the_words_in_the_entry_and_back_again(base: str, page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    page.goto(f"{base}/search.html")
    look(page, "heron first")
    page.click(".row-title a")
    page.wait_for_selector("mark.search-hit")
    assert page.locator("mark.search-hit").all_inner_texts() == ["first", "heron"]
    assert page.evaluate("document.activeElement.textContent") == "first"
    look_back = page.locator("#page\\:search-back a")
    assert look_back.is_visible()
    look_back.click()
    page.wait_for_selector(".row-title a")
    assert page.input_value(".search-words") == "heron first"
    assert page.evaluate("document.activeElement.dataset.address") == "2024/03/01.html"
    look(page, "heron")
    page.click(".row-title a")
    page.wait_for_selector("mark.search-hit")
    box = page.locator("mark.search-hit").bounding_box()
    assert page.evaluate("scrollY") > 0
    assert box
    assert 0 < box["y"] < 500


def test_whoever_does_not_come_from_search_sees_no_marks(base: str, page: Page) -> None:
    page.goto(f"{base}/search.html")
    look(page, "river")
    page.goto(f"{base}/2026/03/14.html")
    assert not page.locator("mark.search-hit").count()
    assert not page.locator("#page\\:search-back").is_visible()


def test_the_place_is_found_where_nothing_is_kept_from_page_to_page(journal: JournalFolder, page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } })")
    page.goto(f"{journal.site.as_uri()}/search.html")
    for query, marks in (
        ("mrs. knipp", ["Mrs", "Knipp"]), ('"by the river"', ["by the ", "river"]), ("strasse", ["Straße"])
    ):  # fmt: skip
        assert A in look(page, query)
        page.click(".row-title a")
        page.wait_for_selector("mark.search-hit")
        assert page.locator("mark.search-hit").all_inner_texts() == marks
        assert "#" not in page.url
        assert page.locator("#page\\:search-back").is_visible()
        page.go_back()
        settle(page)


def test_a_private_entry_shows_its_day_alone(base: str, page: Page) -> None:
    page.goto(f"{base}/search.html")
    look(page, "zanzibar")
    (row,) = page.locator(".search-found .row").all()
    assert row.inner_text().replace(",", "").split() == ["Sun", "31", "Dec", "A", "private", "entry"]
    shown = page.inner_text(".search-found")
    assert "anzibar" not in shown
    assert "Nobody" not in shown
    assert not row.locator("mark, .mark, .row-opening").count()
    page.click(".row-title a")
    page.wait_for_selector("#page\\:search-back:not([hidden])")
    assert not page.get_by_text("Nobody but me").is_visible()


def test_the_keyboard_is_enough(base: str, page: Page) -> None:
    page.goto(f"{base}/search.html")
    assert page.evaluate("document.activeElement.id") == "page:search-words"
    page.keyboard.type("river")
    settle(page)
    active = "document.activeElement.dataset.address ?? document.activeElement.id"
    for key, expected in (
        ("ArrowDown", f"{A}.html"), ("ArrowDown", f"{B}.html"), ("End", f"{LOOSE}.html"), ("ArrowDown", f"{LOOSE}.html"),
        ("Home", f"{A}.html"), ("ArrowUp", "page:search-words"), ("Enter", f"{A}.html"), ("Escape", "page:search-words"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert page.evaluate(active) == expected, key
    assert page.input_value(".search-words") == ""
    assert page.locator(".search-help").is_visible()
    assert not page.locator(".row").count()


def test_a_result_that_has_a_title_says_its_day_too(base: str, page: Page) -> None:
    page.goto(f"{base}/search.html")
    assert look(page, "leeks") == [A]
    link = page.locator(".row-title a")
    assert (link.inner_text(), link.get_attribute("aria-description")) == (
        "The long way home",
        "Saturday, 14 March 2026",
    )


def test_the_count_is_told_once_when_the_results_have_settled(journal: JournalFolder, page: Page) -> None:
    page.goto(f"{journal.site.as_uri()}/search.html")
    page.evaluate(
        "() => { window.told = []; const status = document.querySelector('[role=status]');"
        " new MutationObserver(() => { if (status.textContent) window.told.push(status.textContent); })"
        ".observe(status, { childList: true, characterData: true, subtree: true }); }"
    )
    page.keyboard.type("river", delay=20)
    page.wait_for_function("() => window.told.length")
    assert page.evaluate("window.told") == ["4 entries"]
    assert page.get_attribute(".search-count", "aria-hidden") == "true"


def test_marks_stand_on_the_right_letters(journal: JournalFolder, page: Page) -> None:
    page.goto(f"{journal.site.as_uri()}/search.html")
    marks: Callable[[], list[str]] = lambda: page.locator(".search-found mark").all_inner_texts()  # noqa: E731
    for query, expected in (
        ("mrs. knipp", ["Mrs.", "Knipp"]), ("cafe", ["café"]), ("strasse", ["Straße"]), ('"don\'t worry -"', ["don’t worry —"]),
        ("ガラス", ["ガラス", "ｶﾞﾗｽ"]), ("abc", ["ＡＢＣ"]), ("way", ["way"]), ("散歩", ["散歩"]), ("soup", ["soup"]),
    ):  # fmt: skip
        look(page, query)
        assert [mark for mark in marks() if mark] == expected, query


def test_a_link_is_made_on_request_and_leaves_the_address_at_once(base: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        "navigator.clipboard ? Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => {"
        " window.copied = text; } } }) : 0"
    )
    page.goto(f"{base}/search.html")
    look(page, "tag:work & river?#")
    page.click(".search-copy")
    page.wait_for_function("() => window.copied")
    address = page.evaluate("window.copied")
    assert address == f"{base}/search.html#q=tag%3Awork%20%26%20river%3F%23"
    assert page.url == f"{base}/search.html"
    other = context.new_page()
    other.goto(address)
    settle(other)
    assert other.input_value(".search-words") == "tag:work & river?#"
    assert other.url == f"{base}/search.html"
    context.close()


def test_a_link_can_be_copied_by_hand_where_the_clipboard_is_shut(journal: JournalFolder, page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new Error('no'); } } })"
    )
    page.goto(f"{journal.site.as_uri()}/search.html")
    look(page, "river")
    page.click(".search-copy")
    page.wait_for_selector(".search-link:not([hidden])")
    assert page.input_value(".search-link").endswith("search.html#q=river")


def test_another_file_cannot_find_what_is_searched(journal: JournalFolder, page: Page, tmp_path: Path) -> None:
    """It may load scripts from any path that it knows; so it must know none that holds words of the journal."""
    scripts = [path for path in journal.site.rglob("*.js") if "search" not in path.parent.parts]
    assert not [path for path in scripts if b"Knipp" in path.read_bytes()]
    folder = next((journal.site / "search").iterdir()).name
    sources = "".join(f'<script src="{path.as_uri()}"></script>' for path in sorted(scripts))
    thief = tmp_path / "download.html"
    thief.write_text(
        "<!doctype html><script>globalThis.journalgen = { shard(data) { document.title = data; } };</script>"
        f'<link rel="stylesheet" href="{journal.site.as_uri()}/search.html">'
        f'<script src="{journal.site.as_uri()}/search/2026.js"></script>'
        f'<iframe src="{journal.site.as_uri()}/search.html"></iframe><iframe src="{journal.site.as_uri()}/search/"></iframe>'
        f"{sources}"
    )
    context = page.context.browser.new_context() if page.context.browser else page.context
    other = context.new_page()
    other.goto(thief.as_uri())
    read = other.evaluate(
        """async (site) => {
          const seen = [document.title];
          for (const frame of document.querySelectorAll("iframe")) {
            try { seen.push(frame.contentDocument.documentElement.outerHTML); } catch (error) { seen.push(error.name); }
          }
          for (const sheet of document.styleSheets) {
            try { seen.push([...sheet.cssRules].map((rule) => rule.cssText).join()); } catch (error) { seen.push(error.name); }
          }
          try { seen.push(await (await fetch(site + "/search.html")).text()); } catch (error) { seen.push(error.name); }
          return seen.join();
        }""",
        journal.site.as_uri(),
    )
    assert "TypeError" in read
    assert folder not in read
    assert "Knipp" not in read
    context.close()


def test_many_results_come_in_steps(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    journal = JournalFolder(tmp_path / "journal")
    for day in range(100):
        journal.write(f"{2024 + day // 50}-{day % 50 // 28 + 1:02}-{day % 28 + 1:02}-{day}.md", f"Walk {day}.\n")
    journal.build()
    page = browser.new_page()
    page.goto(f"{journal.site.as_uri()}/search.html")
    assert len(look(page, "walk")) == 40
    assert page.inner_text(".search-count") == "100 entries"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    assert page.locator(".row-title a").count() == 80
    page.click(".search-more")
    assert page.locator(".row-title a").count() == 100
    assert not page.locator(".search-more").is_visible()
    assert page.locator(".search-year h2").all_inner_texts() == ["2025", "2024"]
    page.close()


def test_an_empty_journal_says_that_there_is_nothing_to_search(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    journal = JournalFolder(tmp_path / "journal")
    journal.build()
    page = browser.new_page()
    page.goto(f"{journal.site.as_uri()}/search.html")
    assert look(page, "river") == []
    assert page.inner_text(".search-count") == "There is nothing to search yet."
    page.close()


@pytest.mark.parametrize("language", ["ar", "pl", "ja"])
def test_it_works_in_other_languages_and_with_plain_names(browser: Browser, tmp_path: Path, language: str) -> None:
    (tmp_path / "journal").mkdir()
    journal = JournalFolder(tmp_path / "journal")
    journal.write("journal.toml", f'language = "{language}"\nundated = "list"\n[site]\nplain_names = true\n')
    journal.write("loose secret.md", "By the river.\n").write(
        "2026-03-14 مرحبا.md", "---\ntags: [عمل]\n---\nالنَّهْر القريب\n"
    )
    journal.build()
    page = browser.new_page()
    page.goto(f"{journal.site.as_uri()}/search.html")
    assert len(look(page, "river")) == 1
    assert len(look(page, "النهر")) == 1
    assert len(look(page, "tag:عمل")) == 1
    page.click(".row-title a")
    page.wait_for_selector("h1")
    page.close()


def test_without_scripts_it_says_so_and_leads_elsewhere(browser: Browser, journal: JournalFolder) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{journal.site.as_uri()}/search.html")
    text = page.inner_text("main")
    assert "needs JavaScript" in text
    assert page.locator("main a").count() == 2
    assert not page.locator(".search-words").is_visible()
    context.close()


_LETTERS = st.text(
    st.sampled_from(
        "aA éÉe\u0301ßẞæİıΣςσ’'“\"—-\u00a0\u3000 \n\t\u00adｶﾞがカ゛ガ한글ᄒ\u1161ﬁ①Ａ１日本👩‍👩\ud83d\u2028`´ﬆ\u0307ñ\u0327"
    ),
    max_size=30,
)


@given(st.lists(_LETTERS, min_size=1, max_size=30))
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_folding_knows_where_each_letter_was(folding: Page, texts: list[str]) -> None:
    for text, (folded, with_places, again, starts, ends) in zip(
        texts,
        folding.evaluate(
            """(texts) => texts.map((text) => {
              const { folded, starts, ends } = journalgen.foldWithPlaces(text);
              return [journalgen.fold(text), folded, journalgen.fold(folded), starts, ends];
            })""",
            texts,
        ),
        strict=True,
    ):
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        assert folded == with_places
        assert again == folded
        assert len(starts) == len(ends) == len(folded.encode("utf-16-le", "surrogatepass")) // 2
        assert starts == sorted(starts)
        assert all(0 <= start < end <= units for start, end in zip(starts, ends, strict=True))


@pytest.fixture(scope="module")
def folding(browser: Browser, journal: JournalFolder) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{journal.site.as_uri()}/search.html")
    yield page
    page.close()
