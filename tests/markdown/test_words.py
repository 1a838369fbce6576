from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.markdown.words import count_words, has_words_without_spaces, spelled_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two", 2),
        ("don't stop, well-being at 3.5", 5),
        ("it’s -- fine…", 2),
        ("snake_case", 2),
        ("na\u0131\u0308ve cafe\u0301", 2),
        ("हिन्दी में लिखा", 3),
        ("今日は晴れ", 5),
        ("カーテン", 4),
        ("日記 in 2026", 4),
        ("co\u00adop", 1),
        ("*** --- !!", 0),
    ],
)
def test_counts(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(), st.text())
def test_a_line_break_divides(first: str, second: str) -> None:
    assert count_words(f"{first}\n{second}") == count_words(first) + count_words(second)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("Mags’s bell-ringing, didn't it", ["Mags's", "bell-ringing", "didn't", "it"]),
        ("'There's two' -- said", ["There's", "two", "said"]),
        ("at 5pm, B4348, 15.12 and 3rd", ["at", "and"]),
        ("end.Start", ["end", "Start"]),
        ("see https://example.org/a-b?c and www.example.org or anna@example.org now", ["see", "and", "or", "now"]),
        ("snake_case stays out", ["stays", "out"]),
        ("Straße, ÉTÉ, cafe\u0301", ["Straße", "ÉTÉ", "café"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("co\u00adop", ["coop"]),
        ("今日は晴れ and 日記", ["and"]),
        ("แมว here, 한국어 도", ["here", "한국어", "도"]),
    ],
)
def test_words_as_they_are_spelled(text: str, words: list[str]) -> None:
    assert spelled_words(text) == words


@pytest.mark.parametrize(
    ("text", "has_some"),
    [("plain", False), ("süß, 한국어", False), ("今日", True), ("a แมว", True), ("ក", True), ("日", True)],
)
def test_scripts_without_spaces(text: str, has_some: bool) -> None:
    assert has_words_without_spaces(text) is has_some


@given(st.text())
def test_spelled_words_hold_letters_alone(text: str) -> None:
    for word in spelled_words(text):
        assert not any(char.isdigit() or char.isspace() or char == "_" for char in word)
        assert word[0].isalpha()
