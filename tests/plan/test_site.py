from __future__ import annotations

import datetime as dt
import time
import unicodedata
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Measure
from journalgen.model.periods import period_of
from journalgen.model.prompts import Prompt
from journalgen.model.reviews import Review
from journalgen.parse.journal import assemble
from journalgen.parse.record import decode_all, encode
from journalgen.plan.pages import Page
from journalgen.plan.site import Plan
from journalgen.plan.templates import TEMPLATES, View
from journalgen.source.questions import shipped_questions
from tests.parse.entries import field_names, made, parsed, values_of

TODAY = dt.date(2026, 3, 15)


def site(
    *entries: Entry, config: Config | None = None, today: dt.date = TODAY, secret: bytes | None = None
) -> dict[str, Page]:
    made_plan = Plan(assemble(config or Config(), entries), today, secret=secret)
    pages = {outline.path: made_plan.page(outline) for outline in made_plan.outlines}
    assert len(pages) == len(made_plan.outlines)
    assert all(made_plan.digest(outline) == pages[outline.path].digest for outline in made_plan.outlines)
    return pages


def test_every_view_has_a_template_of_its_own() -> None:
    assert set(TEMPLATES) == set(get_args(View))
    assert len(set(TEMPLATES.values())) == len(TEMPLATES)


ALWAYS = {"index.html", "archive.html", "browse.html", "search.html", "support.html", "on-this-day/index.html"}


def test_an_empty_journal_has_a_home() -> None:
    assert set(site()) == ALWAYS


def test_each_entry_day_month_year_and_name_has_its_page() -> None:
    pages = site(
        made("2026-03-14", "a.md", name="a", tags=("play/hamlet",)), made("2026-03-14", "b.md", name="b"),
        made("2025-12-31"), made(None, "n.md", name="n")
    )  # fmt: skip
    assert {path for path in pages if not path.startswith("on-this-day/")} | ALWAYS == ALWAYS | {
        "problems.html", "2026/index.html", "2025/index.html", "2026/03/index.html",
        "reviews/index.html", "reviews/2026-W11.html", "reviews/2026-03.html", "reviews/2026-Q1.html", "reviews/2026.html",
        "reviews/2026-W01.html", "reviews/2025-12.html", "reviews/2025-Q4.html", "reviews/2025.html",
        "2025/12/index.html", "2026/03/14.html", "2026/03/14-a.html", "2026/03/14-b.html", "2025/12/31.html",
        "undated/index.html", "undated/n.html",
        "tags/index.html", "tags/play.html", "tags/play/hamlet.html",
    }  # fmt: skip


def changed(before: dict[str, Page], after: dict[str, Page]) -> set[str]:
    return {
        path
        for path in before.keys() | after.keys()
        if path not in before or path not in after or before[path].digest != after[path].digest
    }


# The pages that look back on the second of March.
LOOKING_BACK = {"reviews/2026-W10.html", "reviews/2026-03.html", "reviews/2026-Q1.html", "reviews/2026.html"}
MARCH = [made(f"2026-03-{day:02}", tags=("walk",), title=f"Day {day}", opening="o") for day in range(1, 15)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"body": b"y" * 16}, {"2026/03/02.html"}),
        ({"words": 5}, {"2026/03/02.html"}),
        (
            {"words": 300},
            {"2026/03/02.html", "2026/03/index.html", "2026/index.html", "index.html", *LOOKING_BACK},
        ),
        (
            {"opening": "new"},
            {"2026/03/02.html", "2026/03/index.html", "tags/walk.html", "on-this-day/03-02.html"},
        ),
        (
            {"title": "New"},
            {
                "2026/03/01.html",
                "2026/03/02.html",
                "2026/03/03.html",
                "2026/03/index.html",
                "tags/walk.html",
                "on-this-day/03-02.html",
                *LOOKING_BACK,
            },
        ),
        (
            {"measures": (Measure("mood", 7.0),)},
            {
                "2026/03/02.html",
                "2026/03/index.html",
                "2026/index.html",
                "tags/walk.html",
                "index.html",
                "on-this-day/03-02.html",
            },
        ),
    ],
)
def test_an_edit_changes_the_pages_that_show_it_and_no_other(change: dict[str, Any], expected: set[str]) -> None:
    values: dict[str, Any] = {"tags": ("walk",), "title": "Day 2", "opening": "o"}
    after = [made("2026-03-02", **values | change) if entry.path == "2026-03-02.md" else entry for entry in MARCH]
    assert changed(site(*MARCH), site(*after)) == expected


