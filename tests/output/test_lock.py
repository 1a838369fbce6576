from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from journalgen.output.lock import acquire
from journalgen.refusal import Refusal

_HOLD = """
import sys
from pathlib import Path
from journalgen.output.lock import acquire
with acquire(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with acquire(path):
        with pytest.raises(Refusal) as refusal:
            acquire(path)
        assert refusal.value.code == "locked"
        assert refusal.value["pid"] == str(os.getpid())
    acquire(path).release()


def test_letting_go_twice_lets_go_of_nothing_else(tmp_path: Path) -> None:
    lock = acquire(tmp_path / "lock")
    lock.release()
    with acquire(tmp_path / "lock"):
        lock.release()
        with pytest.raises(Refusal, match="locked"):
            acquire(tmp_path / "lock")


def test_the_second_process_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", _HOLD, path], stdin=-1, stdout=-1, text=True) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        waited: list[str] = []

        def let_go() -> None:
            assert first.stdin is not None
            waited.append(path.read_text())
            first.stdin.close()

        acquire(path, wait=30, on_wait=let_go).release()
        assert waited == [f"{first.pid}\n"]


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", _HOLD, path], stdin=-1, stdout=-1, text=True) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.kill()
        first.wait()
        acquire(path).release()


def test_a_deleted_lock_locks_nobody_out_or_in(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first = acquire(path)
    second_has: list[bool] = []

    def second() -> None:
        acquire(path, wait=30, on_wait=lambda: first.release(remove=True)).release()
        second_has.append(path.exists())

    thread = threading.Thread(target=second)
    thread.start()
    thread.join()
    assert second_has == [True]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="disk-error"):
        acquire(tmp_path / "missing" / "lock")


def test_whoever_holds_it_may_be_unknown(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with acquire(path):
        path.write_bytes(b"\xffgarbage")
        with pytest.raises(Refusal) as refusal:
            acquire(path)
        assert not refusal.value["pid"]
