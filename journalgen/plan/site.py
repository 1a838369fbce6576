"""The whole site as a list of pages.

Most builds remember the outlines of all of them and make one: what only a plan that is made anew needs is imported there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace as with_values

from journalgen.analysis.coping_plan import coping_plan
from journalgen.analysis.figures import Figures
from journalgen.analysis.low_days import low_limit, moods_of_days
from journalgen.analysis.prompts import low_times, prompt_of_day
from journalgen.analysis.returns import is_return
from journalgen.analysis.terms import Spellings
from journalgen.analysis.vocabulary import Vocabulary
from journalgen.digests import digest
from journalgen.model.config import SUPPORT_FILE
from journalgen.model.entry import Entry
from journalgen.model.exercises import Exercise
from journalgen.model.journal import Journal
from journalgen.model.prompts import Prompt
from journalgen.model.questions import Question
from journalgen.plan import addresses as at
from journalgen.plan.anywhere import anywhere
from journalgen.plan.backlinks import Backlinks
from journalgen.plan.calendar import Calendar
from journalgen.plan.days import Days
from journalgen.plan.dead_links import problems_of_texts
from journalgen.plan.entries import (
    NamesOfEntries,
    closed_link,
    link_to,
    mean_mood,
    measure_view,
    row_of,
    score_view,
)
from journalgen.plan.entry_page import digest_of_entry_page, entry_page
from journalgen.plan.fingerprint import digest_of
from journalgen.plan.graph import LinkGraph, link_graph
from journalgen.plan.links import Target
from journalgen.plan.names import NameIndex
from journalgen.plan.offering import Offering
from journalgen.plan.on_this_day import DaysOfYear
from journalgen.plan.pages import Outline, Page
from journalgen.plan.photos import Album, Media
from journalgen.plan.problems import problems_page
from journalgen.plan.prompts import Prompts
from journalgen.plan.quotations import Quotations
from journalgen.plan.related import RelatedEntries
from journalgen.plan.search import search_page
from journalgen.plan.sketch import Sketch
from journalgen.plan.support_first import stands_first_on_home
from journalgen.plan.views import (
    EntryPage,
    ExerciseOfEntry,
    Home,
    Link,
    MeasureView,
    Mood,
    PromptLink,
    Row,
    ScoreView,
    SupportPage,
    Surroundings,
    UndatedPage,
)
from journalgen.problems import Level, Problem

if TYPE_CHECKING:
    from journalgen.plan.exercises import Exercises
    from journalgen.plan.figures.context import Context
    from journalgen.plan.reviews.pages import Reviews
    from journalgen.plan.strengths import Strengths
    from journalgen.plan.threads.pages import Threads

_encoder = msgspec.msgpack.Encoder()
_RECENT = 6


class Plan:
    """The pages of a site: which there are, and of each what it may see, made when it is asked for.

    `today` is the writer's day, `first_day` the first of the week (Monday = 0), `secret` the key under which names are
    hidden in file names where the configuration asks for `plain_names`. `graph` is that of the journal's links, where it is
    known, `search` the name of the folder with what is searched. `media` are the files that texts show, by the path of each
    text and in the order of its attachments. `figures` are the journal's, with the digest of what they depend on; None where there
    are to be none. `words` are those of the journal's times, with their digest. `prompts` gives all that there is to write
    from, when it is needed, with the digest of what it depends on besides the code; without it there is no page of them.
    `exercises` are given likewise.
    `questions` gives those to look back with, in the same way.
    """

    def __init__(
        self,
        journal: Journal,
        today: dt.date,
        *,
        first_day: int = 0,
        secret: bytes | None = None,
        graph: LinkGraph | None = None,
        search: str = "0",
        media: Media | None = None,
        figures: tuple[Figures, bytes] | None = None,
        words: tuple[Vocabulary, bytes] | None = None,
        prompts: tuple[Callable[[], tuple[Prompt, ...]], bytes] | None = None,
        exercises: tuple[Callable[[], tuple[Exercise, ...]], bytes] | None = None,
        questions: tuple[Callable[[], tuple[Question, ...]], bytes] | None = None,
    ) -> None:
        self._journal = journal
        self._given_graph = graph
        self._today = today
        self._first_day = first_day
        self._secret = secret if journal.config.plain_names else None
        self._search = search
        self._media = media or {}
        self._figures = figures
        self._words = words
        self._given_prompts = prompts
        self._given_exercises = exercises
        self._given_questions = questions
        self._mood = journal.config.metric("mood")
        self._measures: dict[tuple[str, float, float | None], MeasureView] = {}
        self._every = (*journal.entries, *journal.undated)
        self._known_links: dict[str, Link] = {}

    @cached_property
    def key(self) -> bytes:
        """Return the digest of all that `outlines` depend on: of each entry what pages other than its own may show.

        The outlines of a plan are a pure function of it, and so may be remembered under it.
        """
        journal = self._journal
        digest = hashlib.blake2b(digest_size=16)
        shaping = (
            journal.config,
            self._today,
            self._first_day,
            self._secret,
            self._search,
            journal.problems,
            journal.support,
            self._figures and self._figures[1],
            self._words and self._words[1],
            self._given_prompts and self._given_prompts[1],
            self._given_exercises and self._given_exercises[1],
            self._given_questions and self._given_questions[1],
            journal.reviews,
        )
        digest.update(f"{shaping!r} {len(journal.entries)} {len(journal.undated)} ".encode())
        digest.update(b"".join([entry.shared for entry in self._every]))
        if self._media:
            digest.update(digest_of(tuple(sorted(self._media.items()))))
        return digest.digest()

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """Return every page of the site, home first."""
        from journalgen.plan.templates import TEMPLATES  # noqa: PLC0415 -- see the top of the module

        outlines = [
            Outline(path, TEMPLATES[view.kind], view.digest)
            if isinstance(view, Sketch)
            else Outline(path, TEMPLATES[type(view)], digest_of(view))
            for path, view in self._pages.items()
        ]
        for path, around in self.surroundings.items():
            outlines.append(Outline(self._addresses[path], TEMPLATES[EntryPage], digest(around), path, len(around)))
        return tuple(outlines)

    @cached_property
    def surroundings(self) -> dict[str, bytes]:
        """Return the surroundings of each entry, encoded, by the entry's path and in the order of the outlines."""
        return {entry.path: _encoder.encode(self._surroundings(entry)) for entry in self._every}

    def entry_outline(self, path: str) -> tuple[Outline, bytes]:
        """Return the outline of one entry's page with its surroundings, encoded: no other page is planned for it."""
        from journalgen.plan.templates import TEMPLATES  # noqa: PLC0415 -- see the top of the module

        around = _encoder.encode(self._surroundings(self._by_path[path]))
        return Outline(self._addresses[path], TEMPLATES[EntryPage], digest(around), path, len(around)), around

    @property
    def addresses(self) -> Mapping[str, str]:
        """Return where the page of each entry lies, by the path of its file."""
        return self._addresses

    def digest(self, outline: Outline) -> bytes:
        """Return the digest of all that a page may show."""
        if outline.entry is None:
            return outline.digest
        return digest_of_entry_page(outline.digest, self._by_path[outline.entry])

    def page(self, outline: Outline, around: bytes | None = None) -> Page:
        """Return a page with all that it may see; `around` are an entry's surroundings, encoded, where they are at hand."""
        view = self._pages[outline.path] if outline.entry is None else self._entry_page(outline.entry, around)
        if isinstance(view, Sketch):
            view = view.drawn()
        return Page(outline.path, outline.template, view, self.digest(outline))

    def _entry_page(self, path: str, around: bytes | None) -> EntryPage:
        return entry_page(self._by_path[path], self.surroundings[path] if around is None else around)

    @cached_property
    def _by_path(self) -> dict[str, Entry]:
        return {entry.path: entry for entry in self._every}

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return at.entry_addresses(self._every, self._secret)

    @cached_property
    def _rows(self) -> dict[str, Row]:
        may_offer = self._offering.may_offer
        return {
            entry.path: row_of(entry, self._link(entry), self._mood, may_offer=may_offer(entry))
            for entry in self._every
        }

    @cached_property
    def _offering(self) -> Offering:
        return Offering(self._journal)

    @cached_property
    def _days_of_year(self) -> DaysOfYear:
        return DaysOfYear(self._journal, self._addresses, self._offering)

    @cached_property
    def _anywhere(self) -> str | None:
        """Return the address of the day's entry to open anywhere, or None where home has all that may be offered."""
        on_home = {entry.path for entry in self._newest}
        others = [entry for entry in self._every if entry.path not in on_home and self._offering.may_offer(entry)]
        chosen = anywhere(others, self._today)
        return self._addresses[chosen.path] if chosen else None

    @property
    def _newest(self) -> tuple[Entry, ...]:
        """Return the newest entries, which home shows, newest first."""
        return self._journal.entries[: -_RECENT - 2 : -1]

    @cached_property
    def _days(self) -> Days:
        return Days(self._journal, self._addresses)

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._days.counted, self._journal.entries, self._mood, self._first_day)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._journal, self._secret, self._offering)

    @cached_property
    def _names_of(self) -> NamesOfEntries:
        return NamesOfEntries(self._names.by_spelling)

    @cached_property
    def _metric_addresses(self) -> dict[str, str]:
        metrics = self._figures[0].metrics if self._figures else ()
        return at.metric_addresses([each.metric for each in metrics], self._secret)

    @cached_property
    def _album(self) -> Album:
        shown = (entry for entry in self._journal.entries if entry.attachments) if self._media else ()
        return Album(self._media, filter(self._offering.may_offer, shown), self._link)

    @cached_property
    def _graph(self) -> LinkGraph:
        return link_graph(self._journal) if self._given_graph is None else self._given_graph

    @cached_property
    def _targets(self) -> dict[str, tuple[Target | None, ...]]:
        """Return what the links of each text mean, by the path of its file; texts without links are left out."""
        return {text.path: text.targets for text in self._graph.texts}

    @cached_property
    def _backlinks(self) -> Backlinks:
        return Backlinks(self._graph, self._by_path, self._days.positions, self._link, self._offering.may_offer)

    @cached_property
    def _related(self) -> RelatedEntries:
        return RelatedEntries(self._every, self._names.terms, self._graph, self._link, self._offering.may_offer)

    @cached_property
    def _threads(self) -> Threads:
        from journalgen.plan.threads.pages import Threads  # noqa: PLC0415 -- see the top of the module

        return Threads(self._journal, self._addresses, self._offering.may_offer, self._secret)

    @cached_property
    def _quotations(self) -> Quotations:
        return Quotations(self._by_path, self._days.entries_of, self._addresses, self._rows, self._offering.may_offer)

    @cached_property
    def _dead(self) -> dict[str, tuple[Problem, ...]]:
        """Return what is wrong with the links of each text, by the path of its file, but for what its entry says itself."""
        return problems_of_texts(self._journal.problems, self._by_path)

    @cached_property
    def _all_prompts(self) -> tuple[Prompt, ...]:
        return self._given_prompts[0]() if self._given_prompts else ()

    @cached_property
    def _prompts(self) -> Prompts:
        return Prompts(
            self._all_prompts, self._every, self._journal.config, self._link_beside, self._offering.may_offer
        )

    @cached_property
    def _strengths(self) -> Strengths:
        from journalgen.plan.strengths import Strengths  # noqa: PLC0415 -- see the top of the module

        return Strengths(
            self._every,
            coping_plan(self._journal),
            Spellings(self._journal.config.aliases),
            self._today,
            self._link,
            lambda entry: closed_link(entry, self._addresses[entry.path]),
            self._offering.may_offer,
        )

    @cached_property
    def _reviews(self) -> Reviews | None:
        """Return what looks back on the times of the journal, or None where nothing is to."""
        if not self._journal.config.reviews_show:
            return None
        from journalgen.plan.reviews.page import Asking  # noqa: PLC0415 -- see the top of the module
        from journalgen.plan.reviews.pages import Reviews, Sources  # noqa: PLC0415 -- see the top of the module

        return Reviews(
            Sources(
                journal=self._journal,
                today=self._today,
                counted=self._days.entries_counted,
                names=self._names,
                album=self._album,
                graph=self._graph,
                entries=self._by_path,
                threads=self._threads.links,
                link=self._link,
                may_offer=self._offering.may_offer,
                targets=self._addresses_of,
                files=self._album.of,
                asking=Asking(*(self._given_questions or (tuple, b""))),
                context=self._context,
                words=self._words[0] if self._words else None,
            )
        )

    def _todays_prompt(self) -> PromptLink | None:
        """Return something to write from today, or None where the writer wants none or nothing is to be asked."""
        if not self._journal.config.prompts_show:
            return None
        lows = low_times(moods_of_days(self._journal.entries), low_limit(self._journal.config))
        chosen = prompt_of_day(self._today, self._all_prompts, lows)
        return self._prompts.link(chosen) if chosen else None

    @cached_property
    def _exercises(self) -> Exercises | None:
        if self._given_exercises is None:
            return None
        from journalgen.plan.exercises import Exercises  # noqa: PLC0415 -- see the top of the module

        return Exercises(
            self._given_exercises[0](), self._every, self._link_beside, self._offering.may_offer, self._mood_of_day
        )

    def _mood_of_day(self, day: dt.date) -> Mood | None:
        """Return the mood of a day as calendars show it, which know nothing of private entries."""
        return mean_mood([entry for entry in self._days.entries_counted.get(day, ()) if not entry.private], self._mood)

    def _exercise_of(self, entry: Entry) -> ExerciseOfEntry | None:
        return self._exercises.of_entry(entry) if self._exercises else None

    def _addresses_of(self, path: str) -> tuple[str | None, ...]:
        """Return the addresses that the links of a text lead to, by their index."""
        return tuple([each.address(self._addresses) if each else None for each in self._targets.get(path, ())])

    @cached_property
    def _pages(self) -> dict[str, Struct | Sketch[Struct]]:
        """Return the views of all pages but the entries'."""
        return dict(self._other_pages())

    def _link(self, entry: Entry) -> Link:
        known = self._known_links.get(entry.path)
        if known is None:
            known = self._known_links[entry.path] = link_to(entry, self._addresses[entry.path])
        return known

    def _link_beside(self, entry: Entry) -> Link:
        """Return the link to an entry from a page that is about another one."""
        return self._link(entry) if self._offering.may_offer(entry) else closed_link(entry, self._addresses[entry.path])

    def _other_pages(self) -> Iterator[tuple[str, Struct | Sketch[Struct]]]:
        from journalgen.plan.figures.along import watched_by_name  # noqa: PLC0415 -- see the top of the module
        from journalgen.plan.figures.pages import figure_pages  # noqa: PLC0415 -- see the top of the module

        yield at.HOME, self._home()
        yield from self._days.pages(self._rows, self._mood, self._link_beside, self._backlinks)
        reviews = self._reviews
        for year, month in self._calendar.months:
            month_page = self._album.on_month(self._calendar.month_page(year, month, self._rows))
            yield at.month_address(year, month), reviews.on_month(month_page) if reviews else month_page
        for year in self._calendar.years:
            year_page = self._album.on_year(self._calendar.year_page(year))
            yield at.year_address(year), reviews.on_year(year_page) if reviews else year_page
        if reviews:
            yield from reviews.pages()
        yield from self._album.pages()
        archive = self._calendar.archive_page(len(self._journal.undated))
        yield at.ARCHIVE, with_values(archive, reviews=reviews.index) if reviews else archive
        watched = watched_by_name(self._context) if self._context else {}
        yield from self._names.pages(self._rows, watched, self._threads.suggested)
        yield from self._threads.pages(self._rows)
        yield from self._days_of_year.pages(self._rows, self._anywhere)
        if self._journal.undated:
            yield at.UNDATED, UndatedPage(tuple(self._rows[entry.path] for entry in self._journal.undated))
        if self._context:
            yield from figure_pages(self._context)
        if self._given_prompts:
            yield at.PROMPTS, self._prompts.page()
        if self._exercises:
            yield at.EXERCISES, self._exercises.page()
        yield from self._strengths.pages()
        yield at.SEARCH, search_page(self._journal, self._search)
        yield at.SUPPORT, self._support()
        if self._journal.problems:
            yield at.PROBLEMS, problems_page(self._journal, self._link_to_file)

    @cached_property
    def _context(self) -> Context | None:
        """Return what pages of figures are made from, or None where there are to be none."""
        if self._figures is None:
            return None
        from journalgen.plan.figures.context import Context  # noqa: PLC0415 -- see the top of the module

        figures = self._figures[0]
        addresses = {day.day: day.address for day in self._days.counted}
        return Context(
            journal=self._journal,
            today=self._today,
            first_day=self._first_day,
            figures=figures,
            terms=self._names.terms,
            sections=(),
            name_link=self._names.link,
            metric_address=self._metric_addresses.get,
            day_address=addresses.get,
            link=self._link,
            may_offer=self._offering.may_offer,
            words=self._words[0] if self._words else None,
            along_address=at.along_addresses({each.metric for each in figures.patterns.patterns}, self._secret).get,
            companions=self._names.companions,
            scale_address=self._scale_addresses.get,
        )

    def _home(self) -> Home:
        from journalgen.plan.figures.rhythm import recent_rhythm  # noqa: PLC0415 -- see the top of the module
        from journalgen.plan.letters import newly_opened  # noqa: PLC0415 -- see the top of the module

        entries = self._journal.entries
        newest = [self._rows[entry.path] for entry in self._newest if self._offering.may_offer(entry)]
        closed = [self._link_beside(entry) for entry in self._newest if not self._offering.may_offer(entry)]
        years = self._calendar.years
        counted = {day for entry in entries if (day := entry.written_on)}
        levels = [problem.level for problem in self._journal.problems]
        support_first = stands_first_on_home(entries, self._today)
        return Home(
            today=self._today,
            latest=newest[0] if newest else None,
            recent=tuple(newest[1:]),
            closed=tuple(closed),
            on_this_day=self._days_of_year.of_today(self._today, self._rows),
            anywhere=self._anywhere,
            year=years[-1] if years else None,
            months=self._calendar.year(years[-1]) if years else (),
            rhythm=recent_rhythm(counted, self._today) if self._journal.config.rhythm else None,
            first=min(counted, default=None),
            entries=len(entries) + len(self._journal.undated),
            days=len(counted),
            undated=len(self._journal.undated),
            errors=levels.count(Level.ERROR),
            warnings=levels.count(Level.WARNING),
            # Beside the way to Support, nothing is asked.
            prompt=None if support_first else self._todays_prompt(),
            welcome=is_return(counted, self._today),
            support_first=support_first,
            next_step=None if support_first else self._threads.next_step(self._today),
            opened=tuple(
                [closed_link(entry, self._addresses[entry.path]) for entry in newly_opened(entries, self._today)]
            ),
            strengths=self._strengths.address,
            review=self._reviews.ready() if self._reviews and not support_first else None,
            reviews=self._reviews.index if self._reviews else None,
        )

    def _surroundings(self, entry: Entry) -> Surroundings:
        entries = self._journal.entries
        position = self._days.positions.get(entry.path)
        previous = following = None
        siblings: tuple[Entry, ...] = ()
        if position is not None:
            previous = entries[position - 1] if position else None
            following = entries[position + 1] if position + 1 < len(entries) else None
            siblings = tuple([other for other in self._days.of_same_day(entry) if other is not entry])
        return Surroundings(
            private=entry.private,
            names=self._names_of.of(entry),
            measures=self._measures_of(entry),
            targets=self._addresses_of(entry.path) if entry.links else (),
            previous=self._link_beside(previous) if previous else None,
            next=self._link_beside(following) if following else None,
            siblings=tuple([self._link_beside(other) for other in siblings]),
            # Only where the day has a page of its own: with one entry, that is the entry's.
            day_address=at.day_address(entry.day)
            if entry.day and any(other.day == entry.day for other in siblings)
            else None,
            files=self._album.of(entry.path, entry.attachments) if entry.attachments else (),
            scores=self._scores_of(entry) if entry.scores else (),
            support_first=entry.support_first,
            quotations=self._quotations.of(entry, self._targets.get(entry.path, ())) if entry.links else (),
            backlinks=self._backlinks.of(entry.path),
            related=self._related.of(entry, (previous, following, *siblings)),
            dead=self._dead.get(entry.path, ()) if self._journal.problems else (),
            echoes=self._days_of_year.echoes(entry),
            prompt=self._prompts.of_entry(entry) if entry.prompt else None,
            exercise=self._exercise_of(entry) if entry.exercise else None,
            threads=self._threads.places(entry) if entry.thread or entry.goal else (),
        )

    def _measures_of(self, entry: Entry) -> tuple[MeasureView, ...]:
        found = []
        for measure in entry.measures:
            key = (measure.metric, measure.value, measure.before)
            known = self._measures.get(key)
            if known is None:
                metric = self._journal.config.metric(measure.metric)
                address = self._metric_addresses.get(measure.metric)
                known = self._measures[key] = measure_view(measure, metric, address)
            found.append(known)
        return tuple(found)

    @cached_property
    def _scale_addresses(self) -> dict[str, str]:
        """Return the address of the page of each questionnaire that has one."""
        if not self._figures:
            return {}
        from journalgen.plan.figures.scales import scales_with_pages  # noqa: PLC0415 -- see the top of the module

        return at.scale_addresses(scales_with_pages(self._journal, self._today), self._secret)

    def _scores_of(self, entry: Entry) -> tuple[ScoreView, ...]:
        config, addresses = self._journal.config, self._scale_addresses
        return tuple(
            [score_view(score, config.scale(score.scale), addresses.get(score.scale)) for score in entry.scores]
        )

    def _support(self) -> SupportPage:
        support = self._journal.support
        return SupportPage(
            title=support.title if support else None,
            body=support.body if support else None,
            targets=self._addresses_of(SUPPORT_FILE) if support else (),
            files=self._album.of(SUPPORT_FILE, support.attachments) if support else (),
            strengths=self._strengths.address,
            coping_plan=coping_plan(self._journal),
        )

    def _link_to_file(self, path: str) -> Link | None:
        entry = self._by_path.get(path)
        return self._link_beside(entry) if entry else None
