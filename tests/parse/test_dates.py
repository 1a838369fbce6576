from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.days import counted_day, today_of
from journalgen.parse.dates import (
    NotADateError,
    When,
    day_in_folders,
    day_in_format,
    day_in_name,
    read_date,
    read_time,
    written_in_format,
)

DAY = dt.date(2026, 3, 14)


def at(hour: int, minute: int = 0, second: int = 0) -> dt.time:
    return dt.time(hour, minute, second)


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("2026-03-14", DAY, None),
        (" 2026-03-14 ", DAY, None),
        ("2026/03/14", DAY, None),
        ("2026.03.14", DAY, None),
        ("2026_03_14", DAY, None),
        ("20260314", DAY, None),
        ("2026-3-4", dt.date(2026, 3, 4), None),
        ("2026-03-14T21:40", DAY, at(21, 40)),
        ("2026-03-14 21:40:05", DAY, at(21, 40, 5)),
        ("2026-03-14, 21:40", DAY, at(21, 40)),
        ("2026-03-14 9:30 PM", DAY, at(21, 30)),
        ("2026-03-14 9 pm", DAY, at(21)),
        ("20260314T2140", DAY, at(21, 40)),
        ("20260314T214005Z", DAY, at(21, 40, 5)),
        ("2026-03-14T10:00:00.000Z", DAY, at(10)),
        ("2026-03-14T23:30:00-08:00", DAY, at(23, 30)),
        ("2026-03-14 00:30:00 +0900", DAY, at(0, 30)),
        ("2026-03-14T00:30:00+14:00", DAY, at(0, 30)),
        ("2026-03-14T10:00:00+09:00[Asia/Tokyo]", DAY, at(10)),
        ("[[2026-03-14]]", DAY, None),
        ("[[2026-03-14|Saturday]]", DAY, None),
        ("[[journal/2026-03-14]]", DAY, None),
        ("[[2026/03/14]]", DAY, None),
        ("0001-01-01", dt.date.min, None),
        ("0999-12-31", dt.date(999, 12, 31), None),
        ("1660-01-11", dt.date(1660, 1, 11), None),
        ("1899-12-31", dt.date(1899, 12, 31), None),
        ("2101-01-01", dt.date(2101, 1, 1), None),
        ("9999-12-31", dt.date.max, None),
        ("2024-02-29", dt.date(2024, 2, 29), None),
    ],
)
def test_a_date_field_is_read_as_it_stands(text: str, day: dt.date, time: dt.time | None) -> None:
    assert read_date(text) == When(day, time)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("03/04/2026", "order"),
        ("3.4.2026", "order"),
        ("14-03-2026", "order"),
        ("1/2/03", "order"),
        ("[[03/04/2026]]", "order"),
        ("2026-02-30", "impossible"),
        ("2025-02-29", "impossible"),
        ("2026-13-01", "impossible"),
        ("2026-00-10", "impossible"),
        ("0000-01-01", "impossible"),
        ("", "unreadable"),
        ("today", "unreadable"),
        ("2026", "unreadable"),
        ("2026-03", "unreadable"),
        ("2026-03/14", "unreadable"),
        ("2026-073", "unreadable"),
        ("2026-W11-6", "unreadable"),
        ("12-25", "unreadable"),
        ("March 14, 2026", "unreadable"),
        ("2026-03-145", "unreadable"),
        ("2026-03-14T25:00", "unreadable"),
        ("2026-03-14T", "unreadable"),
        ("2026-03-14 (Saturday)", "unreadable"),
        ("<%= new Date() %>", "unreadable"),
        ("２０２６-03-14", "unreadable"),
        ("12026-03-14", "unreadable"),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    with pytest.raises(NotADateError) as caught:
        read_date(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:30", at(9, 30)),
        ("09.30", at(9, 30)),
        ("9h30", at(9, 30)),
        ("00:00", at(0)),
        ("23:59:59", at(23, 59, 59)),
        ("21:40:05.123", at(21, 40, 5)),
        ("9:30 pm", at(21, 30)),
        ("12:30 a.m.", at(0, 30)),
        ("12 PM", at(12)),
        ("9pm", at(21)),
        ("21h", at(21)),
        ("0930", at(9, 30)),
        ("214005", at(21, 40, 5)),
        ("21:40 +0100", at(21, 40)),
        ("21:40Z", at(21, 40)),
    ],
)
def test_a_time_field_is_the_time_on_the_wall(text: str, time: dt.time) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text", ["", "24:00", "9:60", "13 pm", "13:00 pm", "0 am", "99h", "930", "evening", "9", "21：40", "2460"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("stem", "day", "time", "rest"),
    [
        ("2026-03-14", DAY, None, ""),
        ("2026_03_14", DAY, None, ""),
        ("2026.03.14", DAY, None, ""),
        ("20260314", DAY, None, ""),
        ("2020-11-4", dt.date(2020, 11, 4), None, ""),
        ("2026-3-14", DAY, None, ""),
        ("2026-03-14-slug-of-a-post", DAY, None, "slug-of-a-post"),
        ("2026-03-14 Saturday", DAY, None, "Saturday"),
        ("2026-03-14_evening", DAY, None, "evening"),
        ("2026-03-14b", DAY, None, "b"),
        ("2026-03-14 (2)", DAY, None, "(2)"),
        ("2026-03-14-2", DAY, None, "2"),
        ("2026-03-14T2140", DAY, at(21, 40), ""),
        ("2026-03-14-2140", DAY, at(21, 40), ""),
        ("2026-03-14 21.40", DAY, at(21, 40), ""),
        ("2026-03-14T21_40_05", DAY, at(21, 40), ""),
        ("2026-03-14 at 21.40.05", DAY, at(21, 40), ""),
        ("20260314T214005Z", DAY, at(21, 40), ""),
        ("202603142140", DAY, at(21, 40), ""),
        ("20260314214005", DAY, at(21, 40), ""),
        ("2026-03-14-2140-walk", DAY, at(21, 40), "walk"),
        ("2022-12-08T22_50_59.704Z", dt.date(2022, 12, 8), at(22, 50), ""),
        ("2026-03-14-2460", DAY, None, "2460"),
        ("2026-03-14-10-things", DAY, None, "10-things"),
        ("2026-03-14Tea", DAY, None, "Tea"),
        ("2026-03-14-Zoe", DAY, None, "Zoe"),
        ("0001-01-01", dt.date.min, None, ""),
        ("9999-12-31-last", dt.date.max, None, "last"),
    ],
)
def test_a_name_begins_with_its_day_and_may_go_on(stem: str, day: dt.date, time: dt.time | None, rest: str) -> None:
    assert day_in_name(stem) == When(day, time, rest)


