"""The questions to look back with, as a plan asks for them."""

from __future__ import annotations

from collections.abc import Callable

from journalgen.digests import digest
from journalgen.language import Language
from journalgen.model.questions import Question


def questions_in(language: Language) -> tuple[Question, ...]:
    """Return the questions in a language."""
    from journalgen.source.questions import shipped_questions  # noqa: PLC0415 -- most builds plan nothing anew

    return shipped_questions(language.tag)


def questions_for_plan(language: Language) -> tuple[Callable[[], tuple[Question, ...]], bytes]:
    """Return what gives the questions, read when a plan asks for them, and the digest of what they depend on besides the code."""
    return lambda: questions_in(language), digest(language.tag.encode())
