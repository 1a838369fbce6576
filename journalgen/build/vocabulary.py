"""The words of a journal's times, remembered from build to build: what they come to, and what was counted of each quarter.

Only quarters before that of the last entry count, so that an edit of what was written lately changes nothing here. An edit of
an older entry counts the words of its quarter anew, and no others; texts of entries that may not be offered are not read for
it, unless the writer asked for the groups of `[words] closer`, which are counted over all texts.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from journalgen.analysis.closer_words import MonthOfWords, month_of_words
from journalgen.analysis.figures import last_day
from journalgen.analysis.vocabulary import Part, Vocabulary, part, stretches, whole
from journalgen.analysis.word_days import Counted, WordDays, together
from journalgen.build.code import code_digest
from journalgen.build.memory import Memory
from journalgen.build.plains import Plains
from journalgen.build.request import Request
from journalgen.build.workers import Workers
from journalgen.digests import digest
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.offering import Offering
from journalgen.plan.quiet_words import quiet_words

_TOLD = "cache-vocabulary"
_COUNTS = "cache-words"
# Of fewer quarters, starting processes takes longer than they save.
_WORTH_WORKERS = 16
_CHUNK = 4
_decoder = msgspec.msgpack.Decoder(Counted)


class _Quarter(Struct, frozen=True):
    """What was counted of a quarter, under the digest of all that it depends on; `counts` is a `Counted` as encoded."""

    key: bytes
    part: Part
    months: tuple[MonthOfWords, ...]
    counts: msgspec.Raw


class _Counts(Struct, frozen=True):
    """What was counted of all quarters, by their number, and of all years; `everywhere` are the days of each word."""

    everywhere: dict[str, int]
    quarters: dict[int, _Quarter]
    years: dict[int, Part]


class Told(Struct, frozen=True):
    """The vocabulary of a journal, and its digest."""

    vocabulary: Vocabulary
    key: bytes


def told(
    journal: Journal, request: Request, today: dt.date, state: Path, plains: Plains, workers: Workers
) -> Told | None:
    """Return the vocabulary of a journal, or None where the writer wants no figures."""
    config = journal.config
    if not config.figures:
        return None
    until = counted_until(journal, today)
    shaping = (
        config.language, config.metrics, config.quiet_below, config.quiet, config.aliases, config.words_closer,
        config.words_left_out,
    )  # fmt: skip
    shaped_by = code_digest() + repr(shaping).encode()
    over = [entry for entry in journal.entries if entry.counted and entry.counted < until]
    memory = Memory(state / (_TOLD + request.part_shown), Vocabulary)
    key = repr(until).encode() + shaped_by + b"".join([entry.digest for entry in over])
    found = memory.remembered(key)
    if found is None:
        found = _vocabulary(
            _renewed(replace(journal, entries=tuple(over), undated=()), request, state, shaped_by, plains, workers),
            until,
        )
        memory.keep(key, found)
    return Told(found, digest(msgspec.msgpack.encode(found)))


def counted_until(journal: Journal, today: dt.date) -> dt.date:
    """Return the first day whose words do not count yet: that of the quarter of the last entry."""
    last = last_day(journal, today)
    return last.replace(month=(last.month - 1) // 3 * 3 + 1, day=1)


def _renewed(
    journal: Journal, request: Request, state: Path, shaped_by: bytes, plains: Plains, workers: Workers
) -> _Counts:
    """Return what is counted of a journal's quarters, and remember it."""
    quarters = _quarters(journal)
    keys = {
        number: digest(shaped_by + b"".join([entry.digest for entry in entries]))
        for number, entries in quarters.items()
    }
    memory = Memory(state / (_COUNTS + request.part_shown), _Counts)
    known = memory.remembered(code_digest()) or _Counts({}, {}, {})
    now = _Counting(journal, plains, workers).renewed(known, quarters, keys)
    if now is not known:
        memory.keep(code_digest(), now)
    return now


