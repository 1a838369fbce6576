"""Letters to a later day: what the site knows of an entry before the day on which it is to be opened.

A stand-in takes the entry's place before anything else sees it, so that no page, figure or list has to think of letters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace as with_values

from journalgen.digests import digest
from journalgen.model.entry import Entry, Matter
from journalgen.parse.entry import NO_DIGESTS, with_digests
from journalgen.problems import Location, Problem

# The text of a sealed letter, rendered or as seen, and its digest.
NOTHING = ""
_NOTHING = digest(NOTHING.encode())

# Words that would say what a letter is about. Its numbers stay (mood, metrics, scores, how long it is): they are what the day was
# like, a calendar or a mean without them would be another one, and none of them tells a sentence. The name of its file goes, since
# many write a title there, and so do the names of people, tags and the rest, which would lead a reader to the day when they look
# for them. It may not be brought up unasked: there is nothing to bring up.
_SEALED: dict[str, object] = {
    "name": "", "title": "", "opening": "",
    "tags": (), "emotions": (), "people": (), "places": (), "activities": (), "triggers": (), "coping": (),
    "gratitude": (), "wins": (), "kind_words": (), "events": (), "medication": (), "aliases": (),
    "prompt": None, "thread": None, "goal": None, "matter": Matter(), "exercise": None, "sections": (),
    "weather": None, "location": None, "lang": None, "starred": False, "resurface": False,
    "fields": (), "links": (), "attachments": (), "headings": (), "pictures": False,
    "body": _NOTHING, "plain": _NOTHING, "sealed": True,
}  # fmt: skip


def is_sealed(entry: Entry, today: dt.date) -> bool:
    """Return whether an entry is a letter that is not to be opened yet on the writer's day."""
    return entry.open_on is not None and entry.open_on > today


def sealed(entry: Entry) -> Entry:
    """Return the stand-in for a letter: its day and time, its numbers, and until when it is sealed; no word of it."""
    return with_digests(with_values(entry, **_SEALED, **NO_DIGESTS, problems=tuple(_told(entry))))


def addressed(entry: Entry) -> Entry:
    """Return a letter as links to it know it: by its title and headings, so that they lead there, and without its own links."""
    return with_digests(with_values(entry, links=(), **NO_DIGESTS))


def _told(entry: Entry) -> Iterable[Problem]:
    """Return what may be said of what is wrong in a letter: all of the field that seals it, and that there is something else."""
    return dict.fromkeys(_without_words(entry.problems))


def _without_words(problems: Iterable[Problem]) -> Iterator[Problem]:
    for each in problems:
        if ("field", "open_on") in each.parameters:
            yield each
        else:
            yield Problem(Location(each.where.path), each.level, "in-sealed")
