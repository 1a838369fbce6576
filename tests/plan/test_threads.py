from __future__ import annotations

import datetime as dt
import time
from typing import Any

import pytest

from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Entry, Matter, Measure, Step
from journalgen.parse.journal import assemble
from journalgen.plan.site import Plan
from journalgen.plan.threads.moods import MoodOfEntry, moods_along
from journalgen.plan.threads.views import ThreadPage, ThreadsPage
from tests.parse.entries import made
from tests.plan.test_site import TODAY, changed, site

LOW = (Measure("mood", 1.0),)


def on(day: int, thread: str | None = "sleep", goal: str | None = None, **says: Any) -> Entry:
    return made(f"2026-03-{day:02}", thread=thread, goal=goal, matter=Matter(**says), opening="It begins.")


def quiet(day: int, **says: Any) -> Entry:
    return made(
        f"2026-03-{day:02}", thread="sleep", matter=Matter(**says), title="SECRET", opening="SECRET", measures=LOW
    )


def index(*entries: Entry) -> ThreadsPage:
    found = site(*entries)["threads/index.html"].view
    assert isinstance(found, ThreadsPage)
    return found


def thread(*entries: Entry, at: str = "threads/sleep.html", **options: Any) -> ThreadPage:
    found = site(*entries, **options)[at].view
    assert isinstance(found, ThreadPage)
    return found


def home(*entries: Entry, today: dt.date = TODAY) -> Any:
    return site(*entries, today=today)["index.html"].view


def names(found: tuple[Any, ...]) -> list[str]:
    return [each.name for each in found]


def test_without_threads_there_is_no_page_of_them() -> None:
    pages = site(made("2026-03-01"))
    assert not [path for path in pages if path.startswith(("threads/", "goals/"))]
    view: Any = pages["browse.html"].view
    assert view.threads is None


def test_what_is_open_stands_first_then_what_rests_then_what_is_only_kept_and_the_resolved() -> None:
    page = index(
        on(1, "done", status="resolved", outcome="a new mattress"), on(2, "sleep", status="open"),
        on(3, "noise", status="trying", next="ring them"), on(4, "the van", status="resting"), on(5, "the move"),
        on(6, "tea", next="buy some"), on(7, None, "run", steps=(Step("shoes", done=False),)),
        on(8, None, "walk", steps=(Step("boots", done=True),)),
    )  # fmt: skip
    assert names(page.open) == ["run", "tea", "noise", "sleep"]
    assert names(page.resting) == ["the van"]
    assert names(page.gathered) == ["the move", "walk"]
    assert names(page.resolved) == ["done"]
    assert [each.next and each.next.text for each in page.open] == [None, "buy some", "ring them", None]
    assert page.open[0].step == "shoes"
    assert page.resolved[0].outcome
    assert page.resolved[0].outcome.text == "a new mattress"


def test_a_thread_and_a_goal_of_one_name_have_two_pages() -> None:
    pages = site(on(1, "sleep", "sleep"))
    assert {"threads/sleep.html", "goals/sleep.html"} <= set(pages)


def test_the_story_is_in_order_and_says_where_it_turns() -> None:
    page = thread(
        on(3, status="open"), on(1, status="open", next="tea"), on(2, outcome="no difference"),
        made(None, "n.md", thread="sleep", title="A note"),
    )  # fmt: skip
    told = [(each.row.link.day and each.row.link.day.day, each.status, each.next, each.outcome) for each in page.story]
    assert told == [(1, "open", "tea", None), (2, None, None, "no difference"), (3, None, None, None)]
    assert [each.row.link.title for each in page.undated] == ["A note"]


def test_of_a_closed_entry_the_day_stands_in_the_story_and_how_things_stood_from_it_on() -> None:
    page = thread(on(1, status="open"), quiet(2, status="trying", next="SECRET", outcome="SECRET", options=("SECRET",)))
    assert "SECRET" not in repr(page)
    assert page.story[1].closed
    assert page.standing
    assert (page.standing.status, page.standing.link.day) == ("trying", dt.date(2026, 3, 2))
    assert page.next
    assert (page.next.text, page.next.link.address) == (None, "2026/03/02.html")
    assert [link.day for link in page.closed] == [dt.date(2026, 3, 2)]


def test_an_idea_that_an_open_entry_names_too_may_be_said() -> None:
    page = thread(quiet(1, options=("tea", "SECRET"), next="tea"), on(2, options=("tea",)))
    assert [each.what for each in page.ideas] == ["tea"]
    assert "SECRET" not in repr(page)


def test_what_came_of_something_stays_closed_with_its_entry() -> None:
    (idea,) = thread(on(1, next="tea"), quiet(2, outcome="SECRET")).ideas
    assert [(said.text, said.link.day and said.link.day.day) for said in idea.came] == [(None, 2)]


def test_of_a_private_entry_nothing_is_said() -> None:
    private = made(
        "2026-03-02", thread="sleep", private=True, title="SECRET", opening="SECRET",
        measures=(Measure("mood", 7.0),), matter=Matter("resolved", outcome="SECRET", options=("SECRET",)),
    )  # fmt: skip
    page, found = thread(on(1, status="open"), private), index(on(1, status="open"), private)
    assert "SECRET" not in repr(page) + repr(found)
    assert page.story[1].row.mood is None


def test_the_steps_of_a_goal_say_on_which_day_they_were_done() -> None:
    page = thread(
        on(1, None, "quiet", steps=(Step("find the number", done=False), Step("ring them", done=False))),
        on(2, None, "quiet", steps=(Step("find the number", done=True),)),
        at="goals/quiet.html",
    )
    assert [(step.what, step.done and step.done.day) for step in page.steps] == [
        ("find the number", dt.date(2026, 3, 2)), ("ring them", None),
    ]  # fmt: skip