def _quarters(journal: Journal) -> dict[int, list[Entry]]:
    """Return the entries of each quarter by its number, four to a year."""
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in journal.entries:
        if day := entry.counted:
            found[day.year * 4 + (day.month - 1) // 3].append(entry)
    return found


def _vocabulary(counts: _Counts, until: dt.date) -> Vocabulary:
    quarters = counts.quarters
    parts = {number: each.part for number, each in quarters.items()}
    everything = whole(parts.values(), counts.everywhere)
    return Vocabulary(
        until,
        everything.days,
        sum(each.unspaced for each in parts.values()),
        stretches(counts.years, parts, everything),
        tuple([month for number in sorted(quarters) for month in quarters[number].months]),
    )


class _Task(Struct, frozen=True):
    """The texts of a quarter, each with its language: of each day those that may be offered, and of each month all, if wanted."""

    days: tuple[tuple[tuple[str, str], ...], ...]
    months: tuple[tuple[int, int, tuple[tuple[str, str], ...]], ...]


@lru_cache(maxsize=1)
def _word_days(left_out: frozenset[str]) -> WordDays:
    return WordDays(left_out)


def count_quarters(left_out: frozenset[str], tasks: Sequence[_Task]) -> list[tuple[bytes, tuple[MonthOfWords, ...]]]:
    """Return what is counted of some quarters: a `Counted` as encoded, and the months."""
    words = _word_days(left_out)
    return [
        (msgspec.msgpack.encode(words.counted(task.days)), tuple([month_of_words(*month) for month in task.months]))
        for task in tasks
    ]


class _Counting:
    """Counts the words of the quarters that changed, beside this process where they are many."""

    def __init__(self, journal: Journal, plains: Plains, workers: Workers) -> None:
        self._journal = journal
        self._plains = plains
        self._workers = workers

    def renewed(self, known: _Counts, entries: Mapping[int, Sequence[Entry]], keys: Mapping[int, bytes]) -> _Counts:
        """Return what is known with the quarters counted anew whose key is another, and without those that are gone."""
        kept = {number: each for number, each in known.quarters.items() if keys.get(number) == each.key}
        changed = sorted(keys.keys() - kept.keys())
        gone = known.quarters.keys() - kept.keys()
        if not changed and not gone:
            return known
        everywhere = dict(known.everywhere)
        for number in gone:
            for word, days in _decoder.decode(known.quarters[number].counts).words.items():
                everywhere[word] -= days
        anew: dict[int, Counted] = {}
        quarters = kept
        counted = self._counted([self._task(entries[number]) for number in changed])
        for number, (encoded, months) in zip(changed, counted, strict=True):
            counts = anew[number] = _decoder.decode(encoded)
            quarters[number] = _Quarter(keys[number], part(counts), months, msgspec.Raw(encoded))
            for word, days in counts.words.items():
                everywhere[word] = everywhere.get(word, 0) + days
        years = {number // 4 for number in quarters}
        parts = {year: known.years[year] for year in years & known.years.keys()}
        for year in {number // 4 for number in gone.union(changed)} & years:
            within = [number for number in range(year * 4, year * 4 + 4) if number in quarters]
            counts_of = [anew.get(number) or _decoder.decode(quarters[number].counts) for number in within]
            parts[year] = part(together(counts_of))
        return _Counts({word: days for word, days in everywhere.items() if days}, quarters, parts)

    def _counted(self, tasks: Sequence[_Task]) -> Iterable[tuple[bytes, tuple[MonthOfWords, ...]]]:
        left_out = quiet_words(self._journal.config)
        if len(tasks) < _WORTH_WORKERS or self._workers.processors < 2:
            return count_quarters(left_out, tasks)
        return self._workers.map(partial(count_quarters, left_out), tasks, _CHUNK)

    def _task(self, entries: Sequence[Entry]) -> _Task:
        offering = Offering(replace(self._journal, entries=tuple(entries)))
        offered = [entry for entry in entries if offering.may_offer(entry)]
        days: dict[dt.date | None, list[tuple[str, str]]] = defaultdict(list)
        for entry, text in self._texts(offered):
            days[entry.counted].append(text)
        months: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
        for entry, text in self._texts(entries) if self._journal.config.words_closer else ():
            if entry.counted:
                months[entry.counted.year, entry.counted.month].append(text)
        return _Task(
            tuple([tuple(texts) for texts in days.values()]),
            tuple([(year, month, tuple(texts)) for (year, month), texts in sorted(months.items())]),
        )

    def _texts(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, tuple[str, str]]]:
        """Yield entries with the text of each, and the language that it is in."""
        for entry, text in zip(entries, self._plains.of(entries), strict=True):
            written = entry.lang or self._journal.config.site_language
            yield entry, (text, written.replace("_", "-").partition("-")[0].lower())
