from __future__ import annotations

import pytest

from journalgen.analysis.function_words import content_word, function_words


@pytest.mark.parametrize(
    ("spelled", "language", "word"),
    [
        ("The", "en", None),
        ("didn't", "en", None),
        ("I'd", "en", None),
        ("nobody'd", "en", None),
        ("x", "en", None),
        ("Mags's", "en", "mags"),
        ("Mam'd", "en", "mam"),
        ("o'clock", "en", "o'clock"),
        ("bell-ringing", "en", "bell-ringing"),
        ("work", "en", "work"),
        ("home", "en", "home"),
        ("Der", "de", None),
        ("Garten", "de", "garten"),
        ("Straße", "de", "straße"),
        ("geht's", "de", None),
        ("läuft's", "de", "läuft"),
        ("L'amie", "fr", "amie"),
        ("presqu'île", "fr", "presqu'île"),
        ("dell'arte", "it", "arte"),
        ("og", "nb", None),
        ("the", "tlh", "the"),
    ],
)
def test_what_of_a_word_says_something(spelled: str, language: str, word: str | None) -> None:
    assert content_word(spelled, language) == word


def test_lists_are_known_for_many_languages_and_empty_for_others() -> None:
    assert all(
        len(function_words(language)) > 90 for language in ("en", "de", "fr", "nl", "es", "it", "pl", "tr", "nb")
    )
    assert function_words("tlh") == frozenset()
