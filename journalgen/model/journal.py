"""The whole journal, read and understood."""

from __future__ import annotations

from msgspec import Struct

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Link
from journalgen.model.left_out import LeftOut
from journalgen.model.media import Attachment
from journalgen.model.prompts import Prompt
from journalgen.model.reviews import Review
from journalgen.problems import Problem


class Support(Struct, frozen=True):
    """The writer's own support plan: its title, links and attachments, and the digest of its text, kept apart like an entry's.

    `coping_plan` are the ways of coping that its front matter lists.
    """

    title: str
    body: bytes
    links: tuple[Link, ...]
    attachments: tuple[Attachment, ...] = ()
    coping_plan: tuple[str, ...] = ()


class Journal(Struct, frozen=True):
    """Every entry (dated ones in order of day, time and name; then the undated by path), and all that was noticed.

    `prompts` and `reviews` are the writer's own, the reviews in order of their paths.
    """

    config: Config
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]
    support: Support | None
    prompts: tuple[Prompt, ...] = ()
    reviews: tuple[Review, ...] = ()

    @property
    def private_files(self) -> dict[str, str]:
        """Return the code of what is told in place of a problem in each private file, by its path: no word of the file."""
        private = {entry.path: "in-private" for entry in (*self.entries, *self.undated) if entry.private}
        return private | {review.path: "in-private-review" for review in self.reviews if review.private}
