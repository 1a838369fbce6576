"""The writer's own theme: the files of `templates/` and `assets/` beside `journal.toml`, as they were read."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from journalgen.problems import Problem

TEMPLATES = "templates"
ASSETS = "assets"


class OwnFile(NamedTuple):
    """A file of the writer's: its name within `templates/` or `assets/`, with `/`, where it lies, and its bytes."""

    name: str
    path: str
    data: bytes


class OwnTheme(Struct, frozen=True):
    """What the writer adds to the theme, each in order of names, and what is wrong with it; mostly nothing."""

    templates: tuple[OwnFile, ...] = ()
    assets: tuple[OwnFile, ...] = ()
    problems: tuple[Problem, ...] = ()
