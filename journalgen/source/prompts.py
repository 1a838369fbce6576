"""Journalgen's own prompts, which lie beside its code: one file says what each is, the others say it in other languages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from journalgen.model.prompts import Depth, Form, Prompt

FOLDER = Path(__file__).resolve().parent.parent / "prompts"
_ENGLISH = "en"


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """A prompt as `en.json` holds it."""

    id: str
    theme: str
    depth: Depth
    form: Form
    text: str


@lru_cache(maxsize=4)
def shipped_prompts(tag: str = _ENGLISH) -> tuple[Prompt, ...]:
    """Return journalgen's prompts in the language of a tag such as `de` or `de-AT`, in English where it has none in that.

    What a prompt is called in the other languages is kept beside it: an entry may hold its words from before the language
    of the journal was another one.
    """
    written = msgspec.json.decode((FOLDER / f"{_ENGLISH}.json").read_bytes(), type=list[_Written])
    others = {
        file.stem: msgspec.json.decode(file.read_bytes(), type=dict[str, str])
        for file in sorted(FOLDER.glob("*.json"))
        if file.stem != _ENGLISH
    }
    chosen = others.get(tag, others.get(tag.split("-", maxsplit=1)[0], {}))
    found = []
    for each in written:
        text = chosen.get(each.id, each.text)
        known = (each.text, *(texts[each.id] for texts in others.values() if each.id in texts))
        also = tuple(other for other in dict.fromkeys(known) if other != text)
        found.append(Prompt(each.id, each.theme, each.depth, each.form, text, also))
    return tuple(found)
