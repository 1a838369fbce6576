"""When a name was used, as a grid of years and months: finished counts and shades, drawn by a template."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from journalgen.digests import digest
from journalgen.plan.views import Timeline, YearOfUse

# A name of two or three entries has its list, which says as much.
_FEWEST = 4
# Years without the name are shown as the gaps that they are, unless they would be most of a long page.
_LONGEST = 15
LEVELS = 4
_NONE = (0,) * 12


def month_number(day: dt.date) -> int:
    """Return the number of a day's month, counted from January of the year 0."""
    return day.year * 12 + day.month - 1


def timeline(months: Sequence[int]) -> Timeline | None:
    """Return the timeline of a name from the months of its entries, or None of too few, or all in one month."""
    if len(months) < _FEWEST:
        return None
    used = Counter(months)
    if len(used) < 2:
        return None
    # A single entry is no darker where no month has several.
    most = max(LEVELS, *used.values())
    by_year: dict[int, list[int]] = {}
    for month, count in used.items():
        by_year.setdefault(month // 12, [0] * 12)[month % 12] = count
    first, last = min(by_year), max(by_year)
    shown = range(first, last + 1) if last - first < _LONGEST else sorted(by_year)
    # Rounded up: a month with an entry never looks like one without.
    level_of = [-(-count * LEVELS // most) for count in range(most + 1)]
    years = tuple([_year(year, by_year.get(year), level_of) for year in shown])
    return Timeline(years, digest(repr(list(used.items())).encode()))


def _year(year: int, counts: list[int] | None, level_of: Sequence[int]) -> YearOfUse:
    if counts is None:
        return YearOfUse(year, _NONE, _NONE)
    return YearOfUse(year, tuple(counts), itemgetter(*counts)(level_of))