@pytest.mark.parametrize(
    "stem",
    [
        "",
        "notes",
        "2026",
        "2026-03",
        "202603",
        "2026-W11",
        "D-20260314",
        "20260314123",
        "1.2.3",
        "10-things",
        "192.168.1.1",
    ],
)
def test_a_name_without_a_day_has_none(stem: str) -> None:
    assert day_in_name(stem) is None


@pytest.mark.parametrize(
    ("stem", "reason"),
    [
        ("03-04-2026", "order"),
        ("14.3.26", "order"),
        ("1-2-2026 trip", "order"),
        ("2026-02-30", "impossible"),
        ("20261301", "impossible"),
    ],
)
def test_a_name_with_an_odd_day_says_why(stem: str, reason: str) -> None:
    with pytest.raises(NotADateError) as caught:
        day_in_name(stem)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("path", "when"),
    [
        ("2026/03/14", When(DAY)),
        ("old/2026/03/14", When(DAY)),
        ("2026/3/4", When(dt.date(2026, 3, 4))),
        ("2026/03-14", When(DAY)),
        ("2026/03-14-slug", When(DAY, None, "slug")),
        ("2026/03/14-slug", When(DAY, None, "slug")),
        ("2026/03/14T2140", When(DAY, at(21, 40))),
        ("2026/03/14/anything", When(DAY, None, "anything")),
        ("2026/03/14/2140", When(DAY, at(21, 40))),
        ("0001/01/01", When(dt.date.min)),
        ("9999/12/31", When(dt.date.max)),
        ("2026/03/32", None),
        ("2026/13/01", None),
        ("2026/03/140", None),
        ("2026/March/14", None),
        ("03/14", None),
        ("14", None),
        ("2026/99-99", None),
        ("٢٠٢٦/03/14", None),
    ],
)
def test_folders_and_name_say_a_day_together(path: str, when: When | None) -> None:
    *parents, stem = path.split("/")
    assert day_in_folders(tuple(parents), stem) == when


