"""What the writer wrote in `reviews/`, looking back on a week, a month, a quarter or a year."""

from __future__ import annotations

from msgspec import Struct

from journalgen.model.entry import Link, Section
from journalgen.model.media import Attachment
from journalgen.model.periods import Period


class Review(Struct, frozen=True):
    """A review: the period that its file is named after, its title, and the digest of its text, kept apart like an entry's.

    It is not `written` where it has headings alone. `sections` are what stands under each of its headings; nothing of one that is
    not `carried` may be shown beside another period: the writer said `private` or `resurface: no`. One that is
    `private` stays folded away on its own page, too.
    """

    period: Period
    path: str
    title: str
    body: bytes
    written: bool
    links: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    sections: tuple[Section, ...]
    carried: bool
    private: bool = False
