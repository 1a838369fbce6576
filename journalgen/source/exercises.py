"""Journalgen's own exercises, which lie beside its code: for each language a file that says what they are, and their texts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from journalgen.model.exercises import EXERCISES, ROLES, Exercise, Role, folded_heading
from journalgen.source.shipped import ENGLISH, language_among

FOLDER = Path(__file__).resolve().parent.parent / "exercises"
_HEADING = "## "


class _Told(msgspec.Struct, forbid_unknown_fields=True):
    """What a language's file says of an exercise."""

    title: str
    purpose: str
    origin: tuple[str, str]


@lru_cache(maxsize=4)
def shipped_exercises(tag: str = ENGLISH) -> tuple[Exercise, ...]:
    """Return journalgen's exercises in the language of a tag such as `de` or `de-AT`, in English where it has none in that."""
    language = _language(tag)
    told = msgspec.json.decode((FOLDER / f"{language}.json").read_bytes(), type=dict[str, _Told])
    return tuple(
        Exercise(
            name=name,
            title=told[name].title,
            purpose=told[name].purpose,
            origin=told[name].origin,
            text=_text(name, language),
            roles=tuple(dict.fromkeys(_roles(name))),
        )
        for name in EXERCISES
    )


def exercise_text(name: str, language: str) -> str:
    """Return the file that an entry begins from which does an exercise, in the language of a tag, else in English.

    `name` is one of `EXERCISES`; any other raises `KeyError`.
    """
    if name not in EXERCISES:
        raise KeyError(name)
    return _text(name, _language(language))


def _languages() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("*.json"))


def _language(tag: str) -> str:
    return language_among(tag, _languages())


def _text(name: str, language: str) -> str:
    return (FOLDER / language / f"{name}.md").read_text(encoding="utf-8")


def _roles(name: str) -> Iterator[tuple[str, Role]]:
    """Yield what the headings of an exercise hold, in every language: the journal may have been kept in another one before."""
    places = ROLES.get(name, {})
    for language in _languages() if places else ():
        lines = _text(name, language).splitlines()
        headings = [line.removeprefix(_HEADING) for line in lines if line.startswith(_HEADING)]
        yield from ((folded_heading(headings[place]), role) for place, role in places.items())
