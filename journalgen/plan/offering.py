"""What may be offered: the one rule of what the site brings up where nobody asked for it.

Every page that shows an entry unasked asks here: home, on this day, what is opened anywhere, related entries, the sentences
of links back, timelines and companions of names, highlights, galleries, words, reviews, strengths. An entry that may not be
offered stays reachable by its date, by search and by links that were written to it, and shows there what it always shows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journalgen.analysis.low_days import low_limit, moods_of_days
from journalgen.analysis.terms import Spellings, Term
from journalgen.model.config import Quiet
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal


class Offering:
    """Knows which entries and names of a journal may be brought up unasked.

    An entry may not where it is `private`, says `resurface: no`, lies in the `[[quiet]]` days (as written or as counted),
    has a quiet tag or one within it, or a quiet person; nor where its own mood is low, or the mood of the day that it counts
    for. The mood of a day is the mean of all its entries' to one decimal, as calendars show it: a good morning does not bring
    a bad evening back, and what was written beside the worst of a day is left in peace with it. Private entries count for
    that, since the day was what it was. Low is at or below `quiet_below`.
    """

    def __init__(self, journal: Journal) -> None:
        config = journal.config
        spellings = Spellings(config.aliases)
        self._stretches = tuple(quiet for quiet in config.quiet if quiet.has_days)
        self._spellings = spellings
        self._tags = _keys(config.quiet, "tags", spellings)
        self._people = _keys(config.quiet, "people", spellings)
        self._limit = low_limit(config)
        self._low_days = _low_days(journal.entries, self._limit)
        every = (*journal.entries, *journal.undated)
        self._closed = frozenset([entry.path for entry in every if self._is_closed(entry)])

    def may_offer(self, entry: Entry) -> bool:
        """Return whether words, title and mood of an entry may appear where the writer did not ask for it."""
        return entry.path not in self._closed

    def may_offer_name(self, term: Term) -> bool:
        """Return whether a name may be suggested: not where all entries that use it are closed, as a quiet person's are."""
        return any(map(self.may_offer, term.entries))

    def _is_quiet_name(self, kind: str, key: str) -> bool:
        """Return whether a name (by what its spellings share) is one that `[[quiet]]` lists, or a tag within one."""
        if kind == "people":
            return key in self._people
        if kind != "tags" or not self._tags:
            return False
        parts = key.split("/")
        above = ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
        return any(self._spellings.key(kind, each) in self._tags for each in above)

    def _is_closed(self, entry: Entry) -> bool:
        return (
            entry.private
            or not entry.resurface
            or entry.counted in self._low_days
            or self._is_low(entry)
            or self._has_quiet_name(entry)
            or any(_lies_in(quiet, entry) for quiet in self._stretches)
        )

    def _is_low(self, entry: Entry) -> bool:
        mood = entry.mood
        return mood is not None and self._limit is not None and mood.value <= self._limit

    def _has_quiet_name(self, entry: Entry) -> bool:
        spelled = [("tags", tag) for tag in entry.tags] if self._tags else []
        if self._people:
            spelled += [("people", name) for name in entry.people]
        return any(self._is_quiet_name(kind, self._spellings.key(kind, name)) for kind, name in spelled)


def _low_days(entries: Iterable[Entry], limit: float | None) -> frozenset[dt.date]:
    if limit is None:
        return frozenset()
    return frozenset([day for day, mood in moods_of_days(entries).items() if mood <= limit])


def _keys(quiets: Iterable[Quiet], kind: str, spellings: Spellings) -> frozenset[str]:
    names = (quiet.tags if kind == "tags" else quiet.people for quiet in quiets)
    return frozenset(spellings.key(kind, name) for each in names for name in each)


def _lies_in(quiet: Quiet, entry: Entry) -> bool:
    return any(
        day is not None and (quiet.first is None or quiet.first <= day) and (quiet.last is None or day <= quiet.last)
        for day in (entry.day, entry.counted)
    )
