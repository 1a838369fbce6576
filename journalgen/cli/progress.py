"""A progress bar for work that takes over a second on a terminal."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from journalgen.cli.system import terminal_language

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SHOWN_AFTER = 1.0


class Bar:
    """Shows how far a build is; nothing at all within the first second, and never where `plain`."""

    def __init__(self, *, plain: bool) -> None:
        language = terminal_language()
        self._words = {
            "parse": language.gettext("Reading entries"),
            "photos": language.gettext("Making pictures ready"),
            "render": language.gettext("Writing pages"),
        }
        self._plain = plain
        self._start = time.monotonic()
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how many of how many are done."""
        if self._plain or (self._bar is None and time.monotonic() - self._start < _SHOWN_AFTER):
            return
        if self._bar is None:
            from rich.console import Console  # noqa: PLC0415 -- only where a bar is shown
            from rich.progress import Progress  # noqa: PLC0415

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(self._words.get(stage, stage), total=total)
        self._bar.update(self._tasks[stage], completed=done)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
