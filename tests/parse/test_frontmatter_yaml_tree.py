import pytest

from journalgen.parse.frontmatter.nodes import Mapping, Scalar
from journalgen.parse.frontmatter.yaml_reader import read_yaml

from .trees import said, texts


def scalar(source: str) -> Scalar:
    mapping, _ = read_yaml(f"key: {source}\n", "a.md")
    assert mapping
    value = mapping.items[0][1]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize("text", ["9:30", "no", "2026-03-14", "007", "1e3", "~", ".inf", "0x1F", "Yes", "1_000"])
def test_text_stays_as_written(text: str) -> None:
    assert scalar(text) == Scalar(text, True, 1, 6)


@pytest.mark.parametrize(
    ("source", "text", "plain"),
    [
        ("'5'", "5", False),
        ('"5\\n"', "5\n", False),
        ("|\n  5", "5\n", False),
        (">-\n  5\n  6", "5 6", False),
        ("!!str 5", "5", False),
        ("! 5", "5", False),
        ("!!int 5", "5", True),
        ("!mine 5", "5", True),
        ("!mine '5'", "5", False),
        ("&five 5", "5", True),
        ("", "", True),
    ],
)
def test_plain(source: str, text: str, plain: bool) -> None:
    value = scalar(source)
    assert (value.text, value.plain) == (text, plain)


def test_an_alias_is_what_its_anchor_marks() -> None:
    mapping, problems = read_yaml("a: &x [1, 2]\nb: *x\n", "a.md")
    assert (texts(mapping), problems) == ({"a": ["1", "2"], "b": ["1", "2"]}, ())


@pytest.mark.parametrize(
    ("source", "expected", "where"),
    [("a: *b\n", {"a": "*b"}, "1:4"), ("a: &b [1, *b]\nc: 1\n", {"a": ["1", "*b"], "c": "1"}, "1:11")],
)
def test_a_bad_alias_is_kept_as_text(source: str, expected: object, where: str) -> None:
    mapping, problems = read_yaml(source, "a.md")
    assert texts(mapping) == expected
    assert said(problems) == [f"{where} yaml-bad-alias"]
    assert problems[0]["name"] == "b"


def test_laughs_are_counted() -> None:
    lines = ["a0: &a0 [" + "x, " * 9 + "]"]
    lines += [f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + "]" for n in range(1, 9)]
    mapping, problems = read_yaml("\n".join(lines), "a.md")
    assert [each.code for each in problems] == ["yaml-too-large"]
    assert mapping
    assert [key.text for key, _ in mapping.items] == ["a0", "a1", "a2", "a3"]


def test_ten_thousand_nodes_and_no_more() -> None:
    items = "x, " * 9_996  # with the mapping, its key, and the list: 9,999
    assert read_yaml(f"k: [{items}x]", "a.md")[1] == ()
    assert said(read_yaml(f"k: [{items}x, x]", "a.md")[1]) == ["1:29996 yaml-too-large"]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_a_million_deep_is_a_problem(opening: str) -> None:
    mapping, problems = read_yaml("mood: 5\nx:\n " + opening * 1_000_000, "a.md")
    assert [each.code for each in problems] == ["yaml-too-deep"]
    assert problems[0].where.line == 3
    assert texts(mapping) == {"mood": "5"}


def test_a_hundred_deep_is_none() -> None:
    assert read_yaml("a: " + "[" * 99 + "]" * 99, "a.md")[1] == ()
    assert said(read_yaml("a: " + "[" * 100 + "]" * 100, "a.md")[1]) == ["1:103 yaml-too-deep"]


def test_aliases_do_not_deepen_beyond_the_bound() -> None:
    source = "a: &a " + "[" * 60 + "]" * 60 + "\nb: " + "[" * 60 + "*a" + "]" * 60
    assert said(read_yaml(source, "a.md")[1]) == ["2:64 yaml-too-deep"]


def test_a_key_that_is_a_list_is_dropped_and_said() -> None:
    mapping, problems = read_yaml("? [a, b]\n: 1\nmood: 5\n", "a.md")
    assert (texts(mapping), said(problems)) == ({"mood": "5"}, ["1:3 yaml-key"])


def test_duplicate_keys() -> None:
    mapping, problems = read_yaml("mood: 5\nin:\n  a-b: 1\n  A B: 2\nMood: 6\n", "a.md")
    assert texts(mapping) == {"mood": "5", "in": {"a-b": "1"}}
    assert said(problems) == ["4:3 duplicate-key", "5:1 duplicate-key"]
    assert (problems[1]["key"], problems[1]["first"]) == ("Mood", "1")


def test_merge_keys() -> None:
    mapping, problems = read_yaml("base: &b {mood: 5, sleep: 7}\n<<: *b\nMood: 6\n", "a.md")
    assert problems == ()
    assert texts(mapping) == {"base": {"mood": "5", "sleep": "7"}, "sleep": "7", "Mood": "6"}


@pytest.mark.parametrize("source", ["a: &a {b: 1}\n<<: [*a]\n", "c: {<<: {b: 1}}\n", "<<: text\n", "'<<': {b: 1}\n"])
def test_other_merge_keys_are_fields(source: str) -> None:
    mapping, problems = read_yaml(source, "a.md")
    assert problems == ()
    assert "<<" in str(texts(mapping))


def test_places_of_nested_values() -> None:
    mapping, _ = read_yaml("a:\n  - b: é\n    😀: [x, 'y']\n", "a.md", first_line=5)
    assert isinstance(mapping, Mapping)
    (key, value), *_ = mapping.items
    assert (key.line, key.column, value.line, value.column) == (5, 1, 6, 3)
    assert "Scalar(text='y', plain=False, line=7, column=12)" in repr(value)
