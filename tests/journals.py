"""Journals on a real disk, changed and built step by step: `a.write(...).build()` reads as it happens."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from journalgen.build.build import build
from journalgen.build.code import templates_folder
from journalgen.build.request import Report, Request
from journalgen.build.warm import Warm

NOW = dt.datetime(2026, 3, 15, 12, 0)  # noqa: DTZ001 -- the civil time on the wall
TODAY = NOW.date()
# Long before any build, so that a file's stamp can be trusted at once.
LONG_AGO = 1_700_000_000_000_000_000


@dataclass
class JournalFolder:
    """A journal in a folder of its own; its files get ever later times of change, all long past."""

    path: Path
    today: dt.date = TODAY
    options: dict[str, Any] = field(default_factory=dict)
    # What one process keeps from build to build, and which files it is told of; without, each build is by itself.
    warm: Warm | None = None
    touched: set[str] = field(default_factory=set)
    _clock: int = LONG_AGO

    def write(self, name: str, text: str | bytes) -> JournalFolder:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        self._clock += 1_000_000_000
        os.utime(file, ns=(self._clock, self._clock))
        self.touched.add(os.path.realpath(file))
        return self

    def delete(self, name: str) -> JournalFolder:
        (self.path / name).unlink()
        self.touched.add(os.path.realpath(self.path / name))
        return self

    def rename(self, name: str, to: str) -> JournalFolder:
        (self.path / to).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).rename(self.path / to)
        return self

    def own_templates(self, folder: Path) -> JournalFolder:
        """Build with a copy of the theme, which a test may change."""
        shutil.copytree(templates_folder(), folder)
        self.options["templates"] = folder
        return self

    def request(self, **options: Any) -> Request:
        return replace(Request(self.path, NOW, self.today), **{**self.options, **options})

    def build(self, **options: Any) -> Report:
        if self.warm:
            self.warm.touched, self.touched = frozenset(self.touched), set()
        return build(self.request(**options), warm=self.warm)

    @property
    def site(self) -> Path:
        return self.path / "site"

    def page(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf-8")

    def pages(self) -> dict[str, bytes]:
        return tree(self.site)


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their path, with their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def written(report: Report) -> list[str]:
    return [change.path for change in report.written]


EXAMPLE = Path(__file__).resolve().parents[1] / "example-journal"
EXAMPLE_NOW = dt.datetime(2026, 3, 20, 21, 30)  # noqa: DTZ001 -- its last evening


def build_example(folder: Path, **options: Any) -> Path:
    """Build the example journal, copied into a folder, on its last evening, and return its site."""
    journal = folder / "journal"
    shutil.copytree(EXAMPLE, journal, ignore=shutil.ignore_patterns("site", ".journalgen"))
    build(replace(Request(journal, EXAMPLE_NOW), **options))
    return journal / "site"
