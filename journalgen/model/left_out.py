"""Files of a journal's folder that are not entries, and why."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Reason(enum.StrEnum):
    """Why a file of the journal's folder is not an entry; `check` says it in words."""

    HIDDEN = "hidden"
    OUTPUT = "output"
    RESERVED = "reserved"
    IGNORED = "ignored"
    VAULT = "vault"
    TEMPLATE = "template"
    CONFLICT = "conflict"
    BACKUP = "backup"
    OUTSIDE = "outside"
    BESIDE = "beside"
    NOT_READ = "not-read"
    UNDATED = "undated"
    NAME = "name"
    LINK = "link"
    DANGLING = "dangling"
    SPECIAL = "special"
    NO_PERIOD = "no-period"
    SAME_PERIOD = "same-period"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file or folder that is not read as an entry, and why. A folder's path ends in `/`; `said` is the system's own word."""

    path: str
    reason: Reason
    said: str = field(default="", compare=False)
