"""A file of `reviews/` as it is read: as an entry is, but for the questions that were left untouched."""

from __future__ import annotations

import re

from journalgen.markdown.words import count_words
from journalgen.model.config import REVIEWS
from journalgen.model.entry import Entry
from journalgen.model.periods import Period
from journalgen.model.reviews import Review

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ASKS = ("?", "？", "؟", ";", "՞")


def is_review(path: str) -> bool:
    """Return whether a file of the journal lies where reviews do."""
    return path[: len(REVIEWS) + 1].casefold() == REVIEWS + "/"


def answered(body: str) -> str:
    """Return the text of a review without the questions that nothing stands under: each is an empty line then.

    A question is a heading that ends in a question mark. What stands under it ends at the next heading that is not below it.
    """
    lines = body.split("\n")
    headings = _headings(lines)
    # From the last, so that a question under which others stand is untouched where all of them are.
    for place, (at, level, text) in reversed([*enumerate(headings)]):
        end = next((next_at for next_at, other, _ in headings[place + 1 :] if other <= level), len(lines))
        if text.endswith(_ASKS) and not any(line.strip() for line in lines[at + 1 : end]):
            lines[at] = ""
    return "\n".join(lines)


def _headings(lines: list[str]) -> list[tuple[int, int, str]]:
    """Return the line, the level and the text of each heading; what looks like one in a block of code is none."""
    found: list[tuple[int, int, str]] = []
    fence = ""
    for at, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" `~\t\r"):
                fence = ""
        elif mark:
            fence = mark[1]
        elif heading := _HEADING.fullmatch(line.rstrip("\r")):
            found.append((at, len(heading[1]), heading[2]))
    return found


def review_of(entry: Entry, period: Period) -> Review:
    """Return the review that a file holds, which was read as an entry."""
    return Review(
        period=period,
        path=entry.path,
        title=entry.title,
        body=entry.body,
        written=bool(entry.attachments) or entry.words > sum(count_words(each.heading) for each in entry.sections),
        links=entry.links,
        attachments=entry.attachments,
        sections=entry.sections,
        carried=not entry.private and entry.resurface,
        private=entry.private,
    )
