"""The language that journalgen speaks: its messages, the writing's direction, and the locale for dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "journalgen"

# English without a country is nobody's: day before month in words, weeks from Monday, as in most of the world.
_ENGLISH = "en_001"
_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_PARTS = re.compile(r"[_-]")


def N_(text: str) -> str:  # noqa: N802 -- what gettext's tools look for
    """Mark a text for translation where it is written down before a language is known."""
    return text


def _as_written(text: str) -> str:
    return text


def _counted(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


class Language(Struct, frozen=True, dict=True):
    """A language by its tag, such as `de` or `pt-BR`, with the functions that translate into it.

    Where there is no catalogue for it, the functions return the English text that they are given.
    """

    tag: str
    gettext: Callable[[str], str] = _as_written
    ngettext: Callable[[str, str, int], str] = _counted

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Return which way the language is written."""
        parts = self.tag.lower().split("-")
        if "arab" in parts or "hebr" in parts:
            return "rtl"
        return "rtl" if parts[0] in _RIGHT_TO_LEFT and "latn" not in parts else "ltr"

    @cached_property
    def locale(self) -> str:
        """Return the name of the nearest locale that Babel knows; English where it knows none."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- a build that renders nothing does without

        parts = self.tag.split("-")
        while parts and parts != ["en"]:
            try:
                return str(Locale.parse("_".join(parts)))
            except (UnknownLocaleError, ValueError):
                parts.pop()
        return _ENGLISH


def load(locale: str, catalogues: Path = CATALOGUES) -> Language:
    """Return the language of a locale's name (`de`, `de_AT`, `de-AT`) with its catalogues, the nearest first."""
    tag = _tag(locale)
    parts = tag.split("-")
    names = ["_".join(parts[:length]) for length in range(len(parts), 0, -1)]
    files = [catalogues / name / "LC_MESSAGES" / f"{DOMAIN}.mo" for name in names]
    files = [file for file in files if file.is_file()]
    if not files:
        return Language(tag)
    from gettext import GNUTranslations  # noqa: PLC0415 -- English does without

    nearest: GNUTranslations | None = None
    for file in reversed(files):
        with file.open("rb") as stream:
            found = GNUTranslations(stream)
        if nearest is not None:
            found.add_fallback(nearest)
        nearest = found
    assert nearest is not None  # noqa: S101 -- there is at least one file
    return Language(tag, nearest.gettext, nearest.ngettext)


@lru_cache(maxsize=4)
def catalogues(folder: Path = CATALOGUES) -> tuple[str, ...]:
    """Return the languages that have a catalogue, by their tags; English, which needs none, among them."""
    found = {_tag(file.parent.parent.name) for file in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return tuple(sorted(found | {"en"}))


def is_translated(locale: str, folder: Path = CATALOGUES) -> bool:
    """Return whether there are words in the language of a locale's name."""
    return _tag(locale).split("-")[0] in {tag.split("-")[0] for tag in catalogues(folder)}


def is_known(locale: str, folder: Path = CATALOGUES) -> bool:
    """Return whether a locale's name is that of a language with words, or at least with dates."""
    if is_translated(locale, folder):
        return True
    from babel.localedata import exists  # noqa: PLC0415 -- few languages need it

    return bool(exists(_tag(locale).split("-")[0]))


def _tag(locale: str) -> str:
    """Return a locale's name as HTML wants it: `pt_br.UTF-8` is `pt-BR`, `zh_hant_tw` is `zh-Hant-TW`."""
    parts = [
        part
        for part in _PARTS.split(locale.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0])
        if part.isascii() and part.isalnum()
    ]
    if not parts:
        return "en"
    first, *others = parts
    return "-".join([first.lower(), *(_cased(part) for part in others)])


def _cased(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()
