from __future__ import annotations

from journalgen.model.config import Alias, Config
from journalgen.model.entry import Entry
from journalgen.parse.journal import assemble
from journalgen.plan.entries import link_to, row_of
from journalgen.plan.names import NameIndex
from journalgen.plan.views import BrowsePage, KindPage, NamePage, View
from tests.parse.entries import made

ENTRIES = [
    made("2026-03-13", tags=("play/hamlet", "Walk"), people=("A.",)),
    made("2026-03-14", tags=("walk", "play"), people=("Anna",)),
    made(None, "note.md", tags=("play/lear",)),
]


def pages(*aliases: Alias) -> dict[str, View]:
    journal = assemble(Config(aliases=aliases), ENTRIES)

    def row(entry: Entry) -> object:
        return row_of(entry, link_to(entry, "x.html"), journal.config.metric("mood"))

    return dict(NameIndex(journal, None).pages({entry.path: row(entry) for entry in ENTRIES}))  # type: ignore[misc]


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
    assert (hamlet.first, hamlet.last) == (ENTRIES[0].day, ENTRIES[0].day)


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


def test_entries_know_their_names_by_any_spelling() -> None:
    links = NameIndex(assemble(Config(), ENTRIES), None).by_spelling["tags"]
    assert links["walk"] == links["Walk"]
