"""One entry of the journal, as the writer wrote it.

These are msgspec's structs, frozen like the dataclasses elsewhere: a journal has ten thousand of them, and they are read
from the cache twenty times as fast.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

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
    """The result of a questionnaire, such as 12 on `phq9`."""

    scale: str
    value: float


class Field(Struct, frozen=True, array_like=True, gc=False):
    """A front-matter field that journalgen gives no meaning to: kept, and shown with the entry as it was written."""

    name: str
    text: str


Status = Literal["open", "trying", "resting", "resolved"]


class Step(Struct, frozen=True, array_like=True, gc=False):
    """A step towards a goal, and whether the writer says that it is done."""

    what: str
    done: bool


class Matter(Struct, frozen=True, array_like=True, gc=False):
    """What an entry says of its thread or its goal: how it stands, what comes next, what could be done, what came of it.

    `steps` are those of a goal. All of it may be missing.
    """

    status: Status | None = None
    next: str | None = None
    options: tuple[str, ...] = ()
    outcome: str | None = None
    steps: tuple[Step, ...] = ()


class Section(Struct, frozen=True, array_like=True, gc=False):
    """What stands under a heading of the text: its paragraphs and the items of its lists, as plain text, in order.

    `heading` is as written. `kind` is what the writer's `[sections]` take it for, such as `gratitude`, else empty.
    """

    heading: str
    kind: str
    blocks: tuple[str, ...]


# Until when a letter stays sealed whose day could not be read: until somebody has mended that.
NO_DAY = dt.date.max

Form = Literal["link", "wiki", "embed", "picture"]


class Sentence(Struct, frozen=True, array_like=True, gc=False):
    """The sentence that a link stands in, as plain text: what comes before the link's words, these, and what comes after."""

    before: str
    words: str
    after: str


class Link(Struct, frozen=True, array_like=True, gc=False):
    """A link in the text to something else in the journal, as written; `index` is its number in the rendered body.

    `form` says how it is written: `[text](address)`, `[[wiki]]`, `![[embed]]`, or as a picture. `sentence` is None where it
    stands in no sentence, as a picture does.
    """

    index: int
    target: str
    line: int
    column: int
    form: Form = "link"
    sentence: Sentence | None = None


class Entry(Struct, frozen=True, array_like=True, gc=False):
    """One file of the journal that holds text.

    `path` is relative to the journal, with `/`. `day` and `time` are the civil day and time as written; `counted` is the
    day that figures count it for (the day before, for an entry of the small hours under `day_starts_at`). `body` is the
    16-byte digest of the rendered text, which is kept apart; `opening` is how the text begins, for lists. `title` is empty
    where the writer gave none. `headings` are the names of the text's headings in addresses, sorted. `name` is what the file's
    name says besides the day. `words` counts the words of the visible text, whose digest `plain` is; it is kept apart, too.
    `matter` is what it says of its thread or goal, `exercise` the name of the exercise that it is, `open_on` the day until which
    it stays sealed (`NO_DAY` where the writer's could not be read), `sealed` that this is the stand-in for such a letter, with no
    word of it. `sections` are those of an exercise, and those whose headings the writer named.
    `pictures` says whether it has any. `support_first` says that the answer to item 9 of a PHQ-9 was above 0: all that is kept of
    it, so that it can be no figure. `digest` covers everything here, so that a page that shows this entry can tell whether
    it changed; `linked` what a link to it shows, `listed` what a row in a list does, `figured` what figures are computed from,
    `reviewed` what is told of it looking back on a time, and `shared` all that pages other than its own may show.
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
    kind_words: tuple[str, ...]
    events: tuple[str, ...]
    medication: tuple[str, ...]
    aliases: tuple[str, ...]
    prompt: str | None
    thread: str | None
    goal: str | None
    matter: Matter
    exercise: str | None
    open_on: dt.date | None
    sealed: bool
    sections: tuple[Section, ...]
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
    headings: tuple[str, ...]
    words: int
    pictures: bool
    support_first: bool
    body: bytes
    plain: bytes
    problems: tuple[Problem, ...]
    linked: bytes
    listed: bytes
    figured: bytes
    reviewed: bytes
    shared: bytes
    digest: bytes

    @property
    def about_words(self) -> int:
        """Return how long the text is, as pages other than the entry's own say it: to 10 words below 100, else to 50.

        A few words more or less then rewrite no page but the entry's. A text of any length has 10 at least.
        """
        step = 10 if self.words < 95 else 50
        return max(10, (self.words + step // 2) // step * step) if self.words else 0

    @property
    def mood(self) -> Measure | None:
        """Return the mood that the writer gave the entry, if any."""
        for measure in self.measures:
            if measure.metric == "mood":
                return measure
        return None

    @property
    def written_on(self) -> dt.date | None:
        """Return the day that it counts for as one on which something was written, None where nothing is written in it yet.

        A new entry that was left as it was made holds a heading at most, or those of an exercise, and fields that a template
        fills in: a title, the weather, what it is to be about.
        """
        if self.opening and not self.exercise:
            return self.counted
        is_text = self.words > len(self.title.split()) and not self.exercise
        said = (
            is_text, any(each.blocks for each in self.sections), self.pictures, self.attachments, self.measures, self.scores,
            self.coping, self.emotions, self.people, self.places, self.activities, self.triggers, self.tags, self.gratitude,
            self.wins, self.kind_words, self.events, self.medication, self.fields,
        )  # fmt: skip
        return self.counted if any(said) else None
