"""Real processes, stopped in the middle of a build."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import environment, process, run
from tests.journals import JournalFolder, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")

# A small journal is built as a large one would be: by several processes, a few entries at a time.
_AS_IF_LARGE = """
import sys
from journalgen.build import build, parsing, rendering, workers
parsing.WORTH_WORKERS = rendering.WORTH_WORKERS = 1
parsing._CHUNK = rendering._CHUNK = 3
workers.processors = lambda: 2

def tell(self, stage, done, total):
    print(stage, flush=True)

from journalgen.cli import main, progress
progress.Bar.__call__ = tell
sys.argv = ["journalgen", "build", *sys.argv[1:]]
if __name__ == "__main__":
    main()
"""
TODAY = ("--today", "2026-03-15")


def _large(journal: JournalFolder, entries: int = 60) -> JournalFolder:
    for number in range(entries):
        day = f"2025-{number // 28 + 1:02}-{number % 28 + 1:02}"
        journal.write(f"{day}.md", f"---\nmood: {number % 9 + 1}\ntags: [t{number % 7}]\n---\nCanary {number}.\n" * 3)
    return journal


def _start(journal: JournalFolder, *arguments: str) -> subprocess.Popen[str]:
    script = journal.path.parent / "as_if_large.py"
    script.write_text(_AS_IF_LARGE)
    return subprocess.Popen(
        [sys.executable, script, journal.path, *TODAY, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(),
        start_new_session=True,
    )


def _read_until(running: subprocess.Popen[str], stage: str) -> None:
    assert running.stdout is not None
    for line in running.stdout:
        if line == f"{stage}\n":
            return
    raise AssertionError(running.communicate()[1])


def _clean(journal: JournalFolder, elsewhere: Path) -> dict[str, bytes]:
    copy = JournalFolder(elsewhere)
    for name, data in tree(journal.path).items():
        # The key that names the folder of what is searched is made once, and is a secret.
        if name == ".journalgen/search.key" or not name.startswith(("site/", ".journalgen/")):
            copy.write(name, data)
    assert run("build", copy.path, *TODAY).code == 0
    return copy.pages()


@pytest.mark.parametrize("stage", ["parse", "render"])
def test_an_interrupt_ends_a_build_without_a_word_from_its_workers(
    journal: JournalFolder, tmp_path: Path, stage: str
) -> None:
    running = _start(_large(journal))
    _read_until(running, stage)
    # As a terminal does: to all of them.
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in said
    assert "Canary" not in said
    assert run("build", journal.path, *TODAY).code == 0
    assert journal.pages() == _clean(journal, tmp_path / "copy")


@pytest.mark.parametrize("stage", ["parse", "render"])
def test_workers_end_with_a_build_that_was_killed(journal: JournalFolder, stage: str) -> None:
    running = _start(_large(journal))
    _read_until(running, stage)
    running.kill()
    # The pipes close when the last of the processes has ended.
    _, said = running.communicate(timeout=30)
    assert "Traceback" not in said


def test_a_build_by_many_processes_equals_one_by_a_single_one(journal: JournalFolder, tmp_path: Path) -> None:
    running = _start(_large(journal))
    running.communicate(timeout=30)
    assert running.returncode == 0
    assert journal.pages() == _clean(journal, tmp_path / "copy")


def test_killed_at_any_moment_the_next_build_repairs_all(journal: JournalFolder, tmp_path: Path) -> None:
    chance = random.Random(3)
    _large(journal, 40)
    for number in range(6):
        journal.write(f"2025-01-{number + 1:02}.md", f"---\ntags: [new{number}]\n---\nEdited.\n")
        journal.delete(f"2025-02-{number + 1:02}.md")
        begun = time.monotonic()
        running = subprocess.Popen(
            [sys.executable, "-m", "journalgen", "build", journal.path, *TODAY],
            env=environment(),
            stdout=subprocess.DEVNULL,
        )
        try:
            running.wait(timeout=chance.uniform(0.15, 0.5))
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        assert time.monotonic() - begun < 30
    assert run("build", journal.path, *TODAY).code == 0
    assert journal.pages() == _clean(journal, tmp_path / "copy")
    assert not (journal.site / ".journalgen-tmp").exists()


def test_two_builds_at_once_leave_one_whole_site(journal: JournalFolder, tmp_path: Path) -> None:
    _large(journal, 30)
    running = [_start(journal), _start(journal)]
    said = [each.communicate(timeout=60)[1] for each in running]
    assert [each.returncode for each in running] == [0, 0], said
    assert journal.pages() == _clean(journal, tmp_path / "copy")
    assert " 0 written" in process("build", journal.path, *TODAY).stdout


_LOADED = """
import os, signal, sys

class Presses:
    def find_spec(self, name, *_):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Presses())
from journalgen.__main__ import run
run()
"""


def test_an_interrupt_before_the_program_is_loaded_says_nothing(journal: JournalFolder) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _LOADED, "new", journal.path, "--no-open"],
        stdin=subprocess.DEVNULL, encoding="utf-8", env=environment(), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, "", "")
    assert tree(journal.path) == {}