def test_what_a_low_or_private_entry_says_is_not_on_the_first_page() -> None:
    low = made("2026-03-14", title="SECRET", opening="SECRET", measures=(Measure("mood", 1.0),))
    private = made("2026-03-13", title="SECRET", opening="SECRET", name="SECRET", private=True)
    pages = site(low, private)
    assert "SECRET" not in repr(pages["index.html"].view)
    assert "SECRET" in repr(pages["2026/03/14.html"].view)


def seen(pages: dict[str, Page], path: str) -> Any:
    """Return what a page may see."""
    return pages[path].view


def test_the_entry_to_open_anywhere_is_one_that_home_does_not_show_and_may_be_offered() -> None:
    assert seen(site(*MARCH[:7]), "index.html").anywhere is None
    older = [entry for entry in MARCH[:7] if entry.path != "2026-03-03.md"]
    quiet = made("2026-03-03", resurface=False)
    for number in range(60):
        today = TODAY + dt.timedelta(days=number)
        pages = site(*older, quiet, *MARCH[7:], today=today)
        chosen = seen(pages, "index.html").anywhere
        assert chosen in {f"2026/03/0{day}.html" for day in (1, 2, 4, 5, 6, 7)}
        assert chosen == seen(pages, "on-this-day/index.html").anywhere


def test_home_has_the_newest_that_may_be_offered_and_the_others_closed() -> None:
    low = made("2026-03-15", title="SECRET", measures=(Measure("mood", 1.0),))
    home = seen(site(*MARCH, low), "index.html")
    assert home.latest.link.title == "Day 14"
    assert [link.address for link in home.closed] == ["2026/03/15.html"]
    assert len(home.recent) == 5


def test_beside_another_entry_one_that_may_not_be_offered_is_its_day_alone() -> None:
    quiet = made("2026-03-02", "q.md", title="SECRET", name="SECRET", resurface=False)
    twin = made("2026-03-02", "t.md", title="Open", name="t")
    pages = site(made("2026-03-01"), quiet, twin, made("2026-03-03", "c.md", name="c"), made("2026-03-03", "d.md"))
    for path in ("2026/03/01.html", "2026/03/02-t.html", "2026/03/03-c.html", "2026/03/03.html"):
        assert "SECRET" not in repr(seen(pages, path))
    assert seen(pages, "2026/03/01.html").next.day == quiet.day


def test_the_first_and_last_days_of_the_calendar_have_their_pages() -> None:
    for today in (dt.date.min, dt.date.max):
        pages = site(made("0001-01-01"), made("9999-12-31"), today=today)
        assert {"0001/01/01.html", "9999/12/31.html"} <= set(pages)


NAMES = st.text("aAéE\u0301ß/ .☕conx", max_size=5)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2026-03-14", "2026-03-15", "2025-03-14", None]), NAMES, st.lists(NAMES, max_size=3)
        ),
        max_size=8,
    ),
    st.booleans(),
)
@settings(deadline=None, max_examples=80)
def test_no_two_pages_have_one_path_on_any_file_system(
    rows: list[tuple[str | None, str, list[str]]], plain: bool
) -> None:
    entries = [
        made(
            day,
            f"{number}.md",
            name=name,
            tags=tuple(tag.strip("/") for tag in tags if tag.strip("/ ")),
            people=tuple(filter(None, tags)),
        )
        for number, (day, name, tags) in enumerate(rows)
    ]
    paths = [compared(path) for path in site(*entries, config=Config(plain_names=plain), secret=b"key")]
    assert len(set(paths)) == len(paths)


