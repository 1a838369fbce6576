"""What an embed of an entry shows, such as `![[2026-03-14]]`: its day, its title and how it begins, and never its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import unquote

from journalgen.model.entry import Entry
from journalgen.plan.entries import closed_row
from journalgen.plan.links import Target
from journalgen.plan.views import Quotation, Quoted, Row


class Quotations:
    """Makes what the embeds of entries show; the rows are those that lists show."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        by_day: Mapping[dt.date, Sequence[Entry]],
        addresses: Mapping[str, str],
        rows: Mapping[str, Row],
        is_offered: Callable[[Entry], bool],
    ) -> None:
        self._entries = entries
        self._by_day = by_day
        self._addresses = addresses
        self._rows = rows
        self._is_offered = is_offered

    def of(self, entry: Entry, targets: Sequence[Target | None]) -> tuple[Quotation, ...]:
        """Return what the embeds of an entry show, in their order; `targets` are what its links mean."""
        return tuple(
            [
                self._quotation(link.index, link.target, target)
                for link, target in zip(entry.links, targets, strict=True)
                if target and link.form == "embed" and (target.entry is None or target.entry in self._entries)
            ]
        )

    def _quotation(self, index: int, written: str, target: Target) -> Quotation:
        meant = (self._entries[target.entry],) if target.entry else self._by_day[target.day] if target.day else ()
        entries = tuple([self._quoted(entry) for entry in meant])
        # The words of a heading belong to the entry that quotes: they stand in its own text.
        part = unquote(written).partition("#")[2].rpartition("#")[2].strip() if target.heading else ""
        address = target.address(self._addresses)
        return Quotation(index, address, entries, part)

    def _quoted(self, entry: Entry) -> Quoted:
        row = self._rows[entry.path]
        is_offered = self._is_offered(entry)
        return Quoted(row if is_offered else closed_row(entry, row.link.address), closed=not is_offered)