def test_folders_with_an_impossible_day_say_so() -> None:
    with pytest.raises(NotADateError):
        day_in_folders(("2026", "02"), "30")


@pytest.mark.parametrize(
    ("path", "written", "moment", "day"),
    [
        ("2026-03-14", "YYYY-MM-DD", True, DAY),
        ("14.03.2026", "DD.MM.YYYY", True, DAY),
        ("14-03-26", "DD-MM-YY", True, DAY),
        ("14-03-69", "DD-MM-YY", True, dt.date(1969, 3, 14)),
        ("2026/03-March/2026-03-14-Saturday", "YYYY/MM-MMMM/YYYY-MM-DD-dddd", True, DAY),
        ("March 14th, 2026", "MMMM Do, YYYY", True, DAY),
        ("Daily 2026-03-14", "[Daily] YYYY-MM-DD", True, DAY),
        ("2026-03-14 Samstag", "YYYY-MM-DD dddd", True, DAY),
        ("Sa 2026-03-14", "dd YYYY-MM-DD", True, DAY),
        ("2026_03_14", "yyyy_MM_dd", False, DAY),
        ("Mar 14th, 2026", "MMM do, yyyy", False, DAY),
        ("Sat, 14-03-2026", "E, dd-MM-yyyy", False, DAY),
        ("day 2026-03-14", "'day' yyyy-MM-dd", False, DAY),
        ("2026-02-30", "YYYY-MM-DD", True, None),
        ("März 14, 2026", "MMMM D, YYYY", True, None),
        ("2026-W11", "gggg-[W]ww", True, None),
        ("notes", "YYYY-MM-DD", True, None),
    ],
)
def test_a_vaults_own_format_is_read(path: str, written: str, moment: bool, day: dt.date | None) -> None:
    assert day_in_format(path, written, moment=moment) == (When(day) if day else None)


@pytest.mark.parametrize(
    ("written", "moment", "text"),
    [
        ("DD-MM-YYYY", True, "07-06-2026"),
        ("dd_MM_yyyy", False, "07_06_2026"),
        ("YYYY/MM-MMMM/YYYY-MM-DD", True, "2026/06-June/2026-06-07"),
        ("dddd, MMMM Do YYYY", True, "Sunday, June 7th 2026"),
        ("ddd dd D.M.YY", True, "Sun Su 7.6.26"),
        ("EEEE, MMM do, yyyy", False, "Sunday, Jun 7th, 2026"),
        ("E EEE d", False, None),
        ("[Daily] YYYY", True, "Daily 2026"),
        ("'day' yyyy", False, "day 2026"),
        ("GGGG-[W]WW", True, "2026-W23"),
        ("gggg-[W]ww Q", True, "2026-W24 2"),
        ("YYYY.MM.DD é", True, "2026.06.07 é"),
        ("YYYY-MM-DD HHmm", True, None),
        ("YYYY-DDDD", True, None),
        ("Mo YYYY", True, None),
        ("yy-MM-DD", True, None),
        ("do MM YYYY", True, None),
        ("YYYY \\D", True, None),
        ("yyyy-MM-DD", False, None),
        ("dddd yyyy", False, None),
        ("yyyy''MM", False, None),
        ("yyyy W", False, None),
        ("yyyy[MM]", False, None),
    ],
)
def test_a_day_is_written_in_a_vaults_own_format(written: str, moment: bool, text: str | None) -> None:
    assert written_in_format(dt.date(2026, 6, 7), written, moment=moment) == text


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (dt.date(2021, 1, 1), "2021-01"), (dt.date(2020, 12, 27), "2021-01"), (dt.date(2020, 12, 26), "2020-52"),
        (dt.date(2022, 1, 1), "2022-01"), (dt.date(2022, 1, 2), "2022-02"), (dt.date(2016, 12, 31), "2016-53"),
        (dt.date(9999, 12, 31), "10000-01"),
    ],
)  # fmt: skip
def test_weeks_are_those_of_moment_in_english(day: dt.date, week: str) -> None:
    assert written_in_format(day, "gggg-ww", moment=True) == week


