"""What entries that do an exercise say under its headings: how much a thought was believed, a step, the days of a series."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from journalgen.model.entry import Entry
from journalgen.model.exercises import Role, folded_heading

# Days of writing are meant to follow each other; a day or two between them, and they still do.
MOST_DAYS_APART = 3
# Who writes so for longer has made a habit of it, and nobody is to count its days.
MOST_DAYS = 7
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_OUT_OF = re.compile(r"(?<=\d)\s*(?:%|(?:/|out of|of|von)\s*100(?![\d.,]*\d))", re.IGNORECASE)
_ALL = 100


class Belief(Struct, frozen=True):
    """How much a thought was believed, from 0 to 100, before it was looked at and after; how it was put may be empty."""

    thought: str
    before: float
    after: float


class Tried(Struct, frozen=True):
    """The step that was chosen for a problem, and what came of it, which is empty where nothing is said of it yet."""

    step: str
    outcome: str


class DayOfWriting(Struct, frozen=True):
    """A day of a series, and the entries that belong to it."""

    day: dt.date
    entries: tuple[Entry, ...]


def belief(entry: Entry, roles: Mapping[str, Role]) -> Belief | None:
    """Return how much a thought was believed before and after, or None where not both are numbers.

    `roles` says what stands under which headings.
    """
    before, after = (_share(_blocks(entry, roles, role)) for role in ("before", "after"))
    if before is None or after is None:
        return None
    return Belief(_first(_blocks(entry, roles, "thought")), before, after)


def tried(entry: Entry, roles: Mapping[str, Role]) -> Tried | None:
    """Return the step that an entry chose and what came of it, or None where it names no step."""
    step = _first(_blocks(entry, roles, "step"))
    return Tried(step, _first(_blocks(entry, roles, "outcome"))) if step else None


def series(entries: Iterable[Entry], exercise: str) -> tuple[tuple[DayOfWriting, ...], ...]:
    """Return the series of days on which an exercise was done, oldest first: those of one lie `MOST_DAYS_APART` at most.

    Entries without a day belong to none, and days that go on for more than `MOST_DAYS` are none.
    """
    days: dict[dt.date, list[Entry]] = {}
    for entry in entries:
        if entry.exercise == exercise and entry.counted:
            days.setdefault(entry.counted, []).append(entry)
    found: list[list[DayOfWriting]] = []
    for day in sorted(days):
        if not found or (day - found[-1][-1].day).days > MOST_DAYS_APART:
            found.append([])
        found[-1].append(DayOfWriting(day, tuple(days[day])))
    return tuple(tuple(each) for each in found if len(each) <= MOST_DAYS)


def _blocks(entry: Entry, roles: Mapping[str, Role], role: Role) -> tuple[str, ...]:
    """Return what stands under the first heading of a role that has something under it."""
    held = (section.blocks for section in entry.sections if roles.get(folded_heading(section.heading)) == role)
    return next((blocks for blocks in held if blocks), ())


def _first(blocks: tuple[str, ...]) -> str:
    return " ".join(blocks[0].split()) if blocks else ""


def _share(blocks: tuple[str, ...]) -> float | None:
    """Return the one number from 0 to 100 that some text holds, such as `85`, `about 85 %` or `85/100`; else None."""
    numbers = _NUMBER.findall(_OUT_OF.sub("", " ".join(blocks)))
    if len(numbers) != 1:
        return None
    value = float(numbers[0].replace(",", "."))
    return value if 0 <= value <= _ALL else None
