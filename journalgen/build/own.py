"""What a journal holds besides entries and settings: the support plan, the writer's own prompts, templates and assets."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import Struct

from journalgen.model.config import PROMPTS_FILE, SUPPORT_FILE
from journalgen.model.own import OwnTheme
from journalgen.problems import Problem, in_order
from journalgen.refusal import refused
from journalgen.source.files import read_own
from journalgen.source.own import read_own_theme


class Own(Struct, frozen=True):
    """The bytes of `support.md` and of `prompts.toml`, None where there is none, and the writer's own theme."""

    support: bytes | None
    prompts: bytes | None
    theme: OwnTheme

    @property
    def digest(self) -> bytes:
        """Return the digest of the own theme and of what is wrong with it."""
        if self.theme == OwnTheme():
            return b""
        digest = hashlib.blake2b(repr(self.theme.problems).encode(), digest_size=16)
        for files in (self.theme.templates, self.theme.assets):
            for file in files:
                digest.update(f"{file.name}\0{len(file.data)}\0".encode())
                digest.update(file.data)
            digest.update(b"\0")
        return digest.digest()


def read_own_files(journal: Path) -> Own:
    """Return the journal's own files; raises `Refusal` where one can't be read."""
    return Own(
        _read(journal / SUPPORT_FILE),
        _read(journal / PROMPTS_FILE),
        read_own_theme(journal),
    )


def _read(file: Path) -> bytes | None:
    try:
        return read_own(file)
    except OSError as error:
        raise refused(error, file) from error


def problems_of_own(theme: OwnTheme, templates: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the writer's own theme; `templates` is the folder of journalgen's."""
    if not theme.templates:
        return theme.problems
    from journalgen.render.own import problems_of_templates  # noqa: PLC0415 -- few journals have any

    return in_order((*theme.problems, *problems_of_templates(theme.templates, templates)))
