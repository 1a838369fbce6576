"""One build: what `journalgen build` does, and later every save under `serve`."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from journalgen.build.code import code_digest, templates_digest
from journalgen.build.folders import (
    Settings,
    configured_output,
    make_state,
    output_folder,
    read_settings,
    refuse_broken,
    state_folder,
)
from journalgen.build.own import Own, read_own_files
from journalgen.build.record import Record, digest_of_inputs, digest_of_shaping, proves_unchanged, stamps_of
from journalgen.build.request import Change, Report, Request, Waiting
from journalgen.build.stamps import touched_since
from journalgen.output.quick import quick_state
from journalgen.problems import Level
from journalgen.refusal import Refusal, refused
from journalgen.source.scan import Scan, scan

if TYPE_CHECKING:
    from journalgen.build.warm import Warm


# So many texts at most are renewed by themselves.
_FEW = 8


class Progress(Protocol):
    """Is told how far a build is: `stage` is `parse`, `photos` or `render`."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Take no note."""


def build(
    request: Request,
    *,
    progress: Progress = no_progress,
    on_wait: Callable[[], None] = lambda: None,
    warm: Warm | None = None,
) -> Report:
    """Bring the site of a journal up to date and return what was found and done; raises `Refusal` where it cannot.

    Nothing is imported that a build with nothing to do does not need. What is `warm` is kept for the next build in this
    process, and so wants a first one that goes all the way.
    """
    found = _glanced(request, warm) or look(request)
    record: Record | None = None
    if not request.force and (warm is None or (found.is_sure and warm.report is not None)):
        record, is_current = _last_record(request, found)
        if record is not None and is_current:
            return report_of(record, found)
    if warm is not None:
        warm.report = None
    state = make_state(request.journal, found.settings.config)
    waiting = Waiting(on_wait)
    try:
        if warm is None and record is not None:
            renewed = _renewed(request, found, record, state, progress, waiting)
            if renewed is not None:
                return renewed
        return _built(request, found, state, progress, waiting, warm)
    except sqlite3.DatabaseError as error:
        raise _sqlite_refusal(error, state) from error
    except OSError as error:
        raise refused(error) from error


def _built(
    request: Request,
    found: Look,
    state: Path,
    progress: Progress,
    waiting: Waiting,
    warm: Warm | None,
) -> Report:
    from journalgen.build.whole import build_changed  # noqa: PLC0415 -- this is what takes long to import

    try:
        report = build_changed(request, found, state, progress, waiting, warm)
    except Refusal as refusal:
        if refusal.code != "cache-damaged":
            raise
        # It is empty now, so that everything is parsed again.
        report = build_changed(request, found, state, progress, waiting, warm)
    if report is None:
        # More had changed than was seen at a glance.
        report = build_changed(request, look(request), state, progress, waiting, warm)
    assert report is not None  # noqa: S101 -- a look at everything sees everything
    return report


class Look(Struct, frozen=True):
    """What a build finds: where its folders are, the journal's files, what goes in besides them, and when (ns).

    `shaping` is the digest of all that can change the site but its entries, `stamps` are those of their files. Of a glance,
    which is not sure, these and `read_at` are those of the look before.
    """

    settings: Settings
    output: Path
    state: Path
    scan: Scan
    own: Own
    shaping: bytes
    stamps: bytes
    read_at: int
    is_sure: bool = True

    @property
    def inputs(self) -> bytes:
        """Return the digest of all that goes in."""
        return digest_of_inputs(self.shaping, self.stamps)


def _glanced(request: Request, warm: Warm | None) -> Look | None:
    """Return what is seen of touched files at a glance, where that may be enough to show them."""
    if warm is None or not warm.touched or warm.found is None or warm.outlines is None:
        return None
    from journalgen.build.glance import glance  # noqa: PLC0415 -- only where a process goes on

    return glance(request, warm.found, warm.touched)


def look(request: Request) -> Look:
    """Return what there is to build, told by names and stats; refuses where the journal can't be read."""
    settings = read_settings(request.journal)
    refuse_broken(settings)
    output = output_folder(request.journal, settings.config, request.output)
    state = state_folder(request.journal, settings.config)
    read_at = time.time_ns()
    scanned = scan_for_build(request, settings, output, state)
    own = read_own_files(request.journal)
    shaping = _shaping(request, settings, scanned, own)
    return Look(settings, output, state, scanned, own, shaping, stamps_of(scanned.files), read_at)


def scan_for_build(request: Request, settings: Settings, output: Path, state: Path) -> Scan:
    """Return the journal's files, without the output and the state folder; refuses where a folder cannot be read."""
    inside = configured_output(request.journal, settings.config)
    try:
        return scan(request.journal, skipped=(output, inside, state), ignore=settings.config.ignore)
    except OSError as error:
        raise refused(error, request.journal) from error


def _shaping(request: Request, settings: Settings, scanned: Scan, own: Own) -> bytes:
    today = request.day(settings.config.day_starts_at)
    return digest_of_shaping(
        request,
        today,
        scanned,
        code_digest(),
        templates_digest(request.templates),
        settings.data or b"",
        own.support or b"",
        own.prompts or b"",
        own.digest,
    )


def _last_record(request: Request, found: Look) -> tuple[Record | None, bool]:
    """Return the record of the last whole build, where there is one, and whether nothing has happened since to journal or site."""
    record: Record | None = None

    def is_current(data: bytes) -> bool:
        nonlocal record
        record = Record.decode(data)
        return record is not None and proves_unchanged(record, found.inputs, found.scan)

    _, is_intact = quick_state(found.output, request.journal, found.state, is_current)
    if record is not None and request.strict and any(each.level is Level.ERROR for each in record.problems):
        # What is told of them is told by a build that stops there.
        return None, False
    return record, is_intact


def report_of(record: Record, found: Look) -> Report:
    """Return what the build of a record told, with nothing written since."""
    index = found.output / "index.html"
    return Report(record.entries, record.pages, record.pages, (), (), record.problems, record.left_out, index)


def _renewed(
    request: Request, found: Look, record: Record, state: Path, progress: Progress, waiting: Waiting
) -> Report | None:
    """Return what was done where no more than the texts of a few entries have changed since the last whole build, else None."""
    paths = touched_since(record, found, state, _FEW)
    if not paths:
        return None
    from journalgen.build.renewal import renew  # noqa: PLC0415 -- as below

    try:
        return renew(request, found, record, paths, state, progress, waiting)
    except Refusal as refusal:
        if refusal.code != "cache-damaged":
            raise
        return None


def _sqlite_refusal(error: sqlite3.DatabaseError, state: Path) -> Refusal:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return Refusal("disk-full", path=state)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return Refusal("no-permission", path=state)
    return Refusal("disk-error", path=state, why=str(error))


__all__ = ["Change", "Report", "Request", "build", "no_progress"]
