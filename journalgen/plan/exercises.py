"""The exercises: the page of all of them, with the entries that did each, and what stands on such an entry's own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from journalgen.analysis.exercises import DayOfWriting, belief, series, tried
from journalgen.model.entry import Entry
from journalgen.model.exercises import Exercise
from journalgen.plan import addresses as at
from journalgen.plan.views import BeliefView, DayOfSeries, ExerciseOfEntry, Link, Mood, TriedView

# The one that goes over several days.
OVER_DAYS = "expressive-writing"
_LONGEST = 280


class ExerciseView(Struct, frozen=True, gc=False):
    """An exercise among all: its place on the page, what it is called and for, where it comes from, and its text.

    `links` are the entries that did it and may be offered, newest first, `closed` the others.
    """

    anchor: str
    name: str
    title: str
    purpose: str
    origin: tuple[str, str]
    text: str
    links: tuple[Link, ...]
    closed: tuple[Link, ...]


class ExercisesPage(Struct, frozen=True, gc=False):
    """All exercises."""

    exercises: tuple[ExerciseView, ...]


class Exercises:
    """Knows the exercises and which entries did each.

    `link_beside` gives the link to an entry that nobody asked for, which is its day alone where `may_offer` says no;
    `mood_of` the mood of a day as calendars show it.
    """

    def __init__(
        self,
        exercises: Sequence[Exercise],
        entries: Sequence[Entry],
        link_beside: Callable[[Entry], Link],
        may_offer: Callable[[Entry], bool],
        mood_of: Callable[[dt.date], Mood | None],
    ) -> None:
        self._exercises = {each.name: each for each in exercises}
        self._entries = entries
        self._link = link_beside
        self._may_offer = may_offer
        self._mood_of = mood_of

    @cached_property
    def _done(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._entries:
            if entry.exercise:
                found.setdefault(entry.exercise, []).append(entry)
        return found

    @cached_property
    def _series(self) -> dict[str, tuple[DayOfWriting, ...]]:
        """Return the series that an entry belongs to, by its path."""
        found = series(self._done.get(OVER_DAYS, ()), OVER_DAYS)
        return {entry.path: days for days in found for day in days for entry in day.entries}

    def page(self) -> ExercisesPage:
        """Return the page of all exercises."""
        return ExercisesPage(tuple(map(self._view, self._exercises.values())))

    def _view(self, exercise: Exercise) -> ExerciseView:
        newest = self._done.get(exercise.name, [])[::-1]
        return ExerciseView(
            anchor=anchor(exercise.name),
            name=exercise.name,
            title=exercise.title,
            purpose=exercise.purpose,
            origin=exercise.origin,
            text=exercise.text,
            links=tuple(self._link(entry) for entry in newest if self._may_offer(entry)),
            # What has no day can't be told by its day alone.
            closed=tuple(self._link(entry) for entry in newest if not self._may_offer(entry) and entry.day),
        )

    def of_entry(self, entry: Entry) -> ExerciseOfEntry | None:
        """Return what an entry's page says of the exercise that it did; None of one that there is not."""
        exercise = self._exercises.get(entry.exercise or "")
        if exercise is None:
            return None
        roles = dict(exercise.roles)
        believed, step = (belief(entry, roles), tried(entry, roles)) if roles else (None, None)
        return ExerciseOfEntry(
            title=exercise.title,
            address=at.exercise_address(anchor(exercise.name)),
            belief=BeliefView(_short(believed.thought), believed.before, believed.after) if believed else None,
            tried=TriedView(_short(step.step), _short(step.outcome)) if step else None,
            series=tuple(self._days(entry, self._series.get(entry.path, ()))),
        )

    def _days(self, here: Entry, days: tuple[DayOfWriting, ...]) -> Iterable[DayOfSeries]:
        """Yield the days of a series as the page of one of its entries shows them.

        The mood of a day that may not be offered stands on no other page than its own.
        """
        for number, day in enumerate(days, start=1):
            is_here = here in day.entries
            may_show = is_here or all(map(self._may_offer, day.entries))
            yield DayOfSeries(
                number=number,
                day=day.day,
                links=tuple(self._link(entry) for entry in day.entries if entry is not here),
                here=is_here,
                mood=self._mood_of(day.day) if may_show else None,
                closed=not may_show,
            )


def anchor(name: str) -> str:
    """Return the place of an exercise on the page of all."""
    return f"exercise-{name}"


def _short(text: str) -> str:
    """Return how a long text begins, cut between words; all of it stands in the entry."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
