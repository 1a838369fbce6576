from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import Config
from journalgen.parse.entry import DayFormat, EntryParser
from tests.parse.entries import made, parsed, told

DAY = dt.date(2026, 3, 14)
PARSER = EntryParser(Config())


@pytest.mark.parametrize(
    ("path", "front", "day", "codes"),
    [
        ("2026-03-14.md", "", DAY, []),
        ("_posts/2026-03-14-a-slug.md", "layout: post", DAY, []),
        ("2026/03/14.md", "", DAY, []),
        ("2026/03-14.md", "", DAY, []),
        ("notes.md", "date: 2026-03-14", DAY, []),
        ("notes.md", "date: [[2026-03-14]]", DAY, []),
        ("notes.md", 'date: "[[2026-03-14]]"', DAY, []),
        ("notes.md", "date: 2026-03-13T23:30:00-08:00", dt.date(2026, 3, 13), []),
        ("2026-03-14.md", "date: 2026-03-14T00:30:00+09:00", DAY, []),
        ("2026-03-14.md", "date: 2026-03-15", dt.date(2026, 3, 15), ["date-differs"]),
        ("2026-03-14.md", "date:", DAY, []),
        ("2026-03-14.md", "date: 03/04/2026", DAY, ["date-order"]),
        ("03-04-2026.md", "", None, ["name-order"]),
        ("03-04-2026.md", "date: 2026-04-03", dt.date(2026, 4, 3), []),
        ("2026-02-30.md", "", None, ["name-impossible"]),
        ("2026/03/01-04-2026.md", "", None, ["name-order"]),
        ("2026/03-04-2026.md", "", None, ["name-order"]),
        ("2026/03/14/10-11-12.md", "", DAY, []),
        ("2026/02/30.md", "", None, ["name-impossible"]),
        ("2026/03/2026-03-14.md", "", DAY, []),
        ("notes.md", "created: 2026-03-14", None, []),
        ("1660-01-11.md", "", dt.date(1660, 1, 11), []),
        ("2150-01-01.md", "", dt.date(2150, 1, 1), []),
        ("0001-01-01.md", "", dt.date.min, []),
        ("9999-12-31.md", "", dt.date.max, []),
    ],
)
def test_the_day_comes_from_front_matter_then_name_then_folders(
    path: str, front: str, day: dt.date | None, codes: list[str]
) -> None:
    entry = parsed(front, path=path, body="words")
    assert entry.day == day
    assert [each.code for each in entry.problems] == codes


@pytest.mark.parametrize(
    ("path", "front", "time"),
    [
        ("2026-03-14T2140.md", "", dt.time(21, 40)),
        ("2026-03-14-2140.md", "time: 9:30", dt.time(9, 30)),
        ("2026-03-14-2140.md", "date: 2026-03-14", dt.time(21, 40)),
        ("2026-03-14-2140.md", "date: 2026-03-15", None),
        ("2026-03-14.md", "date: 2026-03-14T21:40:05+02:00", dt.time(21, 40, 5)),
        ("2026-03-14.md", "time: 9:30", dt.time(9, 30)),
    ],
)
def test_the_time_belongs_to_the_day_that_counts(path: str, front: str, time: dt.time | None) -> None:
    assert parsed(front, path=path, body="x").time == time


def test_the_small_hours_keep_their_day_and_count_for_the_one_before() -> None:
    entry = parsed("time: 2:30", config=Config(day_starts_at=dt.time(4)))
    assert (entry.day, entry.counted, entry.time) == (DAY, dt.date(2026, 3, 13), dt.time(2, 30))


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("daily/14.03.2026.md", DAY),
        ("daily/2026-03-14.md", DAY),
        ("other/14.03.2026.md", None),
        ("14.03.2026.md", None),
    ],
)
def test_a_vaults_format_serves_in_its_own_folder(path: str, day: dt.date | None) -> None:
    parser = EntryParser(Config(), DayFormat("daily", "DD.MM.YYYY", moment=True))
    assert parser.parse(path, b"x").entry.day == day


