from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journalgen.language import load
from journalgen.model.own import OwnFile
from journalgen.plan.figures.effects import bar_of, effect_of
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.figures.patterns import Factor, PatternView
from journalgen.plan.figures.scales import ScoreChange
from journalgen.plan.summary import views
from journalgen.refusal import Refusal
from journalgen.render.as_text import as_text
from journalgen.render.summary import render_summary
from journalgen.render.theme import Theme
from tests.render import samples
from tests.render.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

DAY = dt.date(2026, 3, 14)
CHANGE = effect_of(-0.42, -1.31, 0.55)


def _row(label: str, **changes: object) -> views.NumberRow:
    name = MetricName(label.lower(), label, label.lower(), None, True, "higher", None)
    row = views.NumberRow(name, (0, 10), 25, 6.21, 2, 9, 24, 5.8, CHANGE)
    return replace(row, **changes)


_PATTERN = PatternView(
    factor=Factor("weekday", "tuesday", None),
    metric=_row("Mood").name,
    lag_days=0, days_with=40, days_without=200, per=None,
    effect=effect_of(-0.8, -1.3, -0.4), bar=bar_of(-0.8, -1.3, -0.4, 2), towards="harder", first_shown=None, since=None,
    address="", place="",
)  # fmt: skip
_SCALE = views.ScaleLines(
    "PHQ-9",
    ("0", "27"),
    "lower",
    tuple(views.ScoreLine(DAY - dt.timedelta(28 - day), "12") for day in range(0, 28, 5)),
    ScoreChange("3", -1, False),
    4,
)


def _names(kind: str, count: int, word: str = "a name of some length") -> views.NamesLine:
    return views.NamesLine(kind, tuple(views.NameDays(f"{word} {number}", 9) for number in range(count)), 12)


_EVENT = "something of a day <b> " + "that was long " * 6
# As much as a page ever holds.
FULL = views.SummaryPage(
    first=DAY - dt.timedelta(27),
    last=DAY,
    days=28,
    written=20,
    written_before=18,
    numbers=tuple(_row(f"A number of mine {number}") for number in range(8)),
    more_numbers=5,
    patterns=(_PATTERN,) * 4,
    pattern_days=312,
    tests=200,
    scales=(_SCALE,) * 4,
    feelings=_names("emotions", 8, "sad"),
    noted=tuple(
        views.Noted(DAY - dt.timedelta(20 - number), "event" if number % 2 else "medication", (_EVENT,))
        for number in range(10)
    ),
    more_noted=3,
    tried=tuple(views.Tried(f"a way of coping {number}", 4, 3, 3.5, 5.0) for number in range(6)),
    names=tuple(_names(kind, 6) for kind in ("triggers", "activities", "tags", "places", "people")),
    included=(),
    private_counted=True,
)  # fmt: skip
BARE = replace(
    FULL, written=0, written_before=0, numbers=(), more_numbers=0, patterns=(), tests=0, scales=(), feelings=None, noted=(),
    more_noted=0, tried=(), names=(), private_counted=False,
)  # fmt: skip


def shown(view: views.SummaryPage = FULL, language: str = "en", own: tuple[OwnFile, ...] = ()) -> str:
    tongue = load(language)
    frame = replace(samples.FRAME, language=tongue.tag, direction=tongue.direction)
    return render_summary(view, frame, tongue, Theme(samples.TEMPLATES, own))


@pytest.mark.parametrize("view", [FULL, BARE], ids=["full", "bare"])
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_it_is_one_file_that_asks_for_nothing_and_leads_nowhere(view: views.SummaryPage, language: str) -> None:
    html = shown(view, language)
    tags = [name for name, _ in Reading(html).tags]
    assert not {"link", "script", "img", "a", "form", "iframe", "object"} & set(tags)
    assert tags.count("style") == 1
    assert not re.search(r"url\(|@import|https?:|generator", html)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f'content="default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;'.replace("&#39;", "'") in html
    assert html.index("Content-Security-Policy") < html.index("<title>")


def test_it_has_the_colours_of_the_site() -> None:
    html = shown()
    sheet = (samples.TEMPLATES / "assets" / "style.css").read_text()
    for name in ("--paper:", "--ink:", "--serif:"):
        (value,) = re.findall(rf"^  {name} .*$", sheet[: sheet.index("\n}\n")], re.MULTILINE)
        assert value in html


def test_what_it_says() -> None:
    text = " ".join(as_text(shown(), 1000).split())
    for said in (
        "There are entries on 20 of 28 days. In as many days before: on 18.",
        "A number of mine 1: no clear change (about 0.4 points lower, likely between 1.3 lower and 0.6 higher).",
        "A number of mine 1 (0 to 10, more is better) 25 6.2 2 9 24 5.8",
        "5 other numbers were noted in these days.",
        "3 lower, within what the same questionnaire varies by. 4 between them are not listed.",
        "a way of coping 0: 4 times, from 3.5 before it to 5 after on average (noted 3 times).",
        "that was long (medication)",
        "something of a day <b> that was long",
        "On Tuesdays (40 days), mood was about 0.8 points lower than on other days, likely between 0.4 and 1.3.",
        "The journal can’t say why.",
        "Entries marked private count in the numbers, and nothing else of them stands here.",
    ):
        assert said in text, said
    for unsaid in ("caused", "because of", "normal", "severe", "For you"):
        assert unsaid not in text


def test_what_it_says_of_little() -> None:
    assert "There is no entry in these days." in as_text(shown(BARE), 80)
    assert "Entries marked private are left out." in " ".join(as_text(shown(BARE), 80).split())
    row = _row("Sleep", change=None)
    few = as_text(shown(replace(BARE, numbers=(row, replace(row, days_before=0, mean_before=None)))), 80)
    assert "- Sleep: too few days to say how it changed.\n- Sleep: nothing was noted before to compare with.\n" in few


def test_a_template_of_the_writers_own_is_held_to_the_rules() -> None:
    built_in = (samples.TEMPLATES / "summary.html").read_text()
    own = OwnFile("summary.html", "templates/summary.html", built_in.replace("From my journal", "Mine").encode())
    assert "<h1>Mine</h1>" in shown(own=(own,))
    with pytest.raises(Refusal) as refused:
        shown(own=(own._replace(data=built_in.replace("<main>", '<main><iframe src="x.html"></iframe>').encode()),))
    assert refused.value.code == "page-unsafe"


@pytest.mark.browser
@pytest.mark.parametrize("form", ["A4", "Letter"])
def test_it_prints_on_two_pages_and_what_was_added_after_them(browser: Browser, tmp_path: Path, form: str) -> None:
    page = browser.new_page()
    added = views.IncludedText(DAY, "By the weir", ("It rained.",))
    for view, pages in ((FULL, 2), (BARE, 1), (replace(FULL, included=(added, added)), 3)):
        file = tmp_path / "summary.html"
        file.write_text(shown(view), encoding="utf-8")
        page.goto(file.as_uri())
        assert len(re.findall(rb"/Type /Page\b", page.pdf(format=form))) == pages
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_dressed_and_fits_narrow_screens(browser: Browser, tmp_path: Path, scheme: str) -> None:
    file = tmp_path / "summary.html"
    file.write_text(shown(), encoding="utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    paper = {"light": "rgb(250, 246, 238)", "dark": "rgb(27, 25, 22)"}[scheme]
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == paper
    assert said == []
    context.close()
