"""The questions to look back with, which lie beside the code: one file says what each is, the others say it in other languages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from journalgen.model.periods import Kind
from journalgen.model.questions import Part, Question
from journalgen.source.shipped import ENGLISH, shipped_texts

FOLDER = Path(__file__).resolve().parent.parent / "questions"


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """A question as `en.json` holds it."""

    id: str
    part: Part
    gentle: bool
    kinds: tuple[Kind, ...]
    text: str


@lru_cache(maxsize=4)
def shipped_questions(tag: str = ENGLISH) -> tuple[Question, ...]:
    """Return the questions in the language of a tag such as `de` or `de-AT`, in English where there is none in that."""
    return tuple(
        [
            Question(each.id, each.part, each.gentle, each.kinds, text, also)
            for each, text, also in shipped_texts(FOLDER, _Written, tag)
        ]
    )
