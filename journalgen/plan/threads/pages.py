"""The pages of threads and goals: one for each, and one of all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from journalgen.analysis.terms import Spellings
from journalgen.analysis.threads import KINDS, Idea, Said, Stage, Standing, Thread, named, thread_key, threads
from journalgen.digests import digest
from journalgen.model.config import MetricConfig
from journalgen.model.entry import Entry, Matter
from journalgen.model.journal import Journal
from journalgen.plan import addresses as at
from journalgen.plan.entries import closed_link, closed_row
from journalgen.plan.fingerprint import digest_of_texts
from journalgen.plan.sketch import Sketch
from journalgen.plan.threads.moods import MoodOfEntry, moods_along
from journalgen.plan.threads.views import (
    StoryEntry,
    ThreadIdea,
    ThreadPage,
    ThreadsPage,
    ThreadStanding,
    ThreadStep,
    ThreadSummary,
    ThreadWords,
)
from journalgen.plan.views import Link, NameCount, NameLink, NextStep, Row, ThreadPlace

# What somebody wanted to do a month ago they may have done, or left; home does not ask.
_LATELY = 28
_MOST_USED = 24
_NOTHING = Matter()
_encoder = msgspec.msgpack.Encoder()


class Threads:
    """Knows the threads and goals of a journal, and where their pages lie.

    `addresses` and `rows` are those of entries, by their path; `may_offer` is the rule of what may be brought up unasked. What
    counts of an entry that may not be offered is how the thread stands from it on, and whether a step is done, and no word of it.
    """

    def __init__(
        self,
        journal: Journal,
        addresses: Mapping[str, str],
        may_offer: Callable[[Entry], bool],
        secret: bytes | None = None,
    ) -> None:
        self._config = journal.config
        self._addresses = addresses
        self._may_offer = may_offer
        self._spellings = Spellings(journal.config.aliases)
        self._days: dict[str, Link] = {}
        self._threads = threads(journal)
        self._by_key = {(each.kind, each.key): each for each in self._threads}
        self._at = {
            (kind, key): address
            for kind in KINDS
            for key, address in at.thread_addresses(
                kind, [each.key for each in self._threads if each.kind == kind], secret
            ).items()
        }
        # Of each entry by its path, the number that it has in its thread and in its goal.
        self._numbers = {
            (each.kind, entry.path): number for each in self._threads for number, entry in enumerate(each.entries)
        }

    def places(self, entry: Entry) -> tuple[ThreadPlace, ...]:
        """Return the places of an entry in its thread and its goal, as far as it has any."""
        found = []
        for kind in KINDS:
            if name := named(kind, entry):
                key = kind, thread_key(kind, name, self._spellings)
                entries, number = self._by_key[key].entries, self._numbers[kind, entry.path]
                previous = self._day(entries[number - 1]) if number else None
                following = self._day(entries[number + 1]) if number + 1 < len(entries) else None
                found.append(ThreadPlace(kind, self._by_key[key].name, self._at[key], previous, following))
        return tuple(found)

    def next_step(self, today: dt.date) -> NextStep | None:
        """Return what the writer wanted last to come next, if that was lately and all of the thread may be offered."""
        found = [
            (said.entry.day, thread.key, thread)
            for thread in self._threads
            if (said := thread.next)
            and said.entry.day
            and 0 <= (today - said.entry.day).days <= _LATELY
            and thread.status != "resting"
            and all(map(self._may_offer, thread.entries))
        ]
        thread = max(found, key=lambda each: each[:2])[2] if found else None
        if thread is None or thread.next is None:
            return None
        return NextStep(thread.next.text, thread.name, self._at[thread.kind, thread.key])

    @property
    def suggested(self) -> tuple[NameCount, ...] | None:
        """Return the threads and goals that most entries belong to, of those that may be suggested; None without any at all."""
        if not self._threads:
            return None
        offered = [each for each in self._threads if any(map(self._may_offer, each.entries))]
        most = sorted(offered, key=lambda each: (-len(each.entries), each.key, each.kind))[:_MOST_USED]
        return tuple(NameCount(self._link(each), len(each.entries)) for each in most)

    def _link(self, thread: Thread) -> NameLink:
        address = self._at[thread.kind, thread.key]
        return NameLink(thread.kind, thread.name, address, digest_of_texts(thread.kind, thread.name, address))

    def links(self, entry: Entry) -> tuple[NameLink, ...]:
        """Return the links to an entry's thread and to its goal, as far as it has any."""
        names = ((kind, named(kind, entry)) for kind in KINDS)
        keys = ((kind, thread_key(kind, name, self._spellings)) for kind, name in names if name)
        return tuple([self._link(self._by_key[key]) for key in keys])

    def pages(self, rows: Mapping[str, Row]) -> Iterator[tuple[str, ThreadsPage | Sketch[ThreadPage]]]:
        """Yield the path and the view of each page; none where there are no threads."""
        if not self._threads:
            return
        mood = self._config.metric("mood")
        for thread in self._threads:
            page = self._page(thread, rows)
            moods = tuple(self._moods(thread)) if self._config.figures else ()
            yield (
                self._at[thread.kind, thread.key],
                Sketch(ThreadPage, (_Told(page, moods, _digest(page, moods)), mood), _drawn),
            )
        yield at.THREADS, self._index()

    def _page(self, thread: Thread, rows: Mapping[str, Row]) -> ThreadPage:
        changed = {standing.entry.path: standing.status for standing in thread.standings}
        story = [self._told(entry, rows, changed.get(entry.path)) for entry in thread.entries]
        dated = sum(entry.day is not None for entry in thread.entries)
        return ThreadPage(
            kind=thread.kind,
            name=thread.name,
            standing=self._standing(thread),
            next=self._words(thread.next),
            outcome=self._words(thread.outcome),
            ideas=tuple([self._idea(each) for each in thread.ideas if self._may_say(each)]),
            steps=tuple([self._step(each) for each in thread.stages if self._may_say(each)]),
            closed=self._closed((*thread.ideas, *thread.stages)),
            story=tuple(story[:dated]),
            undated=tuple(story[dated:]),
            moods=None,
        )

    def _told(self, entry: Entry, rows: Mapping[str, Row], status: str | None) -> StoryEntry:
        closed = not self._may_offer(entry)
        row = closed_row(entry, self._addresses[entry.path]) if closed else rows[entry.path]
        says = None if closed or entry.matter == _NOTHING else entry.matter
        return StoryEntry(row, closed, status, says.next if says else None, says.outcome if says else None)

    def _standing(self, thread: Thread) -> ThreadStanding | None:
        standing: Standing | None = thread.standings[-1] if thread.standings else None
        return ThreadStanding(standing.status, self._day(standing.entry)) if standing else None

    def _words(self, said: Said | None) -> ThreadWords | None:
        if said is None:
            return None
        return ThreadWords(said.text if self._may_offer(said.entry) else None, self._day(said.entry))

    def _idea(self, idea: Idea) -> ThreadIdea:
        came = tuple(words for said in idea.came if (words := self._words(said)))
        return ThreadIdea(idea.what, self._day(idea.taken) if idea.taken else None, came)

    def _step(self, stage: Stage) -> ThreadStep:
        return ThreadStep(stage.what, self._day(stage.done) if stage.done else None)

    def _may_say(self, said: Idea | Stage) -> bool:
        return any(map(self._may_offer, said.named))

    def _closed(self, said: Iterable[Idea | Stage]) -> tuple[Link, ...]:
        """Return the entries, by their days, that alone name something; those without a day can't be told so."""
        found = {entry.path: entry for each in said if not self._may_say(each) for entry in each.named if entry.day}
        return tuple([self._day(entry) for _, entry in sorted(found.items(), key=lambda item: (item[1].day, item[0]))])

    def _moods(self, thread: Thread) -> Iterator[MoodOfEntry]:
        for entry in thread.entries:
            if entry.counted and not entry.private and (mood := entry.mood):
                yield MoodOfEntry(entry.counted, mood.value, self._addresses[entry.path])

    def _day(self, entry: Entry) -> Link:
        """Return the link to an entry by its day alone, whether or not it may be offered: its title is no part of the thread."""
        known = self._days.get(entry.path)
        if known is None:
            known = self._days[entry.path] = closed_link(entry, self._addresses[entry.path])
        return known

    def _index(self) -> ThreadsPage:
        groups: dict[str, list[Thread]] = {"open": [], "resting": [], "gathered": [], "resolved": []}
        for thread in self._threads:
            groups[_group(thread)].append(thread)
        return ThreadsPage(
            open=self._summaries(_newest_first(groups["open"], _last_day)),
            resting=self._summaries(_newest_first(groups["resting"], _last_day)),
            gathered=self._summaries(groups["gathered"]),
            resolved=self._summaries(_newest_first(groups["resolved"], _day_of_standing)),
        )

    def _summaries(self, found: Iterable[Thread]) -> tuple[ThreadSummary, ...]:
        return tuple([self._summary(each) for each in found])

    def _summary(self, thread: Thread) -> ThreadSummary:
        days = [entry.day for entry in thread.entries if entry.day]
        to_do = [each for each in thread.stages if each.done is None and self._may_say(each)]
        wants_step = thread.next is None and thread.status != "resolved" and to_do
        return ThreadSummary(
            kind=thread.kind,
            name=thread.name,
            address=self._at[thread.kind, thread.key],
            standing=self._standing(thread),
            next=self._words(thread.next),
            step=to_do[0].what if wants_step else None,
            outcome=self._words(thread.outcome),
            entries=len(thread.entries),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )


