"""A site on the disk: what differs from what is wanted, and the commit that makes it so.

A commit can be stopped at any point, and the next one repairs what it left: every path about to change is first marked
unknown in the manifest, lastingly. The pages themselves are not synced one by one: after a power cut, a file that did
not reach the disk has another size or time than the manifest remembers, and is written again.
"""

# Plain strings: to make a `Path` for each of ten thousand files takes longer than to look at them.

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from journalgen.output import disk
from journalgen.output.changes import Changes, Wanted, out_of_date
from journalgen.output.lock import Lock, acquire
from journalgen.output.manifest import UNKNOWN, Manifest, Stamp, Written, manifest_path
from journalgen.output.ownership import MARKER, adopted, check_place, check_recognised, is_replaced
from journalgen.output.paths import IGNORE, all_folders, check_distinct, folded, in_the_way
from journalgen.output.quick import is_intact
from journalgen.output.removal import remove_files
from journalgen.output.staging import Staging
from journalgen.output.state import open_state
from journalgen.output.tree import found, is_real_folder
from journalgen.refusal import Refusal, refused


class Site:
    """An output folder, locked for one build; use it in a `with`, or `close` it."""

    def __init__(self, output: str, manifest: Manifest, lock: Lock) -> None:
        self._output = output
        self._manifest = manifest
        self._lock = lock

    @classmethod
    def open(
        cls,
        output: Path,
        journal: Path,
        state: Path,
        *,
        wait: float = 10.0,
        on_wait: Callable[[], None] = lambda: None,
        last: Manifest | None = None,
    ) -> Site:
        """Return the site of a journal once no other build is at it, or refuse with the reason; writes no page yet.

        `last` is the manifest of the site that this process had open before.
        """
        try:
            place = check_place(output, journal, state)
            open_state(state)
            with contextlib.ExitStack() as held:
                lock = held.enter_context(acquire(state / "lock", wait, on_wait))
                manifest = Manifest(manifest_path(output, journal, state), last)
                held.callback(manifest.close)
                if manifest.is_missing or manifest.is_damaged:
                    check_recognised(place, is_damaged=manifest.is_damaged)
                held.pop_all()
                return cls(place, manifest, lock)
        except OSError as error:
            raise refused(error) from error

    @property
    def manifest(self) -> Manifest:
        """Return the list of what was written to the site."""
        return self._manifest

    @property
    def record(self) -> bytes | None:
        """Return what the last whole build left to be remembered, unless a later one was stopped midway."""
        return self._manifest.record

    def is_intact(self) -> bool:
        """Return whether the site is as the last whole build left it, every file of it."""
        files = ((path, size, time) for path, (_, size, time) in self._manifest.files.items())
        return self.record is not None and is_intact(self._output, files)

    def changes(self, wanted: Sequence[Wanted]) -> Changes:
        """Return what to write, keep and remove; refuse where the folder holds files that may not be ours."""
        fingerprints = _fingerprints(wanted)
        known: Mapping[str, Written] = self._manifest.files
        there: dict[str, Stamp] = found(self._output, known)
        manifest = self._manifest
        if manifest.is_missing or manifest.is_damaged or is_replaced(self._output, known, there):
            try:
                ours = adopted(self._output, fingerprints, is_damaged=manifest.is_damaged)
            except OSError as error:
                raise refused(error, self._output) from error
            known = {**known, **dict.fromkeys(ours, UNKNOWN)}
        return out_of_date(fingerprints, known, there)

    def commit(
        self,
        changes: Changes,
        contents: Mapping[str, bytes] | Callable[[str], bytes | Iterable[bytes]],
        wanted: Sequence[Wanted],
        record: bytes,
    ) -> None:
        """Write and remove what `changes` says, and remember `record`.

        `contents` gives the bytes of each path to write; all are asked for before the first page of the old site
        changes. An error until then leaves the old site whole; after a later one the next build goes on.
        """
        if changes.is_unchanged:
            if record != self.record:
                self._manifest.finish({}, (), record)
            return
        write = set(changes.write)
        fingerprints = {each.path: each.fingerprint for each in wanted if each.path in write} | {IGNORE: MARKER}
        content = contents if callable(contents) else contents.__getitem__
        staging = Staging(self._output)
        try:
            self._check_folders(changes)
            self._manifest.mark_unknown((*changes.write, *changes.remove))
            self._open_output()
            staging.open()
            stamps = {path: staging.add(path, MARKER if path == IGNORE else content(path)) for path in changes.write}
            first = in_the_way(changes.write, changes.remove)
            remove_files(self._output, first)
            self._make_folders(changes.write)
            for path in changes.write:
                staging.place(path)
            remove_files(self._output, sorted({*changes.remove}.difference(first)))
            staging.clear()
        except (Exception, KeyboardInterrupt) as error:
            with contextlib.suppress(Refusal):
                staging.clear()
            if isinstance(error, OSError):
                raise refused(error) from error
            raise
        written: dict[str, Written] = {path: (fingerprints[path], *stamp) for path, stamp in stamps.items()}
        self._manifest.finish(written, changes.remove, record)

    def _open_output(self) -> None:
        """Make the output folder where it is missing, and close it to others."""
        try:
            os.makedirs(os.path.dirname(self._output), exist_ok=True)
            with contextlib.suppress(FileExistsError):
                disk.make_folder(self._output)
            disk.close_to_others(self._output)
        except OSError as error:
            raise refused(error, self._output) from error

    def _check_folders(self, changes: Changes) -> None:
        """Refuse to write or remove through a link, and to write where a file that is not ours takes a folder's place.

        Only the writer could put a link there, and not to do us harm; so to look before is enough.
        """
        needed = all_folders(changes.write)
        going = {folded(path) for path in changes.remove}
        for folder in sorted(all_folders((*changes.write, *changes.remove))):
            target = f"{self._output}/{folder}"
            try:
                status = os.lstat(target)
            except OSError:
                continue
            if is_real_folder(status):
                continue
            if os.path.islink(target) or os.path.isdir(target):
                raise Refusal("path-outside", path=target)
            # Over a folder to delete from, an earlier build that was stopped may have put a page already.
            if folder in needed and folded(folder) not in going:
                raise Refusal("in-the-way", path=target)

    def _make_folders(self, paths: Iterable[str]) -> None:
        for folder in sorted(all_folders(paths)):
            target = f"{self._output}/{folder}"
            try:
                if not os.path.isdir(target):
                    disk.make_folder(target)
            except OSError as error:
                raise refused(error, target) from error

    def close(self) -> None:
        """Let the next build go on."""
        self._manifest.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _fingerprints(wanted: Sequence[Wanted]) -> dict[str, bytes]:
    check_distinct(each.path for each in wanted)
    # Our own file is its own fingerprint.
    return {**{each.path: each.fingerprint for each in wanted}, IGNORE: MARKER}
