"""A quiet clock for free writing: how long an editor was open, and a wait for those that go on by themselves."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple


class Clock(NamedTuple):
    """Seconds that only go forward, and a way to let some of them pass."""

    seconds: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


# Nobody writes and closes an editor within this time: it has only been started, and goes on in a window of its own.
ONLY_STARTED = 3.0


def is_time_up(clock: Clock, begun: float, minutes: int) -> bool:
    """Return whether so many minutes are over since the clock said `begun`."""
    return clock.seconds() - begun >= minutes * 60


def wait_for_the_rest(clock: Clock, begun: float, minutes: int) -> None:
    """Return when so many minutes are over since the clock said `begun`."""
    while (rest := begun + minutes * 60 - clock.seconds()) > 0:
        clock.wait(rest)
