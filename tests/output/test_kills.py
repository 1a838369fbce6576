"""A build may die at any point; the next one makes the site what it should be, and nothing private stays behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.output.places import Killed, Place, place, stopped_at, tree

FIRST = {"index.html": b"home", "2026/private.html": b"a secret", "tags/a.html": b"a tag", "b/c.html": b"c" * 999}
SECOND = {"index.html": b"new home", "tags/a.html/index.html": b"a folder", "b": b"a file", "new/one.html": b"n" * 999}


def _kill() -> None:
    raise Killed


def _clean_build(pages: dict[str, bytes]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        clean = place(Path(folder))
        clean.build(pages)
        return tree(clean.output)


@pytest.mark.parametrize(("before", "after"), [({}, FIRST), (FIRST, SECOND), (SECOND, FIRST), (FIRST, {})])
def test_killed_at_each_step(tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    expected = _clean_build(after)
    at = 0
    while True:
        (tmp_path / str(at)).mkdir()
        here = place(tmp_path / str(at))
        if before:
            here.build(before)
        try:
            with stopped_at(at, _kill):
                here.build(after)
        except Killed:
            here.build(after)
            assert tree(here.output) == expected
            assert here.quick() == (b"record", True)
        else:
            break
        at += 1
    assert at > 5


_pages = st.dictionaries(
    st.sampled_from(
        ["index.html", "a", "a/b", "a/b/c", "A/d", "tags/x.html", "tags/x.html/y", "private.html", "é/ü.html"]
    ),
    st.binary(max_size=3),
    max_size=5,
).map(lambda pages: {path: content for path, content in pages.items() if not _is_in_the_way(path, pages)})


def _is_in_the_way(path: str, pages: dict[str, bytes]) -> bool:
    return any(other.lower().startswith(f"{path.lower()}/") for other in pages)


@settings(max_examples=60, deadline=None)
@given(builds=st.lists(st.tuples(_pages, st.integers(0, 40)), max_size=5), last=_pages)
def test_any_builds_killed_anywhere(builds: list[tuple[dict[str, bytes], int]], last: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here = place(Path(folder))
        for pages, at in builds:
            try:
                with stopped_at(at, _kill):
                    here.build(pages)
            except Killed:
                continue
            assert here.pages() == pages
        here.build(last)
        assert tree(here.output) == _clean_build(last)
        assert here.quick() == (b"record", True)
        assert here.changes(last).is_unchanged


_CHILD = """
import os, signal, sys
from pathlib import Path
from tests.output.places import Place, stopped_at
from tests.output.test_kills import FIRST, SECOND
with stopped_at(int(sys.argv[2]), lambda: os.kill(os.getpid(), signal.SIGKILL)):
    Place(Path(sys.argv[1])).build(SECOND)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("at", [0, 1, 4, 7, 12, 16, 19])
def test_really_killed(here: Place, at: int) -> None:
    here.build(FIRST)
    child = subprocess.run([sys.executable, "-c", _CHILD, here.journal, str(at)], check=False)
    assert child.returncode == -signal.SIGKILL
    here.build(SECOND)
    assert tree(here.output) == _clean_build(SECOND)
    assert here.quick() == (b"record", True)
