"""Which pages look back, and what each may tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict

from journalgen.model.config import Config
from journalgen.model.entry import Coping, Entry, Matter, Measure, Section
from journalgen.model.periods import KINDS, period_of
from journalgen.parse.journal import assemble
from journalgen.plan.reviews.views import ReviewPage, ReviewsPage
from journalgen.plan.site import Plan
from journalgen.source.questions import shipped_questions
from tests.parse.entries import made, parsed

TODAY = dt.date(2026, 3, 20)
LOW = (Measure("mood", 1.0),)


def plan(*entries: Entry, config: Config | None = None) -> Plan:
    return Plan(assemble(config or Config(), entries), TODAY, questions=(shipped_questions, b""))


def pages(*entries: Entry, config: Config | None = None) -> dict[str, Any]:
    """Return the views of the pages that look back, by the name of their time."""
    made_plan = plan(*entries, config=config)
    return {
        outline.path[len("reviews/") : -len(".html")]: made_plan.page(outline).view
        for outline in made_plan.outlines
        if outline.path.startswith("reviews/")
    }


def week(*entries: Entry, config: Config | None = None) -> ReviewPage:
    found = pages(*entries, config=config)["2026-W11"]
    assert isinstance(found, ReviewPage)
    return found


@given(st.lists(st.dates(), min_size=1, max_size=6))
@settings(deadline=None, max_examples=40)
def test_each_time_with_an_entry_has_its_page_and_no_other(days: list[dt.date]) -> None:
    entries = [made(f"{day:%Y}".zfill(4) + f"{day:-%m-%d}", f"{number}.md") for number, day in enumerate(days)]
    found = pages(*entries)
    assert set(found) == {"index", *(period_of(kind, day).name for kind in KINDS for day in days)}
    for name, view in found.items():
        if name != "index":
            assert view.entries >= 1
            assert view.period.address == f"reviews/{name}.html"


def test_a_journal_without_a_day_has_none() -> None:
    assert pages(made(None, "a.md")) == {}


def test_each_time_leads_to_those_around_it_and_within() -> None:
    found = pages(made("2026-02-27"), made("2026-03-10"), made("2025-12-31"))
    names = {
        name: [each.name for each in (*view.above, *view.within)] for name, view in found.items() if name != "index"
    }
    assert names["2026-W11"] == ["2026", "2026-03"]
    assert names["2026-03"] == ["2026", "2026-Q1", "2026-W09", "2026-W11"]
    assert names["2026-Q1"] == ["2026", "2026-02", "2026-03"]
    assert names["2026"] == ["2026-Q1", "2026-02", "2026-03"]
    # The last days of a year lie in a week of the next.
    assert names["2026-W01"] == ["2026"]
    assert names["2025-12"] == ["2025", "2025-Q4", "2026-W01"]
    assert (found["2026-03"].previous.name, found["2026-03"].next) == ("2026-02", None)


def test_the_index_has_all_of_them_once() -> None:
    index = pages(made("2026-02-27"), made("2026-03-10"), made("2025-12-31"))["index"]
    assert isinstance(index, ReviewsPage)
    assert [each.year.name for each in index.years] == ["2026", "2025"]
    assert [(of.month.name, [each.name for each in of.weeks]) for of in index.years[0].months] == [
        ("2026-01", ["2026-W01"]), ("2026-02", ["2026-W09"]), ("2026-03", ["2026-W11"]),
    ]  # fmt: skip
    assert index.years[0].months[0].month.address is None
    assert [each.name for each in index.latest] == ["2026-W11", "2026-02", "2025-Q4", "2025"]


def test_what_was_written_is_counted_and_the_words_of_private_entries_are_not() -> None:
    found = week(
        made("2026-03-09", words=120), made("2026-03-09", "b.md", words=80, private=True), made("2026-03-10", words=90)
    )
    assert (found.entries, found.days, found.words) == (3, 2, 190)


def test_the_small_hours_count_for_the_day_before() -> None:
    late = parsed("time: 2:30", path="2026-03-16.md", body="late", config=(config := Config(day_starts_at=dt.time(4))))
    assert set(pages(late, config=config)) == {"index", "2026-W11", "2026-03", "2026-Q1", "2026"}


WORDS: dict[str, Any] = {
    "title": "SECRET", "name": "SECRET", "emotions": ("SECRET",), "coping": (Coping("SECRET", 2.0, 5.0),), "wins": ("SECRET",),
    "gratitude": ("SECRET",), "thread": "SECRET", "goal": "SECRET", "matter": Matter(next="SECRET"), "starred": True,
    "sections": (Section("SECRET", "wins", ("SECRET",)),),
}  # fmt: skip


def test_of_what_may_not_be_offered_there_is_the_day_alone() -> None:
    for closed in ({"private": True}, {"resurface": False}, {"measures": LOW}):
        for name, view in pages(made("2026-03-10"), made("2026-03-11", "s.md", words=900, **WORDS, **closed)).items():
            assert "SECRET" not in repr(view), (name, closed)
            if name in ("2026-W11", "2026-03"):
                assert [link.day for link in view.closed] == [dt.date(2026, 3, 11)]
            elif name != "index":
                assert (view.closed, view.closed_entries) == ((), 1)
    assert "SECRET" in repr(week(made("2026-03-11", "s.md", **WORDS)))


def test_only_the_writers_plan_has_numbers_for_what_was_tried() -> None:
    used = (Coping("walk", 3.0, 6.0), Coping("Walk", 4.0, 4.0), Coping("wine", 8.0, 2.0), Coping("bath"))
    found = week(made("2026-03-10", coping=used), config=Config(coping_plan=("walk", "bath", "tea")))
    assert [(each.link.name.lower(), each.uses, each.n, each.before, each.after) for each in found.coping] == [
        ("walk", 2, 2, 3.5, 5.0), ("bath", 1, 0, None, None),
    ]  # fmt: skip
    assert [link.name for link in found.other_coping] == ["wine"]
    assert week(made("2026-03-10", coping=used)).coping == ()


def test_feelings_are_the_ones_named_most_the_more_pleasant_first() -> None:
    found = week(
        made("2026-03-10", emotions=("sad", "calm")),
        made("2026-03-11", emotions=("sad",)),
        made("2026-03-12", emotions=("sad",)),
    )
    assert [(each.link.name, each.entries) for each in found.feelings] == [("calm", 1), ("sad", 3)]


def test_what_went_well_comes_from_fields_and_named_headings_each_with_its_day() -> None:
    sections = (Section("Dankbar", "gratitude", ("rain", "tea")), Section("Else", "", ("no",)))
    found = week(made("2026-03-10", wins=("called",), gratitude=("rain",), sections=sections))
    assert [each.text for each in found.wins] == ["called"]
    assert [(each.text, each.link.day) for each in found.gratitude] == [
        ("rain", dt.date(2026, 3, 10)), ("tea", dt.date(2026, 3, 10)),
    ]  # fmt: skip


def test_of_many_a_few_are_told_from_the_first_to_the_last() -> None:
    found = week(made("2026-03-10", wins=tuple(str(number) for number in range(100))))
    assert len(found.wins) == 12
    assert (found.wins[0].text, found.wins[-1].text, found.wins_in_all) == ("0", "99", 100)


def test_a_thread_says_what_was_last_said_of_it() -> None:
    found = week(
        made("2026-03-09", thread="The Box", matter=Matter(status="trying", next="ring Kev")),
        made("2026-03-10", thread="the box"), made("2026-03-11", goal="Garden", matter=Matter(status="open")),
        made("2026-03-12", thread="the  box", matter=Matter(next="wait")),
    )  # fmt: skip
    assert [(each.thread.kind, each.thread.address, each.entries, each.status, each.next) for each in found.moved] == [
        ("thread", "threads/the-box.html", 3, "trying", "wait"), ("goal", "goals/garden.html", 1, "open", None),
    ]  # fmt: skip


def test_what_came_of_a_step_ends_it_and_nothing_is_next_once_a_thread_is_resolved() -> None:
    wanted = made("2026-03-09", thread="Box", matter=Matter(status="trying", next="ring Kev"))
    rang = made("2026-03-10", thread="Box", matter=Matter(outcome="rang him"))
    over = made("2026-03-11", thread="Box", matter=Matter(status="resolved", outcome="kept", next="dust it"))
    assert [(each.status, each.next) for each in week(wanted).moved] == [("trying", "ring Kev")]
    assert [(each.status, each.next) for each in week(wanted, rang).moved] == [("trying", None)]
    assert [(each.status, each.next) for each in week(wanted, over).moved] == [("resolved", None)]


def test_the_longest_is_told_of_three_and_the_most_linked_of_two_links() -> None:
    see = "See [[2026-03-09]]."
    entries = [parsed(path=f"2026-03-{day:02}.md", body=see + " word" * day * 9) for day in (10, 11)]
    found = week(parsed(path="2026-03-09.md", body="One."), *entries)
    assert found.longest is not None
    assert found.longest.day == dt.date(2026, 3, 11)
    assert found.most_linked is not None
    assert (found.most_linked.day, found.links) == (dt.date(2026, 3, 9), 2)
    fewer = week(parsed(path="2026-03-09.md", body="One."), entries[0])
    assert (fewer.longest, fewer.most_linked) == (None, None)


def test_a_hard_time_is_asked_gently() -> None:
    gentle = {each.text for each in shipped_questions() if each.gentle}
    days = [made(f"2026-{month:02}-10", measures=LOW) for month in range(1, 3)]
    for name, view in pages(*days).items():
        if name != "index":
            assert set(view.questions) <= gentle, name


ON_THE_PAGE = ("title", "words", "emotions", "coping", "wins", "gratitude", "thread", "goal", "matter", "starred", "private",
               "resurface", "sections", "time", "measures")  # fmt: skip


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_page_whose_digest_is_the_same_shows_the_same(data: st.DataObject) -> None:
    """A page is drawn only where its digest is another: what it draws may depend on nothing else."""
    values: dict[str, st.SearchStrategy[Any]] = {
        "title": st.sampled_from(["", "a"]), "words": st.sampled_from([0, 40, 44, 900]),
        "emotions": st.sampled_from([(), ("sad",)]), "coping": st.sampled_from([(), (Coping("walk", 1.0, 2.0),)]),
        "wins": st.sampled_from([(), ("w",)]), "gratitude": st.sampled_from([(), ("g",)]), "thread": st.sampled_from([None, "t"]),
        "goal": st.sampled_from([None, "g"]), "matter": st.sampled_from([Matter(), Matter(status="open", next="n")]),
        "starred": st.booleans(), "private": st.booleans(), "resurface": st.booleans(),
        "sections": st.sampled_from([(), (Section("h", "wins", ("s",)),)]), "time": st.sampled_from([None, dt.time(8)]),
        "measures": st.sampled_from([(), LOW, (Measure("mood", 8.0),)]),
    }  # fmt: skip
    assert set(values) == set(ON_THE_PAGE)
    drawn = {name: data.draw(each) for name, each in values.items()}
    field = data.draw(st.sampled_from(ON_THE_PAGE))
    changed = drawn | {field: data.draw(values[field])}
    beside = made("2026-03-11", "b.md", emotions=("Sad",), words=100)
    one, other = (plan(made("2026-03-10", "a.md", **each), beside) for each in (drawn, changed))
    before = {outline.path: outline for outline in one.outlines}
    for outline in other.outlines:
        known = before.get(outline.path)
        if outline.path.startswith("reviews/") and known and known.digest == outline.digest:
            assert asdict(one.page(known).view) == asdict(other.page(outline).view)
