import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.parse.frontmatter.json_reader import read_json
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, is_null

from .trees import said, texts


def value_of(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.text: value_of(value) for key, value in node.items}
    if not isinstance(node, Scalar):
        return [value_of(item) for item in node.items]
    if is_null(node):
        return None
    return json.loads(node.text) if node.plain else node.text


# No two of these are one key in `normal_key`'s sense, so nothing is dropped.
KEYS = st.sampled_from(["a", "b", "key", "a b", 'quo"te', "é", "1"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@given(st.dictionaries(KEYS, VALUES), st.sampled_from([None, 0, 2]), st.booleans())
def test_reads_what_the_decoder_reads(values: dict[str, object], indent: int | None, ascii_only: bool) -> None:
    mapping, problems = read_json(json.dumps(values, indent=indent, ensure_ascii=ascii_only), "a.md")
    assert problems == ()
    assert mapping is not None
    assert value_of(mapping) == values


@given(st.text(alphabet='{}[]",:\\u0d8 \n-1.e\ttrue'))
def test_accepts_what_the_decoder_accepts(text: str) -> None:
    try:
        json.loads(text, parse_constant=float.fromhex)
        valid = True
    except ValueError:
        valid = not text.strip(" \n\t")
    problems = [each for each in read_json(text, "a.md")[1] if each.code == "json-syntax"]
    assert bool(problems) != valid or any("surrogate" in each["message"] for each in problems)
    for each in problems:
        assert 1 <= each.where.line <= text.count("\n") + 1


def test_places_and_raw_text() -> None:
    mapping, _ = read_json('{\n "mood": 7.50, "tags": ["a",\n  null] }', "a.md", first_line=3)
    assert mapping is not None
    assert (mapping.line, mapping.column) == (3, 1)
    assert mapping.items[0] == (Scalar("mood", False, 4, 2), Scalar("7.50", True, 4, 10))
    tags = mapping.items[1][1]
    assert (tags.line, tags.column) == (4, 24)
    assert "Scalar(text='', plain=True, line=5, column=3)" in repr(tags)


@pytest.mark.parametrize(
    ("source", "expected", "problems"),
    [
        ("", {}, []),
        ("{}", {}, []),
        ('{"a": 1,\n"b": }', {"a": "1"}, ["2:6 json-syntax"]),
        ('{"a": 1 "b": 2}', None, ["1:9 json-syntax"]),
        ('{"a": 1,}', {"a": "1"}, ["1:9 json-syntax"]),
        ('{"a": 1', {"a": "1"}, ["1:8 json-syntax"]),
        ("{a: 1}", None, ["1:2 json-syntax"]),
        ('{"a": "x\ny"}', None, ["1:9 json-syntax"]),
        ('{"a": 01}', None, ["1:8 json-syntax"]),
        ('{"a": NaN}', None, ["1:7 json-syntax"]),
        ('{"a": "\\ud800"}', None, ["1:7 json-syntax"]),
        ('{"a": 1} {', {"a": "1"}, ["1:10 json-syntax"]),
        ('{"a": 1, "A": 2}', {"a": "1"}, ["1:10 duplicate-key"]),
        ('{"a": 1, "A": 2', {"a": "1"}, ["1:10 duplicate-key", "1:16 json-syntax"]),
        ("[1]", None, ["1:1 frontmatter-not-mapping"]),
        ('{"a": 1, "b": ' + "[" * 1_000_000, {"a": "1"}, ["1:114 json-too-deep"]),
    ],
)
def test_what_is_read_and_what_is_said(source: str, expected: object, problems: list[str]) -> None:
    mapping, found = read_json(source, "a.md")
    assert texts(mapping) == expected
    assert said(found) == problems


def test_a_hundred_deep_is_none() -> None:
    assert read_json('{"a": ' + "[" * 99 + "]" * 99 + "}", "a.md")[1] == ()
