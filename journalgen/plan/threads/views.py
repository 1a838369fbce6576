"""What the pages of threads and goals may see.

Words that an entry says of its thread stand there only if the entry may be offered. Of the others, where there are such words is
said, and by which day.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.plan.figures.geometry.over_time import OverTime
from journalgen.plan.views import Link, Row


class ThreadWords(Struct, frozen=True, gc=False):
    """Words of an entry, which `link` leads to by its day; `text` is None where the entry may not be offered."""

    text: str | None
    link: Link


class ThreadStanding(Struct, frozen=True, gc=False):
    """How a thread stands, and the entry from which on it does, by its day."""

    status: str
    link: Link


class ThreadIdea(Struct, frozen=True, gc=False):
    """Something that could be done; `taken` is the first entry that wanted it to come next, `came` is what later ones say of it."""

    what: str
    taken: Link | None
    came: tuple[ThreadWords, ...]


class ThreadStep(Struct, frozen=True, gc=False):
    """A step of a goal; `done` is the first entry that says that it is done."""

    what: str
    done: Link | None


class StoryEntry(Struct, frozen=True, gc=False):
    """An entry in the story of a thread, and what it says of it; of a `closed` one there is its day alone.

    `status` is there only where it changed.
    """

    row: Row
    closed: bool
    status: str | None
    next: str | None
    outcome: str | None


class DayOfThread(Struct, frozen=True, gc=False):
    """A day on which entries of a thread noted a mood, and the mean of these; `address` is that of the first."""

    day: dt.date
    address: str
    value: float


class ThreadMoods(Struct, frozen=True, gc=False):
    """The moods along a thread as a picture, and day by day; `several` says that some day has more than one."""

    chart: OverTime
    days: tuple[DayOfThread, ...]
    several: bool


class ThreadPage(Struct, frozen=True, gc=False):
    """A thread or a goal (`kind`): how it stands, what comes next, what could be done, and its story.

    `status` is None where the writer does not say. `story` holds the dated entries in order, `undated` the others. `closed` are
    entries that name ideas or steps which may not be said. `moods` is None where there is nothing to draw.
    """

    kind: str
    name: str
    standing: ThreadStanding | None
    next: ThreadWords | None
    outcome: ThreadWords | None
    ideas: tuple[ThreadIdea, ...]
    steps: tuple[ThreadStep, ...]
    closed: tuple[Link, ...]
    story: tuple[StoryEntry, ...]
    undated: tuple[StoryEntry, ...]
    moods: ThreadMoods | None


class ThreadSummary(Struct, frozen=True, gc=False):
    """A thread or a goal to go to: how it stands, what comes next or what came of it, and how long it has gone on.

    `step` is the first step of a goal that is not done, where nothing else is to come next.
    """

    kind: str
    name: str
    address: str
    standing: ThreadStanding | None
    next: ThreadWords | None
    step: str | None
    outcome: ThreadWords | None
    entries: int
    first: dt.date | None
    last: dt.date | None


class ThreadsPage(Struct, frozen=True, gc=False):
    """All threads and goals: those that are open, those that rest, those of which nothing is to be solved, and those that are.

    Open ones are those that the writer calls so or is trying, and those that have something to come next. Of these the one that
    was written about last comes first, and so of those that rest; the others come by name, and the resolved by day, newest first.
    """

    open: tuple[ThreadSummary, ...]
    resting: tuple[ThreadSummary, ...]
    gathered: tuple[ThreadSummary, ...]
    resolved: tuple[ThreadSummary, ...]
