"""The journal's files into rows of the cache: those whose stamp proves them unchanged are taken as they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace as with_values

from journalgen.build.cache import NewRow, Row
from journalgen.build.code import code_digest
from journalgen.build.workers import Workers
from journalgen.digests import digest
from journalgen.model.config import Config
from journalgen.parse.entry import DayFormat, EntryParser
from journalgen.parse.record import encode
from journalgen.source.files import Stamp, read
from journalgen.source.scan import Found
from journalgen.source.vaults import Vault

# Below this, starting processes takes longer than they save.
WORTH_WORKERS = 600
_CHUNK = 100


class Parsing(Struct, frozen=True):
    """What entries are parsed under."""

    journal: Path
    config: Config
    day_format: DayFormat | None


class Parsed(Struct, frozen=True):
    """The rows of all files by path; of them the new ones with their texts, those whose stamp is renewed, and what is gone."""

    rows: tuple[Row, ...]
    new: tuple[NewRow, ...]
    renewed: tuple[Row, ...]
    gone: tuple[str, ...]


def cache_version(config: Config, vault: Vault | None) -> bytes:
    """Return the digest of all that shapes a parsed entry besides its file."""
    shaping = (
        config.day_starts_at, config.metrics, config.not_metrics, config.scales, config.sections, config.smart_quotes,
        config.remote_images, vault,
    )  # fmt: skip
    return digest(code_digest() + repr(shaping).encode())


def day_format(vault: Vault | None) -> DayFormat | None:
    """Return how a vault names its daily notes, where it says so."""
    if vault is None or vault.daily_format is None:
        return None
    return DayFormat(vault.daily_folder, vault.daily_format, vault.moment)


@lru_cache(maxsize=1)
def _parser(config: Config, day_format: DayFormat | None) -> EntryParser:
    return EntryParser(config, day_format)


def parse_files(parsing: Parsing, paths: Sequence[str]) -> list[NewRow | None]:
    """Return the rows of some files, None for each that is no longer there. What cannot be read is a problem of its entry."""
    parser = _parser(parsing.config, parsing.day_format)
    return [_parse_file(parsing, parser, path) for path in paths]


def _parse_file(parsing: Parsing, parser: EntryParser, path: str) -> NewRow | None:
    read_at = time.time_ns()
    try:
        contents = read(parsing.journal, path)
    except OSError as error:
        parsed = parser.unreadable(path, error.strerror or type(error).__name__)
        data, stamp, read_at = b"", Stamp(0, 0, 0), 0
    else:
        if contents is None:
            return None
        parsed = parser.parse(path, contents.data)
        data, stamp = digest(contents.data), contents.stamp
    entry = parsed.entry
    return NewRow(Row(path, stamp, read_at, data, entry.digest, entry.body, encode(entry)), parsed.html, parsed.plain)


def parse_changed(
    parsing: Parsing,
    files: Sequence[Found],
    known: Mapping[str, Row],
    workers: Workers,
    progress: Callable[[int, int], None],
) -> Parsed:
    """Return the rows of all files, parsing only those whose bytes changed. `progress` is told how many of how many."""
    kept: dict[str, Row] = {}
    renewed: list[Row] = []
    to_parse: list[str] = []
    for found in files:
        row = known.get(found.path)
        if row is not None and row.stamp == found.stamp and row.is_trusted():
            kept[found.path] = row
        elif row is not None and (again := _same_bytes(parsing.journal, row)) is not None:
            kept[found.path] = again
            renewed.append(again)
        else:
            to_parse.append(found.path)
    new: dict[str, NewRow] = {}
    for path, result in zip(to_parse, _parse(parsing, to_parse, workers), strict=True):
        if result is not None:
            new[path] = result
        progress(len(new), len(to_parse))
    rows = tuple(
        new[found.path].row if found.path in new else kept[found.path]
        for found in files
        if found.path in new or found.path in kept
    )
    present = {row.path for row in rows}
    return Parsed(rows, tuple(new.values()), tuple(renewed), tuple(path for path in known if path not in present))


def _same_bytes(journal: Path, row: Row) -> Row | None:
    read_at = time.time_ns()
    try:
        contents = read(journal, row.path)
    except OSError:
        return None
    if contents is None or digest(contents.data) != row.data:
        return None
    return with_values(row, stamp=contents.stamp, read_at=read_at)


def _parse(parsing: Parsing, paths: Sequence[str], workers: Workers) -> Iterable[NewRow | None]:
    if len(paths) < WORTH_WORKERS or workers.processors < 2:
        for path in paths:
            yield from parse_files(parsing, (path,))
    else:
        yield from workers.map(partial(parse_files, parsing), paths, _CHUNK)