_MOMENT = (("YYYY",), ("MM", "M", "MMM", "MMMM"), ("DD", "D", "Do"), ("dddd", "ddd", "dd", "[on]", "WW", "Q"))
_JAVA = (("yyyy", "YYYY"), ("MM", "M", "MMM", "MMMM"), ("dd", "do"), ("EEEE", "EEE", "E", "'on'"))


@st.composite
def formats(draw: st.DrawFn) -> tuple[str, bool]:
    moment = draw(st.booleans())
    parts = [draw(st.sampled_from(each)) for each in (_MOMENT if moment else _JAVA)]
    return draw(st.sampled_from("-_./ ,")).join(draw(st.permutations(parts))), moment


@given(st.dates(), formats())
@settings(deadline=None, max_examples=300)
def test_what_is_written_in_a_format_is_read_back(day: dt.date, how: tuple[str, bool]) -> None:
    written, moment = how
    text = written_in_format(day, written, moment=moment)
    assert text is not None
    assert day_in_format(text, written, moment=moment) == When(day)


@given(st.dates(), st.times())
@settings(deadline=None, max_examples=200)
def test_every_day_of_the_calendar_is_read_back(day: dt.date, time: dt.time) -> None:
    time = time.replace(microsecond=0)
    assert read_date(day.isoformat()) == When(day)
    assert read_date(f"{day}T{time}+05:30") == When(day, time)
    assert day_in_name(f"{day}") == day_in_name(f"{day:%Y%m%d}".rjust(8, "0")) == When(day)
    assert day_in_folders((f"{day.year:04}", f"{day.month:02}"), f"{day.day:02}") == When(day)


@given(st.text(max_size=30))
@settings(deadline=None, max_examples=300)
def test_no_text_breaks_the_readers(text: str) -> None:
    reasons: set[str] = set()
    for reader in (read_date, day_in_name):
        try:
            reader(text)
        except NotADateError as error:
            reasons.add(error.reason)
    assert reasons <= {"order", "impossible", "unreadable"}
    read_time(text)
    for moment in (True, False):
        day_in_format(text, text, moment=moment)
        written_in_format(DAY, text, moment=moment)


@given(st.dates(), st.none() | st.times(), st.times())
@settings(deadline=None, max_examples=200)
def test_the_small_hours_count_for_the_day_before(day: dt.date, time: dt.time | None, start: dt.time) -> None:
    counted = counted_day(day, time, start)
    early = time is not None and time < start
    assert (day - counted).days == (1 if early and day > dt.date.min else 0)


@pytest.mark.parametrize(
    ("time", "counted"),
    [(at(2, 30), dt.date(2026, 3, 13)), (at(3, 59), dt.date(2026, 3, 13)), (at(4), DAY), (None, DAY)],
)
def test_a_day_may_start_at_four(time: dt.time | None, counted: dt.date) -> None:
    assert counted_day(DAY, time, at(4)) == counted


def test_today_is_still_yesterday_before_the_day_starts() -> None:
    assert today_of(dt.datetime(2026, 3, 14, 2, 30), at(4)) == dt.date(2026, 3, 13)  # noqa: DTZ001
    assert today_of(dt.datetime(2026, 3, 14, 2, 30), at(0)) == DAY  # noqa: DTZ001
