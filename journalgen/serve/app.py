"""The server's answers: pages and files of the site, the line to each tab, and what the writer may do from a page."""

from __future__ import annotations

import asyncio
import contextlib
import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from journalgen.plan.addresses import HOME, SEARCH, STYLE
from journalgen.refusal import Refusal
from journalgen.serve.desk import Desk
from journalgen.serve.dressing import content_type, dressed, etag, headers
from journalgen.serve.files import SiteFiles, wanted_path
from journalgen.serve.guard import ENTER, Guard
from journalgen.serve.session import COOKIE, OWN, Session
from journalgen.serve.tabs import Tabs
from journalgen.serve.words import Words

_HERE = Path(__file__).parent
_ON = '<!doctype html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url=/">\n<title>journalgen</title>\n'
_SCRIPTS = ("live.js", "mark.css", "panel.css")
# How long a page is waited for that a new file is to have.
_UNTIL_THERE = 4.0
_TICK = 0.03


class App:
    """What a session's server answers; `entered` is called when the owner's browser has come in."""

    def __init__(
        self, session: Session, files: SiteFiles, tabs: Tabs, desk: Desk, words: Words, entered: Callable[[], None]
    ) -> None:
        self._session = session
        self._files = files
        self._tabs = tabs
        self._desk = desk
        self._words = words
        self._entered = entered

    def guarded(self) -> ASGIApp:
        """Return the application that a server runs."""
        routes = [
            Route(ENTER, self._enter, methods=["GET"]),
            *(Route(f"{OWN}{name}", self._own, methods=["GET"]) for name in _SCRIPTS),
            Route(f"{OWN}open", self._open, methods=["POST"]),
            Route(f"{OWN}write", self._write, methods=["POST"]),
            Route(f"{OWN}new", self._new, methods=["POST"]),
            WebSocketRoute(f"{OWN}live", self._live),
            Route("/{path:path}", self._site, methods=["GET"]),
        ]
        return Guard(Starlette(routes=routes), self._session, self._words.closed)

    async def _enter(self, request: Request) -> Response:  # noqa: ARG002 -- that it came so far is all
        """Give the browser its cookie, and lead it on by a page: with a redirect it would not send one that is so strict."""
        answer = Response(_ON, media_type="text/html", headers=headers(self._session, ""))
        answer.set_cookie(COOKIE, self._session.token, path="/", httponly=True, samesite="strict")
        self._entered()
        return answer

    async def _own(self, request: Request) -> Response:
        name = request.url.path.removeprefix(OWN)
        return FileResponse(_HERE / name, media_type=content_type(name), headers=headers(self._session, name))

    async def _live(self, socket: WebSocket) -> None:
        await self._tabs.talk(socket)

    async def _site(self, request: Request) -> Response:
        path = wanted_path(
            request.scope["raw_path"].decode("latin-1") if "raw_path" in request.scope else request.url.path
        )
        await self._files.until_written(path)
        if not self._files.showing.has(path):
            if self._files.showing.has(f"{path}/index.html"):
                return RedirectResponse(f"/{path}/", headers=headers(self._session, ""))
            return self._not_found(path)
        if path.endswith(".html"):
            page = await self._files.page(path)
            return self._not_found(path) if page is None else self._page(request, path, page)
        ahead = self._files.ahead(path)
        if ahead is not None:
            return self._answer(request, ahead, etag(ahead), headers(self._session, path), content_type(path))
        return await asyncio.to_thread(self._file, request, path)

    def _page(self, request: Request, path: str, data: bytes, status: int = 200) -> Response:
        page, found = dressed(self._session, path, data)
        return self._answer(request, page, etag(data), found, content_type(path), status)

    def _answer(
        self, request: Request, data: bytes, tag: str, found: dict[str, str], kind: str, status: int = 200
    ) -> Response:
        found["etag"] = f'"{tag}"'
        if status == 200 and _has(request, found["etag"]):
            return Response(status_code=304, headers=found)
        return Response(data, status, found, kind)

    def _file(self, request: Request, path: str) -> Response:
        found = self._files.place(path)
        if found is None:
            return self._not_found(path)
        place, status = found
        answer = FileResponse(
            place, stat_result=status, media_type=content_type(path), headers=headers(self._session, path)
        )
        if _has(request, answer.headers["etag"]):
            return Response(status_code=304, headers=headers(self._session, path) | {"etag": answer.headers["etag"]})
        return answer

    def _not_found(self, path: str) -> Response:
        """Return a page that says so, in the look of the site, and that will show the page as soon as there is one."""
        words = self._words
        style = f'<link rel="stylesheet" href="/{STYLE}">' if self._files.showing.has(STYLE) else ""
        ways = "".join(
            f'<p><a href="/{address}">{html.escape(name)}</a></p>\n'
            for address, name in ((HOME, words.home), (SEARCH, words.search))
            if self._files.showing.has(address)
        )
        page = (
            f'<!doctype html>\n<html lang="{words.language.tag}" dir="{words.language.direction}">\n<head>\n'
            '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "script-src 'self'; style-src 'self'; img-src 'self'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{html.escape(words.not_found)}</title>\n{style}\n</head>\n<body>\n"
            f'<main class="page list" data-no-page>\n<h1>{html.escape(words.not_found)}</h1>\n'
            f'<p class="lede">{html.escape(words.not_found_why)}</p>\n{ways}</main>\n</body>\n</html>\n'
        ).encode()
        dressed_page, found = dressed(self._session, path, page)
        return Response(dressed_page, 404, found, content_type(HOME))

    async def _open(self, request: Request) -> Response:
        asked = await _asked(request)
        showing = self._files.showing
        path = showing.pages.get(str(asked.get("page", "")), "") or str(asked.get("path", ""))
        line, column = (asked.get(name, 0) for name in ("line", "column"))
        if not isinstance(line, int) or not isinstance(column, int):
            return self._done(done=False)
        return self._done(done=await asyncio.to_thread(self._desk.open, showing, path, line, column))

    async def _write(self, request: Request) -> Response:
        await _asked(request)
        return self._done(done=await asyncio.to_thread(self._desk.write, self._files.showing))

    async def _new(self, request: Request) -> Response:
        await _asked(request)
        try:
            made = await asyncio.to_thread(self._desk.new)
        except Refusal as refusal:
            return JSONResponse(
                {"done": False, "said": self._words.refusal(refusal)}, headers=headers(self._session, "")
            )
        address = await self._address_of(self._desk.within(made))
        return JSONResponse({"done": True, "to": address}, headers=headers(self._session, ""))

    async def _address_of(self, file: str) -> str:
        waited = 0.0
        while waited < _UNTIL_THERE:
            for address, entry in self._files.showing.pages.items():
                if entry == file:
                    return address
            await asyncio.sleep(_TICK)
            waited += _TICK
        return ""

    def _done(self, *, done: bool) -> Response:
        return JSONResponse({"done": done}, headers=headers(self._session, ""))


def _has(request: Request, tag: str) -> bool:
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    return tag in known or "*" in known


async def _asked(request: Request) -> dict[str, Any]:
    """Return what a page asks for: a JSON object, or an empty one where it is none."""
    with contextlib.suppress(ValueError):
        found = await request.json()
        if isinstance(found, dict):
            return found
    return {}
