"""Whatever happens while text is put behind a file's own, the file holds what it held, and the new text whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.output import disk
from journalgen.refusal import Refusal
from journalgen.source.scan import scan
from journalgen.writing import beside as module
from journalgen.writing.append import append
from tests.cli.running import environment
from tests.output.places import Killed, stopped_at

STEPS = ("write_new", "replace", "unlink")
OLD = b"\xef\xbb\xbf---\r\nmood: 6\r\n---\r\nNo line end"
MORE = b"\r\n\r\n## 21:40\r\n\r\ntired\r\n"


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    path = tmp_path / "journal" / "2026-03-14.md"
    (path.parent / ".journalgen").mkdir(parents=True)
    path.write_bytes(OLD)
    return path


def state(entry: Path) -> Path:
    return entry.parent / ".journalgen"


def add(entry: Path, more: bytes = MORE) -> bool:
    return append(entry, state(entry), lambda _: more)


def left_beside(entry: Path) -> list[str]:
    return [path.name for path in entry.parent.iterdir() if path != entry and path != state(entry)]


def test_the_old_bytes_stay_and_the_new_ones_follow(entry: Path) -> None:
    assert add(entry)
    assert entry.read_bytes() == OLD + MORE
    assert left_beside(entry) == []
    assert [path.name for path in state(entry).iterdir()] == ["writing.lock"]


@given(st.binary(max_size=200), st.lists(st.binary(min_size=1, max_size=50), max_size=3))
@settings(deadline=None, max_examples=30)
def test_any_bytes(old: bytes, more: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        entry = Path(folder) / "a.md"
        state(entry).mkdir()
        entry.write_bytes(old)
        for each in more:
            add(entry, each)
        assert entry.read_bytes() == old + b"".join(more)


def test_what_will_not_be_added_to_stays_the_same_file(entry: Path) -> None:
    before = entry.stat()
    assert not append(entry, state(entry), lambda _: None)
    assert entry.stat() == before


@pytest.mark.skipif(sys.platform == "win32", reason="modes as POSIX has them")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666])
def test_mode_link_and_attributes_stay(entry: Path, tmp_path: Path, mode: int) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(entry)
    entry.chmod(mode)
    kept = False
    if hasattr(os, "setxattr"):
        try:
            os.setxattr(entry, "user.note", b"mine")
            kept = True
        except OSError:
            pass  # a file system without them
    assert append(link, state(entry), lambda _: MORE)
    assert link.is_symlink()
    assert entry.read_bytes() == OLD + MORE
    assert stat.S_IMODE(entry.stat().st_mode) == mode
    if kept:
        assert os.getxattr(entry, "user.note") == b"mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(entry: Path) -> None:
    os.chown(entry, 1234, 4321)
    add(entry)
    assert (entry.stat().st_uid, entry.stat().st_gid) == (1234, 4321)


def test_an_owner_that_cannot_stay_is_refused(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.stat

    def others(self: Path, **more: bool) -> os.stat_result:
        found = real(self, **more)
        if self.name.startswith(".journalgen-writing"):
            return os.stat_result((*found[:4], found.st_uid + 1, *found[5:]))
        return found

    def forbid(*_: object) -> NoReturn:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "stat", others)
    monkeypatch.setattr(os, "chown", forbid)
    with pytest.raises(Refusal) as refusal:
        add(entry)
    assert refusal.value.code == "no-permission"
    assert entry.read_bytes() == OLD
    assert left_beside(entry) == []


def test_a_file_that_is_closed_to_writing_stays_closed(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Refusal) as refusal:
        add(entry)
    assert refusal.value.code == "no-permission"
    assert entry.read_bytes() == OLD


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_what_is_gone_is_refused_and_not_made(entry: Path, gone: str) -> None:
    entry.unlink()
    where = entry
    if gone == "folder":
        where = entry.parent / "2026" / entry.name
    with pytest.raises(Refusal):
        append(where, state(entry), lambda _: MORE)
    assert left_beside(entry) == []
    assert not where.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_waited_for(entry: Path) -> None:
    entry.unlink()
    os.mkfifo(entry)
    with pytest.raises(Refusal) as refusal:
        add(entry)
    assert refusal.value.code == "not-a-file"


def test_a_full_disk_leaves_the_file_as_it_was(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = disk.write_new

    def full(path: str, content: bytes) -> NoReturn:
        real(path, content[: len(content) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "write_new", full)
    with pytest.raises(Refusal) as refusal:
        add(entry)
    assert (refusal.value.code, refusal.value["path"]) == ("disk-full", str(entry))
    assert entry.read_bytes() == OLD
    assert left_beside(entry) == []


def test_what_somebody_else_writes_meanwhile_is_kept(entry: Path) -> None:
    saved = [b"Saved in an editor.\n", b"And again, in place.\n"]

    def meanwhile(data: bytes) -> bytes:
        if len(saved) == 2:
            beside = entry.with_name("beside")
            beside.write_bytes(saved.pop(0))
            beside.replace(entry)
        elif saved:
            entry.write_bytes(saved.pop(0))
        return b"[behind " + data + b"]"

    assert append(entry, state(entry), meanwhile)
    assert entry.read_bytes() == b"And again, in place.\n[behind And again, in place.\n]"


def test_a_file_that_never_rests_is_refused(entry: Path) -> None:
    saved: list[bytes] = []

    def meanwhile(_: bytes) -> bytes:
        saved.append(b"x" * len(saved))
        entry.write_bytes(saved[-1])
        return MORE

    with pytest.raises(Refusal) as refusal:
        append(entry, state(entry), meanwhile)
    assert refusal.value.code == "file-busy"
    assert entry.read_bytes() == saved[-1]
    assert left_beside(entry) == []


def test_two_at_once_are_both_there(entry: Path) -> None:
    texts = [f"[{number}]".encode() * 50 for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(lambda text: add(entry, text), texts))
    found = entry.read_bytes().removeprefix(OLD)
    assert len(found) == sum(map(len, texts))
    assert all(text in found for text in texts)


def test_a_lock_that_is_not_let_go_is_refused(entry: Path) -> None:
    def inside(_: bytes) -> bytes:
        with pytest.raises(Refusal) as refusal:
            append(entry, state(entry), lambda _: MORE, wait=0)
        assert refusal.value.code == "locked"
        return MORE

    assert append(entry, state(entry), inside)
    assert entry.read_bytes() == OLD + MORE


def _kill() -> NoReturn:
    raise Killed


def test_killed_at_each_step_it_is_whole_and_the_next_clears_up(tmp_path: Path) -> None:
    at = 0
    while True:
        entry = tmp_path / str(at) / "a.md"
        state(entry).mkdir(parents=True)
        entry.write_bytes(OLD)
        stopped = False
        try:
            with stopped_at(at, _kill, steps=STEPS):
                add(entry)
        except Killed:
            stopped = True
        assert entry.read_bytes() in (OLD, OLD + MORE)
        if not stopped:
            break
        add(entry, b"next")
        assert entry.read_bytes() in (OLD + b"next", OLD + MORE + b"next")
        assert left_beside(entry) == []
        at += 1
    assert at >= 3


_CHILD = """
import os, signal, sys
from pathlib import Path
from journalgen.writing.append import append
from tests.output.places import stopped_at
entry = Path(sys.argv[1])
with stopped_at(int(sys.argv[2]), lambda: os.kill(os.getpid(), int(sys.argv[3])), steps=("write_new", "replace", "unlink")):
    append(entry, entry.parent / ".journalgen", lambda _: b"x" * 100_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("at", range(4))
def test_really_killed(entry: Path, at: int, sent: signal.Signals) -> None:
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, entry, str(at), str(int(sent))],
        check=False,
        env=environment(),
        capture_output=True,
        timeout=30,
    )
    assert child.returncode
    assert entry.read_bytes() in (OLD, OLD + b"x" * 100_000)
    add(entry, b"next")
    assert entry.read_bytes() in (OLD + b"next", OLD + b"x" * 100_000 + b"next")
    assert left_beside(entry) == []


