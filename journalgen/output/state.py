"""The folder that holds cache, manifests and lock: `.journalgen/` in the journal, or elsewhere by configuration."""

from __future__ import annotations

import os
from pathlib import Path

from journalgen.output import disk
from journalgen.refusal import Refusal, refused

_IGNORE_ALL = b"*\n"


def open_state(folder: Path) -> None:
    """Make the folder where it is missing, for its owner alone, and keep it out of version control.

    Where it exists, its mode and its `.gitignore` are repaired: what it holds tells of the journal.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise Refusal("state-not-folder", path=folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        disk.close_to_others(os.fspath(folder))
        ignore = folder / ".gitignore"
        if not ignore.is_file() or ignore.read_bytes() != _IGNORE_ALL:
            # Beside and then over: cut short, an empty one would let everything into version control.
            beside = folder / f".gitignore-{os.getpid()}"
            beside.write_bytes(_IGNORE_ALL)
            beside.replace(ignore)
    except OSError as error:
        raise refused(error, folder) from error
