from __future__ import annotations

import json

import pytest

from journalgen.model.periods import KINDS
from journalgen.model.questions import PARTS
from journalgen.source.questions import FOLDER, shipped_questions

OTHERS = [file.stem for file in FOLDER.glob("*.json") if file.stem != "en"]


def test_there_are_some_forty_and_none_twice() -> None:
    questions = shipped_questions()
    assert len(questions) >= 40
    assert len({each.id for each in questions}) == len(questions) == len({each.text for each in questions})


def test_each_kind_of_time_has_several_gentle_ones_of_each_part() -> None:
    for kind in KINDS:
        for part in PARTS:
            fitting = [each for each in shipped_questions() if each.part == part and kind in each.kinds and each.gentle]
            assert len(fitting) >= 4, (kind, part)


@pytest.mark.parametrize("language", OTHERS)
def test_each_is_there_in_the_other_languages_too(language: str) -> None:
    ids = {each.id for each in shipped_questions()}
    assert set(json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))) == ids
    for one, other in zip(shipped_questions(), shipped_questions(language), strict=True):
        assert one.text != other.text
        assert other.text in one.also
        assert one.text in other.also


def test_every_question_ends_as_one_since_that_is_how_it_is_known() -> None:
    for language in ("en", *OTHERS):
        assert all(each.text.endswith("?") for each in shipped_questions(language))


def test_a_language_that_is_not_there_is_asked_in_english() -> None:
    assert shipped_questions("nl") == shipped_questions()
    assert shipped_questions("de-AT") == shipped_questions("de")
