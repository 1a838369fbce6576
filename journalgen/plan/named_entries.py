"""Entries by what somebody calls them: a day, a title, another name, a file."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches

from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.model.prompts import folded
from journalgen.plan.offering import Offering

_CLOSE = 3
_CUTOFF = 0.6
# Below this, half of all titles hold a text somewhere.
_TELLING = 3


def entries_of(journal: Journal, day: dt.date, time: dt.time | None = None) -> tuple[Entry, ...]:
    """Return the entries of a day, as written or as counted; where a time is given, those of that time if there are any."""
    found = tuple(entry for entry in journal.entries if day in (entry.day, entry.counted))
    return tuple(entry for entry in found if time is not None and entry.time == time) or found


def entries_called(journal: Journal, text: str) -> tuple[Entry, ...]:
    """Return the entries with a title, an alias or a file of that name, in whatever case.

    Where there is none, return those with a title or an alias that begins so.
    """
    wanted = folded(text)
    if not wanted:
        return ()
    every = (*journal.entries, *journal.undated)
    exact = tuple(entry for entry in every if wanted in (*_names(entry), *_files(entry)))
    return exact or tuple(entry for entry in every if any(name.startswith(wanted) for name in _names(entry)))


def close_to(journal: Journal, text: str) -> tuple[Entry, ...]:
    """Return up to three entries that may have been meant, the likeliest first; only such as may be brought up unasked."""
    wanted = folded(text)
    offering = Offering(journal)
    named: dict[str, Entry] = {}
    for entry in (*journal.entries, *journal.undated):
        if offering.may_offer(entry):
            # Of several with one name the newest stands for all.
            named |= dict.fromkeys(_names(entry), entry)
    close = get_close_matches(wanted, named, n=_CLOSE, cutoff=_CUTOFF)
    if len(wanted) >= _TELLING:
        close += [name for name in reversed(named) if wanted in name]
    # By its path, since one entry may have several names that are close.
    return tuple({named[name].path: named[name] for name in close}.values())[:_CLOSE]


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(filter(None, map(folded, (entry.title, *entry.aliases))))


def _files(entry: Entry) -> tuple[str, ...]:
    path = folded(entry.path)
    whole = path.rpartition(".")[0]
    return (path, whole, path.rpartition("/")[2], whole.rpartition("/")[2])
