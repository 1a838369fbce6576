"""Threads and goals: what goes on over several entries, how each stands, what comes next, and what came of what was tried.

What the newest entry says counts; one without a day counts as older than all others. How a thread stands is only what the
writer says of it: one that nobody called open is no task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from journalgen.analysis.terms import Spellings, folded
from journalgen.model.entry import Entry, Matter, Status
from journalgen.model.journal import Journal

Kind = Literal["thread", "goal"]
KINDS: tuple[Kind, ...] = ("thread", "goal")
# What aliases call them.
_PLURALS = {"thread": "threads", "goal": "goals"}


class Standing(Struct, frozen=True):
    """How a thread stood, from the entry on that says so."""

    status: Status
    entry: Entry


class Said(Struct, frozen=True):
    """Words of an entry about its thread."""

    text: str
    entry: Entry


class Idea(Struct, frozen=True):
    """Something that could be done, as it was first written: an option, or what was to come next.

    `named` are the entries that name it, `taken` the first that wants it to come next, `came` what later entries say came of it.
    """

    what: str
    named: tuple[Entry, ...]
    taken: Entry | None
    came: tuple[Said, ...]


class Stage(Struct, frozen=True):
    """A step of a goal as it was first written, the entries that name it, and the first that says that it is done."""

    what: str
    named: tuple[Entry, ...]
    done: Entry | None


class Thread(Struct, frozen=True):
    """A thread or a goal. `entries` are the dated ones in order, then those without a day.

    `key` is what spellings that differ in case alone share. `standings` are the times that its status changed, oldest first.
    `next` is what is to come, None once an outcome was written after it, or it is resolved. `outcome` is the newest.
    """

    kind: Kind
    name: str
    key: str
    entries: tuple[Entry, ...]
    standings: tuple[Standing, ...]
    next: Said | None
    ideas: tuple[Idea, ...]
    stages: tuple[Stage, ...]
    outcome: Said | None

    @property
    def status(self) -> Status | None:
        """Return how it stands, None where no entry says so."""
        return self.standings[-1].status if self.standings else None


def threads(journal: Journal) -> tuple[Thread, ...]:
    """Return the threads of a journal, then its goals, each sorted by key. The name is the most frequent spelling."""
    spellings = Spellings(journal.config.aliases)
    every = (*journal.entries, *journal.undated)
    return tuple(
        _thread(kind, key, _name(kind, entries, spellings), entries)
        for kind in KINDS
        for key, entries in sorted(_by_key(kind, every, spellings).items())
    )


def named(kind: Kind, entry: Entry) -> str | None:
    """Return the thread or the goal that an entry names, on one line; None where it names none."""
    name = entry.thread if kind == "thread" else entry.goal
    return " ".join(name.split()) or None if name else None


def thread_key(kind: Kind, name: str, spellings: Spellings) -> str:
    """Return what all spellings of a thread's name share."""
    return spellings.key(_PLURALS[kind], name)


def to_come(entries: Iterable[Entry]) -> str | None:
    """Return what is to come next after some entries of a thread, oldest first: None after an outcome, or when it is resolved."""
    course = _Course()
    status = None
    for entry in entries:
        course.go_on(entry)
        status = entry.matter.status or status
    return course.next.text if course.next and status != "resolved" else None


def _by_key(kind: Kind, entries: Iterable[Entry], spellings: Spellings) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if name := named(kind, entry):
            found.setdefault(thread_key(kind, name, spellings), []).append(entry)
    return found


def _name(kind: Kind, entries: Sequence[Entry], spellings: Spellings) -> str:
    counts: dict[str, int] = {}
    for entry in entries:
        name = spellings.resolve(_PLURALS[kind], named(kind, entry) or "")
        counts[name] = counts.get(name, 0) + 1
    return max(counts, key=counts.__getitem__)


_NOTHING = Matter()


def _thread(kind: Kind, key: str, name: str, entries: Sequence[Entry]) -> Thread:
    dated = [entry for entry in entries if entry.day]
    undated = [entry for entry in entries if not entry.day]
    telling = [entry for entry in (*undated, *dated) if entry.matter != _NOTHING]
    standings = tuple(_standings(telling))
    course = _Course()
    for entry in telling:
        course.go_on(entry)
    resolved = bool(standings) and standings[-1].status == "resolved"
    return Thread(
        kind=kind,
        name=name,
        key=key,
        entries=(*dated, *undated),
        standings=standings,
        next=None if resolved else course.next,
        ideas=course.ideas(),
        stages=_stages(telling) if kind == "goal" else (),
        outcome=course.outcome,
    )


def _standings(entries: Iterable[Entry]) -> Iterator[Standing]:
    before = None
    for entry in entries:
        status = entry.matter.status
        if status and status != before:
            yield Standing(status, entry)
            before = status


class _Course:
    """What entries say of a thread, one after the other.

    An outcome is that of the option that its entry names again, where that is a single one; else of what was to come next until
    then. Where the entry says that the thread is resolved, it is the outcome of the whole.
    """

    def __init__(self) -> None:
        self.next: Said | None = None
        self.outcome: Said | None = None
        self._what: dict[str, str] = {}
        self._named: dict[str, list[Entry]] = {}
        self._taken: dict[str, Entry] = {}
        self._came: dict[str, list[Said]] = {}

    def go_on(self, entry: Entry) -> None:
        matter = entry.matter
        if matter.outcome:
            self._end(entry, matter.outcome)
        for option in matter.options:
            self._name(option, entry)
        if matter.next:
            self.next = Said(matter.next, entry)
            self._taken.setdefault(self._name(matter.next, entry), entry)

    def _end(self, entry: Entry, outcome: str) -> None:
        self.outcome = Said(outcome, entry)
        again = [key for option in entry.matter.options if (key := _key(option)) in self._what]
        tried = again[0] if len(again) == 1 else _key(self.next.text) if self.next else None
        if entry.matter.status != "resolved" and tried is not None:
            self._came.setdefault(tried, []).append(self.outcome)
        if self.next and tried == _key(self.next.text):
            self.next = None

    def _name(self, what: str, entry: Entry) -> str:
        key = _key(what)
        self._what.setdefault(key, what)
        _add(self._named.setdefault(key, []), entry)
        return key

    def ideas(self) -> tuple[Idea, ...]:
        return tuple(
            Idea(what, tuple(self._named[key]), self._taken.get(key), tuple(self._came.get(key, ())))
            for key, what in self._what.items()
        )


def _stages(entries: Iterable[Entry]) -> tuple[Stage, ...]:
    """Return the steps of a goal in the order in which they were first named; one that was done stays so."""
    what: dict[str, str] = {}
    naming: dict[str, list[Entry]] = {}
    done: dict[str, Entry] = {}
    for entry in entries:
        for step in entry.matter.steps:
            key = _key(step.what)
            what.setdefault(key, step.what)
            _add(naming.setdefault(key, []), entry)
            if step.done:
                done.setdefault(key, entry)
    return tuple(Stage(text, tuple(naming[key]), done.get(key)) for key, text in what.items())


def _add(naming: list[Entry], entry: Entry) -> None:
    """Add an entry to those that name something, unless it was the last that did."""
    if not naming or naming[-1] is not entry:
        naming.append(entry)


def _key(text: str) -> str:
    """Return what two spellings of one idea share: all but case, spaces and a full stop behind."""
    return folded(" ".join(text.split()).rstrip("."))
