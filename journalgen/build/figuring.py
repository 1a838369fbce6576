"""Figures that are remembered from build to build, under the digest of what they are computed from.

What takes numpy is computed here alone, and only where an entry changed in what figures know of it. The days on which
patterns were first shown are kept in a file of their own: they are no memory of a computation, and can't be made anew.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import msgspec

from journalgen.analysis.figures import Figures, figures, has_levels, last_day
from journalgen.analysis.patterns.values import FirstShown
from journalgen.build.code import code_digest
from journalgen.build.kept import write_kept
from journalgen.build.memory import Memory
from journalgen.build.request import Request
from journalgen.digests import digest
from journalgen.model.journal import Journal

_MEMORY = "cache-figures"
_SHOWN = "shown"
_decoder = msgspec.json.Decoder(tuple[FirstShown, ...])


class Figured(msgspec.Struct, frozen=True):
    """The figures of a journal, and the digest of all that they depend on."""

    figures: Figures
    key: bytes


def figured(journal: Journal, request: Request, today: dt.date, state: Path) -> Figured | None:
    """Return the figures of a journal, or None where the writer wants none."""
    if not journal.config.figures:
        return None
    file = shown_file(request, state)
    until = last_day(journal, today)
    inputs = _inputs(journal, until)
    known = read_shown(file)
    memory = Memory(state / (_MEMORY + request.part_shown), Figures)
    found = memory.remembered(inputs + _digest(known))
    if found is None:
        found = figures(journal, until, known)
        if found.shown != known:
            _write_shown(file, found.shown)
            known = found.shown
        memory.keep(inputs + _digest(known), found)
    return Figured(found, digest(inputs + _digest(known)))


def remembered(journal: Journal, request: Request, today: dt.date, state: Path) -> Figures | None:
    """Return the figures of a journal where a build remembers them, else None: nothing is computed, and nothing written."""
    known = read_shown(shown_file(request, state))
    memory = Memory(state / (_MEMORY + request.part_shown), Figures)
    return memory.remembered(_inputs(journal, last_day(journal, today)) + _digest(known))


def shown_file(request: Request, state: Path) -> Path:
    """Return the file that remembers when each pattern was first shown; what is left out has a memory of its own."""
    return state / f"{_SHOWN}{request.part_shown}.json"


def read_shown(file: Path) -> tuple[FirstShown, ...]:
    """Return when each pattern was first shown; nothing where that is not known."""
    try:
        return _decoder.decode(file.read_bytes())
    except (OSError, ValueError):
        return ()


def _write_shown(file: Path, shown: tuple[FirstShown, ...]) -> None:
    # Where it can't be kept, patterns are shown as new the next time.
    with suppress(OSError):
        write_kept(file, msgspec.json.format(msgspec.json.encode(shown), indent=1))


def _inputs(journal: Journal, until: dt.date) -> bytes:
    config = journal.config
    shaping = (config.metrics, config.aliases, config.patterns_people, has_levels(config), until)
    return digest(code_digest() + repr(shaping).encode() + b"".join([entry.figured for entry in journal.entries]))


def _digest(known: tuple[FirstShown, ...]) -> bytes:
    return digest(repr(known).encode())
