"""One entry of the journal, as the writer wrote it.

These are msgspec's structs, frozen like the dataclasses elsewhere: a journal has ten thousand of them, and they are read
from the cache twenty times as fast.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from journalgen.model.media import Attachment
from journalgen.problems import Problem


class Measure(Struct, frozen=True, array_like=True, gc=False):
    """A number that the writer gave a metric: the value that stands for the entry, and the one before, if there were two.

    `{before: 4, after: 7}` has the value 7 and `before` 4. The unit is the metric's own; hours for `sleep: 7:30`.
    """

    metric: str
    value: float
    before: float | None = None


class Coping(Struct, frozen=True, array_like=True, gc=False):
    """A coping technique that the writer used, and how they felt before and after it, where they said so."""

    what: str
    before: float | None = None
    after: float | None = None


class Score(Struct, frozen=True, array_like=True, gc=False):
    """The result of a questionnaire, such as 12 on `phq9`; `item9` is kept apart and never a figure."""

    scale: str
    value: float
    item9: int | None = None


class Field(Struct, frozen=True, array_like=True, gc=False):
    """A front-matter field that journalgen gives no meaning to: kept, and shown with the entry as it was written."""

    name: str
    text: str


class Link(Struct, frozen=True, array_like=True, gc=False):
    """A link in the text to something else in the journal, as written; `index` is its number in the rendered body."""

    index: int
    target: str
    line: int
    column: int


class Entry(Struct, frozen=True, array_like=True, gc=False):
    """One file of the journal that holds text.

    `path` is relative to the journal, with `/`. `day` and `time` are the civil day and time as written; `counted` is the
    day that figures count it for (the day before, for an entry of the small hours under `day_starts_at`). `body` is the
    16-byte digest of the rendered text, which is kept apart; `opening` is how the text begins, for lists. `title` is empty
    where the writer gave none. `name` is what the file's name says besides the day. `words` counts the words of the visible
    text. `digest` covers everything here, so that a page that shows this entry can tell whether it changed; `linked` what a
    link to it shows, `listed` what a row in a list does, and `shared` all that pages other than its own may show.
    """

    path: str
    day: dt.date | None
    counted: dt.date | None
    time: dt.time | None
    name: str
    title: str
    opening: str
    tags: tuple[str, ...]
    emotions: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    activities: tuple[str, ...]
    triggers: tuple[str, ...]
    coping: tuple[Coping, ...]
    measures: tuple[Measure, ...]
    scores: tuple[Score, ...]
    gratitude: tuple[str, ...]
    wins: tuple[str, ...]
    events: tuple[str, ...]
    medication: tuple[str, ...]
    aliases: tuple[str, ...]
    prompt: str | None
    thread: str | None
    weather: str | None
    location: str | None
    lang: str | None
    starred: bool
    private: bool
    draft: bool
    resurface: bool
    fields: tuple[Field, ...]
    links: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    words: int
    body: bytes
    problems: tuple[Problem, ...]
    linked: bytes
    listed: bytes
    shared: bytes
    digest: bytes

    @property
    def has_pictures(self) -> bool:
        """Say whether the text shows a picture."""
        return any(each.is_picture for each in self.attachments)

    @property
    def mood(self) -> Measure | None:
        """Return the mood that the writer gave the entry, if any."""
        for measure in self.measures:
            if measure.metric == "mood":
                return measure
        return None
