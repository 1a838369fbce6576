"""The page of how often, when and how long the writer writes, with nothing to live up to."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from statistics import median

from msgspec import Struct

from journalgen.analysis.returns import is_return
from journalgen.analysis.streaks import Rests, Streak, going_on, longest, rests_of, streaks
from journalgen.analysis.strength import strengths
from journalgen.model.entry import Entry
from journalgen.plan.addresses import month_address
from journalgen.plan.entries import DEPTHS
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.views import Rhythm

RECENT_DAYS = 28
# Hours that a part of the day has.
_PART = 4
_LEVELS = 4
_MONTHS_OF_STRENGTH = 12


class Bar(Struct, frozen=True, gc=False):
    """A number among others of its kind; `share` is its part of the largest, in percent."""

    count: int
    share: float


class WeekdayBar(Struct, frozen=True, gc=False):
    """How many days that fell on a weekday have an entry; `day` is one of them, to name it by."""

    day: dt.date
    bar: Bar


class TimeBar(Struct, frozen=True, gc=False):
    """How many entries were written in a part of the day, from `start` until `end`."""

    start: dt.time
    end: dt.time
    bar: Bar


class LengthBar(Struct, frozen=True, gc=False):
    """How many entries have up to `words` words, and more than those of the bar before; None is no end."""

    words: int | None
    bar: Bar


class MonthOfDays(Struct, frozen=True, gc=False):
    """How many days of a month have an entry, and how that is shaded: 0 for none, else 1 to 4."""

    days: int
    level: int
    address: str | None


class YearOfDays(Struct, frozen=True, gc=False):
    """The days with an entry of a year's twelve months."""

    year: int
    months: tuple[MonthOfDays, ...]


class MonthOfStrength(Struct, frozen=True, gc=False):
    """How settled writing was at the end of a month (today in this one), of 100; `x` and `y` are its place in percent."""

    year: int
    month: int
    strength: int
    x: float
    y: float


class RhythmPage(Struct, frozen=True, gc=False):
    """When and how often there was something to write down. `welcome` says that the writer came back after a while.

    `recent` is that of the last days, `days` and `entries` count all of them; `untimed` entries have no time; `median_words` is of
    entries, about; `now` is the run that goes on, `longest` the longest. `rest_days` a week and `pauses` interrupt none.
    """

    sections: tuple[SectionLink, ...]
    welcome: bool
    recent: Rhythm
    first: dt.date
    days: int
    entries: int
    weekdays: tuple[WeekdayBar, ...]
    times: tuple[TimeBar, ...]
    untimed: int
    years: tuple[YearOfDays, ...]
    lengths: tuple[LengthBar, ...]
    median_words: int
    strength: int
    strengths: tuple[MonthOfStrength, ...]
    now: Streak | None
    longest: Streak | None
    rest_days: int
    pauses: bool


def recent_rhythm(days: Collection[dt.date], today: dt.date) -> Rhythm:
    """Return on how many of the last 28 days something was written, today being one of them."""
    since = today - dt.timedelta(days=min(RECENT_DAYS - 1, (today - dt.date.min).days))
    return Rhythm(sum(since <= day <= today for day in days), RECENT_DAYS)


def has_rhythm(context: Context) -> bool:
    """Return whether the writer wants counters, and there is something to count."""
    return context.journal.config.rhythm and bool(entries_until(context.journal.entries, context.today))


def rhythm_page(context: Context) -> RhythmPage:
    """Return the page; the journal has an entry of today or of a day before."""
    entries = entries_until(context.journal.entries, context.today)
    days = {day for entry in entries if (day := entry.written_on)}
    rests = rests_of(context.journal.config, context.first_day)
    runs = streaks(days, rests)
    settled = _strengths(days, context.today, rests)
    lengths = [entry.about_words for entry in entries if entry.words]
    return RhythmPage(
        sections=context.sections,
        welcome=is_return(days, context.today),
        recent=recent_rhythm(days, context.today),
        first=min(days),
        days=len(days),
        entries=len(entries),
        weekdays=_weekdays(days, context.first_day),
        times=_times([entry.time for entry in entries if entry.time]),
        untimed=sum(entry.time is None for entry in entries),
        years=_years(days),
        lengths=_lengths(lengths),
        median_words=round(median(lengths)) if lengths else 0,
        strength=settled[-1].strength,
        strengths=settled,
        now=going_on(runs, days, context.today, rests),
        longest=longest(runs),
        rest_days=rests.days,
        pauses=bool(rests.pauses),
    )


def entries_until(entries: Iterable[Entry], today: dt.date) -> list[Entry]:
    """Return the entries in which something was written, of the days up to today."""
    return [entry for entry in entries if (day := entry.written_on) and day <= today]


def _bars(counts: Sequence[int]) -> list[Bar]:
    most = max(counts, default=0) or 1
    return [Bar(count, round(100 * count / most, 1)) for count in counts]


def _weekdays(days: Iterable[dt.date], first_day: int) -> tuple[WeekdayBar, ...]:
    counts = Counter(day.weekday() for day in days)
    order = [(first_day + offset) % 7 for offset in range(7)]
    # A week of days to take the names from: 1 January 2024 was a Monday.
    named = [dt.date(2024, 1, 1 + weekday) for weekday in order]
    return tuple(map(WeekdayBar, named, _bars([counts[weekday] for weekday in order])))


def _times(times: Iterable[dt.time]) -> tuple[TimeBar, ...]:
    counts = Counter(time.hour // _PART for time in times)
    if not counts:
        return ()
    parts = range(24 // _PART)
    bars = _bars([counts[part] for part in parts])
    return tuple(TimeBar(dt.time(part * _PART), dt.time((part + 1) * _PART % 24), bars[part]) for part in parts)


def _years(days: Iterable[dt.date]) -> tuple[YearOfDays, ...]:
    counts = Counter((day.year, day.month) for day in days)
    years = sorted({year for year, _ in counts}, reverse=True)
    return tuple(
        YearOfDays(year, tuple(_month(year, month, counts[year, month]) for month in range(1, 13))) for year in years
    )


def _month(year: int, month: int, days: int) -> MonthOfDays:
    if not days:
        return MonthOfDays(0, 0, None)
    length = calendar.monthrange(year, month)[1]
    # Rounded up: a month with a day never looks like one without.
    return MonthOfDays(days, -(-days * _LEVELS // length), month_address(year, month))


def _lengths(words: Iterable[int]) -> tuple[LengthBar, ...]:
    counts: Counter[int] = Counter()
    for each, entries in Counter(words).items():
        counts[sum(each > most for most in DEPTHS)] += entries
    bars = _bars([counts[depth] for depth in range(len(DEPTHS) + 1)])
    return tuple(map(LengthBar, (*DEPTHS, None), bars)) if counts else ()


def _strengths(days: Iterable[dt.date], today: dt.date, rests: Rests) -> tuple[MonthOfStrength, ...]:
    """Return how settled writing was at the ends of the last months."""
    first, values = strengths(days, today, rests)
    ends = [today]
    while len(ends) < _MONTHS_OF_STRENGTH and ends[-1].replace(day=1) > first:
        ends.append(ends[-1].replace(day=1) - dt.timedelta(days=1))
    shown = [(day, values[(day - first).days]) for day in reversed(ends)]
    step = 94 / max(1, len(shown) - 1)
    return tuple(
        MonthOfStrength(day.year, day.month, round(100 * value), round(3 + at * step, 2), round(92 - 84 * value, 2))
        for at, (day, value) in enumerate(shown)
    )
