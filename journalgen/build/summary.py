"""What the page to take along needs besides the figures: the texts that were asked for by name, and what it is rendered with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from journalgen.build.request import Request
from journalgen.language import Language
from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.parse.dates import NotADateError, read_date
from journalgen.parse.entry import EntryParser
from journalgen.parse.letters import is_sealed
from journalgen.parse.scores import without_item9
from journalgen.plan.summary.views import IncludedText, SummaryPage
from journalgen.refusal import refused
from journalgen.render.page import SiteFrame
from journalgen.render.summary import render_summary
from journalgen.render.theme import Theme
from journalgen.source.files import read
from journalgen.source.own import read_own_theme

Reason = Literal["unknown", "private", "sealed"]


class LeftOut(Struct, frozen=True):
    """An entry that was asked for by a name, and why it does not stand there."""

    name: str
    reason: Reason


def included_texts(
    journal: Journal, folder: Path, names: Sequence[str], today: dt.date
) -> tuple[tuple[IncludedText, ...], tuple[LeftOut, ...]]:
    """Return the texts of the entries that are named by path, day or title, oldest first, and what of them is left out.

    Private entries never stand on a paper that goes to others, nor does a letter before its day.
    """
    chosen: dict[str, Entry] = {}
    left_out: list[LeftOut] = []
    for name in names:
        found = _named(journal, name)
        if not found:
            left_out.append(LeftOut(name, "unknown"))
        for entry in found:
            if entry.private:
                left_out.append(LeftOut(name, "private"))
            elif is_sealed(entry, today):
                left_out.append(LeftOut(name, "sealed"))
            else:
                chosen[entry.path] = entry
    parser = EntryParser(journal.config)
    every = (*journal.entries, *journal.undated)
    texts = [text for entry in every if entry.path in chosen and (text := _text(entry, folder, parser, today))]
    return tuple(texts), tuple(dict.fromkeys(left_out))


def _named(journal: Journal, name: str) -> list[Entry]:
    wanted = name.strip()
    every = (*journal.entries, *journal.undated)
    path = wanted.replace("\\", "/").removeprefix("./")
    if by_path := [entry for entry in every if entry.path == path]:
        return by_path
    try:
        # A day means all of its entries, though one of them may be called like it.
        day = read_date(wanted).day
    except NotADateError:
        title = " ".join(wanted.split()).casefold()
        by_path = [entry for entry in every if entry.path.rpartition(".")[0] == path]
        return by_path or [entry for entry in every if title and entry.title.casefold() == title]
    return [entry for entry in every if entry.day == day]


def _text(entry: Entry, folder: Path, parser: EntryParser, today: dt.date) -> IncludedText | None:
    """Return the text of an entry as it is seen, read anew; None where it is gone, or has become private or sealed."""
    try:
        contents = read(folder, entry.path)
    except OSError as error:
        raise refused(error, folder / entry.path) from error
    parsed = parser.parse(entry.path, contents.data) if contents else None
    if parsed is None or parsed.entry.private or is_sealed(parsed.entry, today):
        return None
    title = parsed.entry.title
    blocks = [block for line in parsed.plain.splitlines() if (block := without_item9(" ".join(line.split())))]
    if blocks and blocks[0].casefold() == title.casefold():
        blocks = blocks[1:]
    return IncludedText(parsed.entry.day, title, tuple(blocks))


def summary_html(page: SummaryPage, config: Config, request: Request, language: Language) -> str:
    """Return the page as one HTML file, in the writer's own template where there is one."""
    frame = SiteFrame(
        title=config.title or language.gettext("Journal"),
        author=None,
        language=language.tag,
        direction=language.direction,
    )
    theme = Theme(request.templates, read_own_theme(request.journal).templates)
    return render_summary(page, frame, language, theme)