@pytest.mark.parametrize(
    ("front", "body", "title", "opening"),
    [
        ("", "# Rain\n\nIt rained.", "Rain", "It rained."),
        ("title: Sun", "# Rain\n\nIt rained.", "Sun", "Rain It rained."),
        ("title: rain", "# Rain\n\nIt rained.", "rain", "It rained."),
        ("", "It rained.", "", "It rained."),
        ("", "Rainy day.\n\n# Rain", "Rain", "Rainy day. Rain"),
        ("", "> # Not mine\n\nIt rained.", "", "Not mine It rained."),
        ('title: "a\\0b"', "x", "ab", "x"),
        ("", "It rained.\n\n## 21:40\n\nStill.", "", "It rained. 21:40 Still."),
        ("", "It rained.\n\n## 9:40 pm After the call\n\n# Rain", "Rain", "It rained. 9:40 pm After the call Rain"),
        ("", "# 21:40\n\nIt rained.", "", "21:40 It rained."),
        ("", "# 21:40 After the call\n\nIt rained.", "21:40 After the call", "It rained."),
        ("", "It rained.\n\n# 10.30am", "", "It rained. 10.30am"),
        ("", "It rained.\n\n# 12.345 steps", "12.345 steps", "It rained. 12.345 steps"),
        ("", "It rained.\n\n# 12.11.2026", "12.11.2026", "It rained. 12.11.2026"),
        ("", "It rained.\n\n# 21.30 Uhr, zu Hause", "", "It rained. 21.30 Uhr, zu Hause"),
    ],
)
def test_the_title_is_given_or_the_heading(front: str, body: str, title: str, opening: str) -> None:
    entry = parsed(front, body=body)
    assert (entry.title, entry.opening) == (title, opening)


def test_an_opening_ends_with_a_word() -> None:
    opening = parsed(body="word " * 100).opening
    assert len(opening) <= 142
    assert opening.endswith("word …")


@pytest.mark.parametrize(
    ("data", "codes", "shown"),
    [
        (b"", ["empty"], ""),
        (b" \n", ["empty"], ""),
        (b"---\n---\n", [], ""),
        (b"\xef\xbb\xbf---\ntitle: x\n---\nhello", [], "hello"),
        (b"---\rtitle: x\r---\rhello", [], "hello"),
        (b"---\r\ntitle: x\r\n---\r\nhello", [], "hello"),
        (b"caf\xe9", ["not-utf-8"], "café"),
        (b"\x89PNG\0", ["binary"], ""),
        (b"---\ntitle: x\n\nhello", ["frontmatter-unclosed"], "hello"),
        (b"---\ntitle: [\n---\nhello", ["yaml-syntax"], "hello"),
        (b"---\n\ttitle: x\n---\nhello", ["yaml-tab"], "hello"),
        (b"---\na: " + b"[" * 1_000_000 + b"\n---\nhello", ["yaml-too-deep"], "hello"),
        (b"---\na: " + b"{a: " * 200 + b"\n---\nhello", ["yaml-too-deep"], "hello"),
        ((b"---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n"
          b"d: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\n---\nhello"), ["yaml-too-large"], "hello"),
        (b"> " * 3000 + b"hello", ["markdown-too-deep"], "hello"),
        (b'{\n"title": "\\ud800"\n}\nhello', ["json-syntax"], "hello"),
        (b'+++\nsleep = "7:30"\nmood = 7\n+++\nhello', [], "hello"),
    ],
)  # fmt: skip
def test_whatever_a_file_holds_is_shown_as_far_as_it_can_be(data: bytes, codes: list[str], shown: str) -> None:
    result = PARSER.parse("2026-03-14.md", data)
    assert [each.code for each in result.entry.problems] == codes
    assert all(each.where.path == "2026-03-14.md" for each in result.entry.problems)
    assert shown in result.html
    assert result.entry.day == DAY


def test_an_enormous_file_is_shown_from_its_start_and_its_fields_count() -> None:
    data = b"---\ndate: 2026-03-15\nprivate: true\n---\n" + "é words ".encode() * 300_000
    result = PARSER.parse("2026-03-15.md", data[:2_000_001])
    assert [each.code for each in result.entry.problems] == ["too-large"]
    assert result.entry.private
    assert result.entry.day == dt.date(2026, 3, 15)
    assert result.html.startswith('<pre class="plain">é words')
    assert "private" not in result.html


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("---\nmood: [\nprivate: true\n---\nx", True),
        ("---\nprivate: true\nmood: 4\n\nx", True),
        ("---\n{mood: 4, private: true,, }\n---\nx", True),
        ("---\nmood: [\nprivate: false\n---\nx", False),
        ("---\nmood: [\n---\nprivate life", False),
        ("private: true", False),
    ],
)
def test_front_matter_that_cannot_be_read_may_still_say_private(text: str, private: bool) -> None:
    assert PARSER.parse("2026-03-14.md", text.encode()).entry.private is private


