from __future__ import annotations

import datetime as dt
from typing import Any

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Measure, Sentence
from journalgen.plan import views
from journalgen.plan.templates import View
from tests.parse.entries import made, parsed
from tests.plan.test_site import changed, site

SAID = "Before. I thought of [[%s|that day]] again. After."


def page(path: str, *entries: Entry, config: Config | None = None) -> Any:
    return site(*entries, config=config)[path].view


def from_day(day: int, body: str, front: str = "") -> Entry:
    return parsed(front, path=f"2026-03-{day:02}.md", body=body)


def test_an_entry_shows_who_links_to_it_newest_first_and_how() -> None:
    found = page(
        "2026/03/10.html",
        from_day(10, "text"), from_day(11, SAID % "2026-03-10", "title: Eleven"), from_day(12, SAID % "2026-03-10"),
        parsed(path="loose.md", body=SAID % "2026-03-10"), from_day(13, "nothing"),
    ).backlinks  # fmt: skip
    assert [each.link.address for each in found] == ["2026/03/12.html", "2026/03/11.html", "undated/loose.html"]
    assert found[1].link.title == "Eleven"
    assert found[0].sentences == (Sentence("I thought of ", "that day", " again."),)


def test_several_links_of_one_entry_are_shown_once_with_two_sentences() -> None:
    body = "One [[2026-03-10]] day. [[2026-03-10]] two [[2026-03-10]] too. Three [[2026-03-10]]. Four [[2026-03-10]]."
    (found,) = page("2026/03/10.html", from_day(10, "text"), from_day(11, body)).backlinks
    assert [f"{each.before}{each.words}{each.after}" for each in found.sentences] == [
        "One 2026-03-10 day.",
        "2026-03-10 two 2026-03-10 too.",
    ]


def test_a_link_that_stands_alone_and_an_embed_have_no_sentence() -> None:
    body = "[[2026-03-10]]\n\n![[2026-03-10]] here"
    (found,) = page("2026/03/10.html", from_day(10, "text"), from_day(11, body)).backlinks
    assert found.sentences == ()


def test_a_link_to_oneself_or_to_one_s_own_day_is_none() -> None:
    entries = [
        parsed(path="2026-03-10 a.md", body="[[2026-03-10 a]] and [[2026-03-10]] are mine"),
        parsed(path="2026-03-10 b.md", body="text"),
    ]
    assert page("2026/03/10-a.html", *entries).backlinks == ()
    assert page("2026/03/10.html", *entries).backlinks == ()


def test_a_day_with_several_entries_shows_who_links_to_the_day() -> None:
    entries = [
        parsed(path="2026-03-10 a.md", body="one"), parsed(path="2026-03-10 b.md", body="two"),
        from_day(11, SAID % "2026-03-10"),
    ]  # fmt: skip
    assert [each.link.day for each in page("2026/03/10.html", *entries).backlinks] == [dt.date(2026, 3, 11)]
    assert page("2026/03/10-a.html", *entries).backlinks == ()


def test_of_an_entry_that_may_not_be_offered_no_word_is_shown() -> None:
    body = "SECRET [[2026-03-10|SECRET]] SECRET"
    for front in ("mood: 1\ntitle: SECRET", "private: yes\ntitle: SECRET", "resurface: no\ntitle: SECRET"):
        entries = [from_day(10, "text"), from_day(11, body, front)]
        (found,) = page("2026/03/10.html", *entries).backlinks
        assert found.closed
        assert "SECRET" not in repr(found)
        assert found.link.address == "2026/03/11.html"
        assert "SECRET" not in repr(page("2026/03/10.html", from_day(10, "text"), from_day(11, body, front)).related)


BEFORE = [from_day(day, SAID % "2026-03-10" if day == 12 else f"text {day}") for day in range(10, 14)]


def edited(body: str) -> set[str]:
    return changed(
        site(*BEFORE), site(*[from_day(12, body) if each.path == "2026-03-12.md" else each for each in BEFORE])
    )


def test_an_edit_of_the_sentence_changes_the_page_that_shows_it_and_no_other() -> None:
    assert "2026/03/10.html" in edited((SAID % "2026-03-10").replace("again", "once more"))


def test_an_edit_of_another_sentence_changes_that_entry_s_page_alone() -> None:
    long = "An opening that is long enough for every list. " * 4
    for template in (f"{long}{SAID % '2026-03-10'} And %s.", f"{long}%s.\n\n{SAID % '2026-03-10'}"):
        first, then = (
            [from_day(12, template.replace("%s", word)) if each.path == "2026-03-12.md" else each for each in BEFORE]
            for word in ("old", "new")
        )
        assert changed(site(*first), site(*then)) == {"2026/03/12.html"}


def test_the_sentence_is_part_of_what_others_may_show() -> None:
    said = from_day(12, SAID % "2026-03-10")
    assert from_day(12, (SAID % "2026-03-10").replace("again", "often")).shared != said.shared
    assert from_day(12, f"{' ' * 2}{SAID % '2026-03-10'}\n").shared == said.shared


def test_no_page_but_those_of_entries_and_days_has_them() -> None:
    has = {kind for kind in View.__args__ if "backlinks" in kind.__struct_fields__}
    assert has == {views.EntryPage, views.DayPage}


def test_a_mood_that_is_not_low_keeps_the_words() -> None:
    entries = [
        made("2026-03-10"),
        made("2026-03-11", measures=(Measure("mood", 5.0),), links=from_day(11, SAID % "2026-03-10").links),
    ]
    (found,) = page("2026/03/10.html", *entries).backlinks
    assert not found.closed
