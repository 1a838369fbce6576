"""Days, times and numbers in words."""

from __future__ import annotations

import datetime as dt

from journalgen.render.dates import Dates

ENGLISH = Dates("en_001")
GERMAN = Dates("de")
DAY = dt.date(2026, 3, 14)


def test_days() -> None:
    assert ENGLISH.day_long(DAY) == "Saturday, 14 March 2026"
    assert GERMAN.day_long(DAY) == "Samstag, 14. März 2026"
    assert ENGLISH.day_short(DAY) == "14 Mar 2026"
    assert GERMAN.day_short(DAY) == "14.03.2026"
    assert ENGLISH.day_in_month(DAY) == "Sat 14"
    assert GERMAN.weekday(DAY) == "Samstag"


def test_all_years() -> None:
    assert ENGLISH.day_long(dt.date.min) == "Monday, 1 January 1"
    assert ENGLISH.day_long(dt.date.max) == "Friday, 31 December 9999"
    assert GERMAN.day_long(dt.date(1660, 1, 1)) == "Donnerstag, 1. Januar 1660"


def test_months() -> None:
    assert [ENGLISH.month_name(3), ENGLISH.month_name(3, 2026)] == ["March", "March 2026"]
    assert [GERMAN.month_name(3), GERMAN.month_name(3, 1)] == ["März", "März 1"]
    assert Dates("es").month_name(3, 2026) == "marzo de 2026"
    assert Dates("ru").month_name(3) == "март"
    assert ENGLISH.month_short(12) == "Dec"


def test_days_of_every_year() -> None:
    assert [ENGLISH.day_of_year(2, 29), GERMAN.day_of_year(3, 14)] == ["29 February", "14. März"]
    assert Dates("ja").day_of_year(3, 14) == "3月14日"


def test_what_joins_a_list() -> None:
    assert [ENGLISH.joints_of_list(length) for length in (1, 2, 3)] == [("",), (" and ", ""), (", ", " and ", "")]
    assert GERMAN.joints_of_list(3) == (", ", " und ", "")
    assert Dates("ja").joints_of_list(4) == ("、", "、", "、", "")


def test_one_language_leaves_no_trace_in_another() -> None:
    japanese, german = Dates("ja"), Dates("de")
    assert (japanese.month_name(3), japanese.weekday(DAY)) == ("3月", "土曜日")
    assert (german.month_name(3), german.weekday(DAY)) == ("März", "Samstag")
    assert german.month_short(3) == "Mär"


def test_weeks() -> None:
    assert [short for short, _ in ENGLISH.weekday_heads(0)] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert GERMAN.weekday_heads(6)[0][1] == "Sonntag"
    assert [ENGLISH.first_day, Dates("en_US").first_day, Dates("ar_EG").first_day] == [0, 6, 5]


def test_times_and_numbers() -> None:
    assert GERMAN.clock(dt.time(21, 5)) == "21:05"
    assert ENGLISH.clock(dt.time(21, 5)) == "9:05\u202fpm"
    assert [GERMAN.number(1412), GERMAN.number(7.1), GERMAN.number(7.0)] == ["1.412", "7,1", "7"]


def test_figures() -> None:
    assert [Dates("de").figure(text) for text in ("4.5", "7", "7:30", "a.b")] == ["4,5", "7", "7:30", "a.b"]
    assert Dates("en_001").figure("4.5") == "4.5"