def compared(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def prompts() -> tuple[Prompt, ...]:
    return (Prompt("wait", "stress", "gentle", "line", "What can wait?"),)


REVIEW = Review(period_of("month", TODAY), "reviews/2026-03.md", "", b"", True, (), (), (), True)
OF_AN_ENTRY = [
    name
    for name in field_names(Entry)
    if name not in {"path", "counted", "linked", "listed", "figured", "reviewed", "shared", "digest"}
]


@pytest.mark.parametrize("field", OF_AN_ENTRY)
def test_the_key_of_a_plan_changes_with_any_of_its_outlines(field: str) -> None:
    """Another page may show any field of an entry but those that `shared` leaves out: this one is what finds out."""

    @given(st.data())
    @settings(deadline=None, max_examples=6, database=None, phases=[Phase.generate])
    def changes(data: st.DataObject) -> None:
        values = {
            name: data.draw(values_of(get_type_hints(Entry)[name]))
            for name in OF_AN_ENTRY
            if name not in {"day", "links"}
        } | {"links": ()}
        other = values | {field: data.draw(values_of(get_type_hints(Entry)[field]))}
        beside = made("2026-03-13", "beside.md", tags=("walk",))
        days = [dt.date(2026, 3, 14), other.pop("day", dt.date(2026, 3, 14))]
        one, two = (
            Plan(
                assemble(Config(), [beside, made(str(day) if day else None, "a.md", **each)]),
                TODAY,
                prompts=(prompts, b""),
                questions=(shipped_questions, b""),
            )
            for day, each in zip(days, (values, other), strict=True)
        )
        outlines = {outline.path: outline for outline in one.outlines}
        same = outlines == {outline.path: outline for outline in two.outlines}
        assert same or one.key != two.key
        if values | {"day": days[0]} != other | {"day": days[1]}:
            own = one.digest(next(each for each in one.outlines if each.entry == "a.md"))
            assert own != two.digest(next(each for each in two.outlines if each.entry == "a.md"))

    changes()


def test_the_key_of_a_plan_changes_with_the_day_and_the_settings() -> None:
    journal = assemble(Config(), MARCH)
    keys = {
        Plan(journal, TODAY).key, Plan(journal, TODAY, first_day=6).key, Plan(journal, dt.date(2026, 3, 16)).key,
        Plan(assemble(Config(plain_names=True), MARCH), TODAY, secret=b"a").key,
        Plan(assemble(Config(title="x"), MARCH), TODAY).key,
        Plan(assemble(Config(plain_names=True), MARCH), TODAY, secret=b"b").key,
        Plan(assemble(Config(), MARCH[1:]), TODAY).key, Plan(journal, TODAY, prompts=(prompts, b"")).key,
        Plan(journal, TODAY, prompts=(prompts, b"others")).key, Plan(journal, TODAY, questions=(tuple, b"")).key,
        Plan(assemble(Config(reviews_show=False), MARCH), TODAY).key, Plan(replace(journal, reviews=(REVIEW,)), TODAY).key,
    }  # fmt: skip
    assert len(keys) == 12
    assert Plan(assemble(Config(), reversed(MARCH)), TODAY).key in keys


def test_ten_thousand_entries_are_planned_quickly() -> None:
    tags = [(f"t{number % 40}", f"play/p{number % 7}") for number in range(10_000)]
    first = dt.date(1998, 1, 1)
    rows = [
        encode(made(str(first + dt.timedelta(days=number)), tags=tags[number], people=("Anna",)))
        for number in range(10_000)
    ]
    start = time.perf_counter()
    entries = decode_all(rows)
    assert len(Plan(assemble(Config(), entries), TODAY).outlines) > 10_000
    # A tenth of this on the machine that it is measured on; the bound is for one that is busy.
    assert time.perf_counter() - start < 5


def _at_night() -> dict[str, Any]:
    config = Config(day_starts_at=dt.time(4))
    entries = [
        parsed("mood: 4", path="2026-02-28.md", body="evening", config=config),
        parsed("mood: 8\ntime: 2:30", path="2026-03-01.md", body="late", config=config),
    ]
    return {path: page.view for path, page in site(*entries, config=config).items()}


def test_the_small_hours_count_for_the_day_before_in_the_calendar_too() -> None:
    pages = _at_night()
    february, march = pages["2026/02/index.html"], pages["2026/03/index.html"]
    last = [cell for week in february.grid.weeks for cell in week if cell and cell.address]
    assert [(cell.day.day, cell.entries, cell.mood.text, cell.address) for cell in last] == [
        (28, 2, "6", "2026/02/28.html")
    ]
    assert (february.grid.days, march.grid.days, march.grid.address) == (1, 0, "2026/03/index.html")


def test_an_entry_of_the_small_hours_keeps_its_written_day_and_leads_to_the_evening_before() -> None:
    pages = _at_night()
    late = pages["2026/03/01.html"]
    assert (str(late.entry.day), str(late.entry.time)) == ("2026-03-01", "02:30:00")
    assert [link.address for link in late.siblings] == ["2026/02/28.html"]
    assert [link.address for link in pages["2026/02/28.html"].siblings] == ["2026/03/01.html"]
    assert late.day_address is None
    assert [row.link.address for row in pages["2026/03/index.html"].rows] == ["2026/03/01.html"]
