"""The folder that holds cache, manifests and lock: `.journalgen/` in the journal, or elsewhere by configuration."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from journalgen.output import disk
from journalgen.refusal import Refusal, refused

_IGNORE_ALL = b"*\n"
_MODE = 0o600


def open_state(folder: Path) -> None:
    """Make the folder where it is missing, for its owner alone, and keep it out of version control.

    Where it exists, its mode and its `.gitignore` (and that file's mode) are repaired: what it holds tells of the journal.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise Refusal("state-not-folder", path=folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        disk.close_to_others(os.fspath(folder))
        ignore = folder / ".gitignore"
        if ignore.is_symlink() or not ignore.is_file() or ignore.read_bytes() != _IGNORE_ALL:
            # Beside and then over: cut short, an empty one would let everything into version control.
            beside = folder / f".gitignore-{os.getpid()}"
            beside.unlink(missing_ok=True)
            disk.write_new(os.fspath(beside), _IGNORE_ALL)
            beside.replace(ignore)
        elif ignore.stat().st_mode & 0o777 != _MODE:
            # A file system without owners may refuse; that must not stop anyone from building.
            with suppress(PermissionError):
                ignore.chmod(_MODE)
    except OSError as error:
        raise refused(error, folder) from error
