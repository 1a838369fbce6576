from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.prompts import Prompt
from journalgen.parse.prompts import read_prompts

WHOLE = """
[[prompt]]
text = "What did the ropes do?"
theme = "The tower"
depth = "Deep"
form = "line"
id = "ropes"

[[prompt]]
text = "  What can\\nwait?  "
theme = "Stress"
"""


def read(text: str) -> tuple[tuple[Prompt, ...], list[str]]:
    prompts, problems = read_prompts(text.encode())
    return prompts, [f"{each.where}: {each.code}" for each in problems]


def test_what_is_left_out_has_its_default() -> None:
    (first, second), problems = read(WHOLE)
    assert problems == []
    assert first == Prompt("ropes", "The tower", "deep", "line", "What did the ropes do?", own=True)
    assert (second.text, second.theme, second.depth, second.form) == ("What can wait?", "stress", "gentle", "free")
    assert second.id.startswith("own-")


def test_one_without_a_theme_is_among_the_writer_s_own() -> None:
    ((found,), _) = read('[[prompt]]\ntext = "What now?"\n')
    assert found.theme == "own"


def test_an_id_made_from_a_text_stays_in_another_order() -> None:
    two = ['[[prompt]]\ntext = "One?"\n', '[[prompt]]\ntext = "Two?"\n']
    assert {each.id for each in read("".join(two))[0]} == {each.id for each in read("".join(reversed(two)))[0]}


@pytest.mark.parametrize(
    ("text", "problem", "count"),
    [
        ("[[prompt]]\ntheme = 'x'\n", "prompts.toml:1:1: missing-key", 0),
        ("[[prompt]]\ntext = 7\n", "prompts.toml:2:8: expected-text", 0),
        ("[[prompt]]\ntext = ' '\n", "prompts.toml:2:8: expected-text", 0),
        ("[[prompt]]\ntext = 'a'\ndepth = 'abyss'\n", "prompts.toml:3:9: expected-choice", 1),
        ("[[prompt]]\ntext = 'a'\nform = 3\n", "prompts.toml:3:8: expected-choice", 1),
        ("[[prompt]]\ntext = 'a'\ntheme = true\n", "prompts.toml:3:9: expected-text", 1),
        ("[[prompt]]\ntext = 'a'\ntxt = 'b'\n", "prompts.toml:3:1: unknown-key-close", 1),
        ("prompts = 3\n", "prompts.toml:1:1: unknown-key-close", 0),
        ("prompt = 'What now?'\n", "prompts.toml:1:10: expected-table", 0),
        ("[prompt]\ntext = 'a'\n", None, 1),
        ("[[prompt]]\ntext = 'A  a'\n[[prompt]]\ntext = 'a A'\n", "prompts.toml:3:1: duplicate-key", 1),
        ("[[prompt]]\ntext = 'a'\nid = 'x'\n[[prompt]]\ntext = 'b'\nid = 'X'\n", "prompts.toml:4:1: duplicate-key", 1),
    ],
)
def test_each_mistake_is_told_where_it_stands(text: str, problem: str | None, count: int) -> None:
    prompts, problems = read(text)
    assert problems == ([problem] if problem else [])
    assert len(prompts) == count


def test_a_file_that_is_no_toml_is_told() -> None:
    prompts, problems = read("[[prompt]\ntext")
    assert prompts == ()
    assert len(problems) == 1
    assert problems[0].startswith("prompts.toml:1")


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    prompts, _ = read_prompts(data)
    assert all(each.text and each.own for each in prompts)
