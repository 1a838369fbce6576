"""Which files of a journal's folder are its entries, and which are left out and why. Looks at names and stats alone."""

from __future__ import annotations

import errno
import os
import stat as modes
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

from msgspec import Struct

from journalgen.model.config import FILE, PROMPTS_FILE, REVIEWS, SUPPORT_FILE
from journalgen.model.left_out import LeftOut, Reason
from journalgen.model.media import kind_of_name
from journalgen.model.periods import period_named
from journalgen.source.files import Stamp
from journalgen.source.names import MARKDOWN, reason_of_name
from journalgen.source.vaults import Vault, read_vault

# Folders and files at the top of a journal that have a meaning of their own, and so hold no entries.
_RESERVED_FOLDERS = ("templates", REVIEWS, "assets")
_OWN_FILES = (FILE, SUPPORT_FILE, PROMPTS_FILE)
ENTRIES = "entries"
# Of the folders with a meaning of their own, the one in which Logseq keeps pictures and other files.
_FILES = "assets"
# What the system says of a link to nothing, through a file, and in a circle.
_NOWHERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
_FOLDER_OF_TEMPLATES = "templates"


class Found(Struct, frozen=True, gc=False):
    """A file that may be an entry, or a picture or the like: its path relative to the journal, with `/`, and its stamp."""

    path: str
    stamp: Stamp


class Scan(Struct, frozen=True):
    """All files of a journal, in order of their paths, what was left out, and the vault's settings where it is one.

    `media` are the files that entries may show: pictures, sound, video, documents. `reviews` are those of `reviews/` that are
    named after a time.
    """

    files: tuple[Found, ...]
    left_out: tuple[LeftOut, ...]
    vault: Vault | None
    media: tuple[Found, ...] = ()
    reviews: tuple[Found, ...] = ()


