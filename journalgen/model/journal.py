"""The whole journal, read and understood."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Link
from journalgen.problems import Problem


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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file or folder that is not read as an entry, and why. A folder's path ends in `/`."""

    path: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Support:
    """The writer's own support plan: its title, its links, and the digest of its rendered text, kept apart like an entry's."""

    title: str
    body: bytes
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """Every entry (dated ones in order of day, time and name; then the undated by path), and all that was noticed."""

    config: Config
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]
    support: Support | None
