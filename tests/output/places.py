"""A journal with a site on a real disk, and a disk that stops at a chosen step."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from journalgen.output import disk
from journalgen.output.changes import Changes, Wanted
from journalgen.output.manifest import Manifest
from journalgen.output.quick import quick_state
from journalgen.output.site import Site

Pages = Mapping[str, bytes]
OURS = b'<!doctype html><head><meta name="generator" content="journalgen">'
STEPS = ("make_folder", "write_new", "replace", "unlink", "rmdir")


def wanted(pages: Pages) -> list[Wanted]:
    return [Wanted(path, b"print of " + content) for path, content in pages.items()]


@dataclass(frozen=True)
class Place:
    journal: Path

    @property
    def output(self) -> Path:
        return self.journal / "site"

    @property
    def state(self) -> Path:
        return self.journal / ".journalgen"

    def open(self, **options: Any) -> Site:
        return Site.open(self.output, self.journal, self.state, **options)

    def changes(self, pages: Pages) -> Changes:
        with self.open() as site:
            return site.changes(wanted(pages))

    def build(self, pages: Pages, record: bytes = b"record") -> Changes:
        with self.open() as site:
            changes = site.changes(wanted(pages))
            site.commit(changes, pages, wanted(pages), record)
            return changes

    def quick(self) -> tuple[bytes | None, bool]:
        return quick_state(self.output, self.journal, self.state)

    def pages(self) -> dict[str, bytes]:
        """Return the files of the site but our own mark."""
        files = tree(self.output)
        files.pop(".gitignore", None)
        return files


def place(folder: Path) -> Place:
    journal = folder / "journal"
    journal.mkdir()
    (journal / "2026-03-05.md").write_text("Dear diary\n")
    return Place(journal)


def tree(folder: Path) -> dict[str, bytes]:
    """Return all that is in a folder: files with their bytes, links with where they lead, empty folders as such."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = b"-> " + os.fsencode(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


class Killed(BaseException):
    """What stands in a test for a SIGKILL: nothing in the program may answer to it."""


@contextlib.contextmanager
def stopped_at(number: int, stop: Callable[[], None], *, steps: tuple[str, ...] = STEPS) -> Iterator[list[str]]:
    """Call `stop` in place of the numbered change to the disk, counted from 0; yield the list of steps done.

    A file is half written then. The manifest's transactions count as two steps each: before and after they happen.
    """
    count = _Count(number, stop)
    with contextlib.ExitStack() as patches:
        for name in steps:
            patches.enter_context(mock.patch.object(disk, name, count.step(name, getattr(disk, name))))
        for name in ("mark_unknown", "finish") if steps is STEPS else ():
            patches.enter_context(mock.patch.object(Manifest, name, count.transaction(name, getattr(Manifest, name))))
        yield count.done


class _Count:
    def __init__(self, number: int, stop: Callable[[], None]) -> None:
        self.done: list[str] = []
        self._number = number
        self._stop = stop

    def _next(self, name: str) -> None:
        if len(self.done) == self._number:
            self.done.append(f"stopped in {name}")
            self._stop()
        self.done.append(name)

    def step(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any) -> Any:
            if name == "write_new" and len(self.done) == self._number:
                path, content = arguments
                real(path, content[: len(content) // 2])
            self._next(name)
            return real(*arguments)

        return step

    def transaction(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any) -> None:
            self._next(f"before {name}")
            real(*arguments)
            self._next(f"after {name}")

        return step
