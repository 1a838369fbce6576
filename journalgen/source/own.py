"""The writer's own `templates/` and `assets/`.

The journal may be somebody else's: nothing outside it is read, no script is taken, and nothing is taken that is not of a kind
that pages use.
"""

from __future__ import annotations

import os
import re
import stat as modes
from collections.abc import Iterator
from pathlib import Path

from journalgen.model.left_out import Reason
from journalgen.model.own import ASSETS, TEMPLATES, OwnFile, OwnTheme
from journalgen.problems import Level, Location, Problem, in_order, problem
from journalgen.source.names import reason_of_name

MARKUP = (".html",)
STYLES = (".css",)
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico")
FONTS = (".woff2", ".woff", ".ttf", ".otf")
_SCRIPTS = (".js", ".mjs", ".cjs", ".wasm")
_KINDS = {TEMPLATES: MARKUP, ASSETS: (*STYLES, *PICTURES, *FONTS)}
# What a first entry begins from lies with the templates too, and is none of a page's.
_NOTES = (".md", ".markdown", ".txt")
_MB = 1_000_000
_LARGEST = {TEMPLATES: _MB, ASSETS: 10 * _MB}
_MOST = 500
# A drawing may hold a script, which would run where the file itself is opened; what comes near to one is refused.
_LIVE_DRAWING = re.compile(rb"script|foreignobject|<!entity|[\s\"'/]on[a-z]+\s*=|<\?xml-stylesheet|\x00", re.IGNORECASE)


def read_own_theme(journal: Path) -> OwnTheme:
    """Return the writer's own templates and assets; what is left out of them, and why, is among the problems."""
    problems: list[Problem] = []
    templates = tuple(_files(journal, TEMPLATES, problems))
    assets = tuple(_files(journal, ASSETS, problems))
    if not (templates or assets or problems):
        return OwnTheme()
    return OwnTheme(templates, assets, in_order(problems))


def _files(journal: Path, kind: str, problems: list[Problem]) -> Iterator[OwnFile]:
    top = journal / kind
    if not top.is_dir():
        return
    if not _is_inside(top, journal):
        problems.append(problem(Location(kind), Level.WARNING, "own-outside"))
        return
    taken = 0
    for base, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(base, name)
            relative = file.relative_to(top).as_posix()
            if name.startswith(".") or not _is_writable_name(relative):
                continue
            found = _file(journal, kind, relative, file)
            if isinstance(found, Problem):
                problems.append(found)
            elif found is not None:
                taken += 1
                if taken > _MOST:
                    problems.append(problem(Location(kind), Level.WARNING, "own-too-many", count=_MOST))
                    return
                yield found


def _file(journal: Path, kind: str, relative: str, file: Path) -> OwnFile | Problem | None:  # noqa: PLR0911 -- a list of reasons
    """Return a file, or why it is not taken; None where there is nothing to say."""
    where = Location(f"{kind}/{relative}")
    if file.suffix.lower() not in _KINDS[kind]:
        return _not_of_a_kind(where, kind, file)
    if not _is_inside(file, journal):
        return problem(where, Level.WARNING, "own-outside")
    largest = _LARGEST[kind]
    try:
        status = file.stat()
        if not modes.S_ISREG(status.st_mode):
            # A pipe would be waited for.
            return None
        with file.open("rb") as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return problem(where, Level.ERROR, "unreadable-file", reason=reason)
    if len(data) > largest:
        return problem(where, Level.WARNING, "own-too-large", size=largest // _MB)
    if file.suffix.lower() == ".svg" and _LIVE_DRAWING.search(data):
        return problem(where, Level.WARNING, "own-live-drawing")
    return OwnFile(relative, str(file), data)


def _not_of_a_kind(where: Location, kind: str, file: Path) -> Problem | None:
    ending = file.suffix.lower()
    if ending in _SCRIPTS:
        return problem(where, Level.NOTE, "own-script")
    if ending in _NOTES or reason_of_name(file.name) in (Reason.BACKUP, Reason.CONFLICT):
        return None
    is_for_assets = kind == TEMPLATES and ending in _KINDS[ASSETS]
    code = "own-style-in-templates" if is_for_assets else "own-kind"
    return problem(where, Level.NOTE, code, known=", ".join(_KINDS[kind]))


def _is_inside(path: Path, journal: Path) -> bool:
    """Return whether a path leads to a place in the journal that is not hidden: no secret of journalgen's, nor of git's."""
    real, home = Path(os.path.realpath(path)), Path(os.path.realpath(journal))
    return real.is_relative_to(home) and not any(part.startswith(".") for part in real.relative_to(home).parts)


def _is_writable_name(name: str) -> bool:
    """Return whether a name can stand in an address on any system."""
    return name.isprintable() and "\\" not in name and ":" not in name
