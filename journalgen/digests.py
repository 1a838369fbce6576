"""The digest by which texts, entries and pages are known again."""

from __future__ import annotations

import hashlib

SIZE = 16


def hasher() -> hashlib.blake2b:
    """Return what takes the same digest of what comes in pieces."""
    return hashlib.blake2b(digest_size=SIZE)


def digest(data: bytes) -> bytes:
    """Return the 16-byte digest of some bytes."""
    return hashlib.blake2b(data, digest_size=SIZE).digest()
