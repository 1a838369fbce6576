"""Days and times as people write them in front matter and in file names.

ISO order only (year, month, day): `03/04/2026` is never guessed at. Nothing passes through UTC; an offset is read and
dropped, since the civil day and time that stand there are the ones the writer lived.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

# Those that stand as text are compiled when they are first needed, which most runs never do.
_TIME = r"([01]?\d|2[0-3])[:.h]([0-5]\d)(?:[:.]([0-5]\d)(?:[.,]\d+)?)?"
_OFFSET = r"\s*(?:Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]+\])?"
_DAY = re.compile(r"(\d{4})(?:([-/._])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))", re.ASCII)
_AFTER_DAY = re.compile(r"(?:[Tt]|,?\s+|,)(.+)", re.DOTALL)
_CLOCK = rf"{_TIME}(?:\s*([AaPp])\.?[Mm]\.?)?{_OFFSET}"
_FULL_HOUR = rf"(\d{{1,2}})\s*(?:h|([AaPp])\.?[Mm]\.?){_OFFSET}"
_COMPACT = rf"([01]\d|2[0-3])([0-5]\d)([0-5]\d)?{_OFFSET}"
_OTHER_ORDER = r"(\d{1,2})[-/._](\d{1,2})[-/._](\d{4}|\d{2})(?!\d)"

_NAME_DAY = re.compile(
    r"(\d{4})(?:([-_.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?=\D|$|\d{4}(?:\d{2})?(?:\D|$))", re.ASCII
)
_NAME_TIME = (
    r"(?:[Tt]|[-_ ]|[-_ ]?at[-_ ])?([01]\d|2[0-3])[-:.h_]?([0-5]\d)(?:[-:._]?[0-5]\d(?:\.\d+)?)?"
    r"(?:[Zz](?![A-Za-z]))?(?=\D|$)"
)


class When(Struct, frozen=True):
    """A civil day, the time of day where one was written, and what is left of the name that they were read from."""

    day: dt.date
    time: dt.time | None = None
    rest: str = ""


class NotADateError(ValueError):
    """Text that is no day: `reason` is `order` (day or month first), `impossible` (30 February) or `unreadable`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _day(year: str, month: str, day: str) -> dt.date:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise NotADateError("impossible") from None


def read_date(text: str) -> When:
    """Return the day, and the time if one is there, that a `date:` field says; raises `NotADateError`."""
    text = _link_target(text.strip())
    found = _DAY.match(text)
    if not found:
        raise NotADateError("order" if re.match(_OTHER_ORDER, text, re.ASCII) else "unreadable")
    rest = text[found.end() :]
    after = _AFTER_DAY.fullmatch(rest)
    time = read_time(after[1]) if after else None
    if rest and time is None:
        raise NotADateError("unreadable")
    year, _, month, day, compact_month, compact_day = found.groups()
    return When(_day(year, month or compact_month, day or compact_day), time)


def _link_target(text: str) -> str:
    """Return what `[[2026-03-14]]`, `[[2026-03-14|Saturday]]` or `[[journal/2026-03-14]]` links to; other text as it is."""
    if not (text.startswith("[[") and text.endswith("]]")):
        return text
    target = text[2:-2].partition("|")[0].strip()
    return target if _DAY.match(target) or re.match(_OTHER_ORDER, target, re.ASCII) else target.rpartition("/")[2]


def read_time(text: str) -> dt.time | None:
    """Return the time of day that a `time:` field says (`9:30`, `21:40:05`, `9:30 pm`, `9 pm`, `2140`), or None."""
    text = text.strip()
    minute: str | None
    second: str | None
    half: str | None
    if found := re.fullmatch(_CLOCK, text, re.ASCII):
        hour, minute, second, half = found.groups()
    elif found := re.fullmatch(_FULL_HOUR, text, re.ASCII):
        hour, half = found.groups()
        minute = second = None
    elif found := re.fullmatch(_COMPACT, text, re.ASCII):
        hour, minute, second = found.groups()
        half = None
    else:
        return None
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half in "Pp" else 0)
    return dt.time(number, int(minute or 0), int(second or 0)) if number < 24 else None


def day_in_name(stem: str) -> When | None:
    """Return what a file's name without its ending says at its start, or None where it does not begin with a day.

    `2026-03-14`, `2026_03_14`, `20260314`, `2020-11-4`, each with a free suffix; a suffix such as `T2140` or `-2140` is a
    time. Raises `NotADateError` for a day that does not exist, or one that is written in another order.
    """
    found = _NAME_DAY.match(stem)
    if not found:
        if re.match(_OTHER_ORDER, stem, re.ASCII):
            raise NotADateError("order")
        return None
    year, _, month, day, compact_month, compact_day = found.groups()
    return _with_suffix(_day(year, month or compact_month, day or compact_day), stem[found.end() :])


