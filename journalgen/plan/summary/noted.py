"""What the page to take along says in the writer's own words: feelings, medication, events, names and what was tried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from journalgen.analysis.changes import Span
from journalgen.analysis.coping import coping_uses
from journalgen.analysis.terms import Spellings, Term, terms
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.summary.views import Asked, NameDays, NamesLine, Noted, Tried

# What two pages hold, with all else.
_MOST_NOTED = 10
_LONGEST = 120
_MOST_FEELINGS = 8
_MOST_NAMES = 6
_MOST_TRIED = 6
_NAMES = ("triggers", "activities", "tags", "places")

MayTell = Callable[[Entry], bool]


def of_period(entries: Sequence[Entry], period: Span) -> tuple[Entry, ...]:
    """Return the entries that count for the days of a period and are not private: no word of a private one is told."""
    return tuple(
        [each for each in entries if each.counted and period.first <= each.counted <= period.last and not each.private]
    )


def noted(journal: Journal, asked: Asked, may_tell: MayTell) -> tuple[tuple[Noted, ...], int]:
    """Return what happened in the period and which medication was noted, oldest first, and how much more there is before.

    Medication is told as it changes, beginning with what was noted last before the period, and on whatever day it was noted: a
    dose is no memory to be left in peace. Events are those of entries that may be told of.
    """
    found = [] if "medication" in asked.parts else list(_medication(journal.entries, asked.period))
    if "events" not in asked.parts:
        told: dict[dt.date, list[str]] = {}
        for entry in of_period(journal.entries, asked.period):
            if entry.events and entry.counted and may_tell(entry):
                told.setdefault(entry.counted, []).extend(entry.events)
        found += [Noted(day, "event", tuple(map(_short, dict.fromkeys(words)))) for day, words in told.items()]
    found.sort(key=lambda each: (each.day, each.kind))
    return tuple(found[-_MOST_NOTED:]), max(0, len(found) - _MOST_NOTED)


def events_kept_closed(journal: Journal, asked: Asked, may_tell: MayTell) -> int:
    """Return on how many days something happened of which the page says nothing, since they are low or quiet."""
    if "events" in asked.parts:
        return 0
    entries = of_period(journal.entries, asked.period)
    return len({each.counted for each in entries if each.events and not may_tell(each)})


def _medication(entries: Sequence[Entry], period: Span) -> Iterator[Noted]:
    last: tuple[str, ...] = ()
    before: Noted | None = None
    for entry in entries:
        if entry.private or not entry.medication or not entry.counted or entry.counted > period.last:
            continue
        if entry.medication == last:
            continue
        last = entry.medication
        change = Noted(entry.counted, "medication", tuple(map(_short, last)))
        if entry.counted < period.first:
            before = change
            continue
        if before:
            yield before
            before = None
        yield change
    if before:
        yield before


def _short(words: str) -> str:
    """Return what was noted, or how it begins where it is long."""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def feelings(journal: Journal, asked: Asked) -> NamesLine | None:
    """Return the feelings that were named most often, None where there are none."""
    if "feelings" in asked.parts:
        return None
    found = terms("emotions", of_period(journal.entries, asked.period), Spellings(journal.config.aliases))
    return _line("emotions", found, _MOST_FEELINGS)


def names(journal: Journal, asked: Asked, may_tell: MayTell) -> tuple[NamesLine, ...]:
    """Return the names that came most often, of the kinds that were asked for.

    A name of which no entry at all may be told is left out: a quiet tag or person, and what stands on closed days alone.
    """
    kinds = (*(_NAMES if asked.names else ()), *(("people",) if asked.people else ()))
    entries = of_period(journal.entries, asked.period)
    spellings = Spellings(journal.config.aliases)
    lines = []
    for kind in kinds:
        found = [
            term
            for term in terms(kind, entries, spellings)
            # What others nest in, and was never written itself, is no word of the writer's.
            if term.own and any(map(may_tell, term.entries))
        ]
        if line := _line(kind, found, _MOST_NAMES):
            lines.append(line)
    return tuple(lines)


def _line(kind: str, found: Sequence[Term], most: int) -> NamesLine | None:
    counted = [NameDays(term.name, len({entry.counted for entry in term.entries})) for term in found]
    counted.sort(key=lambda each: (-each.days, each.name.casefold()))
    return NamesLine(kind, tuple(counted[:most]), max(0, len(counted) - most)) if counted else None


def tried(journal: Journal, asked: Asked, may_tell: MayTell) -> tuple[Tried, ...]:
    """Return what was tried in the period, most often first, where names were asked for."""
    if not asked.names:
        return ()
    entries = of_period(journal.entries, asked.period)
    spellings = Spellings(journal.config.aliases)
    called = {term.key: term for term in terms("coping", entries, spellings) if any(map(may_tell, term.entries))}
    found = [each for each in coping_uses(entries, spellings, asked.period.last) if each.key in called]
    found.sort(key=lambda use: (-use.uses, use.key))
    return tuple(
        [
            Tried(called[use.key].name, use.uses, use.n, _to_one(use.mean_before), _to_one(use.mean_after))
            for use in found[:_MOST_TRIED]
        ]
    )


def _to_one(mean: float | None) -> float | None:
    return None if mean is None else round(mean, 1)
