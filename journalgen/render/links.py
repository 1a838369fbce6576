"""Addresses of pages into links: relative, percent-encoded, and ending in a file's name, for a double-clicked file."""

from __future__ import annotations

from urllib.parse import quote


def href(address: str, from_path: str) -> str:
    """Return the link from one page of the site to another; what follows a `#` is a place on that page."""
    path, mark, place = address.partition("#")
    here = from_path.split("/")
    there = path.split("/")
    shared = 0
    for ours, theirs in zip(here[:-1], there[:-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    # No name of a page holds a colon that could be taken for a scheme's: it is percent-encoded.
    link = "../" * (len(here) - 1 - shared) + quote("/".join(there[shared:]))
    return f"{link}#{quote(place)}" if mark else link


class Links:
    """Links from the page that is being rendered; those that many pages share are remembered for each folder."""

    def __init__(self) -> None:
        self._path = ""
        self._folders: dict[str, dict[str, str]] = {}
        self._known: dict[str, str] = {}

    def at(self, path: str) -> None:
        """Go to a page: links are relative to it from now on."""
        self._path = path
        folder = path.rpartition("/")[0]
        known = self._folders.get(folder)
        if known is None:
            known = self._folders[folder] = {}
        self._known = known

    def href(self, address: str) -> str:
        """Return the link from the current page to an address."""
        link = self._known.get(address)
        if link is None:
            link = self._known[address] = href(address, self._path)
        return link
