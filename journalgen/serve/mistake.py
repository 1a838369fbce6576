"""A mistake of the program's, told without a word of what somebody wrote: the message of an exception may hold it."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from journalgen.refusal import Refusal

_PACKAGE = Path(__file__).resolve().parent.parent


def mistake(error: Exception) -> Refusal:
    """Return the refusal `own-mistake` for an exception, and print to the terminal where it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    print(type(error).__name__, *traceback.format_list(frames), sep="\n", file=sys.stderr)  # noqa: T201
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    last = ours[-1] if ours else None
    where = f"{Path(last.filename).relative_to(_PACKAGE).as_posix()}:{last.lineno}" if last else type(error).__name__
    return Refusal("own-mistake", kind=type(error).__name__, where=where)
