"""An `Entry` as one line of JSON, and back: the form in which it crosses processes and waits in the cache.

The order of the values is the order of the fields of `Entry`; the cache is thrown away when the code changes, so the form
needs no version of its own.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from journalgen.model.entry import Coping, Entry, Field, Link, Measure, Score
from journalgen.problems import Level, Location, Problem

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def encode(entry: Entry) -> str:
    """Return the entry as JSON, all but its digest."""
    return _dumps(
        [
            entry.path,
            entry.day.isoformat() if entry.day else None,
            entry.counted.isoformat() if entry.counted and entry.counted != entry.day else None,
            entry.time.isoformat() if entry.time else None,
            entry.name,
            entry.title,
            entry.opening,
            entry.tags,
            entry.emotions,
            entry.people,
            entry.places,
            entry.activities,
            entry.triggers,
            [(each.what, each.before, each.after) for each in entry.coping],
            [(each.metric, each.value, each.before) for each in entry.measures],
            [(each.scale, each.value, each.item9) for each in entry.scores],
            entry.gratitude,
            entry.wins,
            entry.events,
            entry.medication,
            entry.aliases,
            entry.prompt,
            entry.thread,
            entry.weather,
            entry.location,
            entry.lang,
            entry.starred,
            entry.private,
            entry.draft,
            entry.resurface,
            [(each.name, each.text) for each in entry.fields],
            [(each.index, each.target, each.line, each.column) for each in entry.links],
            entry.words,
            entry.body.hex(),
            [encode_problem(each) for each in entry.problems],
        ]
    )


def decode(text: str, digest: bytes) -> Entry:
    """Return the entry that `encode` wrote; raises `ValueError`, `TypeError` or `IndexError` for anything else."""
    return _decoded(json.loads(text), digest)


def decode_all(rows: Sequence[tuple[str, bytes]]) -> tuple[Entry, ...]:
    """Return the entries of many rows: read as one text, they take half the time."""
    texts, digests = zip(*rows, strict=True) if rows else ((), ())
    return tuple(map(_decoded, json.loads(f"[{','.join(texts)}]"), digests))


def _decoded(row: Any, digest: bytes) -> Entry:
    day = dt.date.fromisoformat(row[1]) if row[1] else None
    return Entry(
        row[0],
        day,
        dt.date.fromisoformat(row[2]) if row[2] else day,
        dt.time.fromisoformat(row[3]) if row[3] else None,
        row[4],
        row[5],
        row[6],
        tuple(row[7]),
        tuple(row[8]),
        tuple(row[9]),
        tuple(row[10]),
        tuple(row[11]),
        tuple(row[12]),
        tuple([Coping(*each) for each in row[13]]),
        tuple([Measure(*each) for each in row[14]]),
        tuple([Score(*each) for each in row[15]]),
        tuple(row[16]),
        tuple(row[17]),
        tuple(row[18]),
        tuple(row[19]),
        tuple(row[20]),
        row[21],
        row[22],
        row[23],
        row[24],
        row[25],
        row[26],
        row[27],
        row[28],
        row[29],
        tuple([Field(*each) for each in row[30]]),
        tuple([Link(*each) for each in row[31]]),
        row[32],
        bytes.fromhex(row[33]),
        tuple([decode_problem(each) for each in row[34]]),
        digest,
    )


def encode_problem(problem: Problem) -> list[object]:
    """Return a problem as a JSON array."""
    where = problem.where
    return [where.path, where.line, where.column, problem.level.value, problem.code, problem.parameters]


def decode_problem(row: list[object]) -> Problem:
    """Return the problem that `encode_problem` wrote."""
    path, line, column, level, code, parameters = row
    if not isinstance(path, str) or not isinstance(line, int) or not isinstance(column, int):
        raise TypeError("a problem's place")
    if not isinstance(level, str) or not isinstance(code, str) or not isinstance(parameters, list):
        raise TypeError("a problem's code")
    return Problem(
        Location(path, line, column), Level(level), code, tuple((str(name), str(value)) for name, value in parameters)
    )