class _Scanner:
    def __init__(self, journal: Path, skipped: tuple[Path, ...], ignore: tuple[str, ...], vault: Vault | None) -> None:
        self._journal = journal
        self._skipped = {os.path.normcase(os.path.abspath(path)) for path in skipped}  # noqa: PTH100
        self._ignored = _matcher(ignore)
        self._ignores_nothing = not ignore
        self._vault = vault
        self._template_folders = {each.casefold() for each in vault.template_folders} if vault else set()
        self.files: list[Found] = []
        self.media: list[Found] = []
        self.reviews: list[Found] = []
        self._for_media = False
        self.left_out: list[LeftOut] = []

    def walk(self, folder: str, prefix: str) -> None:
        """Take in a folder and all below it; the journal's own, or its `entries`, raises its `OSError` where it can't be read."""
        folders = []
        try:
            with os.scandir(folder) as found:
                items = sorted(found, key=attrgetter("name"))
        except OSError as error:
            if prefix in ("", ENTRIES + "/"):
                raise
            self._leave_unreadable(prefix, error)
            return
        for item in items:
            path = prefix + item.name
            try:
                if not _is_text(item.name):
                    # No page could name it: its bytes are no letters.
                    shown = os.fsencode(path).decode(errors="replace")
                    ending = "/" if item.is_dir(follow_symlinks=False) else ""
                    self.left_out.append(LeftOut(shown + ending, Reason.NAME))
                elif item.is_dir(follow_symlinks=False):
                    reason = self._reason_of_folder(item.path, path, item.name)
                    if reason is None:
                        folders.append((item.path, path + "/", self._for_media))
                    else:
                        folders += self._pass_over(item, path, reason)
                else:
                    self._take_file(item, path)
            except OSError as error:
                # In a folder that may be listed but not entered, names are all there is.
                self._leave_unreadable(path, error)
        before = self._for_media
        for inner, path, self._for_media in folders:
            self.walk(inner, path)
        self._for_media = before

    def _pass_over(self, folder: os.DirEntry[str], path: str, reason: Reason) -> list[tuple[str, str, bool]]:
        """Leave a folder out, and return it where the files in it may be shown; reviews are taken from theirs."""
        name = folder.name.casefold() if reason is Reason.RESERVED else ""
        if name == REVIEWS:
            self.take_reviews(folder.path, path + "/")
            return []
        self._leave(path + "/", reason)
        return [(folder.path, path + "/", True)] if name == _FILES else []

    def _leave(self, path: str, reason: Reason) -> None:
        # Beside the entries, what is of no use to them is nobody's business; what leads out is still told of a reference.
        if not self._for_media or reason in (Reason.OUTSIDE, Reason.LINK):
            self.left_out.append(LeftOut(path, reason))

    def _leave_unreadable(self, path: str, error: OSError) -> None:
        # What went while we looked, the next build will not see either.
        if not isinstance(error, FileNotFoundError):
            self.left_out.append(LeftOut(path, Reason.UNREADABLE, error.strerror or type(error).__name__))

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
            if reason is Reason.NOT_READ and kind_of_name(name):
                self._take_media(item, path)
                return
            if reason is not None:
                self._leave(path, reason)
                return
        if self._for_media:
            return
        stat = item.stat()
        if not modes.S_ISREG(stat.st_mode):
            self.left_out.append(LeftOut(path, Reason.SPECIAL))
            return
        # Not by keywords or a helper: there are ten thousand of them.
        self.files.append(Found(path, Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)))

    def _take_media(self, item: os.DirEntry[str], path: str) -> None:
        """Take a picture or the like; one that is a link, only where it leads to a file that could be taken itself."""
        if item.is_symlink() and not self._may_lead(item.path):
            self._leave(path, Reason.OUTSIDE)
            return
        stat = item.stat()
        if modes.S_ISREG(stat.st_mode):
            self.media.append(Found(path, Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)))

    def _may_lead(self, link: str) -> bool:
        target = Path(os.path.realpath(link))
        journal = self._journal.resolve()
        if not target.is_relative_to(journal) or kind_of_name(target.name) is None:
            return False
        within = target.relative_to(journal)
        skipped = {os.path.normcase(os.path.realpath(path)) for path in self._skipped}
        return not any(part.startswith(".") for part in within.parts) and not any(
            os.path.normcase(journal / above) in skipped for above in within.parents
        )

    def _reason_of_file(self, item: os.DirEntry[str], path: str) -> Reason | None:
        name = item.name
        reason = reason_of_name(name)
        if name.startswith("."):
            return reason if reason in (Reason.BACKUP, Reason.CONFLICT) else Reason.HIDDEN
        if self._ignored(path):
            return Reason.IGNORED
        if self._vault and path in self._vault.template_files:
            return Reason.TEMPLATE
        if reason in (Reason.BACKUP, Reason.CONFLICT) or item.is_file(follow_symlinks=False):
            return reason
        return (self._reason_of_link(item, path) or reason) if item.is_symlink() else Reason.SPECIAL

    def _reason_of_link(self, link: os.DirEntry[str], path: str) -> Reason | None:
        """Return why a link is not followed; one to an ordinary file may still be left out for its name."""
        is_inside = Path(os.path.realpath(link.path)).is_relative_to(self._journal.resolve())
        try:
            mode = link.stat().st_mode
        except PermissionError:
            if is_inside:
                raise
            return Reason.OUTSIDE
        except OSError as error:
            if error.errno in _NOWHERE:
                return Reason.DANGLING
            raise
        if modes.S_ISDIR(mode):
            reason = self._reason_of_folder(link.path, path, link.name)
            return reason or (Reason.LINK if is_inside else Reason.OUTSIDE)
        if not modes.S_ISREG(mode):
            return Reason.SPECIAL
        return None if is_inside or reason_of_name(link.name) else Reason.OUTSIDE

    def take_reviews(self, folder: str, prefix: str) -> None:
        """Take in the reviews in a folder, which are named after their time, and say of each other file why it is none."""
        try:
            with os.scandir(folder) as found:
                items = sorted(found, key=lambda item: item.name)
        except OSError as error:
            self._leave_unreadable(prefix, error)
            return
        taken: set[str] = set()
        for item in items:
            path = prefix + item.name
            try:
                self._take_review(item, path, taken)
            except OSError as error:
                self._leave_unreadable(path, error)

    def _take_review(self, item: os.DirEntry[str], path: str, taken: set[str]) -> None:
        if not _is_text(item.name):
            self.left_out.append(LeftOut(os.fsencode(path).decode(errors="replace"), Reason.NAME))
        elif item.is_dir(follow_symlinks=False):
            hidden = item.name.startswith(".")
            self.left_out.append(LeftOut(path + "/", Reason.HIDDEN if hidden else Reason.RESERVED))
        elif (reason := self._reason_of_file(item, path)) is not None:
            if reason is Reason.NOT_READ and kind_of_name(item.name):
                self._take_media(item, path)
            else:
                self.left_out.append(LeftOut(path, reason))
        elif (period := period_named(item.name.rpartition(".")[0])) is None:
            self.left_out.append(LeftOut(path, Reason.NO_PERIOD))
        elif period.name in taken:
            self.left_out.append(LeftOut(path, Reason.SAME_PERIOD))
        elif not modes.S_ISREG((status := item.stat()).st_mode):
            self.left_out.append(LeftOut(path, Reason.SPECIAL))
        else:
            taken.add(period.name)
            self.reviews.append(Found(path, Stamp.of(status)))

    def name_strays(self) -> None:
        """Name the Markdown files beside `entries/`, which is where entries are read from."""
        for item in self._sorted_top():
            if item.name.lower().endswith(MARKDOWN) and item.name.casefold() not in _OWN_FILES and item.is_file():
                self.left_out.append(LeftOut(item.name, Reason.BESIDE))

    def take_media_beside(self) -> None:
        """Take in the pictures and the like that lie beside `entries/`, or in a folder beside it."""
        self._for_media = True
        for item in self._sorted_top():
            try:
                if not _is_text(item.name) or item.name.casefold() == ENTRIES:
                    continue
                if not item.is_dir(follow_symlinks=False):
                    self._take_file(item, item.name)
                    continue
                reason = self._reason_of_folder(item.path, item.name, item.name)
                if reason is Reason.RESERVED and item.name.casefold() == REVIEWS:
                    self.take_reviews(item.path, item.name + "/")
                elif reason is None or (reason is Reason.RESERVED and item.name.casefold() == _FILES):
                    self.walk(item.path, item.name + "/")
            except OSError as error:
                self._leave_unreadable(item.name, error)
        self._for_media = False

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

    `skipped` are folders of journalgen's own (output, state). Raises `OSError` where the journal's own folder cannot be read;
    one below it is left out.
    """
    vault = read_vault(journal)
    scanner = _Scanner(journal, skipped, ignore, vault)
    if (journal / ENTRIES).is_dir():
        scanner.walk(str(journal / ENTRIES), ENTRIES + "/")
        scanner.name_strays()
        scanner.take_media_beside()
    else:
        scanner.walk(str(journal), "")
    return Scan(
        tuple(sorted(scanner.files, key=attrgetter("path"))),
        tuple(sorted(scanner.left_out, key=lambda left: left.path)),
        vault,
        tuple(sorted(scanner.media, key=lambda found: found.path)),
        tuple(sorted(scanner.reviews, key=lambda found: found.path)),
    )
