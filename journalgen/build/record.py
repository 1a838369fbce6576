"""What is remembered of the last whole build, so that the next can tell in a moment that there is nothing to do."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from journalgen.build.request import Request
from journalgen.model.left_out import LeftOut, Reason
from journalgen.problems import Level, Location, Problem
from journalgen.source.files import TOO_YOUNG
from journalgen.source.scan import Found, Scan

# Left out without a word in the site; among them are the folders that a first build makes.
UNSEEN = (Reason.HIDDEN, Reason.OUTPUT)


class Record(Struct, frozen=True):
    """The digest of all that went into a build, when it read the journal (ns), what it planned, and what it told.

    `plan` is the key of its outlines. Words of days before `counted_until` were counted; None where no words were.
    """

    inputs: bytes
    read_at: int
    plan: bytes
    counted_until: dt.date | None
    entries: int
    pages: int
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...]

    def encode(self) -> bytes:
        """Return the record as JSON."""
        return json.dumps(
            {
                "inputs": self.inputs.hex(),
                "read_at": self.read_at,
                "plan": self.plan.hex(),
                "counted_until": self.counted_until and self.counted_until.isoformat(),
                "entries": self.entries,
                "pages": self.pages,
                "problems": [encode_problem(each) for each in self.problems],
                "left_out": [(each.path, each.reason.value) for each in self.left_out],
            },
            ensure_ascii=False,
        ).encode()

    @staticmethod
    def decode(data: bytes) -> Record | None:
        """Return the record in some bytes, or None where they hold none that this version wrote."""
        try:
            value = json.loads(data)
            until = value["counted_until"]
            return Record(
                bytes.fromhex(value["inputs"]),
                int(value["read_at"]),
                bytes.fromhex(value["plan"]),
                dt.date.fromisoformat(until) if until else None,
                int(value["entries"]),
                int(value["pages"]),
                tuple(decode_problem(each) for each in value["problems"]),
                tuple(LeftOut(path, Reason(reason)) for path, reason in value["left_out"]),
            )
        except (ValueError, TypeError, KeyError, RecursionError):
            return None


def encode_problem(problem: Problem) -> list[object]:
    """Return a problem as a JSON array."""
    where = problem.where
    return [where.path, where.line, where.column, problem.level.value, problem.code, problem.parameters]


def decode_problem(row: list[Any]) -> Problem:
    """Return the problem that `encode_problem` wrote."""
    path, line, column, level, code, parameters = row
    values = tuple((str(name), str(value)) for name, value in parameters)
    return Problem(Location(str(path), int(line), int(column)), Level(level), str(code), values)


def digest_of_shaping(request: Request, today: dt.date, scan: Scan, *shaping: bytes) -> bytes:
    """Return the digest of all that can change a site but its entries: the options, other files, and what else shapes a page."""
    digest = hashlib.blake2b(digest_size=16)
    for part in shaping:
        digest.update(b"%d:%b" % (len(part), part))
    options = (today.isoformat(), request.language, request.public_only, request.no_drafts)
    digest.update(repr((*options, scan.vault)).encode())
    seen = (f"{left.path}\0{left.reason}" for left in scan.left_out if left.reason not in UNSEEN)
    digest.update("\n".join(seen).encode(errors="surrogateescape"))
    digest.update(stamps_of((*scan.media, *scan.reviews)))
    return digest.digest()


def digest_of_inputs(shaping: bytes, stamps: bytes) -> bytes:
    """Return the digest of all that can change a site, from what shapes it and the stamps of its entries."""
    return hashlib.blake2b(shaping + stamps, digest_size=16).digest()


def stamps_of(files: Iterable[Found]) -> bytes:
    """Return the paths of files with their stamps, a line for each."""
    lines = [f"{found.path}\0{(stamp := found.stamp).size}\0{stamp.modified}\0{stamp.changed}" for found in files]
    return "\n".join(lines).encode(errors="surrogateescape")


def proves_unchanged(record: Record, inputs: bytes, scan: Scan) -> bool:
    """Return whether nothing can have changed since: the same inputs, and no file so young that its stamp may not tell."""
    if record.inputs != inputs:
        return False
    limit = record.read_at - TOO_YOUNG
    return all(
        (stamp := found.stamp).modified < limit and stamp.changed < limit
        for files in (scan.files, scan.media, scan.reviews)
        for found in files
    )
