from __future__ import annotations

import queue
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from journalgen.language import load
from journalgen.refusal import Refusal
from journalgen.serve.builder import Builder, Told
from journalgen.serve.changes import Changes
from journalgen.serve.showing import Showing
from tests.journals import NOW, JournalFolder
from tests.serve.previews import save, small

SAVED = "2026-03-12.md"
ADDRESS = "2026/03/12.html"


def test_a_save_is_followed_once_although_it_is_shown_before_all_is_planned_anew(journal: JournalFolder) -> None:
    shown: queue.Queue[Showing] = queue.Queue()
    told = Told(shown.put, lambda: (), lambda _: None, lambda _: None, lambda: None, lambda _: None)
    changes = Changes()
    builder = Builder(small(journal).request(now=NOW, today=None), changes, told, load("en"), lambda: NOW)
    builder.first()
    while not shown.empty():
        shown.get()
    builder.start()
    try:
        for mood in (3, 4):
            file = save(journal, SAVED, f"---\nmood: {mood}\n---\nAs it is now.\n")
            changes.touch(str(file))
            showings = [shown.get(timeout=20)]
            while not showings[-1].is_written:
                showings.append(shown.get(timeout=20))
            assert len(showings) == 3
            assert [each.saved for each in showings if each.saved] == [ADDRESS]
    finally:
        builder.stop(10)


def test_who_no_longer_waits_for_a_page_does_not_end_the_preview(journal: JournalFolder) -> None:
    asked: list[Future[bytes | None]] = []
    shown: queue.Queue[Showing] = queue.Queue()

    def show(showing: Showing) -> None:
        if not showing.is_written:
            # As a tab does that is closed, or that has no patience left.
            asked.append(builder.ask("index.html"))
            asked[-1].cancel()
        shown.put(showing)

    told = Told(show, lambda: (), lambda _: None, lambda _: None, lambda: None, lambda _: None)
    changes = Changes()
    builder = Builder(small(journal).request(now=NOW, today=None), changes, told, load("en"), lambda: NOW)
    builder.first()
    builder.start()
    try:
        for mood in (3, 4):
            while not shown.empty():
                shown.get()
            changes.touch(str(save(journal, SAVED, f"---\nmood: {mood}\n---\nAs it is now.\n")))
            while not shown.get(timeout=20).is_written:
                pass
        assert len(asked) > 2
    finally:
        builder.stop(10)


def test_what_keeps_the_first_build_from_its_end_is_shown_at_once(journal: JournalFolder, tmp_path: Path) -> None:
    shown: queue.Queue[Showing] = queue.Queue()
    told = Told(shown.put, lambda: (), lambda _: None, lambda _: None, lambda: None, lambda _: None)
    small(journal).own_templates(tmp_path / "theme")
    month = tmp_path / "theme" / "month.html"
    month.write_text(month.read_text().replace("{% block content %}", "{% block content %}{{ nothing() }}", 1))
    builder = Builder(journal.request(now=NOW, today=None), Changes(), told, load("en"), lambda: NOW)
    with pytest.raises(Refusal):
        builder.first()
    # Nobody would ever answer.
    assert builder.ask("index.html").result(0) is None
    builder.start()
    try:
        while shown.get(timeout=8).refusal is None:
            pass
    finally:
        builder.stop(10)


def test_who_asks_for_a_page_while_a_build_ends_does_not_wait_in_vain(journal: JournalFolder) -> None:
    asked: list[Future[bytes | None]] = []

    class Slow(queue.SimpleQueue[tuple[str, Future[bytes | None]]]):
        """One in which somebody stands only when the build has ended."""

        def put(self, item: tuple[str, Future[bytes | None]], block: bool = True, timeout: float | None = None) -> None:
            ended.wait(20)
            super().put(item, block, timeout)

    ended = threading.Event()

    def show(showing: Showing) -> None:
        if not showing.is_written:
            asking.start()
            while not starts.is_set():
                time.sleep(0.001)

    starts = threading.Event()

    def ask() -> None:
        starts.set()
        asked.append(builder.ask("index.html"))

    asking = threading.Thread(target=ask)
    told = Told(show, lambda: (), lambda _: None, lambda _: None, lambda: None, lambda _: None)
    builder = Builder(small(journal).request(now=NOW, today=None), Changes(), told, load("en"), lambda: NOW)
    builder._asked = Slow()
    builder.first()
    ended.set()
    asking.join(20)
    assert asked[0].result(0) is None
