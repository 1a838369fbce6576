from __future__ import annotations

import pytest
from hypothesis import given, settings

from journalgen.model.entry import Entry
from journalgen.parse.record import decode, decode_all, encode
from tests.parse.entries import made, values_of


@given(values_of(Entry))
@settings(deadline=None, max_examples=60)
def test_what_was_encoded_is_decoded_as_it_was(entry: Entry) -> None:
    again = decode(encode(entry))
    assert again == entry
    assert repr(again) == repr(entry)


def test_many_entries_come_back_in_their_order() -> None:
    entries = [made(f"2026-03-{day:02}", tags=("a", "b"), words=day) for day in range(1, 20)]
    assert list(decode_all([encode(entry) for entry in entries])) == entries
    assert list(decode_all([])) == []


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x90", b"{}", encode(made())[:-1], encode(made()) + b"\0"])
def test_anything_else_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):
        decode(data)
