"""What a site hides behind: random bytes, made once, kept in the state folder."""

from __future__ import annotations

import secrets
from pathlib import Path

from journalgen.build.kept import write_kept

_NAMES = "names.key"
_NAMES_LENGTH = 32
_SEARCH = "search.key"
_SEARCH_LENGTH = 16


def read_or_make_secret(state: Path) -> bytes:
    """Return the journal's key under which `plain_names` hides names in file names, made where there is none yet."""
    return _read_or_make(state / _NAMES, _NAMES_LENGTH)


def read_or_make_search_folder(state: Path) -> str:
    """Return the name of the folder that holds what is searched, made where there is none yet: 32 hexadecimal digits.

    Any HTML file that is opened from a disk can load a script whose path it knows; this one's it can't.
    """
    return _read_or_make(state / _SEARCH, _SEARCH_LENGTH).hex()


def _read_or_make(path: Path, length: int) -> bytes:
    """Return the bytes in a file; only the owner may read it."""
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        found = b""
    if len(found) == length:
        return found
    made = secrets.token_bytes(length)
    write_kept(path, made)
    return made
