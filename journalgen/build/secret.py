"""The key under which `plain_names` hides names in file names: random, made once, kept in the state folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_NAME = "names.key"
_LENGTH = 32


def read_or_make_secret(state: Path) -> bytes:
    """Return the journal's key, made where there is none yet; only the owner may read it."""
    path = state / _NAME
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        found = b""
    if len(found) == _LENGTH:
        return found
    made = secrets.token_bytes(_LENGTH)
    beside = path.with_name(f"{_NAME}-{os.getpid()}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(made)
    beside.replace(path)
    return made
