"""Where templates come from: the writer's own first, then journalgen's, which `theme/NAME` names in any case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError
from msgspec import Struct

from journalgen.model.own import OwnFile

BUILT_IN = "theme/"


class Found(NamedTuple):
    """A template: where it lies, its bytes, and whether it is the writer's own."""

    path: str
    data: bytes
    is_own: bool


class Theme(Struct, frozen=True):
    """The folder of journalgen's templates, and the writer's own ones."""

    folder: Path
    own: tuple[OwnFile, ...] = ()

    def find(self, name: str) -> Found | None:
        """Return the template of that name, or None where there is none; no name leads out of the theme."""
        if name.startswith(BUILT_IN):
            return self._built_in(name.removeprefix(BUILT_IN))
        for file in self.own:
            if file.name == name:
                return Found(file.path, file.data, is_own=True)
        return self._built_in(name)

    def _built_in(self, name: str) -> Found | None:
        if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in name.split("/")) or "\0" in name:
            return None
        file = self.folder / name
        return Found(str(file), file.read_bytes(), is_own=False) if file.is_file() else None

    def names(self) -> tuple[str, ...]:
        """Return the names of journalgen's own templates, in order."""
        return tuple(sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html")))


class ThemeLoader(BaseLoader):
    """Gives Jinja the templates of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Return a template's text and the path of its file."""
        found = self._theme.find(template)
        if found is None:
            raise TemplateNotFound(template)
        return text_of(found.data, template, found.path), found.path, lambda: True


def text_of(data: bytes, name: str, path: str) -> str:
    """Return a template's bytes as text; raises `TemplateSyntaxError` where they are none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateSyntaxError("this is not UTF-8", 1 + data.count(b"\n", 0, error.start), name, path) from error