def _with_suffix(day: dt.date, suffix: str) -> When:
    found = re.match(_NAME_TIME, suffix, re.ASCII)
    if found:
        time = dt.time(int(found[1]), int(found[2]))
        return When(day, time, suffix[found.end() :].strip("-_ ."))
    return When(day, None, suffix.strip("-_ ."))


def day_in_folders(parents: tuple[str, ...], stem: str) -> When | None:
    """Return the day that folders and name say together: `2026/03/14`, `2026/03-14`, `2026/03/14/anything`, or None."""
    if len(parents) >= 3 and _is_path_day(parents[-3:]):
        return _with_suffix(
            _day(parents[-3], parents[-2], parents[-1]), stem if stem.strip("0123456789") else "-" + stem
        )
    short = re.match(r"(\d{2})(?=\D|$)|(\d)$", stem, re.ASCII)
    if len(parents) >= 2 and short and _is_path_day((*parents[-2:], short[0])):
        return _with_suffix(_day(parents[-2], parents[-1], short[0]), stem[short.end() :])
    month_day = re.match(r"(\d{2})[-_.](\d{2})(?=\D|$)", stem, re.ASCII)
    if parents and month_day and _is_path_day((parents[-1], month_day[1], month_day[2])):
        return _with_suffix(_day(parents[-1], month_day[1], month_day[2]), stem[month_day.end() :])
    return None


