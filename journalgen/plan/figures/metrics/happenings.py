"""What happened while a metric was noted: events, and when what is noted as medication became another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from journalgen.model.entry import Entry
from journalgen.plan.entries import closed_link
from journalgen.plan.figures.context import Context
from journalgen.plan.views import Link

Kind = Literal["event", "medication"]

# Where there are more, the newest are marked.
_MOST = 60


class Happening(Struct, frozen=True, array_like=True, gc=False):
    """A day on which something happened or medication changed, in the writer's words, and where the day's page is."""

    kind: Kind
    day: dt.date
    words: tuple[str, ...]
    address: str | None


class Happenings(Struct, frozen=True, gc=False):
    """What is marked, oldest first, and the entries with more that may not be offered."""

    marked: tuple[Happening, ...]
    closed: tuple[Link, ...]


def happenings(context: Context, until: dt.date) -> Happenings:
    """Return what happened up to a day; of entries that may not be offered no word is said."""
    entries = [entry for entry in context.journal.entries if entry.counted and entry.counted <= until]
    told: dict[tuple[dt.date, Kind], list[str]] = {}
    closed = []
    for entry, events, medication in _noted(entries):
        if not context.may_offer(entry):
            closed.append(closed_link(entry, context.link(entry).address))
        elif entry.counted:
            kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (("event", events), ("medication", medication))
            for kind, words in kinds:
                if words:
                    told.setdefault((entry.counted, kind), []).extend(words)
    marked = [
        Happening(kind, day, tuple(dict.fromkeys(words)), context.day_address(day))
        for (day, kind), words in told.items()
    ]
    marked.sort(key=lambda each: (each.day, each.kind))
    return Happenings(tuple(marked[-_MOST:]), tuple(closed[-_MOST:]))


def _noted(entries: Iterable[Entry]) -> Iterator[tuple[Entry, tuple[str, ...], tuple[str, ...]]]:
    """Yield the entries with events or with other medication than was noted last, and both."""
    last: tuple[str, ...] = ()
    for entry in entries:
        changed = entry.medication if entry.medication and entry.medication != last else ()
        last = entry.medication or last
        if entry.events or changed:
            yield entry, entry.events, changed
