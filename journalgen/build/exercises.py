"""The exercises of a journal: journalgen's own, in its language, and what entries are called that do one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec.structs import replace

from journalgen.language import Language, load
from journalgen.model.entry import Entry
from journalgen.model.exercises import Exercise
from journalgen.model.journal import Journal
from journalgen.parse.entry import renamed


def exercises_for_plan(language: Language) -> tuple[Callable[[], tuple[Exercise, ...]], bytes]:
    """Return what gives the exercises, read when a plan asks for them, and what they depend on besides the code."""

    def exercises() -> tuple[Exercise, ...]:
        from journalgen.source.exercises import shipped_exercises  # noqa: PLC0415 -- most builds plan nothing anew

        return shipped_exercises(language.tag)

    return exercises, language.tag.encode()


def with_titles(journal: Journal, locale: str) -> Journal:
    """Return a journal whose entries are called as `titled` says. Links are looked up before: the writer gave no such name."""
    entries, undated = (tuple([titled(each, locale) for each in some]) for some in (journal.entries, journal.undated))
    return replace(journal, entries=entries, undated=undated)


def titled(entry: Entry, locale: str) -> Entry:
    """Return an entry; one that does an exercise and has no title is called as the exercise is, in the language of a locale."""
    if entry.title or not entry.exercise:
        return entry
    return renamed(entry, _called(locale)[entry.exercise])


@lru_cache(maxsize=4)
def _called(locale: str) -> dict[str, str]:
    from journalgen.source.exercises import shipped_exercises  # noqa: PLC0415 -- few entries need it

    return {each.name: each.title for each in shipped_exercises(load(locale).tag)}
