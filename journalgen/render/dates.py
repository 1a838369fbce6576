"""Days, times and numbers as people of a locale write them.

Babel parses a pattern each time that it formats; here each pattern is parsed once and applied to many days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

# A year's calendars name each day once; the pages of its days name it again and again.
_REMEMBERED = 4096
# What of a locale's data refers to other parts of it that we read.
_ALIASED = ("months", "days", "day_periods", "quarters")


class Dates:
    """Formats for one locale, by its Babel name; Babel is imported when the first is asked for."""

    def __init__(self, locale: str) -> None:
        self._name = locale
        self.day_long: Callable[[dt.date], str] = lru_cache(_REMEMBERED)(self._day_long)
        self.day_short: Callable[[dt.date], str] = lru_cache(_REMEMBERED)(self._day_short)
        self.day_in_month: Callable[[dt.date], str] = lru_cache(_REMEMBERED)(self._day_in_month)
        self.month_name: Callable[..., str] = lru_cache(_REMEMBERED)(self._month_name)
        self.day_of_year: Callable[[int, int], str] = lru_cache(_REMEMBERED)(self._day_of_year)
        self.clock: Callable[[dt.time], str] = lru_cache(_REMEMBERED)(self._clock)
        self.number: Callable[[float], str] = lru_cache(_REMEMBERED)(self._number)

    @cached_property
    def _locale(self) -> Locale:
        return _locale_apart(self._name)

    @cached_property
    def first_day(self) -> int:
        """Return the day that weeks begin with, Monday being 0."""
        from babel import Locale  # noqa: PLC0415 -- a build that renders nothing does without

        return int(Locale.parse(self._name).first_week_day)

    @cached_property
    def _patterns(self) -> dict[str, Any]:
        from babel.dates import get_date_format, get_time_format, parse_pattern  # noqa: PLC0415 -- as above

        skeletons = self._locale.datetime_skeletons
        return {
            "long": get_date_format("full", self._locale),
            "short": get_date_format("medium", self._locale),
            "clock": get_time_format("short", self._locale),
            "in-month": parse_pattern(skeletons.get("Ed", "EEE d")),
            "of-year": parse_pattern(skeletons.get("MMMMd", "d MMMM")),
            "month": parse_pattern(skeletons.get("yMMMM", "LLLL y")),
        }

    def _day_long(self, day: dt.date) -> str:
        return str(self._patterns["long"].apply(day, self._locale))

    def _day_short(self, day: dt.date) -> str:
        return str(self._patterns["short"].apply(day, self._locale))

    def _day_in_month(self, day: dt.date) -> str:
        return str(self._patterns["in-month"].apply(day, self._locale))

    def _day_of_year(self, month: int, day: int) -> str:
        # A leap year's, so that 29 February is among them.
        return str(self._patterns["of-year"].apply(dt.date(2024, month, day), self._locale))

    def _month_name(self, month: int, year: int | None = None) -> str:
        if year is None:
            return str(self._locale.months["stand-alone"]["wide"][month])
        return str(self._patterns["month"].apply(dt.date(year, month, 1), self._locale))

    def month_short(self, month: int) -> str:
        """Return a month's short name, standing alone."""
        return str(self._locale.months["stand-alone"]["abbreviated"][month])

    def weekday(self, day: dt.date) -> str:
        """Return the name of a day's weekday, standing alone."""
        return str(self._locale.days["stand-alone"]["wide"][day.weekday()])

    def weekday_heads(self, first_day: int) -> tuple[tuple[str, str], ...]:
        """Return the shortest and the full names of the weekdays, beginning with the given one (Monday is 0)."""
        names = self._locale.days["stand-alone"]
        order = [(first_day + offset) % 7 for offset in range(7)]
        return tuple((str(names["short"][day]), str(names["wide"][day])) for day in order)

    def joints_of_list(self, length: int) -> tuple[str, ...]:
        """Return what follows each of so many things that a sentence names: `, `, ` and ` and nothing, for three."""
        from babel.lists import format_list  # noqa: PLC0415 -- as above

        _, *joints = format_list(["\0"] * length, locale=self._locale).split("\0")
        return tuple(joints)

    def plural_samples(self) -> tuple[tuple[str, int], ...]:
        """Return a number for each way in which the language counts, by the way's name in CLDR, such as `one` and `other`."""
        form = self._locale.plural_form
        found: dict[str, int] = {}
        for number in (2, 1, 0, *range(3, 200), 1_000_000):
            found.setdefault(form(number), number)
        # Of whole numbers some languages have none that is counted this way.
        found.setdefault("other", 100)
        return tuple(sorted(found.items()))

    def _clock(self, time: dt.time) -> str:
        return str(self._patterns["clock"].apply(time, self._locale))

    def figure(self, text: str) -> str:
        """Return a number that was written as text as the locale writes it; any other text as it is."""
        try:
            return self.number(float(text)) if "." in text else text
        except ValueError:
            return text

    def _number(self, number: float) -> str:
        from babel.numbers import format_decimal  # noqa: PLC0415 -- as above

        # 7.1 is not 7.0999999999999996447.
        return str(format_decimal(Decimal(repr(number)), locale=self._locale))


@lru_cache(maxsize=4)
def _locale_apart(name: str) -> Locale:
    """Return a locale whose names of months and days are its own.

    Babel writes the aliases that it resolves into dictionaries that locales share: after Japanese, a month alone is `3月` in
    German too.
    """
    from babel import Locale, localedata  # noqa: PLC0415 -- a build that renders nothing does without

    locale = Locale.parse(name)
    data = localedata.load(str(locale))
    own: dict[Any, Any] = {**data, **{key: deepcopy(data[key]) for key in _ALIASED if key in data}}
    vars(locale)["_Locale__data"] = localedata.LocaleDataDict(own)
    return locale
