"""Which files of a journal's folder are its entries, and which are left out and why. Looks at names and stats alone."""

from __future__ import annotations

import os
import stat as modes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from journalgen.model.left_out import LeftOut, Reason
from journalgen.source.files import Stamp
from journalgen.source.names import MARKDOWN, reason_of_name
from journalgen.source.vaults import Vault, read_vault

# Folders and files at the top of a journal that have a meaning of their own, and so hold no entries.
_RESERVED_FOLDERS = ("templates", "reviews", "assets")
_OWN_FILES = ("journal.toml", "support.md", "prompts.toml")
ENTRIES = "entries"
_FOLDER_OF_TEMPLATES = "templates"


class Found(NamedTuple):
    """A file that may be an entry: its path relative to the journal, with `/`, and its stamp."""

    path: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Scan:
    """All files of a journal, in order of their paths, what was left out, and the vault's settings where it is one."""

    files: tuple[Found, ...]
    left_out: tuple[LeftOut, ...]
    vault: Vault | None


class _Scanner:
    def __init__(self, journal: Path, skipped: tuple[Path, ...], ignore: tuple[str, ...], vault: Vault | None) -> None:
        self._journal = journal
        self._skipped = {os.path.normcase(os.path.abspath(path)) for path in skipped}  # noqa: PTH100
        self._ignored = _matcher(ignore)
        self._ignores_nothing = not ignore
        self._vault = vault
        self._template_folders = {each.casefold() for each in vault.template_folders} if vault else set()
        self.files: list[Found] = []
        self.left_out: list[LeftOut] = []

    def walk(self, folder: str, prefix: str) -> None:
        """Take in a folder and all below it; a folder that cannot be read raises its `OSError`."""
        folders = []
        with os.scandir(folder) as found:
            items = sorted(found, key=lambda item: item.name)
        for item in items:
            path = prefix + item.name
            if not _is_text(item.name):
                # No page could name it: its bytes are no letters.
                self.left_out.append(LeftOut(os.fsencode(path).decode(errors="replace"), Reason.NOT_READ))
                continue
            if item.is_dir(follow_symlinks=False):
                reason = self._reason_of_folder(item.path, path, item.name)
                if reason is None:
                    folders.append((item.path, path + "/"))
                else:
                    self.left_out.append(LeftOut(path + "/", reason))
            else:
                self._take_file(item, path)
        for inner, path in folders:
            self.walk(inner, path)

    def _reason_of_folder(self, full: str, path: str, name: str) -> Reason | None:
        if name.startswith("."):
            return Reason.HIDDEN
        if os.path.normcase(os.path.abspath(full)) in self._skipped:  # noqa: PTH100
            return Reason.OUTPUT
        if "/" not in path and name.casefold() in _RESERVED_FOLDERS:
            return Reason.TEMPLATE if name.casefold() == _FOLDER_OF_TEMPLATES else Reason.RESERVED
        if self._vault:
            if path.casefold() in self._template_folders:
                return Reason.TEMPLATE
            if path in self._vault.own_folders:
                return Reason.VAULT
        return Reason.IGNORED if self._ignored(path + "/") else None

    def _take_file(self, item: os.DirEntry[str], path: str) -> None:
        name = item.name
        # Most files of a journal are named by their day alone, and need no closer look.
        is_plain = name.endswith(".md") and name[:-3].replace("-", "").isdigit() and not item.is_symlink()
        if not is_plain or not self._ignores_nothing:
            if "/" not in path and name.casefold() in _OWN_FILES:
                return
            reason = self._reason_of_file(item, path)
            if reason is not None:
                self.left_out.append(LeftOut(path, reason))
                return
        try:
            stat = item.stat()
        except FileNotFoundError:
            # It went while we looked: the next build will not see it either.
            return
        if not modes.S_ISREG(stat.st_mode):
            self.left_out.append(LeftOut(path, Reason.NOT_READ))
            return
        self.files.append(Found(path, Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)))

    def _reason_of_file(self, item: os.DirEntry[str], path: str) -> Reason | None:
        name = item.name
        reason = reason_of_name(name)
        if name.startswith("."):
            return reason if reason in (Reason.BACKUP, Reason.CONFLICT) else Reason.HIDDEN
        if self._ignored(path):
            return Reason.IGNORED
        if self._vault and path in self._vault.template_files:
            return Reason.TEMPLATE
        if reason is None and item.is_symlink() and not self._leads_inside(item.path):
            return Reason.OUTSIDE
        return reason

    def _leads_inside(self, link: str) -> bool:
        try:
            target = Path(link).resolve(strict=True)
        except (OSError, RuntimeError):
            return False
        return target.is_relative_to(self._journal.resolve())

    def name_strays(self) -> None:
        """Name the Markdown files beside `entries/`, which is where entries are read from."""
        for item in self._sorted_top():
            if item.name.lower().endswith(MARKDOWN) and item.name.casefold() not in _OWN_FILES and item.is_file():
                self.left_out.append(LeftOut(item.name, Reason.BESIDE))

    def _sorted_top(self) -> Iterator[os.DirEntry[str]]:
        with os.scandir(self._journal) as found:
            yield from sorted(found, key=lambda item: item.name)


def _is_text(name: str) -> bool:
    """Return whether a name can be written down: on Linux it may hold any bytes, which come as half surrogates."""
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """Return a test for paths under gitignore's patterns; the library is imported only where there are any."""
    if not patterns:
        return lambda _: False
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    return GitIgnoreSpec.from_lines(patterns).match_file


def scan(journal: Path, *, skipped: tuple[Path, ...] = (), ignore: tuple[str, ...] = ()) -> Scan:
    """Return the files of a journal that may be entries: those of `entries/` where there is such a folder, else all.

    `skipped` are folders of journalgen's own (output, state). Raises `OSError` where a folder cannot be read.
    """
    vault = read_vault(journal)
    scanner = _Scanner(journal, skipped, ignore, vault)
    if (journal / ENTRIES).is_dir():
        scanner.walk(str(journal / ENTRIES), ENTRIES + "/")
        scanner.name_strays()
    else:
        scanner.walk(str(journal), "")
    return Scan(
        tuple(sorted(scanner.files, key=lambda found: found.path)),
        tuple(sorted(scanner.left_out, key=lambda left: left.path)),
        vault,
    )
