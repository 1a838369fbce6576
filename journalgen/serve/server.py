"""A preview that runs: the server, the builder, and what watches the journal, from the first page to the end of all of them."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as LateError
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from journalgen.build.request import Report, Request
from journalgen.language import Language
from journalgen.refusal import Refusal
from journalgen.serve.app import App
from journalgen.serve.builder import Builder, Told
from journalgen.serve.changes import Changes
from journalgen.serve.desk import Desk
from journalgen.serve.editor import Editor
from journalgen.serve.files import SiteFiles
from journalgen.serve.session import Session, remove_opening
from journalgen.serve.showing import Showing
from journalgen.serve.tabs import Tabs
from journalgen.serve.words import Words

# A closed terminal, and whatever else ends a program.
_ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
_MOMENT = 0.1
_TO_THE_END = 1.5
# What a browser is told nothing of for longer than this is asked whether it is still there.
_HEARTBEAT = 20.0
_LARGEST_MESSAGE = 65_536
for _name in ("uvicorn", "uvicorn.error", "websockets.server", "asyncio"):
    # They would name addresses, which name days and titles.
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a preview is to be: its journal and site, whether a page follows what is saved, and with which editor.

    `report` and `refuse` hear of each build, `missed` that changes were not told of, so that they are looked for from now on.
    """

    request: Request
    site: Path
    state: Path
    language: Language
    editor: Editor | None
    follow: bool
    report: Callable[[Report], None]
    refuse: Callable[[Refusal], None]
    missed: Callable[[], None]
    clock: Callable[[], dt.datetime]


class Preview:
    """The preview of one journal; `changes` says when there may be something new."""

    def __init__(self, wanted: Wanted, session: Session, changes: Changes) -> None:
        self._wanted = wanted
        self.loop: asyncio.AbstractEventLoop | None = None
        self._words = Words(wanted.language)
        self.builder = Builder(
            wanted.request,
            changes,
            Told(self._show, self._looked_at, wanted.report, wanted.refuse, self.polls, self._read),
            wanted.language,
            wanted.clock,
        )
        self._files = files = SiteFiles(wanted.site, self.builder)
        desk = Desk(wanted.request, wanted.editor, wanted.clock)
        self.tabs = Tabs(files, follow=wanted.follow, words=self._words, may_open=desk.may_open)
        app = App(session, files, self.tabs, desk, self._words, lambda: remove_opening(wanted.state))
        self._server = _Server(
            uvicorn.Config(
                app.guarded(),
                http="h11",
                ws="websockets-sansio",
                loop="asyncio",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                ws_max_size=_LARGEST_MESSAGE,
                ws_ping_interval=_HEARTBEAT,
                ws_ping_timeout=_HEARTBEAT,
                ws_per_message_deflate=False,
                timeout_graceful_shutdown=1,
            )
        )

    def run(self, sockets: list[socket.socket], ready: Callable[[], None] = lambda: None) -> None:
        """Serve until a signal, or `stop`; then everything ends within a moment."""
        asyncio.run(self._serve(sockets, ready))

    async def _serve(self, sockets: list[socket.socket], ready: Callable[[], None]) -> None:
        self.loop = asyncio.get_running_loop()
        self.builder.start()
        with _ending_at_signals(self.stop):
            self.loop.call_soon(ready)
            await self._server.serve(sockets)
        self.loop = None
        await asyncio.to_thread(self.builder.stop, _TO_THE_END)

    def stop(self) -> None:
        """End the preview; may be called from anywhere."""
        self._server.should_exit = True
        # Tabs are not waited for: they are told that the line is cut, and that is the truth.
        self._server.force_exit = True

    def _show(self, showing: Showing) -> None:
        """Tell all tabs, and wait until they know: what is looked at comes before what is to be written."""
        loop = self.loop
        if loop is None:
            return
        told: Future[None]
        try:
            told = asyncio.run_coroutine_threadsafe(self.tabs.show(showing), loop)
        except RuntimeError:
            return
        with suppress(LateError):
            told.result(_MOMENT)

    def _looked_at(self) -> tuple[str, ...]:
        return self.tabs.looked_at

    def _read(self, path: str) -> bytes | None:
        return self._files.read(path)

    def polls(self) -> None:
        """Say, in the browser and to whoever started it, that changes are looked for from now on."""
        self.builder.notice(self._words.polling)
        self._wanted.missed()


class _Server(uvicorn.Server):
    """Uvicorn's server, with signals left to us: it would raise them again when all is over."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.contextmanager
def _ending_at_signals(stop: Callable[[], None]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, lambda _number, _frame: stop()) for number in _ENDINGS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
