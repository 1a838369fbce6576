import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.parse.frontmatter.split import FrontMatter, read_front_matter
from journalgen.problems import Level
from tests.corpora import corpus

from .trees import said, texts


def read(text: str) -> FrontMatter:
    return read_front_matter(text, "2026/03/05.md")


@pytest.mark.parametrize(
    "text",
    [
        "---\nmood: 7\n---\nA day.\n",
        "---\r\nmood: 7\r\n---\r\nA day.\r\n",
        "---\rmood: 7\r---\rA day.\r",
        "----- \nmood: 7\n----\nA day.\n",
        "---yaml\nmood: 7\n---\nA day.\n",
        "--- YML\nmood: 7\n---\nA day.\n",
        "---toml\nmood = 7\n---\nA day.\n",
        "+++\nmood = 7\n+++\nA day.\n",
        '---json\n{"mood": 7}\n---\nA day.\n',
        '{\n"mood": 7\n}\nA day.\n',
    ],
)
def test_fences(text: str) -> None:
    front_matter = read(text)
    assert texts(front_matter.mapping) == {"mood": "7"}
    assert front_matter.mapping
    assert front_matter.mapping.items[0][0].line == 2
    assert (front_matter.body, front_matter.body_line) == ("A day.\n", 4)
    assert (front_matter.problems, front_matter.raw) == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A day.\n",
        "\n---\nA day after a line.\n---\n",
        "\nA day.\n\n---\nmood: 7\n---\n",
        " ---\nmood: 7\n---\n",
        "---",
        "---\n",
        "---\n\nA day after a line.\n",
        "---\nIt was 9:30 when we left.\n",
        "---\n# Heading\n",
        "---\n- a list: of things\n",
        "--- Monday\nWe left.\n---\nAnd came back.\n",
        "---coffee\nno end\n",
        "+++\nWords.\n",
        "{\nWords.\n",
        "{ a }\n",
    ],
)
def test_plain_notes(text: str) -> None:
    assert read(text) == FrontMatter(None, text, 1)


@pytest.mark.parametrize(
    "text",
    ["---\nmood: 7\n\nA day.\n", "---\n\n# x\ntags:\n", "---yaml\n'a b': 1\n", "+++\nmood = 7\n", '{\n"mood": 7}\n'],
)
def test_an_unclosed_fence_is_an_error(text: str) -> None:
    front_matter = read(text)
    assert (front_matter.mapping, front_matter.body, front_matter.raw) == (None, text, None)
    assert said(front_matter.problems) == ["1:1 frontmatter-unclosed"]
    assert front_matter.problems[0].level is Level.ERROR


@pytest.mark.parametrize(
    ("text", "where"), [("---coffee\na: b\n---\nA day.\n", "1:4"), ("--- coffee\na: b\n---\nA day.\n", "1:5")]
)
def test_another_language_stays_text(text: str, where: str) -> None:
    front_matter = read(text)
    assert (front_matter.mapping, front_matter.body) == (None, text)
    assert said(front_matter.problems) == [f"{where} frontmatter-language"]
    assert front_matter.problems[0].level is Level.WARNING
    assert front_matter.problems[0]["language"] == "coffee"


@pytest.mark.parametrize(
    "text", ["---\n---\nA day.\n", "---\n\n# mood:\n\n---\nA day.\n", "+++\n+++\nA day.\n", "{\n}\n"]
)
def test_empty_front_matter(text: str) -> None:
    front_matter = read(text)
    assert (texts(front_matter.mapping), front_matter.problems) == ({}, ())


def test_blank_lines_beside_fences_do_not_move_lines() -> None:
    front_matter = read("---\n\n\nmood: 7\n\n---\n\n\n    indented\n")
    assert front_matter.mapping
    assert front_matter.mapping.items[0][0].line == 4
    assert (front_matter.body, front_matter.body_line) == ("    indented\n", 9)


def test_a_fence_at_the_end_of_the_file() -> None:
    assert read("---\nmood: 7\n---") == FrontMatter(read("---\nmood: 7\n---\n").mapping, "", 3)


def test_later_fences_belong_to_the_body() -> None:
    assert read("---\nmood: 7\n---\nA\n\n---\n\nB\n").body == "A\n\n---\n\nB\n"
    assert read('{\n"a": 1\n}\n{\n}\n').body == "{\n}\n"


@pytest.mark.parametrize(
    ("text", "expected", "raw"),
    [
        ("---\nmood: 7\nnote: a: b\n---\nA day.\n", {"mood": "7"}, "mood: 7\nnote: a: b"),
        ("---\n\n  words\n---\nA day.\n", None, "  words"),
        ("---\nmood: 7\nmood: 8\n---\nA day.\n", {"mood": "7"}, "mood: 7\nmood: 8"),
        ("+++\nmood = 7\nx = y\n+++\nA day.\n", {"mood": "7"}, "mood = 7\nx = y"),
        ('{\n"mood": 7,\n"x": y\n}\nA day.\n', {"mood": "7"}, '{\n"mood": 7,\n"x": y\n}'),
    ],
)
def test_what_cannot_be_read_is_kept_as_written(text: str, expected: object, raw: str) -> None:
    front_matter = read(text)
    assert texts(front_matter.mapping) == expected
    assert (front_matter.raw, front_matter.body) == (raw, "A day.\n")


PIECES = [
    "---",
    "+++",
    "{",
    "}",
    "---json",
    "---yaml",
    "--- x",
    "a: 1",
    "a = 1",
    '"a": 1',
    "- b",
    "[",
    "\t",
    " ",
    "é\x00",
    "#",
]


@given(st.text() | st.lists(st.sampled_from([*PIECES, "\n", "\n", "\r\n", "\r"])).map("".join))
def test_any_text_is_split(text: str) -> None:
    front_matter = read(text)
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    assert normal.endswith(front_matter.body)
    assert front_matter.body_line == normal[: len(normal) - len(front_matter.body)].count("\n") + 1
    for problem in front_matter.problems:
        assert 1 <= problem.where.line <= normal.count("\n") + 1
        assert problem.where.column >= 1


@pytest.mark.parametrize("name", ["graymatter", "python_frontmatter"])
def test_the_examples_of_others(name: str) -> None:
    for path in sorted(corpus(name).rglob("*")):
        if path.is_file():
            text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
            front_matter = read_front_matter(text, path.name)
            assert text.replace("\r\n", "\n").replace("\r", "\n").endswith(front_matter.body)


@pytest.mark.parametrize("blank", ["\n", "\n \n\t\n"])
def test_blank_lines_may_stand_above_the_fields(blank: str) -> None:
    at = blank.count("\n")
    found = read(f"{blank}---\nmood: 7\n---\nA day.\n")
    assert (found.body, found.body_line) == ("A day.\n", at + 4)
    assert found.mapping is not None
    assert found.mapping.items[0][0].line == at + 2
    assert read(f"{blank}---\nprivate: yes\n").problems[0].where.line == at + 1
    assert read(f"{blank}+++\nmood = 7\n+++\n").mapping is not None
