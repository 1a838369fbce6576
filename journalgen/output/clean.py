"""The way back: delete a site and what journalgen keeps about it, and nothing else."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from journalgen.output import disk
from journalgen.output.lock import acquire
from journalgen.output.manifest import Manifest, manifest_path
from journalgen.output.ownership import check_place, has_marker, is_replaced, names, recognised
from journalgen.output.paths import IGNORE, STAGING
from journalgen.output.removal import remove_empty_folders, remove_files
from journalgen.output.tree import Folders, found, listing
from journalgen.refusal import Refusal, refused

# What the state folder may hold of ours; whatever begins with `cache` is made again by the next build, and the keys hide
# names and what is searched, in every site of the journal.
_OWN = (
    "cache*",
    "manifest-*.sqlite*",
    "names.key",
    "names.key-*",
    "search.key",
    "search.key-*",
    "serve.html",
    "writing.*",
    ".gitignore-*",
    ".gitignore",
    "lock",
)


def what_to_remove(output: Path, journal: Path, state: Path) -> tuple[Path, ...]:
    """Return the files of the site, as its manifest lists them, and those of the state folder, in order of deletion.

    Where the manifest is missing or damaged, the site's files are those that are recognised (see `ownership`).

    Refuse with `manifest-damaged` where files are there and nobody can tell which are ours, and with `output-not-ours`
    where the site gave way to something else. What two sites share stays while there is another site's manifest.
    """
    place = check_place(output, journal, state)
    try:
        manifest = _read(output, journal, state)
        site = _unlisted(place, manifest) if manifest.is_missing or manifest.is_damaged else _listed(place, manifest)
        return (*(Path(place, each) for each in site), *_kept(state, Path(manifest.path)))
    except OSError as error:
        raise refused(error) from error


def _read(output: Path, journal: Path, state: Path) -> Manifest:
    manifest = Manifest(manifest_path(output, journal, state))
    manifest.close()
    return manifest


def _listed(place: str, manifest: Manifest) -> list[str]:
    """Return the site's files as the manifest lists them."""
    files = found(place, manifest.files)
    if is_replaced(place, manifest.files, files) and (some := names(listing(place))):
        raise Refusal("output-not-ours", folder=place, files=some)
    return [*sorted(files), *_staged(place)]


def _unlisted(place: str, manifest: Manifest) -> list[str]:
    """Return the site's files as far as they are recognised without the manifest.

    The mark goes last, since it is what the others are recognised by; and it stays where other files do, which may be
    pages of ours after all, and must not get into version control.
    """
    ours, others = _told_apart(place)
    if manifest.is_damaged and others and not ours:
        raise Refusal("manifest-damaged", folder=place, files=names(others))
    mark = [IGNORE] if has_marker(place) and not others else []
    return [*ours, *_staged(place), *mark]


def _told_apart(place: str) -> tuple[list[str], list[str]]:
    """Return what is recognised of a site whose manifest is lost, without the mark, and what else there is."""
    there = [path for path in listing(place) if path != IGNORE or not has_marker(place)]
    ours = recognised(place, there)
    return sorted(ours), [path for path in there if path not in ours]


def _staged(place: str) -> list[str]:
    """Return the temporary files that a build which was stopped left behind."""
    if not Folders(place).are_real(STAGING):
        return []
    return [f"{STAGING}/{each.name}" for each in sorted(Path(place, STAGING).iterdir()) if each.name.isdigit()]


def _kept(state: Path, manifest: Path) -> Iterator[Path]:
    """Yield our files of the state folder, the lock last."""
    state = Path(os.path.realpath(state))
    manifests = set(state.glob("manifest-*.sqlite"))
    for pattern in _OWN:
        for path in sorted(state.glob(pattern)):
            if pattern.startswith("manifest"):
                mine = path.name.startswith(manifest.name)
            else:
                mine = pattern.startswith("cache") or manifests <= {manifest}
            if mine and path.is_file():
                yield path


def remove(files: Collection[Path], output: Path, journal: Path, state: Path, *, wait: float = 10.0) -> None:
    """Delete those of the files that are still `what_to_remove`, then the folders that this leaves empty.

    Pages go first and the manifest after them, so that a stop midway can be taken up again. Refuse with `locked` while
    a build is at work; and at the end, all else done, with `files-left` where the manifest is missing or damaged and a
    folder with our mark holds files that are not recognised.
    """
    if not files and not state.is_dir():
        return
    place = check_place(output, journal, state)
    kept = Path(os.path.realpath(state))
    try:
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)  # for the lock; it goes again below
    except OSError as error:
        raise refused(error, state) from error
    with acquire(kept / "lock", wait) as lock:
        agreed = [path for path in what_to_remove(output, journal, state) if path in files]
        inside = [path.relative_to(place).as_posix() for path in agreed if path.is_relative_to(place)]
        left = ""
        try:
            remove_files(place, inside)
            manifest = _read(output, journal, state)
            # Also those that an earlier removal emptied and was stopped before it came to delete them.
            remove_empty_folders(place, manifest.files)
            if (manifest.is_missing or manifest.is_damaged) and has_marker(place):
                left = names(_told_apart(place)[1])
            with contextlib.suppress(OSError):  # holds what is not ours, or was never there
                disk.rmdir(place)
            for path in agreed:
                if path.parent == kept and path.name != "lock":
                    disk.unlink(os.fspath(path))
            is_alone = [path.name for path in kept.iterdir()] == ["lock"]
            lock.release(remove=is_alone or kept / "lock" in agreed)
            with contextlib.suppress(OSError):
                disk.rmdir(os.fspath(kept))
        except OSError as error:
            raise refused(error) from error
        if left:
            raise Refusal("files-left", folder=place, files=left)
