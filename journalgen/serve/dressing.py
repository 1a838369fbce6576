"""What the server adds to a page of the site, and to the headers it goes with: the way back to the server, and nothing else."""

from __future__ import annotations

import html

from journalgen.digests import digest
from journalgen.serve.session import OWN, Session

SCRIPT = f"{OWN}live.js"
_POLICY = b'<meta http-equiv="Content-Security-Policy" content="'
_END = b'">'
# The policy stands before everything that does anything; what comes later is text of the page.
_WITHIN = 4000
# As in every page of a site; what is no page needs no more.
_PLAIN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
# The browser's own reader of these is a page that such a policy would leave empty.
_WITHOUT_POLICY = (".pdf",)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".aac": "audio/aac",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
    ".3gp": "video/3gpp",
    ".mkv": "video/x-matroska",
    ".mov": "video/quicktime",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".ogv": "video/ogg",
    ".webm": "video/webm",
    ".pdf": "application/pdf",
}


def content_type(path: str) -> str:
    """Return the type of a file of the site by its name: ours, since systems differ in what they make of one."""
    name = path.rpartition("/")[2].lower()
    return TYPES.get(f".{name.rpartition('.')[2]}", "application/octet-stream")


def headers(session: Session, path: str, policy: str | None = None) -> dict[str, str]:
    """Return the headers of an answer: nothing is kept, guessed, framed, or told to others."""
    found = {
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-frame-options": "DENY",
        "x-robots-tag": "noindex",
    }
    if not path.endswith(_WITHOUT_POLICY):
        found["content-security-policy"] = f"{served_policy(session, policy or _PLAIN_POLICY)}; frame-ancestors 'none'"
    return found


def served_policy(session: Session, policy: str) -> str:
    """Return the policy of a served page: that of the site, and that it may talk to this server."""
    return f"{policy}; connect-src 'self' ws://{session.host}"


def etag(data: bytes) -> str:
    """Return the tag of some bytes of the site, by which a page that is shown is compared with the one there is."""
    return digest(data).hex()


def dressed(session: Session, path: str, data: bytes) -> tuple[bytes, dict[str, str]]:
    """Return a page of the site as it is served, and its headers; a page without a policy is served as it is."""
    at = data.find(_POLICY, 0, _WITHIN)
    end = data.find(_END, at) if at >= 0 else -1
    if end < 0:
        return data, headers(session, path)
    policy = html.unescape(data[at + len(_POLICY) : end].decode())
    script = (
        f'\n<script src="{SCRIPT}" data-page="{html.escape(path)}" data-etag="{etag(data)}" data-socket="ws://{session.host}'
        f'{OWN}live" defer></script>'
    )
    rules = html.escape(served_policy(session, policy), quote=False)
    page = data[: at + len(_POLICY)] + rules.encode() + _END + script.encode() + data[end + len(_END) :]
    return page, headers(session, path, policy)
