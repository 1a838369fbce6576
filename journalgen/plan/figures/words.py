"""The page of words: how many there are month by month, how long entries are, and what set a time apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from journalgen.analysis.lengths import MonthLength, YearLengths, month_lengths, quartiles, year_lengths
from journalgen.analysis.vocabulary import Stretch, Vocabulary
from journalgen.model.entry import Entry
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.monthly import FIELD, Monthly, bars, number_of
from journalgen.plan.figures.sections import SectionLink

CLOSER = "patterns/closer-words.html"
# Where scripts without spaces make up less of the days, that they are not told apart needs no saying.
_WORTH_SAYING = 0.05


class MonthWords(Struct, frozen=True, array_like=True, gc=False):
    """About how many words a month has; None of a month without."""

    month: int
    words: int | None


class YearWords(Struct, frozen=True, gc=False):
    """A year's words, month by month and in all, and how long its entries are; `left`, `at` and `right` are that in the field.

    Quartiles, median and their places are None of a year with few entries.
    """

    year: int
    months: tuple[MonthWords, ...]
    lengths: YearLengths
    left: int | None
    at: int | None
    right: int | None


class YearApart(Struct, frozen=True, gc=False):
    """A year with the words that set it apart, and its quarters with theirs, in order; `is_over` says whether all four count."""

    year: Stretch
    quarters: tuple[Stretch, ...]
    is_over: bool


class WordsPage(Struct, frozen=True, gc=False):
    """What may be told of the words of a journal; `low` and `high` are the ends of the middle half of lengths of all entries.

    `chart` is None of a journal that has words in one month alone. The vocabulary is that of the days before `until`: `days`
    of them have words that may be told, and `unspaced` says that many have words that are not told apart. `longest` is what
    the field of the years' lengths reaches to. `closer` leads to the page of words that research looked at, where it is wanted.
    """

    sections: tuple[SectionLink, ...]
    entries: int
    words: int
    low: int | None
    high: int | None
    first: MonthLength
    last: MonthLength
    chart: Monthly | None
    years: tuple[YearWords, ...]
    longest: int
    until: dt.date | None
    days: int
    apart: tuple[YearApart, ...]
    can_compare: bool
    unspaced: bool
    closer: str | None


def has_words(context: Context) -> bool:
    """Return whether there is anything that a page of words could tell."""
    return any(entry.words and entry.counted and not entry.private for entry in context.journal.entries)


def words_page(context: Context) -> WordsPage:
    """Return the page of words of a journal that has some."""
    entries = context.journal.entries
    months = month_lengths(entries)
    years = year_lengths(entries)
    longest = max([each.high for each in years if each.high is not None], default=0)
    low, high = _middle_half(entries)
    told = context.words
    return WordsPage(
        sections=context.sections,
        entries=sum(each.entries for each in months),
        words=_about(sum(each.words for each in months)),
        low=low,
        high=high,
        first=months[0],
        last=months[-1],
        chart=bars([(number_of(each.year, each.month), each.words) for each in months]) if len(months) > 1 else None,
        years=tuple(_years(years, months, longest)),
        longest=longest,
        until=told.until if told else None,
        days=told.days if told else 0,
        apart=_apart(told) if told else (),
        can_compare=any(each.compared for each in told.stretches) if told else False,
        unspaced=told is not None and told.unspaced > _WORTH_SAYING * max(told.days, 1),
        closer=CLOSER if context.journal.config.words_closer else None,
    )


def _about(words: int) -> int:
    """Return a sum of rounded lengths, to a hundred where it is large."""
    return words if words < 1000 else (words + 50) // 100 * 100


def _middle_half(entries: Sequence[Entry]) -> tuple[int | None, int | None]:
    lengths = sorted(entry.about_words for entry in entries if entry.counted and entry.words and not entry.private)
    if len(lengths) < 5:
        return None, None
    low, _, high = quartiles(lengths)
    return low, high


def _years(years: Sequence[YearLengths], months: Sequence[MonthLength], longest: int) -> list[YearWords]:
    """Return the years, the newest first."""
    words = {(each.year, each.month): each.words for each in months}

    def place(length: int | None) -> int | None:
        return None if length is None else round(FIELD * length / longest)

    return [
        YearWords(
            each.year,
            tuple([MonthWords(month, words.get((each.year, month))) for month in range(1, 13)]),
            each,
            place(each.low),
            place(each.middle),
            place(each.high),
        )
        for each in reversed(years)
    ]


def _apart(told: Vocabulary) -> tuple[YearApart, ...]:
    found = []
    for number, group in groupby(told.stretches, key=lambda stretch: stretch.year):
        year, *quarters = group
        found.append(YearApart(year, tuple(reversed(quarters)), is_over=number < told.until.year))
    return tuple(found)
