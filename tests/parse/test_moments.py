from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.model.days import counted_day
from journalgen.parse.dates import NotADateError
from journalgen.parse.moments import read_moment

NOW = dt.datetime(2026, 3, 15, 22, 10)  # noqa: DTZ001 -- the civil time on the wall
NIGHT = dt.datetime(2026, 3, 16, 1, 30)  # noqa: DTZ001
MIDNIGHT, FOUR = dt.time(0), dt.time(4)


def read(text: str, now: dt.datetime = NOW, starts: dt.time = MIDNIGHT, language: str = "en") -> str:
    found = read_moment(text, now, starts, language)
    return f"{found.day}" + (f" {found.time:%H:%M}" if found.time else "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-03-14", "2026-03-14"),
        ("2026-03-14 21:40", "2026-03-14 21:40"),
        ("2026-03-14T21:40", "2026-03-14 21:40"),
        ("today", "2026-03-15"),
        ("Yesterday", "2026-03-14"),
        ("yesterday 21:00", "2026-03-14 21:00"),
        ("yesterday at 9 pm", "2026-03-14 21:00"),
        (" yesterday,  9.30 ", "2026-03-14 09:30"),
        ("today 23:00", "2026-03-15 23:00"),
        ("21:00", "2026-03-15 21:00"),
        ("9 pm", "2026-03-15 21:00"),
        ("7h", "2026-03-15 07:00"),
    ],
)
def test_days_and_times(text: str, found: str) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("heute", "2026-03-15"),
        ("gestern 21 Uhr", "2026-03-14 21:00"),
        ("Vorgestern um 9.30 Uhr", "2026-03-13 09:30"),
        ("21 Uhr", "2026-03-15 21:00"),
        ("yesterday 21:00", "2026-03-14 21:00"),
    ],
)
def test_german_words_in_a_german_journal(text: str, found: str) -> None:
    assert read(text, language="de-AT") == found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("gestern", "unreadable"),
        ("tomorrow", "unreadable"),
        ("sunday", "unreadable"),
        ("sunday 21:00", "unreadable"),
        ("14.03.2026", "order"),
        ("03/04/2026", "order"),
        ("2026-02-30", "impossible"),
        ("2026", "unreadable"),
        ("2140", "unreadable"),
        ("25:00", "unreadable"),
        ("yesterday 25:00", "unreadable"),
        ("23:00", "to-come"),
        ("", "unreadable"),
        ("yesterday yesterday", "unreadable"),
    ],
)
def test_what_could_be_two_or_none_is_not_guessed_at(text: str, reason: str) -> None:
    with pytest.raises(NotADateError) as error:
        read(text)
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("today", "2026-03-15"),
        ("yesterday 21:00", "2026-03-14 21:00"),
        ("today 01:00", "2026-03-16 01:00"),
        ("yesterday 01:00", "2026-03-15 01:00"),
        ("21:00", "2026-03-15 21:00"),
        ("01:00", "2026-03-16 01:00"),
        ("2026-03-16 01:00", "2026-03-16 01:00"),
    ],
)
def test_before_the_day_starts_it_is_still_yesterday(text: str, found: str) -> None:
    assert read(text, NIGHT, FOUR) == found


@pytest.mark.parametrize("text", ["today 01:00", "today at 3:59", "01:00", "1 am"])
def test_of_two_nights_none_is_guessed_at(text: str) -> None:
    with pytest.raises(NotADateError) as error:
        read(text, NOW, FOUR)
    assert error.value.reason == "two-nights"


@given(st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2100, 1, 1)), st.times(), st.times())  # noqa: DTZ001
def test_a_time_on_a_day_counts_for_that_day(now: dt.datetime, time: dt.time, starts: dt.time) -> None:
    starts, time = starts.replace(second=0, microsecond=0), time.replace(second=0, microsecond=0)
    for word in ("today", "yesterday"):
        day = read_moment(word, now, starts).day
        try:
            found = read_moment(f"{word} {time:%H:%M}", now, starts)
        except NotADateError:
            # One of the small hours after today may be meant, or before it.
            assert (word, time < starts, dt.datetime.combine(day + dt.timedelta(1), time) > now) == (
                "today",
                True,
                True,
            )
        else:
            assert counted_day(found.day, found.time, starts) == day
