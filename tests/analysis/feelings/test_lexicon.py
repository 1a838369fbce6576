from __future__ import annotations

from collections import Counter

import pytest

from journalgen.analysis.feelings.lexicon import LEXICON, Lexicon
from journalgen.analysis.terms import folded
from journalgen.model.config import FEELING_STEPS, FeelingConfig


def test_every_word_means_one_feeling_and_every_feeling_has_a_place() -> None:
    words = Counter(folded(word) for feeling in LEXICON for word in feeling.words)
    assert [word for word, count in words.items() if count > 1] == []
    assert len(words) >= 150
    for feeling in LEXICON:
        assert feeling.pleasant is not None
        assert feeling.stirred is not None
        assert -FEELING_STEPS <= feeling.pleasant <= FEELING_STEPS
        assert -FEELING_STEPS <= feeling.stirred <= FEELING_STEPS


@pytest.mark.parametrize(("word", "name"), [("Peaceful", "calm"), ("ruhig", "calm"), ("Müde", "tired"), ("sad", "sad")])
def test_a_word_is_known_in_both_languages_and_any_case(word: str, name: str) -> None:
    found = Lexicon().of(word)
    assert found is not None
    assert found.name == name


def test_an_unknown_word_means_nothing_else() -> None:
    assert Lexicon().of("underwater") is None


def test_the_writer_adds_a_feeling() -> None:
    lexicon = Lexicon([FeelingConfig("underwater", ("sunk",), -1, -2)])
    found = lexicon.of("Sunk")
    assert found == lexicon.of("underwater")
    assert found is not None
    assert (found.name, found.pleasant, found.stirred) == ("underwater", -1, -2)


def test_a_feeling_without_a_place_has_none() -> None:
    found = Lexicon([FeelingConfig("underwater")]).of("underwater")
    assert found is not None
    assert (found.pleasant, found.stirred) == (None, None)


def test_the_writer_says_otherwise_of_one_of_ours() -> None:
    lexicon = Lexicon([FeelingConfig("Nostalgic", ("sunday",), pleasant=1)])
    for word in ("nostalgic", "wistful", "sunday"):
        found = lexicon.of(word)
        assert found is not None
        assert (found.name, found.pleasant, found.stirred) == ("nostalgic", 1, -1)


def test_a_word_is_taken_from_another_feeling() -> None:
    own = [
        FeelingConfig("sad", pleasant=-1),
        FeelingConfig("heaviness", ("heavy",), -1, -1),
        FeelingConfig("sad", ("low",)),
    ]
    lexicon = Lexicon(own)
    heavy, sad, low = (lexicon.of(word) for word in ("heavy", "sad", "low"))
    assert heavy is not None
    assert heavy.name == "heaviness"
    assert sad is not None
    assert sad == low
    assert sad.pleasant == -1
