"""What is searched, as files of the site: which are wanted, and the bytes of those that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from journalgen.build.cache import Cache
from journalgen.build.code import code_digest
from journalgen.model.entry import Entry
from journalgen.output.changes import Wanted
from journalgen.plan.search import Search
from journalgen.refusal import Refusal
from journalgen.render.shard import shard


class Shards:
    """The shards of one journal; `fresh` are texts that were just parsed, by path, and `cache` keeps the others."""

    def __init__(self, search: Search, fresh: Mapping[str, str], cache: Cache) -> None:
        self._search = search
        self._fresh = fresh
        self._cache = cache

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
            return shard(self._search.found(found, self._texts(found.entries)))

        return content

    def _texts(self, entries: Sequence[Entry]) -> list[str]:
        fresh = self._fresh
        kept = self._cache.plains({entry.path: entry.plain for entry in entries if entry.path not in fresh})
        try:
            return [fresh[entry.path] if entry.path in fresh else kept[entry.path] for entry in entries]
        except KeyError:
            # A build without it mends that.
            self._cache.forget_everything()
            raise Refusal("cache-damaged") from None
