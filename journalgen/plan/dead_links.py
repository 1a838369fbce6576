"""Links within the journal that lead to no entry and no file, as problems.

A link to a file, by its path, is a slip where the file is not there. A wiki link to a note that is not there yet is often
meant so, above all in a vault: there, and where there are many, they are counted in one line.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from msgspec import Struct

from journalgen.analysis.terms import KINDS
from journalgen.model.config import FILE, SUPPORT_FILE
from journalgen.model.entry import Entry, Link
from journalgen.model.journal import Journal
from journalgen.model.left_out import Reason
from journalgen.parse.journal import MANY
from journalgen.plan.links import day_named
from journalgen.problems import Level, Location, Problem, problem

_FILE_NAME = re.compile(r"\.[a-z][a-z0-9]{0,5}$", re.IGNORECASE)
# Logseq's blocks have no place of their own in a page.
_BLOCK = re.compile(r"\(\(.*\)\)")
_ENTRIES = "entries/"
# With those of pictures and other files, which are references too.
_OF_ONE_LINK = ("dead-", "file-", "picture-")


class Dead(Struct, frozen=True, array_like=True, gc=False):
    """A link that leads nowhere: the path of its text, its index there, and whether only its heading is missing."""

    path: str
    index: int
    heading: bool


class Beside(Struct, frozen=True):
    """What lies in the journal's folder beside the entries: other files, and folders (with `/`) that were not looked into.

    `in_vault` says that the folder is an Obsidian or Logseq vault; `day_titles` is how Logseq names the pages of days there.
    """

    paths: tuple[str, ...]
    in_vault: bool = False
    day_titles: str | None = None

    def files(self, journal: Journal) -> Files:
        """Return the files that a link may lead to, the journal's own among them."""
        every = (*journal.entries, *journal.undated)
        reviews = (review.path for review in journal.reviews)
        paths = (*(entry.path for entry in every), *reviews, *self.paths, *left_alone(journal), FILE, SUPPORT_FILE)
        # `people:: [[Anna]]` means Anna, of whom the journal knows.
        return Files(paths, {name for entry in every for names in KINDS.values() for name in names(entry)})


def left_alone(journal: Journal) -> tuple[str, ...]:
    """Return the paths of the notes that were left alone, since they have no day."""
    return tuple([left.path for left in journal.left_out if left.reason is Reason.UNDATED])


class Files:
    """Knows which files and folders there are, as far as they were looked at, in any case of their letters.

    `names` are others that wiki links may mean: people, places and the like.
    """

    def __init__(self, paths: Iterable[str], names: Iterable[str] = ()) -> None:
        self._paths: set[str] = set()
        self._names = {name.casefold() for name in names}
        self._unseen: list[str] = []
        self._only_entries = False
        for path in paths:
            folded = path.casefold()
            self._only_entries = self._only_entries or path.startswith(_ENTRIES)
            if folded.endswith("/"):
                self._unseen.append(folded)
                continue
            self._paths.add(folded)
            name = folded.rpartition("/")[2]
            # As in Logseq's `pages/Book%2FSome title.md`.
            stem = unquote(name.rpartition(".")[0].replace("___", "/"))
            self._names |= {name, stem}
        self._folders = {folder for path in self._paths for folder in _folders_of(path)}

    def may_hold(self, path: str, name: str) -> bool:
        """Return whether a link of the text at a path leads to a file or a folder, or to where nobody looked."""
        written = name.partition("?")[0]
        for base in (posixpath.dirname(path), ""):
            joined = posixpath.normpath(posixpath.join(base, written.lstrip("/"))).casefold()
            if joined.startswith(".."):
                continue
            if joined in self._paths or joined in self._folders or f"{joined}/".startswith(tuple(self._unseen)):
                return True
            if self._only_entries and base and not joined.startswith(_ENTRIES):
                return True
        return False

    def is_name(self, name: str) -> bool:
        """Return whether a file or somebody may have that name, with or without an ending, as wiki links look for it."""
        folded = name.replace("\\", "/").casefold()
        if self._unseen and _FILE_NAME.search(folded):
            return True
        return folded in self._names or folded.rpartition("/")[2] in self._names


def _folders_of(path: str) -> Iterable[str]:
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)


def is_dead(path: str, link: Link, files: Files) -> bool:
    """Return whether a link that means no entry leads to no file either."""
    name = unquote(link.target).partition("#")[0].strip()
    if not name or _BLOCK.fullmatch(name) or files.may_hold(path, name):
        return False
    return link.form not in ("wiki", "embed", "picture") or not files.is_name(name)


def problems_of_links(
    dead: Iterable[Dead], links: Mapping[str, tuple[Link, ...]], *, in_vault: bool
) -> tuple[Problem, ...]:
    """Return what there is to say of dead links, in no order; `links` are those of each text by path.

    Each is a warning of its own, but for wiki links to notes or days that are not there yet: from `MANY` on, and those to
    notes in a vault always, they are counted in one note.
    """
    told: list[Problem] = []
    notes: list[Problem] = []
    days: list[Problem] = []
    for each in dead:
        link = links[each.path][each.index]
        where = Location(each.path, link.line, link.column)
        code = "dead-heading" if each.heading else "dead-link"
        name = unquote(link.target)
        found = problem(where, Level.WARNING, code, target=name)
        if each.heading or link.form != "wiki" or _FILE_NAME.search(name):
            told.append(found)
        else:
            (days if day_named(name.partition("#")[0]) else notes).append(found)
    if notes and (in_vault or len(notes) >= MANY):
        notes = [problem(Location("."), Level.NOTE, "links-unwritten", count=len(notes))]
    if len(days) >= MANY:
        days = [problem(Location("."), Level.NOTE, "links-unwritten-days", count=len(days))]
    return (*told, *notes, *days)


def problems_of_texts(problems: Iterable[Problem], entries: Mapping[str, Entry]) -> dict[str, tuple[Problem, ...]]:
    """Return what is wrong with the links of each entry's text by its path, but for what is among the entry's own problems."""
    found: dict[str, list[Problem]] = {}
    for each in problems:
        entry = entries.get(each.where.path)
        if each.code.startswith(_OF_ONE_LINK) and entry and each not in entry.problems:
            found.setdefault(entry.path, []).append(each)
    return {path: tuple(told) for path, told in found.items()}
