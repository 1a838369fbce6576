"""Which file of the journal an attachment means: beside the entry, from the journal's top, or of that name anywhere."""

from __future__ import annotations

import enum
import posixpath
import unicodedata
from collections.abc import Collection, Iterable

from journalgen.model.left_out import LeftOut, Reason
from journalgen.model.media import readings


class Unfound(enum.StrEnum):
    """Why an attachment has no file; the values are the codes of problems."""

    MISSING = "file-missing"
    OUTSIDE = "file-outside"
    # There, but of no kind that a page shows.
    NO_PICTURE = "picture-broken"


class Files:
    """The files that entries may show, by their paths; `preferred` is the folder in which the writer's program puts them.

    Names are compared exactly first, then without regard to case and to the forms of Unicode, as most file systems do.
    """

    def __init__(self, paths: Iterable[str], left_out: Collection[LeftOut] = (), preferred: str = "") -> None:
        self._paths = frozenset(paths)
        self._preferred = preferred
        self._folded: dict[str, str] = {}
        self._named: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            self._folded.setdefault(_fold(path), path)
            self._named.setdefault(_fold(posixpath.basename(path)), []).append(path)
        self._others = {_fold(left.path) for left in left_out if left.reason is Reason.NOT_READ}
        outside = [left.path for left in left_out if left.reason in (Reason.OUTSIDE, Reason.LINK)]
        self._outside = tuple(_fold(path) for path in outside)

    def find(self, entry: str, target: str) -> str | Unfound:
        """Return the path of the file that the text at the path `entry` means, or why there is none."""
        leaves = is_other = False
        for reading in readings(target):
            path = reading.replace("\\", "/")
            places = self._places(posixpath.dirname(entry), path)
            for place in places:
                if (found := self._at(place)) is not None:
                    return found
            is_other = is_other or any(_fold(place) in self._others for place in places)
            # What leads out is not looked for by its name: another file would stand in its place.
            if not places or path.startswith("/") or any(self._is_outside(place) for place in places):
                leaves = True
            elif (near := self._nearest(posixpath.dirname(entry), path)) is not None:
                return near
        if leaves:
            return Unfound.OUTSIDE
        return Unfound.NO_PICTURE if is_other else Unfound.MISSING

    def _places(self, folder: str, path: str) -> tuple[str, ...]:
        """Return the paths within the journal that a relative path may mean, likeliest first."""
        if "\0" in path or path[1:2] == ":":
            return ()
        bases = ("",) if path.startswith("/") else dict.fromkeys((folder, "", self._preferred))
        joined = [posixpath.normpath(posixpath.join(base, path.lstrip("/"))) for base in bases]
        return tuple(each for each in joined if each != ".." and not each.startswith("../"))

    def _at(self, path: str) -> str | None:
        return path if path in self._paths else self._folded.get(_fold(path))

    def _is_outside(self, path: str) -> bool:
        folded = _fold(path)
        return any(folded == each or (each.endswith("/") and folded.startswith(each)) for each in self._outside) or any(
            folded.startswith(each + "/") for each in self._outside
        )

    def _nearest(self, folder: str, path: str) -> str | None:
        """Return the file whose path ends so, the one in the entry's folder or nearest to it first."""
        ending = _fold("/" + path.lstrip("./"))
        named = self._named.get(_fold(posixpath.basename(path)), ())
        found = [each for each in named if _fold("/" + each).endswith(ending)]
        return min(found, key=lambda each: (_steps(folder, posixpath.dirname(each)), each), default=None)


def _fold(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _steps(folder: str, other: str) -> int:
    """Return how many folders lie on the way from one to another."""
    ours, theirs = folder.split("/") if folder else [], other.split("/") if other else []
    shared = 0
    for one, two in zip(ours, theirs, strict=False):
        if one != two:
            break
        shared += 1
    return len(ours) + len(theirs) - 2 * shared
