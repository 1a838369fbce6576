"""What there is to see at a moment, as one value: the builder makes them, the server shows the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from journalgen import wording
from journalgen.language import Language
from journalgen.model.journal import Journal
from journalgen.problems import Level, Location, Problem
from journalgen.refusal import Refusal

# What a refusal calls the file that it is about, and its line.
_FILES = ("template", "path")


class Line(Struct, frozen=True):
    """A sentence for the terminal or the panel, and the file that it is about; line and column 0 where there is none."""

    text: str
    path: str = ""
    line: int = 0
    column: int = 0


class Showing(Struct, frozen=True):
    """What there is to see.

    `pages` gives each page's address the file of the entry that it is about, "" where it is about none; `files` is
    everything that may be served. `ahead` holds what was made before it was written. `moved` says where the pages went that
    are no longer where they were; `saved` is the address of the one entry that was just saved. `changed` are styles and
    scripts that are other than they were. Until all `is_written`, `current` are pages that are known to be on the disk as they
    are to be. `todays` is the file of today's newest entry. `held` are pages as they were
    before their entries turned into what may be half of a file, for a moment.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    ahead: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Line, ...] = ()
    refusal: Line | None = None
    notice: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)
    saved: str = ""
    changed: tuple[str, ...] = ()
    is_written: bool = True
    current: frozenset[str] = frozenset()
    todays: str = ""
    held: Mapping[str, bytes] = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Return whether there is a file of that path in the site."""
        return path in self.pages or path in self.files or path in self.held


def problem_lines(problems: Iterable[Problem], journal: Journal, language: Language) -> tuple[Line, ...]:
    """Return the problems as the terminal tells them; of a private entry or review none of what was written in it."""
    private = journal.private_files
    shown = dict.fromkeys(
        Problem(Location(each.where.path, each.where.line, each.where.column), each.level, private[each.where.path])
        if each.where.path in private
        else each
        for each in problems
        if each.level is not Level.NOTE
    )
    return tuple(_line(each, language) for each in shown)


def _line(problem: Problem, language: Language) -> Line:
    where = problem.where
    path = "" if where.path == "." else where.path
    return Line(wording.terminal(problem, language), path, where.line, where.column)


def refusal_line(refusal: Refusal, language: Language) -> Line:
    """Return why a build came to nothing, with the file that it is about where it names one."""
    given = dict(refusal.parameters)
    path = next((given[name] for name in _FILES if given.get(name)), "")
    line, column = (int(given.get(name, "0")) if given.get(name, "0").isdecimal() else 0 for name in ("line", "column"))
    return Line(wording.refusal(refusal, language), path, line, column)


def moves(
    before: Mapping[str, str],
    after: Mapping[str, str],
    bytes_before: Mapping[str, bytes],
    bytes_after: Mapping[str, bytes],
) -> dict[str, str]:
    """Return where entries' pages went that are gone: to the page of the same file, else of one with the very same bytes.

    The first two give each page's address the file of its entry, the others each file the digest of its bytes.
    """
    gone = {address: file for address, file in before.items() if file and address not in after}
    if not gone:
        return {}
    by_file = {file: address for address, file in after.items() if file}
    new = {file for file in by_file if file not in bytes_before}
    by_bytes = {bytes_after[file]: by_file[file] for file in sorted(new) if file in bytes_after}
    found = {}
    for address, file in gone.items():
        to = by_file.get(file) or by_bytes.get(bytes_before.get(file, b""))
        if to:
            found[address] = to
    return found
