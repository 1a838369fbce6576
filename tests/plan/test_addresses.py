from __future__ import annotations

import datetime as dt
import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.plan import addresses as at
from tests.parse.entries import made

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ALIKE = st.text("aAàa\u0300ßsSıiİ./ -_COcon1¹ﬁf\ufe0f☕", max_size=6)
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def compared(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def is_safe(name: str) -> bool:
    return (
        0 < len(name.encode()) <= 255
        and not RESERVED.match(name)
        and not set(name) & set('<>:"/\\|?*. ')
        and not name.startswith("-")
        and all(unicodedata.category(letter)[0] in "LMN" or letter == "-" for letter in name)
    )


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Walk", "walk"), ("two words", "two-words"), ("Grüße", "grüsse"), ("Cafe\u0301", "café"),
        ("C++", "c"), ("日本語", "日本語"), ("हिन्दी", "हिन्दी"),
        ("con", "con-"), ("COM1", "com1-"), ("COM¹", "com1-"), ("console", "console"), ("con.x", "con-x"),
        ("../../etc", "etc"), ("", ""), ("☕️", ""),
        ("!!!", ""), ("a\0b", "a-b"), ("-a-", "a"), ("x" * 300, "x" * 60), ("é" * 100, "é" * 30),
    ],
)  # fmt: skip
def test_a_slug_keeps_letters_of_any_script_in_one_case(text: str, slug: str) -> None:
    assert at.slug(text) == slug


@given(ANY | ALIKE)
@settings(deadline=None, max_examples=400)
def test_a_slug_is_always_a_safe_name_or_none(text: str) -> None:
    name = at.slug(text)
    assert not name or is_safe(name)
    assert len(name.encode()) <= 61


def test_an_enormous_text_has_a_slug_at_once() -> None:
    start = time.perf_counter()
    assert at.slug("x" * 1_000_000)
    assert time.perf_counter() - start < 3


@given(
    st.lists(ANY | ALIKE, max_size=12, unique=True),
    st.sampled_from(["tags", "people"]),
    st.sampled_from([None, b"key"]),
)
@settings(deadline=None, max_examples=200)
def test_names_of_a_kind_never_collide(names: list[str], kind: str, secret: bytes | None) -> None:
    keys = (
        {"/".join(parts[: depth + 1]) for name in names for parts in [name.split("/")] for depth in range(len(parts))}
        if kind == "tags"
        else names
    )
    found = at.term_addresses(kind, keys, secret)
    assert set(found) == set(keys)
    paths = [compared(path) for path in found.values()]
    assert len(set(paths)) == len(paths)
    assert compared(at.kind_address(kind)) not in paths
    for path in found.values():
        assert all(is_safe(part) for part in path.removesuffix(".html").split("/"))
        assert found == at.term_addresses(kind, reversed(list(keys)), secret)


def test_deep_nesting_stays_within_the_longest_path() -> None:
    keys = ["/".join(["a-rather-long-name-of-a-tag"] * depth) for depth in range(1, 200)]
    found = at.term_addresses("tags", keys)
    assert len(set(found.values())) == len(keys)
    assert max(len(path.encode()) for path in found.values()) < 240


def test_a_nested_tag_lies_in_its_parents_folder() -> None:
    assert at.term_addresses("tags", ["play", "play/hamlet", "index"])["play/hamlet"] == "tags/play/hamlet.html"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([("2026-03-14", "a.md", {})], ["2026/03/14.html"]),
        ([("2026-03-14", "a.md", {"name": "walk"})], ["2026/03/14.html"]),
        (
            [("2026-03-14", "a.md", {"name": "walk"}), ("2026-03-14", "b.md", {"name": "Tea time"})],
            ["2026/03/14-walk.html", "2026/03/14-tea-time.html"],
        ),
        (
            [("2026-03-14", "a.md", {"time": dt.time(9, 30)}), ("2026-03-14", "b.md", {})],
            ["2026/03/14-0930.html", "2026/03/14-1.html"],
        ),
        ([("0001-01-01", "a.md", {}), ("9999-12-31", "b.md", {})], ["0001/01/01.html", "9999/12/31.html"]),
        (
            [(None, "Letter.md", {"name": "Letter"}), (None, "index.md", {"name": "con"})],
            ["undated/letter.html", "undated/con-.html"],
        ),
    ],
)  # fmt: skip
def test_entries_lie_by_their_day(
    entries: list[tuple[str | None, str, dict[str, object]]], expected: list[str]
) -> None:
    made_entries = [made(day, path, **others) for day, path, others in entries]
    assert list(at.entry_addresses(made_entries).values()) == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2026-03-14", "2026-03-01", None]), ANY | ALIKE, st.none() | st.just(dt.time(9, 30))
        ),
        max_size=10,
    ),
    st.sampled_from([None, b"key"]),
)
@settings(deadline=None, max_examples=200)
def test_addresses_of_entries_never_collide(
    rows: list[tuple[str | None, str, dt.time | None]], secret: bytes | None
) -> None:
    entries = [made(day, f"{number}.md", name=name, time=when) for number, (day, name, when) in enumerate(rows)]
    found = at.entry_addresses(entries, secret)
    several = [
        at.day_address(dt.date.fromisoformat(day))
        for day in ("2026-03-14", "2026-03-01")
        if sum(row[0] == day for row in rows) > 1
    ]
    paths = [
        compared(path)
        for path in (*found.values(), *several, at.UNDATED, at.month_address(2026, 3), at.year_address(2026))
    ]
    assert len(set(paths)) == len(paths)
    for path in found.values():
        assert all(is_safe(part) for part in path.removesuffix(".html").split("/"))


def test_plain_names_tell_nothing_without_the_key() -> None:
    entries = [
        made("2026-03-14", "affair.md", name="affair"),
        made("2026-03-14", "b.md", name="affair"),
        made(None, "secret.md", name="secret"),
    ]
    one, other = (at.entry_addresses(entries, key) for key in (b"one", b"other"))
    assert all("affair" not in path and "secret" not in path for path in one.values())
    assert not set(one.values()) & set(other.values())
    assert at.short_digest("b.md") not in "".join(one.values())
    assert set(at.term_addresses("tags", ["x"], b"one").values()) != set(
        at.term_addresses("tags", ["x"], b"other").values()
    )


def test_pages_of_days_months_and_years_have_lasting_addresses() -> None:
    assert at.day_address(dt.date(2026, 3, 4)) == "2026/03/04.html"
    assert at.month_address(2026, 3) == "2026/03/index.html"
    assert at.year_address(999) == "0999/index.html"
    days = [dt.date(1, 1, 1) + dt.timedelta(days=number) for number in range(800)]
    assert all(at.day_address(one) < at.day_address(other) for one, other in pairwise(days))


def test_threads_and_goals_have_folders_of_their_own_and_names_that_any_system_takes() -> None:
    keys = ("sleep", "..", "con", "index", "x" * 300, "\N{SNOWMAN}", "a/b")
    for kind, folder in (("thread", "threads"), ("goal", "goals")):
        found = at.thread_addresses(kind, keys)
        assert found["sleep"] == f"{folder}/sleep.html"
        assert found["con"] == f"{folder}/con-.html"
        assert found["index"] != f"{folder}/index.html"
        assert found["a/b"] == f"{folder}/a-b.html"
        assert all(re.fullmatch(rf"{folder}/[\w-]{{1,60}}\.html", address) for address in found.values())
        assert len(set(found.values())) == len(keys)


def test_a_secret_hides_the_names_of_threads() -> None:
    assert not any(key in address for key, address in at.thread_addresses("thread", ("sleep", "mam"), b"key").items())