def test_a_file_that_cannot_be_opened_keeps_its_day() -> None:
    entry = PARSER.unreadable("2026-03-14.md", "Permission denied").entry
    assert entry.day == DAY
    assert told(entry) == [("2026-03-14.md", "unreadable-file")]


@pytest.mark.parametrize(
    ("words", "about"), [(0, 0), (1, 10), (14, 10), (15, 20), (94, 90), (95, 100), (330, 350), (1_012, 1_000)]
)
def test_other_pages_know_about_how_many_words_there_are(words: int, about: int) -> None:
    entry = made(words=words)
    assert entry.about_words == about
    # What others may show is the same as long as that is.
    assert (entry.shared == made(words=words + 1).shared) == (made(words=words + 1).about_words == about)


@pytest.mark.parametrize(
    ("fields", "body"), [("mind: calm", "# Then"), ("", "# Then\n\n![](https://example.org/a.png)")]
)
def test_other_pages_know_whether_anything_is_written_yet(fields: str, body: str) -> None:
    begun, after = parsed(body="# Then"), parsed(fields, body=body)
    assert (begun.written_on, after.written_on) == (None, DAY)
    assert after.shared != begun.shared


def test_words_are_those_that_are_seen() -> None:
    assert parsed("title: not counted\ntags: a", body="one *two* [three](https://example.org/not/seen)").words == 3


def test_the_digest_covers_fields_text_and_problems() -> None:
    variants = [
        "x",
        "y",
        "---\nmood: 3\n---\nx",
        "---\nmood: 4\n---\nx",
        "---\nmood: great\n---\nx",
        "---\nlang: de\n---\nx",
        "x\n\n<!-- -->",
    ]
    digests = {PARSER.parse("2026-03-14.md", text.encode()).entry.digest for text in variants[:-1]}
    assert len(digests) == len(variants) - 1
    assert PARSER.parse("2026-03-14.md", b"x") == PARSER.parse("2026-03-14.md", b"x")


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
@settings(deadline=None, max_examples=200)
def test_no_file_is_an_exception(data: bytes) -> None:
    for content in (data, b"---\n" + data + b"\n---\n", b"+++\n" + data + b"\n+++\n", b"{\n" + data + b"\n}\n"):
        result = PARSER.parse("2026-03-14.md", content)
        assert len(result.entry.digest) == 16
        result.html.encode()


@given(st.text("abcdef:[]{}-#&*!|>'\"%@`,? \n\t0123456789.", max_size=60))
@settings(deadline=None, max_examples=200)
def test_no_front_matter_is_an_exception(text: str) -> None:
    for key in ("mood", "tags", "coping", "scales", "date", "people", "x"):
        PARSER.parse("2026-03-14.md", f"---\n{key}: {text}\n---\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        "---\nprivate: true\nmood: great\n---\n\0z", "---\n- private: true\n---\nx", "---\nprivat: true\n---\nx",
        "---\nprivate: maybe\n---\nx", "---\nprivate: true\na: [\n---\nx", '{\n"private": true,\n}\nx',
    ],
)  # fmt: skip
def test_what_may_have_been_meant_as_private_is_hidden(text: str) -> None:
    assert EntryParser(Config()).parse("2026-03-14.md", text.encode()).entry.private


@pytest.mark.parametrize("text", ["---\nprivat: false\n---\nx", "---\nprivate:\n---\nx", "---\nprivate: no\n---\nx"])
def test_what_was_not_meant_as_private_is_not_hidden(text: str) -> None:
    assert not EntryParser(Config()).parse("2026-03-14.md", text.encode()).entry.private


def test_what_outliners_note_for_themselves_is_shown_where_the_writer_put_it() -> None:
    assert [field.name for field in parsed("id: abc\ncssclass: x", body="id:: 64a\n\nwords").fields] == [
        "id",
        "cssclass",
    ]


def test_an_entry_knows_the_names_of_its_headings() -> None:
    assert parsed(body="# Title\n\n## The Evening\n\n## The Evening\n\n> ### Größe").headings == (
        "größe", "the-evening", "the-evening-1", "title",
    )  # fmt: skip


def test_where_a_link_stands_in_its_file_is_nothing_that_others_show() -> None:
    long = "word " * 60
    one, other = (parsed(body=f"{long}\n\n{more}See [[2026-03-13]].") for more in ("", "New.\n\n"))
    assert one.links != other.links
    assert one.shared == other.shared
    assert parsed(body=f"{long}\n\nWrite of [[2026-03-13]].").shared != one.shared
    assert parsed(body=f"{long}\n\n## New\n\nSee [[2026-03-13]].").shared != one.shared
