"""Compiled templates, kept from run to run in the user's own cache folder.

To compile a page's templates takes longer than to render a hundred pages. What is kept is code: so it never lies in a
journal, which others may be able to write to, but where only the user can, as Python's own compiled modules do.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

# One for each language that is in use, and a few that are not any more.
_KEPT = 8
_NOT_KEPT = ""


class _Quietly(FileSystemBytecodeCache):
    """Does without where the disk is full or the folder may not be written to; `own` are the paths of what is never kept."""

    def __init__(self, directory: str, own: frozenset[str]) -> None:
        super().__init__(directory)
        self._own = own

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place for a template, which its very text names: no other template is ever taken for it."""
        key = hashlib.blake2b(digest_size=20)
        for part in (name, filename or "", source):
            key.update(b"%d:" % len(part) + part.encode("utf-8", "surrogatepass"))
        bucket = Bucket(environment, key.hexdigest(), self.get_source_checksum(source))
        if filename in self._own:
            # What the writer wrote stays in the journal.
            bucket.key = _NOT_KEPT
        else:
            self.load_bytecode(bucket)
        return bucket

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key == _NOT_KEPT:
            return
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def bytecode_cache(shaping: bytes, own: frozenset[str] = frozenset()) -> FileSystemBytecodeCache | None:
    """Return the cache of templates compiled under `shaping` (the code and the language), or None where there can be none.

    `own` are the paths of the writer's own templates, which are compiled each time: nothing of a journal is kept outside it. Where
    there are any, all is compiled for the sandbox; that and what was not never meet, since they lie in folders of their own.
    """
    from platformdirs import user_cache_path  # noqa: PLC0415 -- only where something is rendered

    try:
        folder = user_cache_path("journalgen", appauthor=False) / "templates"
        mine = folder / (shaping.hex() + ("-sandbox" if own else ""))
        if not mine.is_dir():
            mine.mkdir(mode=0o700, parents=True)
            _forget_oldest(folder)
        if not _is_ours_alone(mine):
            return None
    except (OSError, RuntimeError):
        return None
    return _Quietly(str(mine), own)


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _is_ours_alone(folder: Path) -> bool:
    if not hasattr(os, "getuid"):
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022
