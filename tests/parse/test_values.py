from __future__ import annotations

import pytest

from journalgen.parse.frontmatter.nodes import Node
from journalgen.parse.frontmatter.yaml_reader import read_yaml
from journalgen.parse.values import as_text, is_blank, read_flag, read_names, read_phrases, read_tags, without_wiki


def node(yaml: str) -> Node:
    mapping, problems = read_yaml(f"x: {yaml}", "x.md")
    assert mapping
    assert not problems
    return mapping.items[0][1]


@pytest.mark.parametrize(
    ("yaml", "names"),
    [
        ("Anna", ["Anna"]), ("Anna, Ben", ["Anna", "Ben"]), ("[Anna, Ben]", ["Anna", "Ben"]), ("Anna,", ["Anna"]),
        ("[[Anna]]", ["Anna"]), ("[[Anna], [Ben]]", ["Anna", "Ben"]), ('"[[Anna|A]], [[Ben, Jr.]]"', ["A", "Ben, Jr."]),
        ('["Ben, Jr."]', ["Ben, Jr."]), ("\n- [[Anna]]\n- Ben", ["Anna", "Ben"]),
        ("[{name: Anna}, Ben]", ["Anna", "Ben"]),
        ("[Anna, Anna]", ["Anna"]), ("'  Anna   B '", ["Anna B"]), ("3", ["3"]), ("[no, yes]", ["no", "yes"]),
        ("", []), ("null", []), ('""', []), ("[]", []), ("[null, ~, '']", []), ('"a\\0b"', ["ab"]),
        ("|\n  Anna\n  Ben", ["Anna", "Ben"]),
        ("'[Anna, \"Old Mags\"]'", ["Anna", "Old Mags"]), ("'[Anna] and Ben'", ["[Anna] and Ben"]), ("'[]'", []),
    ],
)  # fmt: skip
def test_names_are_a_list_or_a_comma_string(yaml: str, names: list[str]) -> None:
    assert list(read_names(node(yaml))) == names


@pytest.mark.parametrize(
    ("yaml", "tags"),
    [
        ('"#a #b"', ["a", "b"]), ('"#a, #b"', ["a", "b"]), ('["#a", b]', ["a", "b"]),
        ('["#a #b"]', ["a", "b"]), ("a b", ["a b"]),
        ("play/hamlet", ["play/hamlet"]), ("play / hamlet", ["play/hamlet"]), ("/a//b/", ["a/b"]),
        ('"##"', []), ("[1, 2026]", ["1", "2026"]),
    ],
)  # fmt: skip
def test_tags_lose_their_hashes_and_keep_what_they_nest_in(yaml: str, tags: list[str]) -> None:
    assert list(read_tags(node(yaml))) == tags


@pytest.mark.parametrize(
    ("yaml", "phrases"),
    [
        ("the rain, for once", ["the rain, for once"]),
        ("[rain, tea]", ["rain", "tea"]),
        ("", []),
        ("[null, tea]", ["tea"]),
        ("3", ["3"]),
    ],
)
def test_a_phrase_keeps_its_commas(yaml: str, phrases: list[str]) -> None:
    assert list(read_phrases(node(yaml))) == phrases


@pytest.mark.parametrize(
    ("yaml", "flag"),
    [
        ("true", True), ("Yes", True), ("on", True), ("1", True), ('"true"', True), ("false", False),
        ("NO", False), ("0", False),
        ("", False), ("~", False), ("maybe", None), ("[true]", None), ("{a: b}", None),
    ],
)  # fmt: skip
def test_a_flag_is_yes_no_or_neither(yaml: str, flag: bool | None) -> None:
    assert read_flag(node(yaml)) is flag


@pytest.mark.parametrize("yaml", ["", "null", '""', "'  '", "[]", "{}", "[null, '']", "[[]]"])
def test_what_a_template_leaves_is_blank(yaml: str) -> None:
    assert is_blank(node(yaml))


@pytest.mark.parametrize("yaml", ["0", "no", "'null'", "[0]", "{a: }"])
def test_what_was_written_is_not_blank(yaml: str) -> None:
    assert not is_blank(node(yaml))


@pytest.mark.parametrize(
    ("yaml", "text"),
    [
        ("a", "a"),
        ("[a, [b, c]]", "a, b, c"),
        ("{a: 1, b: [2]}", "a: 1, b: 2"),
        ('"a\\0\\x1bb"', "ab"),
        ('"a\\nb"', "a\nb"),
    ],
)
def test_a_node_is_shown_as_it_was_written_without_control_characters(yaml: str, text: str) -> None:
    assert as_text(node(yaml)) == text


def test_wiki_links_show_their_names() -> None:
    assert without_wiki("with [[Anna]] and [[people/ben|Ben]] ") == "with Anna and Ben"
