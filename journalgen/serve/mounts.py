"""Folders that lie on another machine, where nobody tells this one what changes in them."""

from __future__ import annotations

import os
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
# Kinds of file systems as Linux calls them: from servers, and from the machine that this one runs in.
_ELSEWHERE = frozenset((
    "9p", "afs", "ceph", "cifs", "coda", "davfs", "drvfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone",
    "fuse.sshfs", "fuse.vmhgfs-fuse", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "orangefs", "prl_fs", "smb3", "smbfs",
    "vboxsf", "virtiofs", "vmhgfs",
))  # fmt: skip


def lies_elsewhere(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Return whether a folder is on another machine, as far as the system says what it has mounted (Linux does)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    place = f"{os.path.realpath(folder).rstrip('/')}/"
    kind, longest = "", -1
    for line in lines:
        # https://www.kernel.org/doc/html/latest/filesystems/proc.html#proc-pid-mountinfo-information-about-mounts
        first, separator, second = line.partition(" - ")
        fields = first.split(" ")
        if not separator or len(fields) < 5:
            continue
        at = f"{_unescaped(fields[4]).rstrip('/')}/"
        # Of two at one place, the later covers the other.
        if place.startswith(at) and len(at) >= longest:
            kind, longest = second.split(" ")[0], len(at)
    return kind in _ELSEWHERE


def _unescaped(text: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, sign)
    return text
