"""Where a journal's configuration, site and state lie."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

from msgspec import Struct

from journalgen.model.config import FILE, Config
from journalgen.output.state import open_state
from journalgen.problems import Problem
from journalgen.refusal import Refusal, refused
from journalgen.source.files import read_own

STATE = ".journalgen"
# From here on nothing of the file is known.
_BROKEN = ("toml-syntax", "toml-too-deep", "not-utf-8")


class Settings(Struct, frozen=True):
    """The configuration of a journal, the bytes that it was read from, and what is wrong with them."""

    config: Config
    data: bytes | None
    problems: tuple[Problem, ...]


def read_settings(journal: Path) -> Settings:
    """Return a journal's configuration; refuses where there is no such folder or it cannot be read."""
    if not journal.is_dir():
        raise Refusal("no-journal" if not journal.exists() else "not-a-folder", path=journal)
    try:
        data = read_own(journal / FILE)
    except OSError as error:
        raise refused(error, journal / FILE) from error
    if data is None:
        return Settings(Config(), None, ())
    from journalgen.parse.config import read_config, unreadable  # noqa: PLC0415 -- only where there is one

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Settings(Config(), data, (unreadable(),))
    config, problems = read_config(text)
    return Settings(config, data, problems)


def refuse_broken(settings: Settings) -> None:
    """Refuse to build with settings of which a part could not be read: it may have been the part that hides something."""
    for each in settings.problems:
        if each.code in _BROKEN:
            where = each.where
            message = dict(each.parameters).get("message", each.code)
            if each.code == "not-utf-8":
                raise Refusal("settings-not-text", path=where.path)
            raise Refusal("settings-broken", path=where.path, line=where.line, column=where.column, message=message)


def output_folder(journal: Path, config: Config, wanted: Path | None = None) -> Path:
    """Return where the site goes: as asked for, else as configured, relative to the journal."""
    return wanted.absolute() if wanted else configured_output(journal, config)


def configured_output(journal: Path, config: Config) -> Path:
    """Return where the site goes by the configuration."""
    return journal.absolute() / _at_home(config.output)


def _at_home(folder: str) -> str:
    # `Path.expanduser` raises where there is no such person; here the `~` stays, as it does in a shell.
    return os.path.expanduser(folder)  # noqa: PTH111


def state_folder(journal: Path, config: Config) -> Path:
    """Return the folder of cache, manifest and lock: in the journal, or in the user's cache folder where it may not be there."""
    if config.state:
        return journal.absolute() / _at_home(config.state)
    inside = journal.absolute() / STATE
    return inside if os.access(inside if inside.is_dir() else journal, os.W_OK) else _elsewhere(journal)


def _elsewhere(journal: Path) -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 -- only where the journal is not to be touched

    name = hashlib.blake2b(os.fsencode(journal.resolve()), digest_size=8).hexdigest()
    return user_cache_path("journalgen", appauthor=False) / name


def make_state(journal: Path, config: Config) -> Path:
    """Return the state folder, made where it is missing; a journal on a read-only disk has it elsewhere."""
    state = state_folder(journal, config)
    try:
        open_state(state)
    except Refusal as refusal:
        cause = refusal.__cause__
        if (
            config.state
            or not isinstance(cause, OSError)
            or cause.errno not in (errno.EROFS, errno.EACCES, errno.EPERM)
        ):
            raise
        state = _elsewhere(journal)
        open_state(state)
    return state
