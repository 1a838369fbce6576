"""What is served of a site: its pages as they are or are about to be, and its other files; nothing else that lies beside them."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path
from urllib.parse import unquote

from journalgen.output.tree import Folders
from journalgen.serve.builder import Builder
from journalgen.serve.showing import Showing

_INDEX = "index.html"
# A build that takes longer than this has so much to write that what it had before is shown meanwhile.
_PATIENCE = 8.0
_TICK = 0.02


def wanted_path(raw: str) -> str:
    """Return the path within the site that an address means; it may be that of nothing."""
    path = unquote(raw).removeprefix("/")
    return path + _INDEX if not path or path.endswith("/") else path


class SiteFiles:
    """The files of a site by their paths; a path is looked for among those that the last plan has, never in the folder."""

    def __init__(self, output: Path, builder: Builder) -> None:
        self._output = os.fspath(output)
        self._builder = builder

    @property
    def showing(self) -> Showing:
        """Return what there is to see now."""
        return self._builder.showing

    async def page(self, path: str) -> bytes | None:
        """Return a page of the site, made for this where it is about to be written; None where there is none."""
        showing = self.showing
        for known in (showing.held, showing.ahead):
            if path in known:
                return known[path]
        if path not in showing.pages:
            return None
        if not showing.is_written and path not in showing.current:
            answer = self._builder.ask(path)
            try:
                made = await asyncio.wait_for(asyncio.wrap_future(answer), _PATIENCE)
            except TimeoutError:
                made = None
            if made is not None:
                return made
        return await asyncio.to_thread(self.read, path)

    def ahead(self, path: str) -> bytes | None:
        """Return a file that is not a page and is about to be written, None where it is written."""
        return self.showing.ahead.get(path)

    async def until_written(self, path: str) -> None:
        """Wait until a build that is under way has reached its end, where the site has no such file yet."""
        waited = 0.0
        while (
            waited < _PATIENCE
            and not self.showing.has(path)
            and not self.showing.is_written
            and not self.showing.refusal
        ):
            await asyncio.sleep(_TICK)
            waited += _TICK

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file of the site on the disk, None where it is not there as a plain file."""
        found = self.place(path)
        if found is None:
            return None
        try:
            return Path(found[0]).read_bytes()
        except OSError:
            return None

    def place(self, path: str) -> tuple[str, os.stat_result] | None:
        """Return where a file of the site lies, and its state; None where there is none, or a link is on the way."""
        if not self.showing.has(path) or not Folders(self._output).are_real(path.rpartition("/")[0]):
            return None
        place = f"{self._output}/{path}"
        try:
            status = os.lstat(place)
        except (OSError, ValueError):
            return None
        return (place, status) if stat.S_ISREG(status.st_mode) else None
