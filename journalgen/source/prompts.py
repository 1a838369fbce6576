"""Journalgen's own prompts, which lie beside its code: one file says what each is, the others say it in other languages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from journalgen.model.prompts import Depth, Form, Prompt
from journalgen.source.shipped import ENGLISH, shipped_texts

FOLDER = Path(__file__).resolve().parent.parent / "prompts"


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """A prompt as `en.json` holds it."""

    id: str
    theme: str
    depth: Depth
    form: Form
    text: str


@lru_cache(maxsize=4)
def shipped_prompts(tag: str = ENGLISH) -> tuple[Prompt, ...]:
    """Return journalgen's prompts in the language of a tag such as `de` or `de-AT`, in English where it has none in that.

    What a prompt is called in the other languages is kept beside it: an entry may hold its words from before the language
    of the journal was another one.
    """
    return tuple(
        [
            Prompt(each.id, each.theme, each.depth, each.form, text, also)
            for each, text, also in shipped_texts(FOLDER, _Written, tag)
        ]
    )
