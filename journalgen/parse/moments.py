"""When something was, as it is typed in a command: a few words and ISO's days and times, and nothing that could be two."""

from __future__ import annotations

import datetime as dt
import re

from journalgen.model.days import today_of
from journalgen.parse.dates import NotADateError, When, read_date, read_time

# Each language has its own words beside English ones. Names of weekdays are left out: nobody knows which Sunday is meant.
_DAYS = {"": {"today": 0, "yesterday": 1}, "de": {"heute": 0, "gestern": 1, "vorgestern": 2}}
_WORD_AND_TIME = re.compile(r"([^\W\d_]+)(?:,?\s+(?:at\s+|um\s+)?(\d.*))?", re.DOTALL)
_HOUR = re.compile(r"(\d{1,2}(?:[:.]\d{2})?)\s*uhr", re.IGNORECASE)


def read_moment(text: str, now: dt.datetime, day_starts_at: dt.time, *languages: str) -> When:
    """Return the civil day, and the time where one is said, of `2026-03-14 21:40`, `yesterday 21:00`, `today` or `21:00`.

    A word means the writer's day, in which the small hours before `day_starts_at` are the last of all. `languages` are the tags
    of those whose words are known beside English ones.
    Raises `NotADateError`, with `to-come` for a time alone that today has still to bring, and with `two-nights` for one of the
    small hours that are still to come: by the calendar it would be of the night before.
    """
    text = " ".join(text.split())
    today = today_of(now, day_starts_at)
    if word := _WORD_AND_TIME.fullmatch(text):
        known = dict(_DAYS[""])
        for tag in languages:
            known |= _DAYS.get(tag.split("-", maxsplit=1)[0], {})
        back = known.get(word[1].casefold())
        if back is None or today.toordinal() <= back:
            raise NotADateError("unreadable")
        found = _civil(today - dt.timedelta(days=back), _clock(word[2]) if word[2] else None, day_starts_at)
        if found.time and found.day > today and dt.datetime.combine(found.day, found.time) > now:
            raise NotADateError("two-nights")
        return found
    # Four digits may be a year.
    if not text.isdigit() and (_HOUR.fullmatch(text) or read_time(text)):
        found = _civil(today, _clock(text), day_starts_at)
        if found.time and dt.datetime.combine(found.day, found.time) > now:
            raise NotADateError("two-nights" if found.day > today else "to-come")
        return found
    return read_date(text)


def _clock(text: str) -> dt.time:
    hour = _HOUR.fullmatch(text)
    time = read_time(hour[1] if hour and not hour[1].isdigit() else f"{hour[1]}:00" if hour else text)
    if time is None:
        raise NotADateError("unreadable")
    return time


def _civil(day: dt.date, time: dt.time | None, day_starts_at: dt.time) -> When:
    """Return the day on the calendar of a time on the writer's day."""
    is_next = time is not None and time < day_starts_at and day < dt.date.max
    return When(day + dt.timedelta(days=1) if is_next else day, time)
