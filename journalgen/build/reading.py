"""A journal read without building its site, for `check` and `stats`."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from journalgen.build.build import Progress, no_progress, scan_for_build
from journalgen.build.cache import Cache
from journalgen.build.folders import Settings, output_folder, read_settings, state_folder
from journalgen.build.journal import ReadJournal, read_journal, remember
from journalgen.build.own import read_own_files
from journalgen.build.parsing import cache_version
from journalgen.build.request import Request
from journalgen.build.workers import Workers
from journalgen.model.journal import Journal
from journalgen.output.lock import acquire
from journalgen.refusal import Refusal


def read(
    request: Request, progress: Progress = no_progress, *, probe: bool = False, seal: bool = True
) -> tuple[Journal, Settings]:
    """Return a journal and its configuration; raises `Refusal` where it cannot be read.

    With `probe`, the files that it shows are looked at too; without `seal`, letters to a later day are not sealed. What an
    earlier build parsed is used where it is at hand; nothing is written where there has been none.
    """
    settings = read_settings(request.journal)
    state = state_folder(request.journal, settings.config)
    scanned = scan_for_build(request, settings, output_folder(request.journal, settings.config, request.output), state)

    own = read_own_files(request.journal)

    def tell(done: int, total: int) -> None:
        progress("parse", done, total)

    def read_with(cache: Cache | None) -> ReadJournal:
        return read_journal(request, settings, scanned, own, cache, workers, tell, seal=seal)

    def whole(found: ReadJournal) -> Journal:
        if not probe or not found.attached.paths:
            return found.journal
        from journalgen.build.probing import probed  # noqa: PLC0415 -- only where there is something to look at

        return probed(
            found.journal, request.journal, found.attached, lambda done, total: progress("photos", done, total)
        )

    with Workers() as workers:
        if not state.is_dir():
            return whole(read_with(None)), settings
        try:
            lock = acquire(state / "lock")
        except (Refusal, OSError):
            # Another build is at it, or the folder may not be written to: reading alone does no harm.
            return whole(read_with(None)), settings
        with lock:
            try:
                with closing(Cache(state, cache_version(settings.config, scanned.vault))) as cache:
                    found = read_with(cache)
                    remember(found, cache)
                    return whole(found), settings
            except (sqlite3.DatabaseError, Refusal):
                # Damaged, or the disk is full: what was remembered only saves time.
                return whole(read_with(None)), settings
