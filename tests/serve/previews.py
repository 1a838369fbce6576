"""A preview that runs in this process, on real sockets and real files: `with running(journal) as preview: …`."""

from __future__ import annotations

import asyncio
import datetime as dt
import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from journalgen.build.request import Report
from journalgen.language import load
from journalgen.refusal import Refusal
from journalgen.serve.changes import Changes
from journalgen.serve.editor import Editor
from journalgen.serve.server import Preview, Wanted
from journalgen.serve.session import COOKIE, Session
from journalgen.serve.sockets import listen, port_of
from journalgen.serve.watching import Watching
from tests.journals import NOW, JournalFolder


@dataclass(frozen=True)
class Answer:
    """What the server answered; names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Running:
    """A preview at work."""

    journal: JournalFolder
    session: Session
    preview: Preview
    changes: Changes
    reports: list[Report] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def address(self) -> str:
        return self.session.address

    def page(self, path: str) -> str:
        return f"{self.session.origin}/{path}"

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """Ask as the owner's browser does; a header given as "" is left out. `_` in a name stands for `-`."""
        usual = {"host": self.session.host, "cookie": f"{COOKIE}={self.session.token}"}
        given = usual | {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.session.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in given.items():
            if value:
                connection.putheader(name, value)
        if body is not None:
            connection.putheader("content-length", str(len(body)))
        connection.endheaders(body.encode() if body is not None else None)
        found = connection.getresponse()
        answer = Answer(found.status, {name.lower(): value for name, value in found.getheaders()}, found.read())
        connection.close()
        return answer

    def until(self, holds: Callable[[], object], within: float = 20.0) -> None:
        """Wait until something holds; fails where it does not in that time."""
        end = time.monotonic() + within
        while not holds():
            assert time.monotonic() < end, "it did not come to hold"
            time.sleep(0.01)

    def cut(self) -> None:
        """Cut the lines to all tabs."""
        loop = self.preview.loop
        assert loop is not None
        asyncio.run_coroutine_threadsafe(self.preview.tabs.close(), loop).result(5)

    def settled(self) -> None:
        """Wait until what was built is written."""
        self.until(lambda: self.preview.builder.showing.is_written)


@contextmanager
def running(
    journal: JournalFolder,
    *,
    clock: Callable[[], dt.datetime] = lambda: NOW,
    follow: bool = True,
    editor: Editor | None = None,
    polls: bool = False,
) -> Iterator[Running]:
    """Run a preview of a journal until the end of the `with`."""
    sockets = listen(20_000 + (id(journal) // 64) % 20_000)
    session = Session(port_of(sockets))
    state = journal.path / ".journalgen"
    changes = Changes(polls=polls)
    reports: list[Report] = []
    refusals: list[Refusal] = []
    wanted = Wanted(
        request=journal.request(now=clock(), today=None),
        site=journal.site,
        state=state,
        language=load("en"),
        editor=editor,
        follow=follow,
        report=reports.append,
        refuse=refusals.append,
        missed=lambda: None,
        clock=clock,
    )
    preview = Preview(wanted, session, changes)
    watching = Watching(journal.path, (journal.site, state), changes)
    if not polls:
        assert watching.start()
    first = preview.builder.first()
    reports.extend([first] if first else [])
    is_ready = threading.Event()
    thread = threading.Thread(target=preview.run, args=(sockets, is_ready.set), daemon=True)
    thread.start()
    assert is_ready.wait(10)
    try:
        yield Running(journal, session, preview, changes, reports, refusals)
    finally:
        preview.stop()
        thread.join(10)
        watching.stop()
        for each in sockets:
            each.close()
    assert not thread.is_alive()


def small(journal: JournalFolder) -> JournalFolder:
    """Write a few days into a journal."""
    for day in range(1, 13):
        journal.write(
            f"2026-03-{day:02}.md", f"---\nmood: {day % 9 + 1}\ntags: [walk]\n---\nDay {day}, written down.\n"
        )
    return journal


def save(journal: JournalFolder, name: str, text: str) -> Path:
    """Save a file as an editor does, in its place and now."""
    file = journal.path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
