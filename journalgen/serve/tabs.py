"""The open pages: what each shows, and what it has to be told so that it shows what there is to see.

There are no messages that could be lost or come out of order: each tab says which page it has and by which tag, and is told
what differs from that. So one that slept, or whose line was cut, is told the same as one that was there all the time.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from journalgen.plan.addresses import SUPPORT
from journalgen.serve.dressing import etag
from journalgen.serve.files import SiteFiles
from journalgen.serve.showing import Line, Showing
from journalgen.serve.words import Words

# A browser answers sooner, or is gone.
_HEARTBEAT = 15.0
# For what a page that is slow to listen may hold up the writing of the others.
_MOMENT = 0.08
# A page that nobody turns away from because something was saved elsewhere.
_STAY = (SUPPORT,)


@dataclass(eq=False)
class Tab:
    """An open page: its address, the tag of what it shows, and when it was last looked at."""

    socket: WebSocket
    page: str = ""
    tag: str = ""
    looked_at: float = 0.0
    news: asyncio.Event = field(default_factory=asyncio.Event)
    is_told: asyncio.Event = field(default_factory=asyncio.Event)
    told: dict[str, Any] = field(default_factory=dict)
    go: dict[str, Any] | None = None
    follows: bool = False
    changed: tuple[str, ...] = ()


class Tabs:
    """All open pages. `words` are what the script says; `may_open` whether there is an editor to open files in."""

    def __init__(self, files: SiteFiles, *, follow: bool, words: Words, may_open: bool) -> None:
        self._files = files
        self._follow = follow
        self._words = words
        self._may_open = may_open
        self._tabs: set[Tab] = set()
        self.looked_at: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self._tabs)

    async def close(self) -> None:
        """Close all lines; whoever is still there opens another."""
        for tab in tuple(self._tabs):
            with suppress(RuntimeError):
                await tab.socket.close()

    async def show(self, showing: Showing) -> None:
        """Let each tab know that there is something else to see, and return when they know, or after a moment."""
        self._take_in(showing)
        waiting = [asyncio.ensure_future(tab.is_told.wait()) for tab in self._tabs]
        if waiting:
            _, late = await asyncio.wait(waiting, timeout=_MOMENT)
            for each in late:
                each.cancel()

    def _take_in(self, showing: Showing) -> None:
        leader = self._leader()
        for tab in self._tabs:
            if showing.changed:
                tab.changed = tuple(dict.fromkeys((*tab.changed, *showing.changed)))
            if tab.page in showing.moved:
                tab.go = {"to": showing.moved[tab.page], "replace": True}
            if showing.saved and self._follow and tab is leader and tab.page not in _STAY:
                if showing.saved == tab.page:
                    tab.follows = True
                elif showing.saved != showing.moved.get(tab.page):
                    tab.go = {"to": showing.saved, "replace": False, "follow": True}
            tab.is_told.clear()
            tab.news.set()

    def _leader(self) -> Tab | None:
        """Return the tab that was looked at last, which is the one that follows what is saved."""
        return max(self._tabs, key=lambda tab: tab.looked_at, default=None)

    async def talk(self, socket: WebSocket) -> None:
        """Talk to one tab until it closes."""
        await socket.accept()
        tab = Tab(socket)
        self._tabs.add(tab)
        teller = asyncio.create_task(self._tell(tab))
        try:
            while True:
                self._hear(tab, await socket.receive_json())
        except (WebSocketDisconnect, ValueError, KeyError, TypeError, RuntimeError):
            pass
        finally:
            self._tabs.discard(tab)
            self._look_again()
            teller.cancel()

    def _hear(self, tab: Tab, said: Any) -> None:
        if not isinstance(said, dict):
            raise TypeError(said)
        if said.get("looking"):
            tab.looked_at = time.monotonic()
        if "page" in said:
            tab.page, tab.tag = str(said["page"]), str(said["tag"])
            self._look_again()
        if "page" in said or "ping" in said:
            tab.news.set()

    def _look_again(self) -> None:
        self.looked_at = tuple(sorted({tab.page for tab in self._tabs}))

    async def _tell(self, tab: Tab) -> None:
        try:
            while True:
                try:
                    await asyncio.wait_for(tab.news.wait(), _HEARTBEAT)
                except TimeoutError:
                    await tab.socket.send_json({"beat": True})
                    continue
                tab.news.clear()
                if tab.page:
                    await tab.socket.send_json(await self._news(tab))
                if not tab.news.is_set():
                    tab.is_told.set()
        except (WebSocketDisconnect, RuntimeError):
            return

    async def _news(self, tab: Tab) -> dict[str, Any]:
        """Return what a tab does not know yet."""
        showing = self._files.showing
        said: dict[str, Any] = {
            "problems": [self._line(each) for each in showing.problems],
            "refusal": self._line(showing.refusal) if showing.refusal else None,
            "notice": showing.notice,
            "mayOpen": self._may_open,
            "entry": showing.pages.get(tab.page, ""),
            "todays": bool(showing.todays),
            "summary": self._words.summary(len(showing.problems)),
            "words": self._words.script(),
        }
        data = await self._files.page(tab.page)
        said["gone"] = data is None
        news = {name: value for name, value in said.items() if tab.told.get(name) != value or name not in tab.told}
        tab.told.update(said)
        go, tab.go = tab.go, None
        follows, tab.follows = tab.follows, False
        changed, tab.changed = tab.changed, ()
        if changed:
            news["changed"] = list(changed)
        if data is not None:
            tag = etag(data)
            if tag != tab.tag:
                news |= {"html": data.decode(), "tag": tag, "follow": follows}
                tab.tag = tag
        if go is not None:
            if go.get("follow"):
                after = await self._files.page(go["to"])
                before = await asyncio.to_thread(self._files.read, go["to"])
                go |= {
                    "html": after.decode() if after else "",
                    "before": before.decode() if before is not None and before != after else "",
                }
            news["go"] = go
        return news

    def _line(self, line: Line) -> dict[str, Any]:
        return {"text": line.text, "path": line.path, "line": line.line, "column": line.column}
