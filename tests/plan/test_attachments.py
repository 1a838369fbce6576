from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.model.left_out import LeftOut, Reason
from journalgen.plan.attachments import Files, Unfound

FILES = Files(
    [
        "a b.jpg",
        "2026/x.jpg",
        "photos/é.png",
        "photos/2026/x.jpg",
        "assets/i.png",
        "50%20off.jpg",
        "c#d.jpg",
        "Case.jpg",
        "case.jpg",
    ],
    [LeftOut("away.jpg", Reason.OUTSIDE), LeftOut("elsewhere", Reason.LINK)],
    "files",
)


@pytest.mark.parametrize(
    ("entry", "target", "path"),
    [
        ("2026/e.md", "x.jpg", "2026/x.jpg"), ("photos/2026/e.md", "x.jpg", "photos/2026/x.jpg"), ("e.md", "x.jpg", "2026/x.jpg"),
        ("journals/e.md", "../assets/i.png", "assets/i.png"), ("e.md", "a%20b.jpg", "a b.jpg"), ("e.md", "A B.JPG", "a b.jpg"),
        ("e.md", "E\u0301.png", "photos/é.png"), ("e.md", "2026/x.jpg#page=2", "2026/x.jpg"),
        ("e.md", "/photos/2026/x.jpg", "photos/2026/x.jpg"),
        ("a/e.md", "..\\2026\\x.jpg", "2026/x.jpg"), ("e.md", "50%20off.jpg", "50%20off.jpg"), ("e.md", "c%23d.jpg", "c#d.jpg"),
        ("e.md", "c#d.jpg", "c#d.jpg"), ("e.md", "Case.jpg", "Case.jpg"), ("e.md", "case.jpg", "case.jpg"),
        ("b/c/e.md", "2026/x.jpg", "2026/x.jpg"),
    ],
)  # fmt: skip
def test_files_are_found_as_their_writers_mean_them(entry: str, target: str, path: str) -> None:
    assert FILES.find(entry, target) == path


@pytest.mark.parametrize(
    ("entry", "target", "why"),
    [
        ("e.md", "nope.jpg", Unfound.MISSING), ("2025/e.md", "../../etc/x.jpg", Unfound.OUTSIDE),
        ("j/e.md", "..%2f..%2fx.jpg", Unfound.OUTSIDE), ("e.md", "/etc/hosts.png", Unfound.OUTSIDE),
        ("e.md", "C:/x.jpg", Unfound.OUTSIDE), ("e.md", "away.jpg", Unfound.OUTSIDE), ("e.md", "elsewhere/x.jpg", Unfound.OUTSIDE),
        ("e.md", "x\0.jpg", Unfound.OUTSIDE), ("e.md", "", Unfound.MISSING),
    ],
)  # fmt: skip
def test_why_there_is_none(entry: str, target: str, why: Unfound) -> None:
    assert FILES.find(entry, target) is why


@given(st.text("./\\%2fx jpg#?:~", max_size=16), st.sampled_from(["e.md", "a/e.md", "a/b/e.md"]))
def test_nothing_is_found_but_files_of_the_journal(target: str, entry: str) -> None:
    found = Files(["x.jpg", "a/x.jpg"]).find(entry, target)
    assert isinstance(found, Unfound) or found in ("x.jpg", "a/x.jpg")
