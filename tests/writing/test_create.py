from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from journalgen.refusal import Refusal
from journalgen.writing.create import create
from tests.cli.running import environment


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


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS])
def test_on_a_disk_without_links_it_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refuse)
    assert create(tmp_path / "a.md", "text")
    assert not create(tmp_path / "a.md", "another")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", "text")]


def test_one_that_appears_while_it_is_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def meanwhile(descriptor: int) -> None:
        (tmp_path / "a.md").write_text("somebody else's")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert not create(tmp_path / "a.md", "text")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", "somebody else's")]


_CHILD = """
import sys
from pathlib import Path
from journalgen.writing.create import create
from tests.cli.running import environment
print("begun", flush=True)
for number in range(10_000):
    create(Path(sys.argv[1], f"{number}.md"), "x" * 200_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("after", [0.0, 0.003, 0.01, 0.02, 0.05])
def test_killed_at_any_moment_no_file_is_half_there(tmp_path: Path, after: float) -> None:
    running = subprocess.Popen([sys.executable, "-c", _CHILD, tmp_path], env=environment(), stdout=subprocess.PIPE)
    assert running.stdout is not None
    with running.stdout:
        running.stdout.readline()
        time.sleep(after)
        running.kill()
        running.wait()
    assert {path.stat().st_size for path in tmp_path.glob("*.md")} <= {200_000}
    left = [path for path in tmp_path.iterdir() if path.suffix != ".md"]
    assert len(left) <= 1
    for path in left:
        os.utime(path, (0, 0))
    create(tmp_path / "next.md", "text")
    assert all(path.suffix == ".md" for path in tmp_path.iterdir())
