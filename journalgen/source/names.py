"""Files that are not the writer's entries, told by their names alone: conflicts, backups, other kinds of text."""

from __future__ import annotations

import re

from journalgen.model.left_out import Reason

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")

# Dropbox and Nextcloud ("conflicted copy"), Syncthing, git's mergetool (NAME_BASE_1234.md), Obsidian Sync, Unison, OneDrive
# and Resilio; each as its maker documents it.
_CONFLICT = re.compile(
    r"conflicted copy|conflict copy|\(conflict(?: \d+)?\)|\.sync-conflict-|_(?:BASE|LOCAL|REMOTE|BACKUP)_\d+(?=\.)|\.!sync$",
    re.IGNORECASE,
)
_BACKUP = re.compile(
    r"~$|^#.*#$|^\.#|\.(?:bak|backup|orig|rej|old|swp|swo|swx|tmp|temp|part|crdownload)$|\.un~$|\.(?:bak|orig|old)\.\w+$",
    re.IGNORECASE,
)


def reason_of_name(name: str) -> Reason | None:
    """Return why a file of this name is not an entry, or None for what may be one; hidden names are told before this."""
    if _CONFLICT.search(name):
        return Reason.CONFLICT
    if _BACKUP.search(name):
        return Reason.BACKUP
    return None if name.lower().endswith(MARKDOWN) else Reason.NOT_READ
