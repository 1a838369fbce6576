"""The deletion of files that are ours, and of the folders that this leaves empty."""

# Plain strings: to make a `Path` for each of ten thousand files takes longer than to look at them.

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable

from journalgen.output import disk
from journalgen.output.paths import all_folders
from journalgen.output.tree import Folders
from journalgen.refusal import refused


def remove_files(output: str, paths: Iterable[str]) -> None:
    """Delete the files, and the folders left empty, but never the output folder nor anything that is no longer a file.

    A file that is gone already is fine. Where a folder above turns out to be a link, what is behind it is not ours.
    """
    paths = tuple(paths)
    folders = Folders(output)
    for path in paths:
        target = f"{output}/{path}"
        if not folders.are_real(path.rpartition("/")[0]) or (os.path.isdir(target) and not os.path.islink(target)):
            continue
        try:
            with contextlib.suppress(FileNotFoundError):
                disk.unlink(target)
        except OSError as error:
            raise refused(error, target) from error
    remove_empty_folders(output, paths)


def remove_empty_folders(output: str, paths: Iterable[str]) -> None:
    """Delete the folders that the paths lie in, innermost first, as far as they hold nothing."""
    folders = Folders(output)
    for folder in sorted(all_folders(paths), reverse=True):
        if folders.are_real(folder):
            # Not empty, mostly; and an empty folder that can't be deleted shows nobody anything.
            with contextlib.suppress(OSError):
                disk.rmdir(f"{output}/{folder}")