def test_an_entry_leads_to_its_thread_and_to_the_ones_before_and_after_it_by_their_days() -> None:
    entries = (on(1), made("2026-03-02", thread="Sleep", goal="rest", title="Title"), on(3), made("2026-03-04"))
    pages = site(*entries)
    view: Any = pages["2026/03/02.html"].view
    told = [
        (each.kind, each.name, each.address, each.previous and each.previous.day, each.next and each.next.day)
        for each in view.threads
    ]
    assert told == [
        ("thread", "sleep", "threads/sleep.html", dt.date(2026, 3, 1), dt.date(2026, 3, 3)),
        ("goal", "rest", "goals/rest.html", None, None),
    ]
    after: Any = pages["2026/03/03.html"].view
    assert "Title" not in repr(after.threads)
    assert pages["2026/03/04.html"].view.threads == ()  # type: ignore[attr-defined]


def test_home_has_one_next_step_the_newest_for_four_weeks() -> None:
    entries = (
        on(1, "sleep", next="tea"),
        on(3, "noise", next="ring them"),
        on(5, "the van", status="resting", next="x"),
    )
    step = home(*entries).next_step
    assert (step.text, step.name, step.address) == ("ring them", "noise", "threads/noise.html")
    assert home(*entries, today=dt.date(2026, 3, 31)).next_step.text == "ring them"
    assert home(*entries, today=dt.date(2026, 4, 1)).next_step is None
    assert home(*entries, today=dt.date(2026, 3, 2)).next_step.text == "tea"


def test_home_has_none_of_a_thread_with_an_entry_that_may_not_be_offered() -> None:
    assert home(quiet(1), on(2, next="tea")).next_step is None


def test_only_threads_with_an_entry_that_may_be_offered_are_suggested() -> None:
    entries = (quiet(1), on(2, "noise"), on(3, "noise"), on(4, "tea"))
    view: Any = site(*entries)["browse.html"].view
    assert [(each.link.name, each.entries) for each in view.threads] == [("noise", 2), ("tea", 1)]


def test_an_edited_text_changes_no_page_of_a_thread_and_an_edited_title_only_its_own() -> None:
    others = [on(1), on(3)]
    before = site(*others, made("2026-03-02", thread="sleep", title="One"))
    body = site(*others, made("2026-03-02", thread="sleep", title="One", body=b"y" * 16, plain=b"y" * 16))
    assert changed(before, body) == {"2026/03/02.html"}
    title = changed(before, site(*others, made("2026-03-02", thread="sleep", title="Two")))
    assert "threads/sleep.html" in title
    assert "threads/index.html" not in title


def moods(*values: tuple[int, float]) -> tuple[MoodOfEntry, ...]:
    return tuple(MoodOfEntry(dt.date(2026, 3, day), value, f"{day}.html") for day, value in values)


MOOD = MetricConfig("mood", min=1, max=10)


def test_the_moods_along_it_are_a_dot_a_day_and_two_are_no_course() -> None:
    assert moods_along(moods((1, 4), (2, 5)), MOOD) is None
    found = moods_along(moods((1, 4), (2, 5), (2, 8), (9, 6)), MOOD)
    assert found
    assert [(each.day.day, each.value, each.address) for each in found.days] == [
        (1, 4, "1.html"), (2, 6.5, "2.html"), (9, 6, "9.html"),
    ]  # fmt: skip
    assert found.several
    assert found.chart.dots.count("M") == 3


def test_moods_of_private_entries_are_no_dots_and_those_of_low_days_are() -> None:
    entries = [made(f"2026-03-{day:02}", thread="sleep", measures=(Measure("mood", 5.0),)) for day in (1, 2, 3)]
    private = made("2026-03-04", thread="sleep", measures=(Measure("mood", 9.0),), private=True)
    found = thread(*entries, private, quiet(5)).moods
    assert found
    assert [each.day.day for each in found.days] == [1, 2, 3, 5]


def test_with_figures_put_away_for_good_there_is_no_picture() -> None:
    entries = [made(f"2026-03-{day:02}", thread="sleep", measures=(Measure("mood", 5.0),)) for day in (1, 2, 3)]
    assert thread(*entries, config=Config(figures=False)).moods is None


@pytest.mark.parametrize("name", ["..", "con", "x" * 300, "☂", "index", "a/b", "a\nb", "CON.md"])
def test_any_name_has_a_page(name: str) -> None:
    pages = site(on(1, name, name))
    assert len([path for path in pages if path.startswith("threads/") and path != "threads/index.html"]) == 1
    assert len([path for path in pages if path.startswith("goals/")]) == 1
    assert index(on(1, name)).gathered[0].name == " ".join(name.split())


def test_a_secret_hides_names_in_addresses() -> None:
    pages = site(on(1, "mam"), config=Config(plain_names=True), secret=b"key")
    assert not [path for path in pages if "mam" in path]


def test_two_thousand_threads_of_one_entry_take_no_time() -> None:
    day = dt.date(1990, 1, 1)
    entries = [
        made((day + dt.timedelta(number)).isoformat(), thread=f"thread {number % 2000}") for number in range(10_000)
    ]
    plan = Plan(assemble(Config(), entries), TODAY)
    rows = plan._rows
    start = time.process_time()
    assert len(dict(plan._threads.pages(rows))) == 2001
    assert time.process_time() - start < 2
