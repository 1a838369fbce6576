"""Being told by the system that something in a journal's folder has changed."""

from __future__ import annotations

import logging
import os
import warnings
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from journalgen.model.left_out import Reason
from journalgen.serve.changes import Changes
from journalgen.source.names import reason_of_name

# Not among them: that a file was opened or read, which a build does ten thousand times.
_KINDS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
# Each folder that is watched by itself costs one of the few watchers that a system gives to a person.
_FEW = 12
_TO_THE_END = 1.0
# Hidden, and read all the same: the settings of a vault.
_READ = (".obsidian",)
# They log what happens to files by their names; what is of interest is told in our own words.
logging.getLogger("watchdog").addHandler(logging.NullHandler())
logging.getLogger("watchdog").propagate = False
# It warns, with the names of folders, of a folder that it was told of twice, as when many come at once.
warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")


class Watching(FileSystemEventHandler):
    """Tells `changes` of what happens in a journal, but for the folders of journalgen's own (`skipped`) and hidden ones."""

    def __init__(self, journal: Path, skipped: tuple[Path, ...], changes: Changes) -> None:
        self._journal = os.path.realpath(journal)
        self._skipped = tuple(os.path.realpath(folder) for folder in skipped)
        self._changes = changes
        self._observer = Observer()
        self._watched: dict[str, ObservedWatch] = {}

    def start(self) -> bool:
        """Begin; return False where the system does not do that, or has been asked for too much of it already."""
        try:
            self._watch_all()
            self._observer.start()
        except (OSError, RuntimeError):
            return False
        return True

    def _watch_all(self) -> None:
        folders = self._folders()
        if len(folders) > _FEW:
            self._watch(self._journal, recursive=True)
            return
        # The site is rewritten by thousands of files, none of which is news.
        self._watch(self._journal, recursive=False)
        for folder in folders:
            self._watch(folder, recursive=True)

    def _watch(self, folder: str, *, recursive: bool) -> None:
        self._watched[folder] = self._observer.schedule(self, folder, recursive=recursive, event_filter=_KINDS)

    def _folders(self) -> list[str]:
        with os.scandir(self._journal) as found:
            return [each.path for each in found if each.is_dir(follow_symlinks=False) and self._is_news(each.path)]

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of what happened, where it may change anything."""
        for path in (event.src_path, event.dest_path):
            name = os.fsdecode(path)
            if name and self._is_news(name):
                if event.is_directory and str(Path(name).parent) == self._journal:
                    self._watch_anew(name)
                self._changes.touch(name)

    def _watch_anew(self, folder: str) -> None:
        """Watch a folder at the top that has just come, where those are watched one by one, and one that has gone no more."""
        if self._watched[self._journal].is_recursive:
            return
        # Looking at everything from time to time will show what could not be watched.
        with suppress(OSError, KeyError):
            if folder in self._watched:
                self._observer.unschedule(self._watched.pop(folder))
            if Path(folder).is_dir():
                self._watch(folder, recursive=True)

    def _is_news(self, path: str) -> bool:
        if any(path == folder or path.startswith(folder + os.sep) for folder in self._skipped):
            return False
        within = Path(os.path.relpath(path, self._journal)).parts or ("",)
        if any(part.startswith(".") and part not in _READ and part != "." for part in within):
            return False
        return reason_of_name(within[-1]) not in (Reason.BACKUP, Reason.CONFLICT)

    def stop(self) -> None:
        """Be told no more."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join(_TO_THE_END)