def _is_path_day(parts: tuple[str, ...]) -> bool:
    year, month, day = parts
    return all(part.isascii() and part.isdigit() for part in parts) and (
        len(year) == 4 and len(month) <= 2 and len(day) <= 2 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    )


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _american_week(day: dt.date) -> tuple[int, int]:
    """Return year and number of the week as Moment.js has it in English: from Sunday, the first one holds 1 January."""
    # Its Saturday says the year; in the last days of the calendar there is none.
    saturday = day.toordinal() + 6 - day.isoweekday() % 7
    year = day.year + (saturday > dt.date(day.year, 12, 31).toordinal())
    return year, (1 if year > day.year else (saturday - dt.date(year, 1, 1).toordinal()) // 7 + 1)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_Writer = Callable[[dt.date], str]
_YEAR: _Writer = lambda day: f"{day.year:04}"  # noqa: E731
_SHORT_YEAR: _Writer = lambda day: f"{day.year % 100:02}"  # noqa: E731
_DAY_2: _Writer = lambda day: f"{day.day:02}"  # noqa: E731
_DAY_NAME: _Writer = lambda day: _DAY_NAMES[day.weekday()]  # noqa: E731
_SHORT_DAY_NAME: _Writer = lambda day: _DAY_NAMES[day.weekday()][:3]  # noqa: E731
_ORDINAL: _Writer = lambda day: _ordinal(day.day)  # noqa: E731


class _Token(NamedTuple):
    """A token of a format: how it is read, and how Moment.js and Java write it, None where they mean something else by it."""

    pattern: str
    moment: _Writer | None
    java: _Writer | None


# What Moment.js (Obsidian) and Java's DateTimeFormatter (Logseq) write in a format, longest first.
_FORMAT = {
    "YYYY": _Token(r"(?P<y>\d{4})", _YEAR, _YEAR),
    "yyyy": _Token(r"(?P<y>\d{4})", _YEAR, _YEAR),
    "YY": _Token(r"(?P<s>\d{2})", _SHORT_YEAR, _SHORT_YEAR),
    "yy": _Token(r"(?P<s>\d{2})", None, _SHORT_YEAR),
    "MMMM": _Token(r"(?P<n>[^\W\d]+)", *(lambda day: _MONTH_NAMES[day.month - 1],) * 2),
    "MMM": _Token(r"(?P<n>[^\W\d]+)\.?", *(lambda day: _MONTH_NAMES[day.month - 1][:3],) * 2),
    "MM": _Token(r"(?P<m>\d{2})", *(lambda day: f"{day.month:02}",) * 2),
    "M": _Token(r"(?P<m>\d{1,2})", *(lambda day: str(day.month),) * 2),
    "DD": _Token(r"(?P<d>\d{2})", _DAY_2, None),
    "dd": _Token(r"(?P<d>\d{2})", lambda day: _DAY_NAMES[day.weekday()][:2], _DAY_2),
    "Do": _Token(r"(?P<d>\d{1,2})(?:st|nd|rd|th|\.)", _ORDINAL, None),
    "do": _Token(r"(?P<d>\d{1,2})(?:st|nd|rd|th|\.)", None, _ORDINAL),
    "D": _Token(r"(?P<d>\d{1,2})", lambda day: str(day.day), None),
    "dddd": _Token(r"[^\W\d]+", _DAY_NAME, None),
    "ddd": _Token(r"[^\W\d]+\.?", _SHORT_DAY_NAME, None),
    "EEEE": _Token(r"[^\W\d]+", None, _DAY_NAME),
    "EEE": _Token(r"[^\W\d]+\.?", None, _SHORT_DAY_NAME),
    "E": _Token(r"[^\W\d]+", None, _SHORT_DAY_NAME),
    "WW": _Token(r"\d{2}", lambda day: f"{day.isocalendar().week:02}", None),
    "ww": _Token(r"\d{2}", lambda day: f"{_american_week(day)[1]:02}", None),
    "gggg": _Token(r"\d{4}", lambda day: f"{_american_week(day)[0]:04}", None),
    "GGGG": _Token(r"\d{4}", lambda day: f"{day.isocalendar().year:04}", None),
    "Q": _Token(r"\d", *(lambda day: str((day.month + 2) // 3),) * 2),
}
_TOKENS = (
    r"\[([^\]]*)\]|'([^']*)'|YYYY|yyyy|YY|yy|MMMM|MMM|MM|M|DD|Do|do|dddd|ddd|dd|D|EEEE|EEE|E|WW|ww|gggg|GGGG|Q|(.)"
)
# Letters that stand for something in a Moment.js format; the others stand for themselves. Java keeps all for itself.
_MOMENT_LETTERS = frozenset("ADEGHLMNQSWXYZadeghklmswxyz")


@lru_cache(maxsize=8)
def _format_pattern(written: str, moment: bool) -> re.Pattern[str]:
    pattern = ""
    seen: set[str] = set()
    for token in re.finditer(_TOKENS, written, re.DOTALL):
        literal = token[1] if token[1] is not None else token[2] if token[2] is not None else token[3]
        if literal is not None:
            pattern += re.escape(literal)
            continue
        part = r"[^\W\d]+" if moment and token[0] == "dd" else _FORMAT[token[0]].pattern
        named = re.match(r"\(\?P<(\w)>", part)
        if named and named[1] in seen:
            part = part.replace(named[0], "(?:", 1)
        elif named:
            seen.add(named[1])
        pattern += part
    return re.compile(pattern)


def day_in_format(path: str, written: str, *, moment: bool) -> When | None:
    """Return the day of a path (folders and name, no ending) in a vault's own format, or None where it does not fit.

    `written` is a Moment.js format (Obsidian's, `moment` true) or one of Java's (Logseq's); month names in English.
    """
    found = _format_pattern(written, moment).fullmatch(path)
    if not found:
        return None
    parts = found.groupdict()
    month = parts.get("m")
    if month is None and parts.get("n"):
        short = parts["n"][:3].lower()
        month = str(_MONTHS.index(short) + 1) if short in _MONTHS else None
    year = parts.get("y") or _century(parts.get("s"))
    if month is None or not year or not parts.get("d"):
        return None
    try:
        return When(dt.date(int(year), int(month), int(parts["d"])))
    except ValueError:
        return None


def written_in_format(day: dt.date, written: str, *, moment: bool) -> str | None:
    """Return a day in a vault's own format, names in English, or None where it holds a token that cannot be written.

    The opposite of `day_in_format`, more careful: what a format only seems to say is read, but not written.
    """
    text = ""
    before = ""
    for token in re.finditer(_TOKENS, written, re.DOTALL):
        if token[3] is not None:
            if _stands_for_more(token[3], before, moment=moment):
                return None
            text += token[3]
        elif (quoted := token[1] if moment else token[2]) is not None:
            if not quoted and not moment:
                # Two quotes are one in Java, and nothing to `day_in_format`.
                return None
            text += quoted
        else:
            known = _FORMAT.get(token[0])
            writer = known and (known.moment if moment else known.java)
            if writer is None or before == token[0][0]:
                return None
            text += writer(day)
        before = token[0][0]
    return text


def _stands_for_more(sign: str, before: str, *, moment: bool) -> bool:
    """Return whether a sign that is no token here is one to the vault's program, or part of one, as in `Mo`, or an escape."""
    if not (sign.isascii() and sign.isalpha()):
        return sign in ("\\" if moment else "'[]{}#")
    return not moment or sign in _MOMENT_LETTERS or (sign == "o" and before in _MOMENT_LETTERS)


def _century(short: str | None) -> str | None:
    """Return the year that two digits stand for, as Moment.js has it: 69 is 1969, 68 is 2068."""
    return short and f"{'20' if int(short) <= 68 else '19'}{short}"
