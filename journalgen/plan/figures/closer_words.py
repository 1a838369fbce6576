"""The page of words that research on words and well-being looked at, for those who ask for it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from journalgen.analysis.closer_lists import GROUPS, LISTS, Group
from journalgen.analysis.closer_words import FEWEST_ENTRIES, FEWEST_WORDS, MonthOfWords
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.monthly import Monthly, course, number_of
from journalgen.plan.figures.sections import ADDRESSES, SectionLink

_PER = 1000


class MonthShares(Struct, frozen=True, array_like=True, gc=False):
    """How many of a thousand words of a month are of each group, in the order of the groups; None where there are too few words."""

    year: int
    month: int
    words: int | None
    entries: int
    shares: tuple[float, ...] | None


class GroupOfWords(Struct, frozen=True, gc=False):
    """A group of words: how many of a thousand in all months that are shown, and their course; None of a single month."""

    group: Group
    share: float
    chart: Monthly | None


class ListOfWords(Struct, frozen=True, array_like=True, gc=False):
    """The words of a group that are counted in a language, by its ISO 639-1 code."""

    language: str
    group: Group
    words: tuple[str, ...]


class CloserWordsPage(Struct, frozen=True, gc=False):
    """The groups of words over the months that are over; `others` are entries in languages without lists.

    A month is shown from `fewest_entries` and `fewest_words` on. `words` counts those of the months that are shown.
    """

    sections: tuple[SectionLink, ...]
    back: str
    groups: tuple[GroupOfWords, ...]
    months: tuple[MonthShares, ...]
    words: int
    entries: int
    others: int
    fewest_entries: int
    fewest_words: int
    lists: tuple[ListOfWords, ...]


def closer_words_page(context: Context) -> CloserWordsPage:
    """Return the page."""
    months = context.words.months if context.words else ()
    enough = [each for each in months if each.is_enough]
    words = sum(each.words for each in enough)
    return CloserWordsPage(
        sections=context.sections,
        back=ADDRESSES["words"],
        groups=tuple(_group(place, enough, words) for place in range(len(GROUPS))) if enough else (),
        months=tuple(_shares(each) for each in reversed(months)),
        words=words,
        entries=sum(each.entries for each in enough),
        others=sum(each.others for each in months),
        fewest_entries=FEWEST_ENTRIES,
        fewest_words=FEWEST_WORDS,
        lists=tuple(ListOfWords(language, group, LISTS[language][group]) for group in GROUPS for language in LISTS),
    )


def _group(place: int, months: Sequence[MonthOfWords], words: int) -> GroupOfWords:
    points = [(number_of(each.year, each.month), _share(each.groups[place], each.words)) for each in months]
    share = _share(sum(each.groups[place] for each in months), words)
    return GroupOfWords(GROUPS[place], share, course(points) if len(points) > 1 else None)


def _shares(month: MonthOfWords) -> MonthShares:
    if not month.is_enough:
        return MonthShares(month.year, month.month, None, month.entries, None)
    shares = tuple(_share(count, month.words) for count in month.groups)
    return MonthShares(month.year, month.month, month.words, month.entries, shares)


def _share(count: int, words: int) -> float:
    """Return how many of a thousand, to one decimal."""
    return round(_PER * count / words, 1)