class _Told(Struct, frozen=True):
    """A page without its picture, and what that is made of."""

    page: ThreadPage
    moods: tuple[MoodOfEntry, ...]
    digest: bytes


def _drawn(told: _Told, metric: MetricConfig) -> ThreadPage:
    return replace(told.page, moods=moods_along(told.moods, metric))


def _digest(page: ThreadPage, moods: tuple[MoodOfEntry, ...]) -> bytes:
    """Return the digest of a page. A thread may have thousands of entries: encoded at once, they take a tenth of the time."""
    story = [
        (each.row.digest, each.closed, each.status, each.next, each.outcome) for each in (*page.story, *page.undated)
    ]
    rest = replace(page, story=(), undated=())
    return digest(_encoder.encode((rest, len(page.story), story, moods)))


def _group(thread: Thread) -> str:
    if thread.status in ("resting", "resolved"):
        return thread.status
    if thread.status or thread.next or any(each.done is None for each in thread.stages):
        return "open"
    return "gathered"


def _newest_first(found: Sequence[Thread], day_of: Callable[[Thread], dt.date]) -> list[Thread]:
    """Return threads by a day of theirs; those of one day stay in their order."""
    return sorted(found, key=day_of, reverse=True)


def _last_day(thread: Thread) -> dt.date:
    return max((entry.day for entry in thread.entries if entry.day), default=dt.date.min)


def _day_of_standing(thread: Thread) -> dt.date:
    return thread.standings[-1].entry.day or dt.date.min
