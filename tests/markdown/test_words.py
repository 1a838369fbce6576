from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.markdown.words import count_words


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
