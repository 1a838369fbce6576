from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journalgen.build.memory import Memory

Numbers = tuple[int, ...]


class Made:
    """Makes a value, and counts how often it had to."""

    def __init__(self, value: Numbers) -> None:
        self.value = value
        self.times = 0

    def __call__(self) -> Numbers:
        self.times += 1
        return self.value


def test_a_value_is_made_once_for_a_key(tmp_path: Path) -> None:
    made = Made((1, 2))
    for _ in range(2):
        assert Memory(tmp_path / "m", Numbers).value(b"key", made) == (1, 2)
    assert made.times == 1


def test_another_key_has_another_value_in_the_place_of_the_last(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m", Numbers)
    memory.value(b"key", Made((1,)))
    assert memory.value(b"other", Made((2,))) == (2,)
    again = Made((1,))
    assert memory.value(b"key", again) == (1,)
    assert again.times == 1
    assert [file.name for file in tmp_path.iterdir()] == ["m"]


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data[:33], lambda _: b"", lambda data: data + b"x"]
)
def test_a_damaged_memory_is_none(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "m"
    Memory(file, Numbers).value(b"key", Made((1, 2)))
    file.write_bytes(spoil(file.read_bytes()))
    made = Made((3,))
    assert Memory(file, Numbers).value(b"key", made) == (3,)
    assert made.times == 1


def test_a_value_of_another_type_is_no_memory(tmp_path: Path) -> None:
    Memory(tmp_path / "m", Numbers).value(b"key", Made((1, 2)))
    assert Memory(tmp_path / "m", str).value(b"key", lambda: "text") == "text"


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    Memory(tmp_path / "m", Numbers).value(b"key", Made((1, 2)))
    assert (tmp_path / "m").stat().st_mode & 0o777 == 0o600


def test_where_it_cannot_be_kept_the_value_is_made_all_the_same(tmp_path: Path) -> None:
    assert Memory(tmp_path / "gone" / "m", Numbers).value(b"key", Made((1,))) == (1,)
