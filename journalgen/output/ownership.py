"""Whether an output folder is ours to write to and delete from.

It is where the manifest says so: only what the manifest lists is ever deleted. Where the manifest is missing (the state
folder was deleted, or not copied along) or damaged, the folder is *adopted* only if nothing can be lost or left behind:

- it holds nothing; or
- its `.gitignore` begins with our mark, and every other file in it has the path of a page that is about to be written,
  or is *recognised*: a plain file that says near its beginning, as all our pages and scripts do, that journalgen made it,
  or the style sheet.

Anything else is refused, with the names of up to five of the files in question. A file with another name may be the
page of an entry deleted since, which must not stay, or the writer's own, which must not go: we can't tell, they can.
Without the mark even an `index.html` may be someone's home page, and what looks like a page of ours a copy of it.

The same goes for a folder that lacks the mark and holds not one file as the manifest remembers it: there is something
else now where once the site was.
"""

# Plain strings: to make a `Path` for each of ten thousand files takes longer than to look at them.

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from pathlib import Path

from journalgen.output.manifest import Stamp, Written, real_place
from journalgen.output.paths import IGNORE, folded, is_safe
from journalgen.output.tree import found, is_real_folder, listing
from journalgen.refusal import Refusal

_MARK = b"# Made by journalgen."
MARKER = _MARK + b" It writes and deletes what is in this folder; keep nothing of yours here.\n*\n"
_NAMED = 5
# What `base.html` has high in the head of every page.
GENERATOR = b'<meta name="generator" content="journalgen">'
# What a script begins with that holds what is searched.
SCRIPT = b"// Made by journalgen."
_HEAD = 2000
# Styles and scripts can carry no tag; their folder has held nothing else in any version.
ASSETS = "assets/"


def _holds(folder: str, inner: str) -> bool:
    """Say whether a folder is the other or above it, also where two names lead to one folder."""
    while True:
        if os.path.normcase(folder) == os.path.normcase(inner):
            return True
        if os.path.exists(folder) and os.path.exists(inner) and os.path.samefile(folder, inner):
            return True
        above = os.path.dirname(inner)
        if above == inner:
            return False
        inner = above


def check_place(output: Path, journal: Path, state: Path) -> str:
    """Return the output folder's real place, or refuse one that no site may be written to."""
    place = real_place(output)
    if os.path.lexists(place):
        status = os.lstat(place)
        if os.path.islink(place) or (os.path.isdir(place) and not is_real_folder(status)):
            raise Refusal("output-is-link", path=output)
        if not os.path.isdir(place):
            raise Refusal("output-not-folder", path=output)
    kept = os.path.realpath(state)
    if _holds(place, os.path.realpath(journal)):
        raise Refusal("output-holds-journal", path=output, journal=journal)
    if _holds(place, kept) or _holds(kept, place):
        raise Refusal("output-meets-state", path=output, state=state)
    return place


def has_marker(output: str) -> bool:
    """Say whether the output folder's `.gitignore` begins with our mark."""
    path = os.path.join(output, IGNORE)
    try:
        if os.path.islink(path):
            return False
        with open(path, "rb") as file:
            return file.read(len(_MARK)) == _MARK
    except OSError:
        return False


def names(paths: Iterable[str]) -> str:
    """Return the first five of the paths as a refusal lists them."""
    return ", ".join(islice(paths, _NAMED))


def is_replaced(output: str, files: Mapping[str, Written], there: Mapping[str, Stamp]) -> bool:
    """Say whether nothing that a manifest remembers is there as it was, not even our mark."""
    as_written = [path for path, written in files.items() if written[0] is not None]
    if not as_written or has_marker(output):
        return False
    return not any(there.get(path) == files[path][1:] for path in as_written)


def check_recognised(output: str, *, is_damaged: bool) -> None:
    """Refuse a folder that holds anything and lacks our mark, where no manifest speaks for it."""
    if not has_marker(output) and (files := names(listing(output))):
        raise Refusal("manifest-damaged" if is_damaged else "output-not-ours", folder=output, files=files)


def recognised(output: str, paths: Iterable[str]) -> set[str]:
    """Return those of the paths that are known for ours by what is there; none where the folder lacks our mark."""
    if not has_marker(output):
        return set()
    # A name that no manifest may list (see `paths`) was never ours.
    likely = (path for path in paths if path.startswith(ASSETS) or path.endswith((".html", ".js")))
    there = found(output, filter(is_safe, likely))
    return {path for path in there if path.startswith(ASSETS) or _names_us(f"{output}/{path}")}


def _names_us(path: str) -> bool:
    """Say whether a file has the tag in its head, or the line above it, by which our pages and scripts are known."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
            return head.startswith(SCRIPT) if path.endswith(".js") else GENERATOR in head
    except OSError:
        return False


def adopted(output: str, wanted: Collection[str], *, is_damaged: bool) -> set[str]:
    """Return the wanted files that are there already, all of which are about to be written, and the recognised ones.

    Refuse any other file.
    """
    check_recognised(output, is_damaged=is_damaged)
    there = set(listing(output))
    planned = {folded(path) for path in wanted}
    others = {path for path in there if folded(path) not in planned}
    ours = recognised(output, others)
    if files := names(sorted(others - ours)):
        raise Refusal("manifest-damaged" if is_damaged else "manifest-missing", folder=output, files=files)
    return there.intersection(wanted) | ours
