"""Which files the entries of a journal refer to, and what is wrong with the references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from journalgen.model.config import SUPPORT_FILE
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.model.media import Attachment
from journalgen.plan.attachments import Files, Unfound
from journalgen.problems import Level, Location, Problem, problem
from journalgen.source.scan import Found, Scan


class Attached(Struct, frozen=True):
    """The files that are referred to: of each text (by its path) those of its attachments, None for each that is not found.

    `referenced` are the paths that any entry refers to, also one that is not shown; `files` all that there are.
    """

    by_text: dict[str, tuple[str | None, ...]]
    attachments: dict[str, tuple[Attachment, ...]]
    problems: tuple[Problem, ...]
    referenced: frozenset[str]
    files: tuple[Found, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the files that are shown somewhere, each once, in order."""
        return tuple(sorted({path for paths in self.by_text.values() for path in paths if path is not None}))

    def problems_of(self, faults: Mapping[str, str]) -> Iterator[Problem]:
        """Yield a warning for each place that refers to one of these files; `faults` are codes by path."""
        for text, paths in self.by_text.items():
            for attachment, path in zip(self.attachments[text], paths, strict=True):
                if path is not None and path in faults:
                    yield _warning(text, attachment, faults[path], path)


_NOTHING = Attached({}, {}, (), frozenset(), ())


def attached_files(journal: Journal, every: Iterable[Entry], scanned: Scan) -> Attached:
    """Return the files that the texts of a journal refer to; `every` entry counts for what is still referred to."""
    texts = {entry.path: entry.attachments for entry in (*journal.entries, *journal.undated) if entry.attachments}
    if journal.support and journal.support.attachments:
        texts[SUPPORT_FILE] = journal.support.attachments
    texts |= {review.path: review.attachments for review in journal.reviews if review.attachments}
    hidden = [entry for entry in every if entry.attachments and entry.path not in texts]
    if not texts and not hidden:
        return _NOTHING
    preferred = scanned.vault.attachment_folder if scanned.vault else ""
    files = Files((found.path for found in scanned.media), scanned.left_out, preferred)
    by_text: dict[str, tuple[str | None, ...]] = {}
    problems: list[Problem] = []
    for text, attachments in texts.items():
        found = [files.find(text, attachment.target) for attachment in attachments]
        by_text[text] = tuple(None if isinstance(each, Unfound) else each for each in found)
        problems += [
            _warning(text, attachment, each.value, None)
            for attachment, each in zip(attachments, found, strict=True)
            if isinstance(each, Unfound)
        ]
    referenced = {path for paths in by_text.values() for path in paths if path is not None}
    for entry in hidden:
        found = [files.find(entry.path, attachment.target) for attachment in entry.attachments]
        referenced |= {each for each in found if not isinstance(each, Unfound)}
    return Attached(by_text, texts, tuple(problems), frozenset(referenced), scanned.media)


def _warning(text: str, attachment: Attachment, code: str, path: str | None) -> Problem:
    where = Location(text, attachment.line, attachment.column)
    return problem(where, Level.WARNING, code, target=path or attachment.target)