_MANY = """
import sys
from pathlib import Path
from journalgen.writing.append import append
entry = Path(sys.argv[1])
print("begun", flush=True)
for number in range(10_000):
    append(entry, entry.parent / ".journalgen", lambda _: b"[%d]" % number + b"p" * 20_000 + b".")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@given(st.floats(0.0, 0.08))
@settings(deadline=None, max_examples=8)
def test_killed_at_any_moment_there_are_whole_paragraphs(after: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        entry = Path(folder) / "a.md"
        state(entry).mkdir()
        entry.write_bytes(OLD)
        running = subprocess.Popen(
            [sys.executable, "-c", _MANY, entry], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert running.stdout is not None
        with running.stdout:
            running.stdout.readline()
            time.sleep(after)
            running.kill()
            running.wait()
        found = entry.read_bytes()
        assert found.startswith(OLD)
        paragraphs = found.removeprefix(OLD).split(b".")[:-1]
        assert paragraphs == [b"[%d]" % number + b"p" * 20_000 for number in range(len(paragraphs))]
        assert found == OLD + b"".join(each + b"." for each in paragraphs)
        add(entry)
        assert left_beside(entry) == []


def test_a_note_that_names_somebody_elses_file_deletes_nothing(entry: Path, tmp_path: Path) -> None:
    other = tmp_path / "kept.txt"
    other.write_text("kept")
    (state(entry) / "writing.note").write_bytes(os.fsencode(other))
    add(entry)
    assert other.read_text() == "kept"


def test_nothing_of_it_is_read_as_an_entry(entry: Path) -> None:
    (entry.parent / f"{module._BEGINNING}0123").write_text("half")
    assert [found.path for found in scan(entry.parent).files] == ["2026-03-14.md"]
