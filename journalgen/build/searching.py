"""What is searched, as files of the site: which are wanted, and the bytes of those that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from journalgen.build.code import code_digest
from journalgen.build.plains import Plains
from journalgen.output.changes import Wanted
from journalgen.plan.search import Search
from journalgen.render.shard import shard


class Shards:
    """The shards of one journal."""

    def __init__(self, search: Search, plains: Plains) -> None:
        self._search = search
        self._plains = plains

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """Return each shard's file with its fingerprint; no text is read for it."""
        code = code_digest()
        return tuple(Wanted(each.path, code + each.digest) for each in self._search.shards)

    def contents(self, others: Callable[[str], bytes | Iterable[bytes]]) -> Callable[[str], bytes | Iterable[bytes]]:
        """Return what gives the bytes of each shard by its path, and those of `others`."""
        shards = {each.path: each for each in self._search.shards}

        def content(path: str) -> bytes | Iterable[bytes]:
            found = shards.get(path)
            if found is None:
                return others(path)
            return shard(self._search.found(found, self._plains.of(found.entries)))

        return content
