"""The language of the system: that of the person at the terminal. It never decides the language of a site."""

from __future__ import annotations

import locale
import os
import re
from functools import lru_cache

from journalgen.language import Language, load

# In the order in which gettext asks them; the first may hold several, the nearest first.
_NAMES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{2,4})*(?=\.|@|$)")


def system_language() -> str:
    """Return the system's language as a locale's name, English where it has none to tell (`C`, as in a timer)."""
    for name in _NAMES:
        value = os.environ.get(name, "").split(":", maxsplit=1)[0]
        if value:
            return _name_in(value)
    # Windows says it in no variable; Python has taken it over at its start.
    return _name_in(locale.normalize(locale.setlocale(locale.LC_CTYPE).split(".", maxsplit=1)[0]))


def _name_in(value: str) -> str:
    found = _LOCALE.match(value)
    return found[0] if found else "en"


def terminal_language() -> Language:
    """Return the language of the system, with its words."""
    return _loaded(system_language())


@lru_cache(maxsize=4)
def _loaded(name: str) -> Language:
    return load(name)
