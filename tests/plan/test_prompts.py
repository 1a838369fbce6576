from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Entry, Measure
from journalgen.model.prompts import Prompt
from journalgen.parse.journal import assemble
from journalgen.plan.site import Plan
from journalgen.plan.views import Answers, PromptLink, PromptsPage, PromptView
from tests.parse.entries import made

TODAY = dt.date(2026, 3, 15)
WAIT = Prompt("can-wait", "stress", "gentle", "line", "What can wait?", ("Was kann warten?",))
MINE = Prompt("own-1", "The tower", "gentle", "free", "What did the ropes do?", own=True)
DEEP = Prompt("deep", "play", "deep", "letter", "Write to your anger.")


def views(*entries: Entry, prompts: tuple[Prompt, ...] = (WAIT, MINE), config: Config | None = None) -> dict[str, Any]:
    plan = Plan(assemble(config or Config(), entries), TODAY, prompts=(lambda: prompts, b""))
    return {outline.path: plan.page(outline).view for outline in plan.outlines}


def page(*entries: Entry, **options: Any) -> PromptsPage:
    found = views(*entries, **options)["prompts/index.html"]
    assert isinstance(found, PromptsPage)
    return found


def shown(*entries: Entry, **options: Any) -> dict[str, PromptView]:
    return {each.text: each for theme in page(*entries, **options).themes for each in theme.prompts}


def answers(*entries: Entry, **options: Any) -> Answers:
    found = shown(*entries, **options)["What can wait?"].answers
    assert found
    return found


def mood(value: float) -> tuple[Measure, ...]:
    return (Measure("mood", value),)


@pytest.mark.parametrize(
    "written",
    ["can-wait", "Can-Wait", "What can wait?", " what  CAN wait?", "Was kann warten?"],
)
def test_an_entry_answers_by_id_or_by_words_in_any_language(written: str) -> None:
    assert [link.address for link in answers(made("2026-03-14", prompt=written)).links] == ["2026/03/14.html"]


def test_quotes_of_any_shape_are_one() -> None:
    curly = Prompt("x", "play", "gentle", "free", "Begin with “It wasn’t me”.")
    entry = made("2026-03-14", prompt='Begin with "It wasn\'t me".')
    assert shown(entry, prompts=(curly,))[curly.text].answers


def test_themes_come_in_order_the_writer_s_after_journalgen_s() -> None:
    loose = Prompt("own-2", "own", "gentle", "free", "Anything?", own=True)
    found = page(made(prompt="Something else?"), prompts=(MINE, loose, DEEP, WAIT))
    assert [each.theme for each in found.themes] == ["stress", "play", "The tower", "own"]
    assert [each.text for each in found.themes[-1].prompts] == ["Anything?", "Something else?"]


def test_a_question_that_only_entries_have_stands_once_as_the_newest_has_it() -> None:
    found = shown(made("2026-03-01", prompt="why  rain?"), made("2026-03-02", prompt="Why rain?"))["Why rain?"]
    assert (found.depth, found.form) == (None, None)
    assert found.answers
    assert [link.address for link in found.answers.links] == ["2026/03/02.html", "2026/03/01.html"]


def test_entries_that_may_not_be_offered_are_their_day_alone() -> None:
    low = made("2026-03-13", title="SECRET", prompt="can-wait", measures=mood(1))
    found = answers(made("2026-03-14", prompt="can-wait"), low)
    assert [link.address for link in found.closed] == ["2026/03/13.html"]
    assert "SECRET" not in repr(found)


def test_a_question_of_closed_entries_alone_is_not_said() -> None:
    secret = made("2026-03-13", prompt="Where did SECRET go?", private=True)
    found = views(secret, made("2026-03-14"))
    assert "SECRET" not in repr(found["prompts/index.html"])
    assert [link.address for link in found["prompts/index.html"].closed] == ["2026/03/13.html"]
    assert found["2026/03/13.html"].prompt == PromptLink("Where did SECRET go?", None)


def test_how_long_and_in_what_mood_is_counted_over_what_may_be_offered_from_two_on() -> None:
    one = made("2026-03-12", prompt="can-wait", words=80, measures=mood(5))
    two = made("2026-03-13", prompt="can-wait", words=200, measures=mood(8))
    low = made("2026-03-14", prompt="can-wait", words=900, measures=mood(1))
    bare = made("2026-03-11", prompt="can-wait", words=100)
    assert (answers(one).words, answers(one).mood, answers(one).moods) == (None, None, 0)
    assert (answers(one, low).words, answers(one, low).mood) == (None, None)
    found = answers(one, two, low, bare)
    assert (found.words, found.moods) == (130, 2)
    assert found.mood
    assert found.mood.text == "6.5"


def test_without_figures_nothing_is_counted() -> None:
    entries = [made(f"2026-03-1{day}", prompt="can-wait", words=80, measures=mood(5)) for day in (2, 3)]
    found = answers(*entries, config=Config(figures=False))
    assert (found.words, found.mood, len(found.links)) == (None, None, 2)


@pytest.mark.parametrize(
    ("written", "text"), [("can-wait", "What can wait?"), ("Was kann warten?", "Was kann warten?"), ("Else?", "Else?")]
)
def test_an_entry_leads_to_its_prompt(written: str, text: str) -> None:
    found = views(made("2026-03-14", prompt=written))
    link = found["2026/03/14.html"].prompt
    anchors = {each.anchor for theme in found["prompts/index.html"].themes for each in theme.prompts}
    assert link.text == text
    assert link.address.partition("#")[0] == "prompts/index.html"
    assert link.address.partition("#")[2] in anchors


def test_no_two_prompts_have_one_place() -> None:
    found = page(made(prompt="can wait"), prompts=(WAIT, MINE, Prompt("own-2", "own", "deep", "free", "x", own=True)))
    anchors = [each.anchor for theme in found.themes for each in theme.prompts]
    assert len(set(anchors)) == len(anchors) == 4


def test_home_has_the_day_s_unless_the_writer_wants_none() -> None:
    assert views(made("2026-03-14"), prompts=(WAIT,))["index.html"].prompt == PromptLink(
        "What can wait?", "prompts/index.html#prompt-can-wait"
    )
    hidden = views(made("2026-03-14"), config=Config(prompts_show=False))
    assert hidden["index.html"].prompt is None
    assert "prompts/index.html" in hidden


@pytest.mark.parametrize(
    ("value", "quiet_below", "is_asked"), [(2.0, None, False), (7.0, None, True), (4.0, 5.0, False), (1.0, False, True)]
)
def test_after_a_low_day_home_has_no_deep_one(value: float, quiet_below: Any, is_asked: bool) -> None:
    found = views(made("2026-03-14", measures=mood(value)), prompts=(DEEP,), config=Config(quiet_below=quiet_below))
    assert (found["index.html"].prompt is not None) is is_asked


def test_the_scale_of_mood_is_the_writer_s() -> None:
    config = Config(metrics=(MetricConfig("mood", min=0, max=5),))
    found = views(made("2026-03-14", measures=mood(1)), prompts=(DEEP,), config=config)
    assert found["index.html"].prompt is None


def test_without_prompts_there_is_no_page_of_them() -> None:
    plan = Plan(assemble(Config(), [made("2026-03-14", prompt="Why?")]), TODAY)
    outlines = {outline.path: outline for outline in plan.outlines}
    assert "prompts/index.html" not in outlines
    view: Any = plan.page(outlines["2026/03/14.html"]).view
    assert view.prompt == PromptLink("Why?", None)
