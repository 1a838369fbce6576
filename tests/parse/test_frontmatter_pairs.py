from journalgen.parse.frontmatter.nodes import Node, Scalar
from journalgen.parse.frontmatter.pairs import distinct
from journalgen.problems import Problem


def pair(key: str, line: int) -> tuple[Scalar, Node]:
    return Scalar(key, True, line, 1), Scalar(str(line), True, line, 9)


def test_different_keys_stay() -> None:
    problems: list[Problem] = []
    pairs = [pair("mood", 1), pair("sleep", 2)]
    assert distinct(pairs, "a.md", problems) == tuple(pairs)
    assert problems == []


def test_the_first_of_equal_keys_is_kept_and_each_other_said() -> None:
    problems: list[Problem] = []
    pairs = [pair("slept-well", 1), pair("mood", 2), pair("Slept Well", 3), pair("slept_well", 4)]
    assert distinct(pairs, "a.md", problems) == (pairs[0], pairs[1])
    assert [(each.code, str(each.where), each["key"], each["first"]) for each in problems] == [
        ("duplicate-key", "a.md:3:1", "Slept Well", "1"),
        ("duplicate-key", "a.md:4:1", "slept_well", "1"),
    ]
