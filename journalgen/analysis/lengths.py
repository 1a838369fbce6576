"""How much was written: words by month, and how long entries are, year by year.

Lengths are rounded (`Entry.about_words`), and private entries are left out, so that none can be told from the sums.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from msgspec import Struct

from journalgen.model.entry import Entry

# With fewer entries, their middle half is no more than themselves.
FEWEST_ENTRIES = 5


class MonthLength(Struct, frozen=True, array_like=True, gc=False):
    """About how many words a month's entries have; `month` is 1 to 12."""

    year: int
    month: int
    words: int
    entries: int


class YearLengths(Struct, frozen=True, array_like=True, gc=False):
    """How long a year's entries are, in words: their median and quartiles, None of fewer than five entries."""

    year: int
    words: int
    entries: int
    low: int | None
    middle: int | None
    high: int | None


def month_lengths(entries: Iterable[Entry]) -> tuple[MonthLength, ...]:
    """Return each month that has entries with words, the oldest first."""
    words: dict[tuple[int, int], list[int]] = {}
    for entry in _counted(entries):
        assert entry.counted is not None  # noqa: S101 -- those that are counted have a day
        words.setdefault((entry.counted.year, entry.counted.month), []).append(entry.about_words)
    return tuple([MonthLength(year, month, sum(each), len(each)) for (year, month), each in sorted(words.items())])


def year_lengths(entries: Iterable[Entry]) -> tuple[YearLengths, ...]:
    """Return each year that has entries with words, the oldest first."""
    words: dict[int, list[int]] = {}
    for entry in _counted(entries):
        assert entry.counted is not None  # noqa: S101 -- as above
        words.setdefault(entry.counted.year, []).append(entry.about_words)
    return tuple([_year(year, sorted(words[year])) for year in sorted(words)])


def _counted(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.counted and entry.words and not entry.private]


def _year(year: int, lengths: list[int]) -> YearLengths:
    if len(lengths) < FEWEST_ENTRIES:
        return YearLengths(year, sum(lengths), len(lengths), None, None, None)
    return YearLengths(year, sum(lengths), len(lengths), *quartiles(lengths))


def quartiles(values: list[int]) -> tuple[int, int, int]:
    """Return the lower quartile, the median and the upper quartile of sorted values, rounded to ten as lengths are.

    The quartiles are Tukey's hinges: medians of the halves, each with the middle value of an odd number.
    """
    half = (len(values) + 1) // 2
    low, middle, high = (_tens(median(each)) for each in (values[:half], values, values[-half:]))
    return low, middle, high


def _tens(words: float) -> int:
    return int(words / 10 + 0.5) * 10
