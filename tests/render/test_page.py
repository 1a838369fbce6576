"""Every template, rendered with literal views."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from journalgen.language import load
from journalgen.plan import views
from journalgen.refusal import Refusal
from journalgen.render.page import Renderer
from tests.render import samples
from tests.render.reading import Reading


def shown(page: views.Page, **change: Any) -> str:
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
    assert all(each.keys() == {"src", "defer"} for each in reading.all("script"))
    assert not any("style" in attributes or "onclick" in attributes for _, attributes in reading.tags)
    assert [link for link in reading.all("a") if link["href"].endswith("support.html")]
    for attributes in reading.all("a") + reading.all("link"):
        href = attributes["href"]
        assert not re.match(r"[a-z]+:|/", href)
        if not href.startswith("#"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(href)))
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
    assert b"<script" not in samples.renderer(frame=frame).render(samples.PAGES["home"])


def test_links_of_the_text() -> None:
    html = shown(samples.PAGES["entry"])
    assert '<a href="../../support.html">the plan</a>' in html
    assert '<span class="link-nowhere">a note</span>' in html
    assert "journal:" not in html


def test_an_untitled_entry_has_its_day_for_a_heading() -> None:
    html = shown(samples.PAGES["entry-bare"])
    assert "<h1>Saturday, 14 March 2026</h1>" in html
    assert "<dl" not in html


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


def test_a_day_of_the_calendar_says_all_it_shows() -> None:
    links = Reading(shown(samples.PAGES["month"])).all("a")
    labels = [link["aria-label"] for link in links if "cell" in link.get("class", "")]
    assert "Friday, 20 March 2026; mood 10; 2 entries" in labels
    assert "Monday, 2 March 2026" in labels


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


def test_the_writers_own_template_comes_first(tmp_path: Path) -> None:
    (tmp_path / "undated.html").write_text("{{ view.rows|length }} loose {{ HOME|href }}\n")
    own = Renderer(samples.FRAME, load("en"), samples.TEMPLATES, samples.BODIES.__getitem__, own=tmp_path)
    assert own.render(samples.PAGES["undated"]) == b"2 loose ../index.html"


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
    own = Renderer(samples.FRAME, load("en"), samples.TEMPLATES, samples.BODIES.__getitem__, own=tmp_path)
    with pytest.raises(Refusal) as fault:
        own.render(samples.PAGES["undated"])
    assert fault.value.code == "template-fault"
    assert (fault.value["template"], fault.value["line"]) == (str(tmp_path / "undated.html"), str(line))


def test_a_mistake_of_the_program_stays_one() -> None:
    nothing: dict[bytes, str] = {}
    broken = Renderer(samples.FRAME, load("en"), samples.TEMPLATES, nothing.__getitem__)
    with pytest.raises(KeyError):
        broken.render(samples.PAGES["entry"])
