"""Who may ask the server for anything: pages of its own, in a browser that was opened by the owner. Everybody else is refused.

Each condition stands against somebody: the host against a page that has rebound its own name to this machine; where a request
comes from against pages of other origins in the same browser; the token against other users of the machine, who can reach
every port of it.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, QueryParams
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from journalgen.serve.session import COOKIE, OWN, Session

ENTER = f"{OWN}enter"
_READING = ("GET", "HEAD")
# What a browser says of a request that a page of ours began, or the person did (an address that was typed, a bookmark).
_OURS = ("same-origin", "none")


def may_pass(session: Session, scope: Scope) -> bool:
    """Return whether a request may be answered with anything of the journal's, or do anything."""
    headers = Headers(scope=scope)
    return (
        _has_own_host(session, headers)
        and _is_from_here(session, scope, headers)
        and (_has_token(session, headers) or _has_key(session, scope))
    )


def _has_own_host(session: Session, headers: Headers) -> bool:
    hosts = headers.getlist("host")
    return len(hosts) == 1 and hosts[0].lower() == session.host


def _is_from_here(session: Session, scope: Scope, headers: Headers) -> bool:
    """Return whether a request was made by a page of ours, or by nobody's; what reads with the key may come from anywhere."""
    is_reading = scope["type"] == "http" and scope["method"] in _READING
    if is_reading and _has_key(session, scope):
        return True
    origin = headers.get("origin")
    if origin is None:
        # A browser names it wherever something is done.
        if not is_reading:
            return False
    elif origin != session.origin:
        return False
    return headers.get("sec-fetch-site", "none") in _OURS


def _has_token(session: Session, headers: Headers) -> bool:
    for line in headers.getlist("cookie"):
        try:
            found = SimpleCookie(line).get(COOKIE)
        except CookieError:
            continue
        if found is not None and session.is_token(found.value):
            return True
    return False


def _has_key(session: Session, scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in _READING or scope["path"] != ENTER:
        return False
    return session.is_key(QueryParams(scope["query_string"]).get("key", ""))


class Guard:
    """Lets through to `app` whoever may pass; all others are told what was `said`, which is nothing of the journal's."""

    def __init__(self, app: ASGIApp, session: Session, said: str) -> None:
        self._app = app
        self._session = session
        self._said = said

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or open a line; nothing else is ever begun."""
        if scope["type"] not in ("http", "websocket"):
            return
        if may_pass(self._session, scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = {
                "cache-control": "no-store",
                "x-content-type-options": "nosniff",
                "referrer-policy": "no-referrer",
            }
            refusal = PlainTextResponse(f"{self._said}\n", status_code=403, headers=headers)
            await refusal(scope, receive, send)
