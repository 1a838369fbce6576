"""Coming back to a journal after a while."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

# After so many days without an entry one comes back, and for so many days it is a return.
_AWAY = dt.timedelta(days=14)
_LASTS = dt.timedelta(days=7)


def is_return(days: Iterable[dt.date], today: dt.date) -> bool:
    """Return whether today is the time to greet: nothing was written for two weeks, or has been again for less than one."""
    past = sorted({day for day in days if day <= today})
    if not past:
        return False
    if today - past[-1] > _AWAY:
        return True
    came_back = next((later for earlier, later in reversed(tuple(pairwise(past))) if later - earlier > _AWAY), None)
    return came_back is not None and today - came_back < _LASTS
