"""Every template, rendered with literal views."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from journalgen.language import load
from journalgen.plan import views
from journalgen.plan.pages import Page
from journalgen.refusal import Refusal
from journalgen.render.page import Renderer
from journalgen.render.theme import Theme
from tests.render import samples
from tests.render.reading import Reading


def shown(page: Page, **change: Any) -> str:
    return samples.renderer().render(replace(page, **change)).decode()


def entry(view: views.EntryPage, **change: Any) -> str:
    changed = replace(view, entry=replace(view.entry, **change))
    return shown(samples.PAGES["entry"], view=changed)


@pytest.mark.parametrize("name", samples.PAGES)
def test_page(name: str) -> None:
    page = samples.PAGES[name]
    reading = Reading(shown(page))
    assert len(reading.all("h1")) == 1
    assert len(reading.all("main")) == 1
    ids = [attributes["id"] for _, attributes in reading.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert next(script["src"].rpartition("/")[2] for script in reading.all("script")) == "site.js"
    assert all(re.fullmatch(r"(\.\./)*assets/[a-z-]+\.js", script["src"]) for script in reading.all("script"))
    assert "<script>" not in shown(page)
    assert not any("style" in attributes or "onclick" in attributes for _, attributes in reading.tags)
    assert [link for link in reading.all("a") if link["href"].endswith("support.html")]
    for attributes in reading.all("a") + reading.all("link"):
        href = attributes["href"]
        assert not re.match(r"[a-z]+:|/", href)
        if not href.startswith("#"):
            file = unquote(href.partition("#")[0])
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), file))
            assert not target.startswith("..")
            assert posixpath.splitext(target)[1] in {".html", ".css", ".js", ".svg"}


@pytest.mark.parametrize("name", samples.PAGES)
def test_page_in_other_languages(name: str) -> None:
    for tag in ("de", "ar", "ja"):
        frame = replace(samples.FRAME, language=tag, direction=load(tag).direction, author=None, first_day=6)
        html = samples.renderer(tag, frame).render(samples.PAGES[name]).decode()
        assert Reading(html).tags[0] == ("html", {"lang": tag, "dir": load(tag).direction})


def test_what_was_written_stays_text() -> None:
    evil = '<script>alert("1")</script>'
    page = samples.ENTRY_PAGE
    html = entry(
        replace(page, names=(views.NamesOfKind("people", (samples.name("people", evil),), b""),)),
        title=evil, weather=evil, wins=(evil,), name=evil,
    )  # fmt: skip
    assert "<script>" not in html
    assert "alert(" in Reading(html).text
    frame = replace(samples.FRAME, title=evil, author=evil, language='"><script>')
    assert b"<script>" not in samples.renderer(frame=frame).render(samples.PAGES["home"])


def test_links_of_the_text() -> None:
    html = shown(samples.PAGES["entry"])
    assert '<a href="../../support.html">the plan</a>' in html
    assert '<span class="link-nowhere">a note</span>' in html
    assert "journal:" not in html


def test_an_untitled_entry_has_its_day_for_a_heading() -> None:
    html = shown(samples.PAGES["entry-bare"])
    assert "<h1>Saturday, 14 March 2026</h1>" in html
    assert 'class="facts"' not in html


def test_of_two_untitled_entries_of_a_day_the_time_tells_them_apart() -> None:
    other = replace(samples.link("", samples.DAY), time=dt.time(21, 15))
    html = shown(samples.PAGES["entry-bare"], view=replace(samples.BARE, previous=other))
    assert '<span class="turning-day">9:15\u202fpm</span>' in html


def test_an_undated_entry_has_its_name_for_a_heading() -> None:
    assert "<h1>letter</h1>" in entry(samples.BARE, day=None, name="letter")
    assert "<h1>Untitled</h1>" in entry(samples.BARE, day=None)


def test_a_private_entry_is_folded() -> None:
    html = shown(samples.PAGES["entry-private"])
    outside = html[: html.index("<details")] + html[html.index("</details>") :]
    assert '<details class="folded">' in html
    for told in ("Nobody but me", "Anna", "river", "7 of 10", "deadline"):
        assert told not in outside.replace("The long way home", "")
    undated = entry(samples.PRIVATE, day=None, title="Nobody but me", name="nobody")
    assert "<title>Private · Slow mornings</title>" in undated
    assert "nobody" not in undated.lower()


def test_a_low_day_is_pointed_to_support() -> None:
    assert "A low day, written down." in shown(samples.PAGES["entry-low"])
    assert "A low day" not in shown(samples.PAGES["entry"])


def test_problems_are_sentences_beside_the_text() -> None:
    html = shown(samples.PAGES["entry-low"])
    assert "In line 4, energy says &#39;great&#39;; a number from 1 to 10 works here." in html
    assert "Your text is untouched and shown below." in html


def test_the_language_of_an_entry() -> None:
    html = entry(samples.ENTRY_PAGE, lang="de")
    assert '<h1 lang="de">' in html
    assert '<div class="prose" lang="de">' in html


def test_home() -> None:
    empty = Reading(shown(samples.PAGES["home-empty"])).text
    assert "Save a few words as 2026-03-14.md in this folder, build again, and they will appear." in empty
    full = Reading(shown(samples.PAGES["home"])).text
    assert "You wrote on 9 of the last 28 days." in full
    assert "3 things in your files were not understood." in full
    assert "Good to see you. There is nothing to catch up on." in shown(samples.PAGES["home-two"])


def test_the_same_day_in_other_years() -> None:
    html = shown(samples.PAGES["on-this-day"])
    text = " ".join(Reading(html).text.split())
    assert "<h1>14 March</h1>" in html
    assert "There are also entries from 2022 and 2024. They stay closed unless you open them." in text
    assert '<a href="../2024/03/14.html">2024</a>' in html
    assert "This day is still empty, in every year." in shown(samples.PAGES["on-this-day-empty"])
    alone = " ".join(Reading(shown(samples.PAGES["on-this-day-closed"])).text.split())
    assert "There is an entry from 2022. It stays closed unless you open it." in alone


def test_two_closed_entries_of_one_day_are_told_apart_by_their_time() -> None:
    day = samples.DAY.replace(year=2022)
    two = tuple(replace(samples.link("", day, f"{hour}.html"), time=dt.time(hour)) for hour in (9, 21))
    html = shown(samples.PAGES["on-this-day"], view=replace(samples.PAGES["on-this-day"].view, closed=two))
    assert "from 2022, 9:00\u202fam and 2022, 9:00\u202fpm." in Reading(html).text


def test_a_day_of_all_years_says_how_many_have_it() -> None:
    labels = labels_of("cell", shown(samples.PAGES["days-of-year"]))
    assert "1 January: entries from 1 year" in labels
    assert "29 February: entries from 3 years" in labels
    assert "Nothing here yet." in shown(samples.PAGES["days-of-year-none"])


def test_an_entry_leads_to_other_times() -> None:
    text = Reading(shown(samples.PAGES["entry"])).text
    assert "14 March in all years · a week before · a month before · a year before · a year later" in text
    assert "in all years" not in entry(samples.BARE, day=None, name="letter")


def test_home_has_what_is_closed_as_a_sentence_and_a_way_anywhere() -> None:
    html = shown(samples.PAGES["home"])
    text = " ".join(Reading(html).text.split())
    assert "There is also an entry from 14 Mar 2022. It stays closed unless you open it." in text
    assert '<a href="2021/07/04.html">Open anywhere</a>' in html
    only = replace(samples.ONE, latest=None, closed=samples.CLOSED)
    text = " ".join(Reading(shown(samples.PAGES["home"], view=only)).text.split())
    assert "There are entries from 14 Mar 2022 and 14 Mar 2024. They stay closed unless you open them." in text
    assert "Nothing here yet" not in text


def test_the_time_line_of_a_name_is_a_table_that_says_what_it_shows() -> None:
    html = shown(samples.PAGES["name"])
    labels = [link["aria-label"] for link in Reading(html).all("a") if "use" in link.get("class", "").split()]
    assert "January 2024: 2 entries" in labels
    text = " ".join(Reading(html).text.split())
    assert "5 entries, first on 2 May 2019, last on 14 Mar 2026" in text
    assert '<a href="../../2019/05/02.html">2 May 2019</a>' in html
    assert ">14 Mar 2026</a>" not in html


@pytest.mark.parametrize(
    ("days", "first", "recent", "said"),
    [
        (1, samples.DAY, 1, "Your first day is written."),
        (3, samples.DAY.replace(day=1), 3, "You began on 1 Mar 2026, and have written on 3 days."),
        (9, samples.DAY.replace(year=2025), 4, "You wrote on 4 of the last 28 days."),
        (9, samples.DAY.replace(year=2025), 0, "Good to see you. There is nothing to catch up on."),
    ],
)
def test_how_often_there_was_something_to_write(days: int, first: dt.date, recent: int, said: str) -> None:
    view = replace(samples.HOME, days=days, first=first, rhythm=views.Rhythm(recent, 28))
    assert said in shown(samples.PAGES["home"], view=view)


def test_a_small_journal_is_told_what_comes_next() -> None:
    for name in ("home-one", "home-two"):
        assert (
            "save a few words under the name of their day, as 2026-03-14.md" in Reading(shown(samples.PAGES[name])).text
        )
    assert "Whenever you like" not in shown(samples.PAGES["home"])


def labels_of(kind: str, html: str) -> list[str]:
    """Return what is heard of each day that is a link: what cannot be seen, before what is not heard."""
    found = re.findall(rf'<a class="{kind}[^>]*><span class="unseen">(.*?)</span><(?:i|span) aria-hidden', html)
    return [re.sub("<[^>]*>", "", label) for label in found]


def test_a_day_of_the_calendar_says_all_it_shows() -> None:
    labels = labels_of("cell", shown(samples.PAGES["month"]))
    assert "Friday, 20 March 2026; mood 10; about 800 words; 2 entries" in labels
    assert "Monday, 2 March 2026" in labels


def test_a_year_says_of_each_day_what_it_shows() -> None:
    labels = labels_of("day", shown(samples.PAGES["year"]))
    assert len(labels) == sum(grid.days for grid in samples.YEAR)
    assert "Friday, 20 March 2026; mood 10; about 800 words; 2 entries" in labels
    # What is private shows its day alone.
    assert "Monday, 2 March 2026" in labels


def test_a_year_has_a_table_by_month() -> None:
    html = shown(samples.PAGES["year"])
    table = Reading(html[html.index("<table>") : html.index("</table>") + 8]).text.split("\n")
    assert "2026, month by month" in table
    assert "MonthDaysEntriesWordsMood" in table
    assert f"MarMarch1414{samples.MARCH.words:,}Mood 6 12 days" in table
    assert not any(line.startswith("AprApril") for line in table)


def test_a_year_without_moods_shows_words_alone() -> None:
    bare = tuple(
        replace(
            month, mood=None, moods=0,
            weeks=tuple(tuple(cell and replace(cell, mood=None) for cell in week) for week in month.weeks),
        )
        for month in samples.YEAR
    )  # fmt: skip
    page = samples.PAGES["year"]
    html = shown(page, view=views.YearPage(2026, bare, 24, 23, None, None))
    assert "heat-of-words" in html
    assert "<fieldset" not in html
    assert "Mood" not in Reading(html).text.split("Keys")[0]


def test_weeks_begin_as_the_frame_says() -> None:
    frame = replace(samples.FRAME, first_day=6)
    html = samples.renderer(frame=frame).render(samples.PAGES["month"]).decode()
    assert html.index('title="Sunday"') < html.index('title="Monday"')


def test_support_is_always_there() -> None:
    for name in ("support", "support-none"):
        text = Reading(shown(samples.PAGES[name])).text
        assert "ring your emergency number" in text
        assert "findahelpline.com" in text
    assert "support.md" not in shown(samples.PAGES["support"])


def test_a_file_name_that_is_no_text_does_not_stop_a_page() -> None:
    assert b"caf?" in samples.renderer().render(
        replace(samples.PAGES["entry"], view=replace(samples.BARE, entry=replace(samples.ENTRY, title="caf\udce9")))
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("one\n{{ view.nothing }}\n", 2),
        ("{% if %}", 1),
        ("a\nb\n{{ 1 + site.title }}", 3),
        ('{% extends "no.html" %}', 1),
    ],
)
def test_a_mistake_in_a_template_has_a_place(tmp_path: Path, source: str, line: int) -> None:
    (tmp_path / "undated.html").write_text(source)
    renderer = Renderer(samples.FRAME, load("en"), Theme(tmp_path), samples.BODIES.__getitem__)
    with pytest.raises(Refusal) as fault:
        renderer.render(samples.PAGES["undated"])
    assert fault.value.code == "template-fault"
    assert (fault.value["template"], fault.value["line"]) == (str(tmp_path / "undated.html"), str(line))


def test_a_mistake_of_the_program_stays_one() -> None:
    nothing: dict[bytes, str] = {}
    broken = Renderer(samples.FRAME, load("en"), Theme(samples.TEMPLATES), nothing.__getitem__)
    with pytest.raises(KeyError):
        broken.render(samples.PAGES["entry"])
