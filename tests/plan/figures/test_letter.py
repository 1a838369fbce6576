from __future__ import annotations

import pytest
from msgspec.structs import replace

from journalgen.analysis.figures import Figures
from journalgen.analysis.patterns.values import CopingChange, MetricLevel
from journalgen.model.config import Config, Quiet
from journalgen.model.entry import Coping, Entry, Measure, Score
from journalgen.plan.figures import letter as letter_of
from journalgen.plan.figures.letter import (
    CopingSentence,
    LevelSentence,
    NothingSentence,
    PatternSentence,
    ScaleSentence,
    Sentence,
)
from tests.parse.entries import made
from tests.plan.figures.journals import CONFIG, pages, pattern, patterns

ENTRIES = [
    made(
        "2026-03-13", tags=("deadline", "walk", "sun"), coping=(Coping("Walk", 4.0, 6.0), Coping("wine", 3.0, 6.0)),
        measures=(Measure("anxiety", 4.0), Measure("mood", 5.0)),
    )
]  # fmt: skip
LOWER = {"estimate": -1.0, "low": -1.5, "high": -0.5}


def letter(figures: Figures, config: Config = CONFIG) -> tuple[Sentence, ...]:
    """Return the sentences, without that of the rhythm."""
    sentences: tuple[Sentence, ...] = pages(ENTRIES, figures, replace(config, rhythm=False))[
        "patterns/index.html"
    ].sentences
    return sentences


def kinds(sentences: tuple[Sentence, ...]) -> list[str]:
    return [each.kind for each in sentences]


def level(change: float, low: float, high: float, metric: str = "mood") -> MetricLevel:
    return MetricLevel(metric, 200, 6.0, 6.0, change, low, high)


def test_better_days_come_first_and_what_was_harder_after_them() -> None:
    found = patterns(
        pattern("deadline"), pattern("walk", **LOWER), pattern("sun", p=0.01, **LOWER), pattern("sun", metric="steps"),
        pattern("walk", metric="mood", shown=False),
        coping=[CopingChange("walk", "walk", 9, 9, 2.0, 1.0, 3.0, 1.1, 34)],
        metrics=[level(0.5, 0.1, 0.9)],
    )  # fmt: skip
    sentences = letter(found, replace(CONFIG, coping_plan=("walk",)))
    assert kinds(sentences) == ["pattern", "level", "coping", "pattern"]
    towards = [each.pattern.towards for each in sentences if isinstance(each, PatternSentence)]
    assert towards == ["better", "harder"]


def test_a_letter_has_seven_sentences_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_of, "_SENTENCES", (*letter_of._SENTENCES,) * 3)
    found = patterns(pattern("deadline"), pattern("walk", **LOWER), pattern("walk", metric="mood", shown=False))
    assert len(letter(found)) == 6
    monkeypatch.setattr(letter_of, "_SENTENCES", (*letter_of._SENTENCES,) * 2)
    assert len(letter(found)) == 7


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
    (sentence,) = pages(entries, patterns(), replace(CONFIG, rhythm=False))["patterns/index.html"].sentences
    assert [link.name for link in sentence.feelings] == ["calm", "tired"]
    assert sentence.address == "patterns/feelings.html"


def test_the_rhythm_comes_first_where_the_writer_wants_it() -> None:
    (sentence,) = pages(ENTRIES, patterns())["patterns/index.html"].sentences
    assert (sentence.kind, sentence.days, sentence.of, sentence.address) == ("rhythm", 1, 28, "patterns/rhythm.html")


def scored(*scores: Score | tuple[Score, float]) -> ScaleSentence | None:
    entries = []
    for day, each in enumerate(scores, start=1):
        score, mood = each if isinstance(each, tuple) else (each, 6.0)
        entries.append(made(f"2026-03-{day:02}", scores=(score,), measures=(Measure("mood", mood),)))
    sentences = pages(entries, patterns(), replace(CONFIG, rhythm=False))["patterns/index.html"].sentences
    found = [each for each in sentences if isinstance(each, ScaleSentence)]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("first", "last", "way", "beyond", "harder"),
    [
        (14, 6, -1, True, False),
        (14, 12, -1, False, False),
        (6, 14, 1, True, True),
        (6, 8, 1, False, False),
        (6, 6, 0, False, False),
    ],
)
def test_a_questionnaire_is_told_by_its_change_alone(
    first: int, last: int, way: int, beyond: bool, harder: bool
) -> None:
    told = scored(Score("phq9", first), Score("phq9", 27), Score("phq9", last))
    assert told is not None
    assert (told.label, told.by, told.way, told.beyond, told.harder) == (
        "PHQ-9",
        abs(last - first),
        way,
        beyond,
        harder,
    )
    assert told.address == "scales/phq9.html"


def test_a_score_of_an_entry_that_stays_closed_is_not_told() -> None:
    assert scored(Score("phq9", 14), Score("phq9", 6)) is not None
    assert scored(Score("phq9", 14), (Score("phq9", 6), 1.0)) is None
    assert scored(Score("phq9", 14)) is None
    # Of a questionnaire that nobody knows, nobody knows what it varies by.
    assert scored(Score("mine", 14), Score("mine", 6)) is None
