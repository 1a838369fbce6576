"""What a build is asked to do, and what it tells of what it did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from journalgen.build.code import templates_folder
from journalgen.model.days import today_of
from journalgen.model.left_out import LeftOut
from journalgen.problems import Level, Problem


class Request(Struct, frozen=True):
    """A build of one journal; what is None is taken from `journal.toml`.

    `now` is the civil time of the clock on the wall; `today` the writer's day, which follows from it unless it is given.
    `templates` is the folder of the theme, journalgen's own unless another is given.
    """

    journal: Path
    now: dt.datetime
    today: dt.date | None = None
    output: Path | None = None
    language: str | None = None
    force: bool = False
    strict: bool = False
    public_only: bool = False
    no_drafts: bool = False
    templates: Path = field(default_factory=templates_folder)

    @property
    def part_shown(self) -> str:
        """Return what tells files of the state folder apart that are about a part of the journal's entries; empty for all."""
        return ("-public" if self.public_only else "") + ("-finished" if self.no_drafts else "")

    def day(self, day_starts_at: dt.time) -> dt.date:
        """Return the writer's day: the one that was asked for, else what the clock says."""
        return self.today or today_of(self.now, day_starts_at)


class Waiting(Struct):
    """Is told when a build has to wait for another, and knows from then on that what was found before may be out of date."""

    tell: Callable[[], None]
    has_waited: bool = False

    def __call__(self) -> None:
        """Take note, and tell it."""
        self.has_waited = True
        self.tell()


class Change(Struct, frozen=True):
    """A page that was written or removed, and why."""

    path: str
    reason: str


class Report(Struct, frozen=True):
    """What a build found and did; `stopped` says that `strict` kept it from writing anything."""

    entries: int
    pages: int
    unchanged: int
    written: tuple[Change, ...]
    removed: tuple[Change, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...]
    index: Path
    stopped: bool = False

    @property
    def has_errors(self) -> bool:
        """Return whether any entry, or the configuration, has an error."""
        return any(problem.level is Level.ERROR for problem in self.problems)
