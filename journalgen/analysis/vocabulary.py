"""The words that set a stretch of time apart from the rest of a journal.

The day is the unit: a word counts once for each day on which it was used, however often, since words come in bursts. Which
words are told is settled by how unlikely so many days are by chance; in which order, by their log-odds ratio with an
informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, https://doi.org/10.1093/pan/mpn018).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from math import exp, lgamma, log, sqrt

from msgspec import Struct

from journalgen.analysis.closer_words import MonthOfWords
from journalgen.analysis.word_days import FEWEST_DAYS, Counted

# Used so many times as often as elsewhere.
TIMES = 2
# No more words are told of a year, and of a quarter.
MOST = (12, 8)
_BY_CHANCE = 3
# With fewer days with words in a stretch, or outside it, nothing is compared.
COMPARABLE = 10


class ApartWord(Struct, frozen=True, array_like=True, gc=False):
    """A word that sets a stretch of time apart: on how many of its days it was used, and on how many others."""

    text: str
    days: int
    elsewhere: int


class Stretch(Struct, frozen=True, array_like=True, gc=False):
    """A year, or one of its quarters (1 to 4, 0 for the year), with the words that set it apart, those that do it most first.

    `days` are those with words that may be told; `compared` says whether there are enough of them, here and elsewhere.
    """

    year: int
    quarter: int
    days: int
    compared: bool
    words: tuple[ApartWord, ...]


class Vocabulary(Struct, frozen=True):
    """The words of the quarters that are over, all before `until`: the newest year first, then its quarters, the newest first.

    `days` are all days with words that may be told, `unspaced` those with words in a script that puts no spaces between them.
    `months` count the groups of words that `[words] closer` asks for, oldest first.
    """

    until: dt.date
    days: int
    unspaced: int
    stretches: tuple[Stretch, ...]
    months: tuple[MonthOfWords, ...] = ()


class Part(Struct, frozen=True):
    """What is compared of a stretch of time: its days with words, the sum of the days of all words, and those on enough days.

    `written` says how a word is written that is not in small letters.
    """

    days: int
    unspaced: int
    size: int
    frequent: dict[str, int]
    written: dict[str, str]


class Whole(Struct, frozen=True):
    """The same of all stretches together: the days of each word, and how many words there are on enough days."""

    days: int
    size: int
    words: Mapping[str, int]
    frequent: int


def part(counted: Counted) -> Part:
    """Return what is compared of the words of a stretch of time."""
    frequent = counted.frequent()
    size = sum(counted.words.values())
    return Part(counted.days, counted.unspaced, size, frequent, counted.written(frequent))


def whole(parts: Iterable[Part], words: Mapping[str, int]) -> Whole:
    """Return what stretches come to that have no day in common; `words` are the days of each word in all of them."""
    days = size = 0
    for each in parts:
        days += each.days
        size += each.size
    return Whole(days, size, words, sum(on >= FEWEST_DAYS for on in words.values()))


def stretches(years: Mapping[int, Part], quarters: Mapping[int, Part], everything: Whole) -> tuple[Stretch, ...]:
    """Return each year and quarter with the words that set it apart from the rest of the journal, the newest year first.

    `quarters` are numbered from the year 0 on, four to a year.
    """
    found = []
    for year in sorted(years, reverse=True):
        found.append(_stretch(year, 0, years[year], everything))
        for quarter in (4, 3, 2, 1):
            number = year * 4 + quarter - 1
            if number in quarters:
                found.append(_stretch(year, quarter, quarters[number], everything))
    return tuple(found)


def _stretch(year: int, quarter: int, each: Part, everything: Whole) -> Stretch:
    compared = min(each.days, everything.days - each.days) >= COMPARABLE
    words = apart(each, everything, MOST[bool(quarter)]) if compared else []
    shown = tuple([ApartWord(each.written.get(word, word), on, elsewhere) for word, on, elsewhere in words])
    return Stretch(year, quarter, each.days, compared, shown)


def apart(some: Part, everything: Whole, most: int) -> list[tuple[str, int, int]]:
    """Return the words that set a stretch of time apart, those that do it most first, with their days in it and elsewhere.

    There are at most `most`. A word is told where it was used on twice as large a share of days as elsewhere, and where so many
    days would hardly come by chance if the journal's days were shuffled: the hypergeometric probability times the number of
    words on enough days is at most three. As days are few and whole, that lets about one word by chance through in a quarter,
    and half a one in a year (measured by shuffling the days of the example journal).
    """
    rest = everything.size - some.size
    if rest <= 0 or not some.frequent:
        return []
    # A word is twice as frequent here where its days times this are at least its days everywhere.
    times = rest / some.size / TIMES + 1
    words = everything.words
    share = some.size / everything.size
    ordered = [
        (-_log_odds(on, some.size, words[word] - on, rest, share * words[word]), word, on)
        for word, on in some.frequent.items()
        if on * times >= words[word]
    ]
    ordered.sort()
    unlikely = _BY_CHANCE / everything.frequent
    found: list[tuple[str, int, int]] = []
    for _, word, on in ordered:
        if len(found) == most:
            break
        if _chance(everything.days, words[word], some.days, on) <= unlikely:
            found.append((word, on, words[word] - on))
    return found


def _log_odds(on: int, size: int, elsewhere: int, rest: int, prior: float) -> float:
    """Return how many standard errors the log-odds ratio of a word lies above zero.

    The prior is the word's share in the whole journal, and weighs as much as the stretch of time itself, which is `size`.
    """
    here = log((on + prior) / (2 * size - on - prior))
    there = log((elsewhere + prior) / (rest + size - elsewhere - prior))
    return (here - there) / sqrt(1 / (on + prior) + 1 / (elsewhere + prior))


def _chance(population: int, marked: int, drawn: int, found: int) -> float:
    """Return how likely it is to find at least so many marked days among those drawn from a population without putting back."""
    most = min(marked, drawn)
    term = exp(_log_ways(marked, found) + _log_ways(population - marked, drawn - found) - _log_ways(population, drawn))
    total = term
    for number in range(found, most):
        left = population - marked - drawn + number + 1
        term *= (marked - number) * (drawn - number) / ((number + 1) * left)
        total += term
        if term < total * 1e-12:
            break
    return total


def _log_ways(things: int, chosen: int) -> float:
    return lgamma(things + 1) - lgamma(chosen + 1) - lgamma(things - chosen + 1)
