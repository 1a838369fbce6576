"""What the machine or the rules of safety refuse, as an exception with a code.

A `Refusal` is put into words last, in the reader's language, like a `Problem`. It is not a mistake in the journal (that
is a `Problem`) and not a mistake of the program (that is any other exception, and may show a traceback).
"""

from __future__ import annotations

import errno
import os

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Refusal(Exception):  # noqa: N818 -- an answer to a person, not an error of the program
    """Why journalgen will not or cannot go on: a code and its parameters, kept as text."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters: tuple[tuple[str, str], ...] = tuple((name, str(value)) for name, value in parameters.items())

    def __getitem__(self, name: str) -> str:
        """Return the parameter of that name; raises `KeyError` where the code has none."""
        return dict(self.parameters)[name]

    def __str__(self) -> str:
        """Return code and parameters as a developer wants to see them."""
        return ", ".join([self.code, *(f"{name}={value!r}" for name, value in self.parameters)])


def refused(error: OSError, path: str | os.PathLike[str] | None = None) -> Refusal:
    """Return the refusal that says what the system said: `disk-full`, `no-permission` or `disk-error`.

    `path` names the file that the person knows, where the system names another, such as a temporary one.
    """
    where = os.fspath(path) if path is not None else str(error.filename or "")
    if error.errno in _FULL:
        return Refusal("disk-full", path=where)
    if error.errno in _FORBIDDEN:
        return Refusal("no-permission", path=where)
    return Refusal("disk-error", path=where, why=error.strerror or str(error))
