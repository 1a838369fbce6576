from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.threads import Thread, threads
from journalgen.model.config import Alias, Config
from journalgen.model.entry import Entry, Matter, Step
from journalgen.parse.journal import assemble
from tests.parse.entries import made


def on(day: int, name: str = "sleep", kind: str = "thread", **says: Any) -> Entry:
    names: dict[str, Any] = {kind: name}
    return made(f"2026-03-{day:02}", matter=Matter(**says), **names)


def of(*entries: Entry, config: Config | None = None) -> list[Thread]:
    return list(threads(assemble(config or Config(), entries)))


def days(entries: Any) -> list[int | None]:
    return [entry.day.day if entry.day else None for entry in entries]


def test_spellings_that_differ_in_case_or_spaces_are_one_thread_under_the_most_frequent() -> None:
    (found,) = of(on(1, "Sleep"), on(2, "sleep"), on(3, "sleep"), on(4, " sleep\n"))
    assert (found.name, found.kind, days(found.entries)) == ("sleep", "thread", [1, 2, 3, 4])


@pytest.mark.parametrize("kind", ["*", "threads"])
def test_aliases_make_two_names_one_thread(kind: str) -> None:
    config = Config(aliases=(Alias(kind, "nights", "sleep"),))
    (found,) = of(on(1, "nights"), on(2, "nights"), on(3, "sleep"), config=config)
    assert (found.name, days(found.entries)) == ("sleep", [1, 2, 3])


def test_a_thread_and_a_goal_of_one_name_are_two() -> None:
    found = of(made("2026-03-01", thread="sleep", goal="sleep", matter=Matter("trying", next="tea")))
    assert [(each.kind, each.name, each.status) for each in found] == [
        ("thread", "sleep", "trying"),
        ("goal", "sleep", "trying"),
    ]


def test_a_thread_stands_as_its_writer_says_and_no_other_way() -> None:
    assert of(on(1), on(2))[0].status is None
    assert of(on(1, next="tea"))[0].status is None
    assert of(on(1, status="open"), on(2))[0].status == "open"


def test_the_newest_that_says_so_counts_also_where_it_goes_back() -> None:
    (found,) = of(
        on(1, status="open"), on(2, status="trying"), on(3, status="trying"), on(4, status="resolved"),
        on(5, status="open"), on(6),
    )  # fmt: skip
    assert [(each.status, each.entry.day and each.entry.day.day) for each in found.standings] == [
        ("open", 1), ("trying", 2), ("resolved", 4), ("open", 5),
    ]  # fmt: skip
    assert found.status == "open"


def test_an_entry_without_a_day_counts_only_where_no_other_says_anything() -> None:
    loose = made(None, "n.md", thread="sleep", matter=Matter("resolved", next="rest"))
    assert of(loose, on(1))[0].status == "resolved"
    (found,) = of(loose, on(1, status="open", next="tea"))
    assert (found.status, found.next and found.next.text) == ("open", "tea")
    assert days(found.entries) == [1, None]


def test_options_add_up_once_each_and_what_comes_next_is_one_of_them() -> None:
    (found,) = of(
        on(1, options=("tea", "a walk")), on(2, options=("Tea.", "earplugs"), next="A walk"), on(3, next="a bath")
    )
    assert [(each.what, days(each.named), each.taken and each.taken.day and each.taken.day.day) for each in found.ideas] == [
        ("tea", [1, 2], None), ("a walk", [1, 2], 2), ("earplugs", [2], None), ("a bath", [3], 3),
    ]  # fmt: skip


def came(found: Thread) -> dict[str, list[str]]:
    return {each.what: [said.text for said in each.came] for each in found.ideas}


def test_an_outcome_is_that_of_what_was_to_come_next_and_then_nothing_is_to_come() -> None:
    (found,) = of(on(1, options=("tea", "a walk"), next="tea"), on(3, outcome="no difference"))
    assert came(found) == {"tea": ["no difference"], "a walk": []}
    assert found.next is None


def test_an_entry_may_say_what_came_of_the_last_and_what_comes_next() -> None:
    (found,) = of(on(1, next="tea"), on(3, outcome="no difference", next="a walk"))
    assert came(found) == {"tea": ["no difference"], "a walk": []}
    assert found.next
    assert found.next.text == "a walk"


def test_an_outcome_beside_an_option_that_is_named_again_is_that_options() -> None:
    (found,) = of(on(1, options=("tea", "a walk"), next="tea"), on(3, options=("A walk",), outcome="slept"))
    assert came(found) == {"tea": [], "a walk": ["slept"]}
    assert found.next
    assert found.next.text == "tea"


def test_with_resolved_an_outcome_is_that_of_the_whole_and_nothing_is_to_come() -> None:
    (found,) = of(on(1, status="open", next="tea"), on(3, status="resolved", outcome="a new mattress"))
    assert came(found) == {"tea": []}
    assert (found.next, found.outcome and found.outcome.text) == (None, "a new mattress")


def test_the_steps_of_a_goal_add_up_and_what_was_done_stays_done() -> None:
    first, second = Step("find the number", False), Step("ring them", False)
    (found,) = of(
        on(1, kind="goal", steps=(first, second)),
        on(2, kind="goal", steps=(Step("Find the number", True), Step("go", False))),
        on(3, kind="goal", steps=(first,)),
    )
    assert [(each.what, each.done and each.done.day and each.done.day.day) for each in found.stages] == [
        ("find the number", 2), ("ring them", None), ("go", None),
    ]  # fmt: skip


def test_two_entries_of_a_day_count_in_their_order() -> None:
    later = made("2026-03-01", "2026-03-01-b.md", thread="sleep", matter=Matter("trying"))
    assert of(later, on(1, status="open"))[0].status == "trying"


SAYS = st.builds(
    Matter,
    st.sampled_from([None, "open", "trying", "resting", "resolved"]),
    st.sampled_from([None, "tea", "Tea", "walk"]),
    st.lists(st.sampled_from(["tea", "TEA.", "walk", "bath"]), max_size=3).map(tuple),
    st.sampled_from([None, "better"]),
    st.lists(st.builds(Step, st.sampled_from(["ring", "Ring", "go"]), st.booleans()), max_size=3).map(tuple),
)


@given(st.lists(SAYS, min_size=1, max_size=12))
@settings(deadline=None)
def test_nothing_that_was_said_is_lost(said: list[Matter]) -> None:
    entries = [made(f"2026-03-{day:02}", goal="g", matter=matter) for day, matter in enumerate(said, 1)]
    (found,) = of(*entries)
    ideas = {each.what.casefold().rstrip(".") for each in found.ideas}
    assert ideas == {
        what.casefold().rstrip(".") for each in said for what in (*each.options, *filter(None, [each.next]))
    }
    done = {each.what.casefold() for each in found.stages if each.done}
    assert done == {step.what.casefold() for each in said for step in each.steps if step.done}
    assert found.status == next((each.status for each in reversed(said) if each.status), None)
    assert (found.outcome and found.outcome.text) == next(
        (each.outcome for each in reversed(said) if each.outcome), None
    )


def test_ten_thousand_entries_in_two_thousand_threads_take_no_time() -> None:
    entries = [
        made(f"{2000 + number // 365}-01-01", f"{number}.md", thread=f"thread {number % 2000}", matter=Matter("open", "tea"))
        for number in range(10_000)
    ]  # fmt: skip
    journal = assemble(Config(), entries)
    start = time.process_time()
    assert len(threads(journal)) == 2000
    assert time.process_time() - start < 1
