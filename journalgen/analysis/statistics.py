"""The journal in figures, as `journalgen stats` prints them."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from msgspec import Struct

from journalgen.analysis.streaks import Gap, Streak, current, longest, longest_gap, rests_of, streaks
from journalgen.analysis.terms import KINDS, Spellings, terms
from journalgen.model.journal import Journal
from journalgen.problems import Level


class MetricSummary(Struct, frozen=True):
    """How many entries gave a metric a value, and the mean and the ends of those values; rounded to 4 places."""

    n: int
    mean: float
    min: float
    max: float


class Statistics(Struct, frozen=True):
    """Counts over a journal. Days are counted days: `day_starts_at` decides which day an entry of the small hours is for.

    `entries` are the dated ones and the undated together; `words` are those of the visible text of all; a metric's values
    are per entry; names count the entries that name them, with nested tags under their full name.
    """

    entries: int
    days: int
    undated: int
    first: dt.date | None
    last: dt.date | None
    words: int
    by_year: tuple[tuple[int, int], ...]
    current: Streak | None
    longest: Streak | None
    longest_gap: Gap | None
    names: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    metrics: tuple[tuple[str, MetricSummary], ...]
    errors: int
    warnings: int


def statistics(journal: Journal, today: dt.date) -> Statistics:
    """Return the journal's figures on a day."""
    every = (*journal.entries, *journal.undated)
    days = [day for entry in journal.entries if (day := entry.written_on)]
    rests = rests_of(journal.config, journal.config.first_day_of_week or 0)
    runs = streaks(days, rests)
    spellings = Spellings(journal.config.aliases)
    years = Counter(day.year for day in days)
    return Statistics(
        entries=len(every),
        days=len(set(days)),
        undated=len(journal.undated),
        first=min(days, default=None),
        last=max(days, default=None),
        words=sum(entry.words for entry in every),
        by_year=tuple(sorted(years.items())),
        current=current(days, today, rests),
        longest=longest(runs),
        longest_gap=longest_gap(runs),
        names=tuple(
            (kind, tuple((term.name, term.own) for term in terms(kind, every, spellings) if term.own)) for kind in KINDS
        ),
        metrics=_metrics(journal),
        errors=sum(each.level is Level.ERROR for each in journal.problems),
        warnings=sum(each.level is Level.WARNING for each in journal.problems),
    )


def _metrics(journal: Journal) -> tuple[tuple[str, MetricSummary], ...]:
    values: dict[str, list[float]] = {}
    for entry in (*journal.entries, *journal.undated):
        for measure in entry.measures:
            values.setdefault(measure.metric, []).append(measure.value)
    names = sorted(values, key=lambda name: (name != "mood", name))
    return tuple((name, _summary(values[name])) for name in names)


def _summary(values: list[float]) -> MetricSummary:
    return MetricSummary(len(values), round(sum(values) / len(values), 4), min(values), max(values))
