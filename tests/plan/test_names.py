from __future__ import annotations

import datetime as dt

from msgspec import Struct
from msgspec.structs import replace

from journalgen.model.config import Alias, Config
from journalgen.model.entry import Entry, Measure
from journalgen.parse.journal import assemble
from journalgen.plan.entries import link_to, row_of
from journalgen.plan.names import NameIndex
from journalgen.plan.offering import Offering
from journalgen.plan.views import BrowsePage, KindPage, NamePage, Occasion
from tests.parse.entries import made

ENTRIES = [
    made("2026-03-13", tags=("play/hamlet", "Walk"), people=("A.",)),
    made("2026-03-14", tags=("walk", "play"), people=("Anna",)),
    made(None, "note.md", tags=("play/lear",)),
]


def pages(*aliases: Alias) -> dict[str, Struct]:
    journal = assemble(Config(aliases=aliases), ENTRIES)

    def row(entry: Entry) -> object:
        return row_of(entry, link_to(entry, "x.html"), journal.config.metric("mood"), may_offer=True)

    return dict(NameIndex(journal, None, Offering(journal)).pages({entry.path: row(entry) for entry in ENTRIES}, {}))  # type: ignore[misc]


def name_page(path: str, *aliases: Alias) -> NamePage:
    page = pages(*aliases)[path]
    assert isinstance(page, NamePage)
    return page


def test_a_names_entries_stand_newest_first_and_undated_ones_last() -> None:
    days = [row.link.day for row in name_page("tags/play.html").rows]
    assert days == [ENTRIES[1].day, ENTRIES[0].day, None]


def test_a_nested_tag_knows_what_is_above_and_below_it() -> None:
    play, hamlet = name_page("tags/play.html"), name_page("tags/play/hamlet.html")
    assert [count.link.name for count in play.children] == ["play/hamlet", "play/lear"]
    assert play.parent is None
    assert hamlet.parent is not None
    assert hamlet.parent.address == "tags/play.html"
    assert hamlet.first == hamlet.last == Occasion(dt.date(2026, 3, 13), "x.html")


def test_aliases_and_case_make_one_page() -> None:
    assert len(name_page("people/anna.html", Alias("people", "A.", "Anna")).rows) == 2
    assert "people/a.html" not in pages(Alias("people", "A.", "Anna"))
    assert len(name_page("tags/walk.html").rows) == 2


def test_kinds_list_their_names_and_are_listed() -> None:
    found = pages()
    tags, browse = found["tags/index.html"], found["browse.html"]
    assert isinstance(tags, KindPage)
    assert isinstance(browse, BrowsePage)
    assert [(count.link.name, count.entries) for count in tags.names] == [
        ("play", 3),
        ("play/hamlet", 1),
        ("play/lear", 1),
        ("Walk", 2),
    ]
    assert [kind.kind for kind in browse.kinds] == ["tags", "people"]
    assert browse.kinds[0].names[0].link.name == "play"


LONG = [
    made(f"202{number % 4}-0{number % 6 + 1}-14", f"{number}.md", tags=("walk", "play/hamlet"), people=("Anna",))
    for number in range(10)
]
LAST = made("2026-03-20", "low.md", tags=("walk",), people=("Mark", "Anna"), measures=(Measure("mood", 1.0),))


def long_page(path: str, *entries: Entry) -> NamePage:
    journal = assemble(Config(), entries)
    offering = Offering(journal)
    rows = {
        entry.path: row_of(
            entry, link_to(entry, entry.path), journal.config.metric("mood"), may_offer=offering.may_offer(entry)
        )
        for entry in entries
    }
    page = dict(NameIndex(journal, None, offering).pages(rows, {}))[path]
    assert isinstance(page, NamePage)
    return page


def test_a_name_knows_its_first_and_last_time_and_the_months_between() -> None:
    page = long_page("tags/walk.html", *LONG, LAST, made(None, "note.md", tags=("walk",)))
    assert page.first == Occasion(dt.date(2020, 1, 14), "0.md")
    assert page.timeline is not None
    assert sum(sum(year.entries) for year in page.timeline.years) == 11
    assert [row.link.address for row in page.rows[:1] + page.rows[-1:]] == ["low.md", "note.md"]


def test_a_first_or_last_time_that_may_not_be_offered_is_no_link() -> None:
    assert long_page("tags/walk.html", *LONG, LAST).last == Occasion(dt.date(2026, 3, 20), None)


def test_a_name_knows_what_goes_along_with_it() -> None:
    found = long_page("people/anna.html", *LONG).companions
    assert [(each.kind, [(count.link.name, count.entries) for count in each.names]) for each in found] == [
        ("tags", [("play", 10), ("play/hamlet", 10), ("walk", 10)])
    ]
    assert [each.kind for each in long_page("tags/play.html", *LONG).companions] == ["tags", "people"]


def test_what_only_closed_entries_use_is_no_companion_and_not_among_the_most_used() -> None:
    closed = replace(LAST, path="again.md")
    assert "Mark" not in repr(long_page("people/anna.html", *LONG, LAST, closed).companions)
    assert long_page("people/mark.html", *LONG, LAST, closed).companions == ()
    journal = assemble(Config(), [*LONG, LAST])
    rows = {
        entry.path: row_of(entry, link_to(entry, ""), Config().metric("mood"), may_offer=True)
        for entry in [*LONG, LAST]
    }
    found = dict(NameIndex(journal, None, Offering(journal)).pages(rows, {}))
    assert "Mark" not in repr(found["browse.html"])
    assert "Mark" in repr(found["people/index.html"])


def test_a_companion_more_is_another_digest() -> None:
    one, two = (long_page("people/anna.html", *LONG[:number]).companions[0] for number in (2, 3))
    assert one.digest != two.digest


def test_entries_know_their_names_by_any_spelling() -> None:
    journal = assemble(Config(), ENTRIES)
    links = NameIndex(journal, None, Offering(journal)).by_spelling["tags"]
    assert links["walk"] == links["Walk"]
