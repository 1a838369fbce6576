from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from journalgen.refusal import Refusal
from journalgen.writing.create import create


def test_a_file_is_made_once_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "2026" / "03" / "14.md"
    assert create(path, "Grüße\n")
    assert path.read_bytes() == "Grüße\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not create(path, "another")
    assert path.read_bytes() == "Grüße\n".encode()


@pytest.mark.parametrize("step", ["write", "fsync"])
@pytest.mark.parametrize("interrupt", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_what_could_not_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, interrupt: BaseException
) -> None:
    def stop(*_: object) -> NoReturn:
        raise interrupt

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", stop)
    else:
        real = os.fdopen

        def opened(*arguments: object) -> object:
            file = real(*arguments)  # type: ignore[call-overload]
            file.close()
            stop()

        monkeypatch.setattr(os, "fdopen", opened)
    with pytest.raises((Refusal, KeyboardInterrupt)) as raised:
        create(tmp_path / "a.md", "text")
    if isinstance(raised.value, Refusal):
        assert raised.value.code == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_a_folders_place_is_no_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "2026").write_text("a file")
    for path in ("2026/14.md", "2026/03/14.md"):
        with pytest.raises(Refusal):
            create(tmp_path / path, "text")
