"""When there is reason to build: at once after one change, once after many, and again from time to time."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from journalgen.serve import changes as changes_module
from journalgen.serve.changes import Changes


def _after(seconds: float, *steps: object) -> None:
    def run() -> None:
        for step in steps:
            time.sleep(seconds)
            assert callable(step)
            step()

    threading.Thread(target=run, daemon=True).start()


def test_one_change_is_enough_and_is_told_once() -> None:
    changes = Changes()
    changes.touch("a.md")
    assert changes.wait(5) is True
    assert changes.take() == {"a.md"}
    assert changes.wait(0.01) is False
    assert changes.take() == frozenset()


def test_it_waits_until_it_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    # Longer than any pause that a busy machine makes.
    monkeypatch.setattr(changes_module, "_QUIET", 0.5)
    monkeypatch.setattr(changes_module, "_LONGEST", 30.0)
    changes = Changes()
    changes.touch("a.md")
    _after(0.004, *[lambda: changes.touch("b.md")] * 8)
    assert changes.wait(5) is True
    assert changes.take() == {"a.md", "b.md"}
    assert changes.wait(0.01) is False


def test_it_does_not_wait_for_ever() -> None:
    changes = Changes()
    has_ended = threading.Event()

    def go_on() -> None:
        while not has_ended.is_set():
            changes.touch("a.md")
            time.sleep(0.002)

    thread = threading.Thread(target=go_on, daemon=True)
    thread.start()
    begun = time.monotonic()
    assert changes.wait(30) is True
    assert time.monotonic() - begun < 10
    has_ended.set()
    thread.join()


def test_many_files_are_no_longer_told_apart() -> None:
    changes = Changes()
    for number in range(100):
        changes.touch(f"{number}.md")
    assert changes.wait(5) is True
    assert changes.take() == frozenset()


def test_an_emptied_file_is_waited_for_a_moment(tmp_path: Path) -> None:
    file = tmp_path / "2026-03-12.md"
    file.write_text("")
    changes = Changes()
    changes.touch(str(file))
    _after(0.15, lambda: file.write_text("Written at last."))
    assert changes.wait(5) is True
    assert file.read_text() == "Written at last."


def test_a_file_that_stays_empty_is_not_waited_for_long(tmp_path: Path) -> None:
    file = tmp_path / "2026-03-12.md"
    file.write_text("")
    changes = Changes()
    changes.touch(str(file))
    begun = time.monotonic()
    assert changes.wait(30) is True
    assert time.monotonic() - begun < 10


def test_without_a_word_it_is_time_to_look_in_the_end() -> None:
    assert Changes().wait(0.01) is False
    assert Changes().wait(60, again=0.01) is False


def test_where_nobody_tells_it_looks_often() -> None:
    changes = Changes(polls=True)
    begun = time.monotonic()
    assert changes.wait(3600) is False
    assert time.monotonic() - begun < 10


def test_the_end_is_told_at_once_and_ever_after() -> None:
    changes = Changes()
    _after(0.05, changes.end)
    assert changes.wait(60) is None
    changes.touch("a.md")
    assert changes.wait(60) is None
