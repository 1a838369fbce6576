"""Texts of journalgen's own that lie beside its code, in several languages: the words of one, and those of the others."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

ENGLISH = "en"


class Written(Protocol):
    """What `en.json` holds of each text: what it is known by in all languages, and the text, beside whatever else."""

    id: str
    text: str


_W = TypeVar("_W", bound=Written)


def language_among(tag: str, known: Container[str]) -> str:
    """Return the language for a tag such as `de` or `de-AT` among those that are known, English where none is for it."""
    return next((each for each in (tag, tag.replace("_", "-").split("-", maxsplit=1)[0]) if each in known), ENGLISH)


def shipped_texts(folder: Path, kind: type[_W], tag: str) -> Iterator[tuple[_W, str, tuple[str, ...]]]:
    """Yield each text of a folder as `en.json` holds it, its words in the language of a tag, and its words in the others.

    `en.json` says what each is, the others say it in other languages, by id; where one does not, the English words stand.
    """
    encoded = (folder / f"{ENGLISH}.json").read_bytes()
    written: list[_W] = msgspec.json.decode(encoded, type=list[kind])  # type: ignore[valid-type]  # known when it runs
    others = {
        file.stem: msgspec.json.decode(file.read_bytes(), type=dict[str, str])
        for file in sorted(folder.glob("*.json"))
        if file.stem != ENGLISH
    }
    chosen = others.get(language_among(tag, others), {})
    for each in written:
        text = chosen.get(each.id, each.text)
        known = (each.text, *(texts[each.id] for texts in others.values() if each.id in texts))
        yield each, text, tuple(other for other in dict.fromkeys(known) if other != text)
