"""One session of the preview: where it is reached, and by what its owner is known.

The host has a random name below `localhost`, which browsers lead to this machine without asking anybody (RFC 6761, 6.3):
they keep cookies apart by host and not by port, so that no other server here is handed ours, and a page that got hold of an
address of ours by rebinding a name of its own does not know what to call us.
"""

from __future__ import annotations

import html
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from pathlib import Path

COOKIE = "journalgen"
# Where everything lies that is the server's and not the site's: no page of a site has a name with a dot in front.
OWN = "/.journalgen/"
_OPENING = "serve.html"


def _key() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Session:
    """A running preview. `key` stands once in the address that is opened, and is exchanged for the `token` of the cookie."""

    port: int
    name: str = field(default_factory=lambda: secrets.token_hex(4))
    key: str = field(default_factory=_key)
    token: str = field(default_factory=_key)

    @property
    def host(self) -> str:
        """Return what a request for us names as its host."""
        return f"{self.name}.localhost:{self.port}"

    @property
    def origin(self) -> str:
        """Return the origin of our pages."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """Return the address that opens the preview; whoever has it may read the journal until the server ends."""
        return f"{self.origin}{OWN}enter?key={self.key}"

    def is_key(self, given: str) -> bool:
        """Return whether somebody knows the key."""
        return compare_digest(given.encode(), self.key.encode())

    def is_token(self, given: str) -> bool:
        """Return whether somebody knows the token."""
        return compare_digest(given.encode(), self.token.encode())


def write_opening(session: Session, state: Path) -> Path:
    """Write the page that leads the owner's browser to the preview, readable by the owner alone, and return its path.

    A browser is started with this path: other users of the machine see the command line of a process, and not what is in a
    file.
    """
    path = state / _OPENING
    remove_opening(state)
    address = html.escape(session.address)
    text = (
        f'<!doctype html>\n<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n<title>journalgen</title>\n'
        f'<p><a href="{address}">journalgen</a></p>\n'
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path


def remove_opening(state: Path) -> None:
    """Remove that page, which is of no more use once a browser has followed it."""
    with suppress(OSError):
        (state / _OPENING).unlink()
