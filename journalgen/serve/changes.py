"""Whether something in a journal may have changed. What it was is of no interest: the build looks at everything."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress

# An editor that replaces a file does several things within a few milliseconds; a program that copies thousands goes on and on.
_QUIET = 0.012
_QUIET_AFTER_MANY = 0.15
_MANY = 24
_LONGEST = 1.0
# Some editors empty a file and then write it: what is empty may be about to be written.
_UNTIL_WRITTEN = 0.4
# Between two looks at everything although nobody said that something changed.
_NET = 15.0
_POLL = 1.0


class Changes:
    """Waits for changes; told of them by `touch`, or, where nobody tells, looking again and again (`polls`)."""

    def __init__(self, *, polls: bool = False) -> None:
        self.polls = polls
        self._condition = threading.Condition()
        self._touched: set[str] = set()
        self._taken: frozenset[str] = frozenset()
        self._count = 0
        self._first = self._last = 0.0
        self._has_ended = False
        self._pause = 0.0

    def touch(self, path: str) -> None:
        """Note that something happened to a file."""
        with self._condition:
            now = time.monotonic()
            if not self._count:
                self._first = now
                # How long one waits for it is bounded, and so is what is remembered of it.
                self._touched.clear()
            self._last = now
            self._count += 1
            if self._count <= _MANY:
                self._touched.add(path)
            self._condition.notify_all()

    def take(self) -> frozenset[str]:
        """Return the files that were touched before the last `wait` returned; nothing where they were many."""
        with self._condition:
            taken, self._taken = self._taken, frozenset()
            return taken

    @property
    def is_waiting(self) -> bool:
        """Return whether something was touched since the last build began."""
        return self._count > 0

    def end(self) -> None:
        """Let `wait` return at once, now and ever after."""
        with self._condition:
            self._has_ended = True
            self._condition.notify_all()

    def took(self, seconds: float) -> None:
        """Take note of how long it takes to look at everything: that often, at most, it is done for nothing."""
        self._pause = 20 * seconds

    def wait(self, at_most: float, again: float | None = None) -> bool | None:
        """Wait until there is reason to build: True where something was touched, False where it is time to look, None at the end.

        `at_most` and `again` are in seconds.
        """
        usual = max(self._pause, _POLL if self.polls else _NET)
        until = time.monotonic() + min(each for each in (at_most, again, usual) if each is not None)
        with self._condition:
            while not self._count and not self._has_ended and (left := until - time.monotonic()) > 0:
                self._condition.wait(left)
            if self._count and not self._has_ended:
                self._settle()
            was_touched = self._count > 0
            self._taken = frozenset(self._touched) if 0 < self._count <= _MANY else frozenset()
            self._count = 0
            return None if self._has_ended else was_touched

    def _settle(self) -> None:
        """Wait, with the condition held, until it has been quiet for a moment."""
        while not self._has_ended:
            now = time.monotonic()
            quiet = _QUIET if self._count <= _MANY else _QUIET_AFTER_MANY
            left = min(self._last + quiet, self._first + _LONGEST) - now
            if left <= 0 and now < self._first + _UNTIL_WRITTEN and any(map(_is_empty, self._touched)):
                left = _QUIET
            if left <= 0:
                return
            self._condition.wait(left)


def _is_empty(path: str) -> bool:
    with suppress(OSError):
        return path.endswith(".md") and os.stat(path).st_size == 0  # noqa: PTH116 -- asked often, while others wait
    return False
