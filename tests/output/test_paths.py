from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.output.paths import all_folders, are_safe, check_distinct, folded, in_the_way, is_safe, safe_relative
from journalgen.refusal import Refusal


@pytest.mark.parametrize(
    "path", ["index.html", "a/b.html", "...", "a/..b", ".hidden/x", "tags/a: b.html", "日記/é.html"]
)
def test_safe(path: str) -> None:
    assert safe_relative(path) == path


UNSAFE = ["", "/", "/etc/passwd", "..", ".", "a/..", "../a", "a/../b", "a//b", "a/", "./a", "a/./b", "../"]
UNSAFE_SIGNS = ["a\\b", "a\0b", "C:/a", "c:a", "a/\ud800.html"]


@pytest.mark.parametrize("path", [*UNSAFE, *UNSAFE_SIGNS])
def test_unsafe(path: str) -> None:
    with pytest.raises(Refusal) as refusal:
        safe_relative(path)
    assert refusal.value.code == "path-outside"
    assert not are_safe(["index.html", path])


@given(st.lists(st.text(alphabet="aé./\\:\0\n\ud800C", max_size=6)))
def test_many_at_once_are_as_safe_as_each(paths: list[str]) -> None:
    assert are_safe(paths) == all(map(is_safe, paths))


def test_folded() -> None:
    assert folded("Tags/Cafe\u0301.html") == folded("tags/CAF\u00c9.html")


def test_all_folders() -> None:
    assert all_folders(["a/b/c/d", "a/x", "e"]) == {"a", "a/b", "a/b/c"}


SAME = [["a", "a"], ["a", "A"], ["é", "e\u0301"], ["a/b", "a"], ["A/b", "a"]]
RESERVED = [[".gitignore"], [".GitIgnore"], [".journalgen-tmp/1"]]


@pytest.mark.parametrize("paths", [*SAME, *RESERVED])
def test_two_files_that_are_one_are_a_mistake_of_the_program(paths: list[str]) -> None:
    with pytest.raises(ValueError):
        check_distinct(paths)


@pytest.mark.parametrize(
    ("write", "remove", "first"),
    [
        (["a"], ["b"], ()),
        (["tags/a/index.html"], ["tags/a", "tags/b"], ("tags/a",)),
        (["tags/a"], ["tags/a/index.html", "tags/b/index.html"], ("tags/a/index.html",)),
        (["tags/a"], ["Tags/A"], ("Tags/A",)),
    ],
)
def test_what_goes_first(write: list[str], remove: list[str], first: tuple[str, ...]) -> None:
    assert in_the_way(write, remove) == first
