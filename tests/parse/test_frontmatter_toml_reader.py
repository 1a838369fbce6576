import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.parse.frontmatter.toml_reader import _told, read_toml

from .trees import said, texts


@pytest.mark.parametrize(
    ("source", "expected", "problems"),
    [
        ("", {}, []),
        ("mood = 5\nsleep =\n", {"mood": "5"}, ["2:8 toml-syntax"]),
        ("mood = 5\nmood = 6\n", {"mood": "5"}, ["2:9 toml-syntax"]),
        ("mood = great\n", None, ["1:8 toml-syntax"]),
        ("a = 1\nb = [1,\n2", None, ["3:2 toml-syntax"]),
        ("a = 1\nb = '''\n", {"a": "1"}, ["2:8 toml-syntax"]),
        ("a = \x00\n", None, ["1:5 toml-syntax"]),
        ("a = 2026-02-30\n", None, ["1:5 toml-syntax"]),
        ("mood = 5\nMood = 6\n", {"mood": "5"}, ["2:1 duplicate-key"]),
        ("a = 1\nn = " + "1" * 5000, {"a": "1"}, ["2:5 toml-syntax"]),
        ("a = " + "[" * 1_000_000, None, ["1:105 toml-too-deep"]),
        ("a = " + "[" * 101 + "]" * 101, None, ["1:105 toml-too-deep"]),
        ("a." * 500_000 + "a = 1", None, ["1:200 toml-too-deep"]),
        ("[" + "a." * 90 + "a]\nx = " + "[" * 20 + "]" * 20, None, ["2:13 toml-too-deep"]),
        ("a = " + "{b = " * 60 + "1" + "}" * 60, None, ["1:251 toml-too-deep"]),
        ('a = "[[[' + "." * 500 + '"\n', {"a": "[[[" + "." * 500}, []),
    ],
)
def test_what_is_read_and_what_is_said(source: str, expected: object, problems: list[str]) -> None:
    table, found = read_toml(source, "journal.toml")
    assert said(found) == problems
    assert texts(table) == expected


def test_a_problem_is_located_in_the_file() -> None:
    _, problems = read_toml("mood = 5\nsleep = seven\n", "a.md", first_line=2)
    assert str(problems[0].where) == "a.md:3:9"
    assert problems[0]["message"] == "Invalid value"


class NewError(ValueError):
    """As tomllib's error is since Python 3.14."""

    msg = "Invalid value"
    lineno, colno, pos = 2, 5, 10


def test_errors_of_every_python_are_understood() -> None:
    text = "a = 1\nb = x\n"
    assert _told(NewError("Invalid value (at line 2, column 5)"), text) == ("Invalid value", 10)
    assert _told(ValueError("Invalid value (at line 2, column 5)"), text) == ("Invalid value", 10)
    assert _told(ValueError("Expected a key (at end of document)"), text) == ("Expected a key", 11)
    assert _told(ValueError("Something else"), text) == ("Something else", 0)


def test_brackets_that_only_tomllib_sees_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journalgen.parse.frontmatter.toml_reader._check_depth", lambda text: None)
    assert said(read_toml("a = " + "[" * 100_000, "a.md")[1])[0].endswith("toml-too-deep")


@given(st.text(alphabet=st.sampled_from("ab=.[]{},'\"#\n\\ 1-:\t\x00é")))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    table, problems = read_toml(text, "a.md")
    assert table is not None or problems
    for problem in problems:
        assert 1 <= problem.where.line <= text.count("\n") + 1
        assert problem.where.column >= 1


def test_the_configuration_needs_no_yaml() -> None:
    code = (
        "import sys, journalgen.parse.frontmatter.toml_reader; sys.exit(bool({'yaml', 'frontmatter'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
