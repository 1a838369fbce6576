"""The texts of entries as they are seen, of those that were just parsed and of those that the cache keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journalgen.build.cache import Cache
from journalgen.model.entry import Entry
from journalgen.refusal import Refusal


class Plains:
    """Gives texts of entries; `fresh` are those that were just parsed, by path, and `cache` keeps the others."""

    def __init__(self, fresh: Mapping[str, str], cache: Cache) -> None:
        self._fresh = fresh
        self._cache = cache

    def of(self, entries: Sequence[Entry]) -> list[str]:
        """Return the text of each entry; refuses where the cache has lost one, which a build without it mends."""
        fresh = self._fresh
        kept = self._cache.plains({entry.path: entry.plain for entry in entries if entry.path not in fresh})
        try:
            return [fresh[entry.path] if entry.path in fresh else kept[entry.path] for entry in entries]
        except KeyError:
            self._cache.forget_everything()
            raise Refusal("cache-damaged") from None
