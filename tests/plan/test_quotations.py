from __future__ import annotations

from typing import Any

from journalgen.model.entry import Entry
from tests.parse.entries import parsed
from tests.plan.test_site import changed, site


def from_day(day: int, body: str, front: str = "") -> Entry:
    return parsed(front, path=f"2026-03-{day:02}.md", body=body)


def quotations(*entries: Entry) -> Any:
    view: Any = site(*entries)["2026/03/10.html"].view
    return view.quotations


def test_an_embed_of_an_entry_quotes_its_title_and_how_it_begins() -> None:
    (found,) = quotations(from_day(10, "![[rain]]"), from_day(11, "It rained.", "title: Rain"))
    assert (found.index, found.address, found.part) == (0, "2026/03/11.html", "")
    assert [(each.row.link.title, each.row.opening, each.closed) for each in found.entries] == [
        ("Rain", "It rained.", False)
    ]


def test_an_embed_of_a_part_names_the_part() -> None:
    (found,) = quotations(
        from_day(10, "![[2026-03-11#The Evening]]"), from_day(11, "## The Evening\n\ntext", "title: Rain")
    )
    assert (found.address, found.part) == ("2026/03/11.html#the-evening", "The Evening")


def test_an_embed_of_a_day_quotes_all_its_entries() -> None:
    (found,) = quotations(
        from_day(10, "![[2026-03-11]]"),
        parsed(path="2026-03-11 a.md", body="a"),
        parsed(path="2026-03-11 b.md", body="b"),
    )
    assert [each.row.link.address for each in found.entries] == ["2026/03/11-a.html", "2026/03/11-b.html"]


def test_only_embeds_of_entries_are_quoted() -> None:
    assert quotations(from_day(10, "[[2026-03-11]] ![[photo.png|300]] ![[gone]]"), from_day(11, "text")) == ()


def test_what_may_not_be_offered_is_quoted_without_a_word() -> None:
    for front in ("mood: 1", "private: yes", "resurface: no"):
        (found,) = quotations(from_day(10, "![[2026-03-11]]"), from_day(11, "SECRET", f"{front}\ntitle: SECRET"))
        assert found.entries[0].closed
        assert "SECRET" not in repr(found)


def test_an_entry_that_quotes_itself_or_is_quoted_in_turn_is_no_circle() -> None:
    found = quotations(from_day(10, "![[2026-03-10]] ![[2026-03-11]]"), from_day(11, "![[2026-03-10]]"))
    assert len(found) == 2


def test_an_edit_further_down_in_what_is_quoted_changes_its_own_page_alone() -> None:
    long = "word " * 60
    host = from_day(10, "![[2026-03-11]]")
    assert changed(site(host, from_day(11, long)), site(host, from_day(11, long + "more"))) == {"2026/03/11.html"}
    assert "2026/03/10.html" in changed(site(host, from_day(11, long)), site(host, from_day(11, "new " + long)))
