from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.parse.decode import LARGEST, decode


@pytest.mark.parametrize(
    ("data", "text", "problems"),
    [
        (b"", "", []),
        ("Grüße 😀".encode(), "Grüße 😀", []),
        (b"\xef\xbb\xbfhi", "hi", []),
        (b"a\r\nb\rc", "a\r\nb\rc", []),
        ("hi".encode("utf-16"), "hi", ["x.md:1:1 utf-16"]),
        (b"one\ncaf\xe9", "one\ncafé", ["x.md:2:4 not-utf-8"]),
        (b"\x93so\x94", "“so”", ["x.md:1:1 not-utf-8"]),
        (b"a\r\nb\r\xc3\xa9\xff", "a\r\nb\rÃ©ÿ", ["x.md:3:2 not-utf-8"]),
        (b"one\n\x89PNG\0", "", ["x.md:2:5 binary"]),
    ],
)
def test_bytes_become_text_and_what_stands_in_the_way_is_told(data: bytes, text: str, problems: list[str]) -> None:
    found, told = decode(data, "x.md")
    assert found == text
    assert [f"{each.where} {each.code}" for each in told] == problems


def test_an_enormous_file_cut_within_a_letter_is_still_utf_8() -> None:
    text, problems = decode(("é" * LARGEST).encode()[: LARGEST + 1], "x.md")
    assert text == "é" * (LARGEST // 2)
    assert not problems


@given(st.binary(max_size=40))
@settings(deadline=None, max_examples=300)
def test_no_bytes_break_it_and_the_text_can_be_written(data: bytes) -> None:
    text, problems = decode(data, "x.md")
    text.encode()
    assert all(each.where.line for each in problems)
