"""Coming back to a journal after a while."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

# After so many days without an entry one comes back, and for so many days it is a return.
_AWAY = dt.timedelta(days=14)
_LASTS = dt.timedelta(days=7)


def is_return(days: Iterable[dt.date], today: dt.date) -> bool:
    """Return whether today is the time to greet: nothing was written for two weeks, or has been again for less than one."""
    past = {day for day in days if day <= today}
    if not past:
        return False
    if today - max(past) > _AWAY:
        return True
    since = min((day for day in past if today - day < _LASTS), default=None)
    before = max((day for day in past if today - day >= _LASTS), default=None)
    return since is not None and before is not None and since - before > _AWAY
