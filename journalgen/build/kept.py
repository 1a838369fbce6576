"""Files that are kept in the state folder: written whole or not at all, and read by their owner alone."""

from __future__ import annotations

import os
from pathlib import Path


def write_kept(path: Path, *parts: bytes) -> None:
    """Put a file in place of what was there; raises `OSError` where it can't be written, and the old one stays then."""
    beside = path.with_name(f"{path.name}-{os.getpid()}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        for part in parts:
            file.write(part)
    beside.replace(path)
