import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from journalgen.parse.frontmatter import yaml_reader
from journalgen.parse.frontmatter.nodes import Mapping, Scalar
from journalgen.parse.frontmatter.split import read_front_matter
from journalgen.parse.frontmatter.yaml_reader import read_yaml
from tests.corpora import corpus

from .trees import check_places, said, texts

# Valid by the YAML 1.2 test suite, refused by libyaml: tabs where it wants spaces, and rarities such as empty keys.
REFUSED_BY_PYYAML = {
    "2JQS-0", "2SXE-0", "4ABK-0", "4MUZ-0", "4MUZ-1", "4MUZ-2", "58MP-0", "5T43-0", "6BCT-0", "6CA3-0", "6M2F-0",
    "96NN-0", "96NN-1", "A2M4-0", "CFD4-0", "DBG4-0", "DK95-0", "DK95-4", "FRK4-0", "HM87-0", "M2N8-0", "NHX8-0",
    "Q5MG-0", "R4YG-0", "S3PD-0", "SM9W-1", "UKK6-0", "VJP3-1", "W5VH-0", "Y79Y-1", "Y79Y-10",
}  # fmt: skip
# Invalid by the suite, and read by libyaml all the same.
READ_BY_PYYAML = {"DK95-1", "S98Z-0", "SU5Z-0", "X4QW-0", "Y79Y-3", "YJV2-0"}
REJECTIONS = {"yaml-syntax", "yaml-tab", "yaml-bad-alias"}


def test_the_yaml_test_suite() -> None:
    folder = corpus("yaml_fm")
    refused: set[str] = set()
    read: set[str] = set()
    for case in json.loads((folder.parent / "yaml_fm_manifest.json").read_text("utf-8")):
        text = (folder / case["file"]).read_bytes().decode("utf-8")
        front_matter = read_front_matter(text, case["file"])
        for problem in front_matter.problems:
            assert 1 <= problem.where.line <= text.count("\n") + 1
            assert problem.where.column >= 1
        if front_matter.problems:
            assert front_matter.raw is not None or front_matter.body == text
        rejected = any(problem.code in REJECTIONS for problem in front_matter.problems)
        name = case["file"].removesuffix(".md")[11:]
        if not case["contains_fence_line"] and rejected != case["fail"]:
            (refused if rejected else read).add(name)
    assert refused == REFUSED_BY_PYYAML
    assert read == READ_BY_PYYAML


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml_reader._Loader])
@pytest.mark.parametrize(
    ("source", "expected", "problems"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", {"a": "1"}, ["3:2 yaml-syntax"]),
        ("a: b: c\n", None, ["1:5 yaml-syntax"]),
        ("a: 1\nb: 'c\n", {"a": "1"}, ["2:4 yaml-syntax"]),
        ("a:\n\tb: c\n", None, ["2:1 yaml-tab"]),
        ("a: 1\nb:\n  c: 2\n \td: 3\n", {"a": "1"}, ["4:2 yaml-tab"]),
        ("a: 1\nb: c: d\n", {"a": "1"}, ["2:5 yaml-syntax"]),
        ("a: 1\nb: c\n\n  # e\n  d: e\n", {"a": "1"}, ["5:3 yaml-syntax"]),
        ("  a: 1\n  b: 'c' d\n", {"a": "1"}, ["2:10 yaml-syntax"]),
        ("{a: 1} b\n", {"a": "1"}, ["1:8 yaml-syntax"]),
        ("a: 1\n...\n", {"a": "1"}, ["2:1 yaml-syntax"]),
        ("a: 1\n--- # more\nb: 2\n", {"a": "1"}, ["2:1 yaml-syntax"]),
        ("- a\n- b\n", None, ["1:1 frontmatter-not-mapping"]),
        ("\nwords\n", None, ["2:1 frontmatter-not-mapping"]),
        ("", {}, []),
        ("# none yet\n", {}, []),
        ("~\n", {}, []),
        ("a: 1\nb: é\n  \x00\n", {"a": "1"}, ["3:3 yaml-syntax"]),
        ("a: \x07\n", None, ["1:4 yaml-syntax"]),
        ("a: \ud800\n", None, ["1:4 yaml-syntax"]),
        ("a: 'x\u2028y'\nb: [\n", {"a": "x\u2028y"}, ["3:1 yaml-syntax"]),
        ("a: 1\x85b: 2\nc: 3\n", {"a": "1", "b": "2", "c": "3"}, []),
    ],
)
def test_what_is_read_and_what_is_said(
    monkeypatch: pytest.MonkeyPatch, loader: type, source: str, expected: object, problems: list[str]
) -> None:
    monkeypatch.setattr(yaml_reader, "_Loader", loader)
    mapping, found = read_yaml(source, "a.md")
    assert texts(mapping) == expected
    assert said(found) == problems


def test_a_tab_after_the_key_is_no_indentation() -> None:
    assert texts(read_yaml("a: 1\nb:\t2\n", "a.md")[0]) == {"a": "1", "b": "2"}


def test_messages_are_one_line() -> None:
    _, problems = read_yaml("a: 1\nb: [1, 2\nc: 3\n", "a.md", first_line=2)
    assert str(problems[0].where) == "a.md:4:2"
    assert problems[0]["message"] == "did not find expected ',' or ']' while parsing a flow sequence"


def test_what_is_text_or_list() -> None:
    assert read_yaml("- a", "a.md")[1][0]["got"] == "list"
    assert read_yaml("a", "a.md")[1][0]["got"] == "text"


def test_lines_are_the_editors_not_those_of_yaml() -> None:
    mapping, _ = read_yaml("a: 1\x85b: 2\nc: 3\n", "a.md")
    assert mapping
    assert [(key.line, key.column) for key, _ in mapping.items] == [(1, 1), (1, 6), (2, 1)]


KEYS = st.from_regex(r"[a-z][a-z0-9]{0,8}( [a-z]{1,4})?", fullmatch=True)
PLAIN = st.from_regex(r"[a-z0-9é😀]([a-z0-9é😀.:/-]{0,12}[a-z0-9é😀])?", fullmatch=True)


@given(st.dictionaries(KEYS, st.tuples(PLAIN, st.sampled_from(["", "'", '"']), st.integers(1, 4))))
def test_flat_mappings_come_back_with_their_places(fields: dict[str, tuple[str, str, int]]) -> None:
    lines = [f"{key}:{' ' * gap}{quote}{text}{quote}" for key, (text, quote, gap) in fields.items()]
    mapping, problems = read_yaml("\n".join(lines), "a.md")
    assert problems == ()
    assert isinstance(mapping, Mapping)
    check_places(mapping, lines)
    expected = {key: (text, not quote) for key, (text, quote, _) in fields.items()}
    values = {key.text: (value.text, value.plain) for key, value in mapping.items if isinstance(value, Scalar)}
    assert values == expected


@given(st.text(alphabet=st.sampled_from("ab: -[]{},&*!|>'\"%#?@`\\\n\t~<.\x00\x85é😀")))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    mapping, problems = read_yaml(text, "a.md")
    assert mapping is not None or problems
    for problem in problems:
        assert 1 <= problem.where.line <= text.count("\n") + 1
        assert problem.where.column >= 1
