"""The page of one entry, from the entry and its surroundings as they are remembered."""

from __future__ import annotations

import msgspec
from msgspec.structs import asdict

from journalgen.model.entry import Entry
from journalgen.plan.views import EntryPage, Surroundings

_decoder = msgspec.msgpack.Decoder(Surroundings)


def entry_page(entry: Entry, around: bytes) -> EntryPage:
    """Return the page of an entry; `around` are its `Surroundings`, encoded. Raises `ValueError` where they are anything else."""
    return EntryPage(**asdict(_decoder.decode(around)), entry=entry)


def digest_of_entry_page(around: bytes, entry: Entry) -> bytes:
    """Return the digest of all that an entry's page may show; `around` is the digest of its surroundings."""
    return around + entry.digest
