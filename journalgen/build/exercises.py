"""The exercises of a journal: journalgen's own, in its language."""

from __future__ import annotations

from collections.abc import Callable

from journalgen.language import Language
from journalgen.model.exercises import Exercise


def exercises_for_plan(language: Language) -> tuple[Callable[[], tuple[Exercise, ...]], bytes]:
    """Return what gives the exercises, read when a plan asks for them, and what they depend on besides the code."""

    def exercises() -> tuple[Exercise, ...]:
        from journalgen.source.exercises import shipped_exercises  # noqa: PLC0415 -- most builds plan nothing anew

        return shipped_exercises(language.tag)

    return exercises, language.tag.encode()
