from __future__ import annotations

from dataclasses import replace

import pytest

from journalgen.analysis.patterns.values import CopingChange, MetricLevel
from journalgen.model.config import Quiet
from journalgen.model.entry import Coping, Entry, Measure
from journalgen.plan.figures.letter import CopingSentence, LevelSentence, NothingSentence, PatternSentence, Sentence
from tests.parse.entries import made
from tests.plan.figures.journals import CONFIG, pages, pattern, patterns

ENTRIES = [
    made(
        "2026-03-13", tags=("deadline", "walk", "sun"), coping=(Coping("Walk", 4.0, 6.0), Coping("wine", 3.0, 6.0)),
        measures=(Measure("anxiety", 4.0), Measure("mood", 5.0)),
    )
]  # fmt: skip
LOWER = {"estimate": -1.0, "low": -1.5, "high": -0.5}


def letter(*args: object, **kwargs: object) -> tuple[Sentence, ...]:
    sentences: tuple[Sentence, ...] = pages(ENTRIES, *args, **kwargs)["patterns/index.html"].sentences  # type: ignore[arg-type]
    return sentences


def kinds(sentences: tuple[Sentence, ...]) -> list[str]:
    return [each.kind for each in sentences]


def level(change: float, low: float, high: float, metric: str = "mood") -> MetricLevel:
    return MetricLevel(metric, 200, 6.0, 6.0, change, low, high)


def test_better_days_come_first_and_what_was_harder_last() -> None:
    found = patterns(
        pattern("deadline"), pattern("walk", **LOWER), pattern("sun", p=0.01, **LOWER), pattern("sun", metric="steps"),
        pattern("walk", metric="mood", shown=False),
        coping=[CopingChange("walk", "walk", 9, 9, 2.0, 1.0, 3.0, 1.1, 34)],
        metrics=[level(0.5, 0.1, 0.9)],
    )  # fmt: skip
    sentences = letter(found, replace(CONFIG, coping_plan=("walk",)))
    assert kinds(sentences) == ["pattern", "pattern", "coping", "level", "pattern"]
    towards = [each.pattern.towards for each in sentences if isinstance(each, PatternSentence)]
    assert towards == ["better", "better", "harder"]
    assert len(sentences) <= 7


def test_each_sentence_leads_to_a_page_that_is_there() -> None:
    found = patterns(
        pattern("walk", **LOWER), pattern("walk", metric="mood"), metrics=[level(0.5, 0.1, 0.9)],
        coping=[CopingChange("walk", "walk", 9, 9, 2.0, 1.0, 3.0, None, 0)],
    )  # fmt: skip
    site = pages(ENTRIES, found, replace(CONFIG, coping_plan=("walk",)))
    sentences = site["patterns/index.html"].sentences
    assert len(sentences) >= 3
    assert all(each.address.partition("#")[0] in site for each in sentences)


def test_only_what_stands_in_the_plan_is_offered() -> None:
    changes = [CopingChange("wine", "wine", 30, 30, 3.0, 2.0, 4.0, None, 0)]
    assert kinds(letter(patterns(coping=changes))) == []
    assert kinds(letter(patterns(coping=changes), replace(CONFIG, coping_plan=("walk",)))) == []
    (sentence,) = letter(patterns(coping=changes), replace(CONFIG, coping_plan=("Wine",)))
    assert isinstance(sentence, CopingSentence)


def test_what_may_not_be_offered_is_in_no_sentence() -> None:
    config = replace(CONFIG, quiet=(Quiet(tags=("deadline",)),))
    assert letter(patterns(pattern("deadline"), pattern("walk")), config) == ()


@pytest.mark.parametrize(
    ("change", "metric", "harder"),
    [
        ((-0.6, -1.0, -0.2), "mood", True),
        ((0.6, 0.2, 1.0), "mood", False),
        ((-0.6, -1.4, 0.2), "mood", False),
        ((0.6, 0.2, 1.0), "anxiety", True),
        ((-0.6, -1.0, -0.2), "steps", False),
    ],
)
def test_a_clear_change_the_harder_way_is_known(change: tuple[float, float, float], metric: str, harder: bool) -> None:
    made_up = pattern("walk", metric=metric, shown=False, first_shown=None, since=None)
    sentences = letter(patterns(made_up, metrics=[level(*change, metric=metric)]))
    (told,) = [each for each in sentences if isinstance(each, LevelSentence)]
    assert told.harder is harder


def test_nothing_is_told_as_nothing_and_only_where_something_was_compared() -> None:
    (sentence,) = letter(patterns(pattern(shown=False, first_shown=None, since=None)))
    assert isinstance(sentence, NothingSentence)
    assert (sentence.tests, sentence.days) == (1, 212)
    assert letter(patterns()) == ()


def test_feelings_of_entries_that_stay_closed_do_not_count() -> None:
    def felt(day: str, *emotions: str, mood: float = 6.0) -> Entry:
        return made(day, emotions=emotions, measures=(Measure("mood", mood),))

    entries = [
        felt("2026-03-01", "calm", "tired"),
        felt("2026-03-02", "tired"),
        felt("2026-03-03", "worried", mood=1.0),
    ]
    entries += [felt(f"2026-03-{day}", "worried", mood=1.0) for day in range(10, 15)]
    (sentence,) = pages(entries, patterns())["patterns/index.html"].sentences
    assert [link.name for link in sentence.feelings] == ["calm", "tired"]
    assert sentence.address == "patterns/feelings.html"
