"""The questions to look back with, which lie beside the code: one file says what each is, the others say it in other languages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from journalgen.model.periods import Kind
from journalgen.model.questions import Part, Question

FOLDER = Path(__file__).resolve().parent.parent / "questions"
_ENGLISH = "en"


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """A question as `en.json` holds it."""

    id: str
    part: Part
    gentle: bool
    kinds: tuple[Kind, ...]
    text: str


@lru_cache(maxsize=4)
def shipped_questions(tag: str = _ENGLISH) -> tuple[Question, ...]:
    """Return the questions in the language of a tag such as `de` or `de-AT`, in English where there is none in that."""
    written = msgspec.json.decode((FOLDER / f"{_ENGLISH}.json").read_bytes(), type=list[_Written])
    others = {
        file.stem: msgspec.json.decode(file.read_bytes(), type=dict[str, str])
        for file in sorted(FOLDER.glob("*.json"))
        if file.stem != _ENGLISH
    }
    chosen = others.get(tag, others.get(tag.replace("_", "-").split("-", maxsplit=1)[0], {}))
    found = []
    for each in written:
        text = chosen.get(each.id, each.text)
        known = (each.text, *(texts[each.id] for texts in others.values() if each.id in texts))
        also = tuple(other for other in dict.fromkeys(known) if other != text)
        found.append(Question(each.id, each.part, each.gentle, each.kinds, text, also))
    return tuple(found)
