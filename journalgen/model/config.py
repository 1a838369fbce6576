"""What `journal.toml` says, with the defaults that serve without it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from journalgen.model.scales import KNOWN as KNOWN_SCALES
from journalgen.model.scales import Better, ScaleConfig

Undated = Literal["auto", "list", "hide"]


class MetricConfig(Struct, frozen=True):
    """What the writer says of one metric: its label, the ends of its scale, its unit, which way is better, its words."""

    name: str
    label: str | None = None
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    better: Better = "neither"
    words: tuple[tuple[str, float], ...] = ()


class Pause(Struct, frozen=True):
    """A stretch of days, both ends included, in which the writer means not to write; without an end it still lasts."""

    first: dt.date
    last: dt.date | None = None
    reason: str | None = None


class Quiet(Struct, frozen=True):
    """What the writer does not want brought up unasked: a stretch of days, tags with all within them, people.

    Both ends are included, and either may be missing; a table that names no days has `has_days` False. Each thing that is
    named is quiet by itself: days and a person in one table are those days, and that person at any time.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    has_days: bool = False
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Alias(Struct, frozen=True):
    """Another spelling of a name; `kind` is tags, people, places, emotions, activities, triggers or coping, or `*` for all."""

    kind: str
    spelling: str
    name: str


# What the headings of a text may be taken for.
SECTION_KINDS = ("gratitude", "wins", "kind_words", "coping")


class SectionHeadings(Struct, frozen=True):
    """The headings under which the writer keeps one kind of thing: gratitude, wins, kind words, what they coped with."""

    kind: str
    headings: tuple[str, ...]


# A feeling lies between so many steps below the middle and as many above.
FEELING_STEPS = 2


class FeelingConfig(Struct, frozen=True):
    """What the writer says of a feeling: words that mean nearly the same, and where it lies, from -2 to 2; None leaves it."""

    name: str
    words: tuple[str, ...] = ()
    pleasant: float | None = None
    stirred: float | None = None


FILE = "journal.toml"
SUPPORT_FILE = "support.md"
PROMPTS_FILE = "prompts.toml"
# The folder of what the writer writes looking back.
REVIEWS = "reviews"

# Numbers that name or count something else, and so are no measure of the writer's days.
NOT_METRICS = (
    "year", "month", "week", "day", "quarter", "id", "uid", "uuid", "version", "zip", "zipcode", "postcode", "phone",
    "telephone", "order", "weight_order", "position", "index", "isbn", "page", "pages", "rating_count", "created",
    "modified", "updated", "timestamp", "epoch", "latitude", "longitude", "lat", "lng", "lon", "altitude", "number",
)  # fmt: skip

# What a new entry leaves room for, unless the writer names other fields.
ASKED = ("mood",)
# When a reminder comes, unless the writer says otherwise: in the evening, on any day of the week.
REMIND_AT = dt.time(20, 30)
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)

MOOD = MetricConfig("mood", min=1, max=10, better="higher")


class Config(Struct, frozen=True):
    """The configuration of a journal; every field has a default that serves without `journal.toml`.

    `first_day_of_week` counts from Monday = 0; None leaves it to the locale. `output` and `state` are folders, relative
    to the journal or absolute; `state` None means `.journalgen` in the journal. `language` None is English for the site.
    `quiet_below` is the mood at or below which a day is not brought up unasked: None leaves it at the lowest fifth of the
    scale, False turns it off. `figures` False puts every figure away; `patterns_people` lets people be factors of patterns.
    `words_closer` adds the page of words that research looked at, `words_left_out` are never among those that are told.
    `coping_plan` are the coping techniques that the writer means to use; `support.md` may list more, and no other is ever offered.
    `prompts_show` False leaves the day's prompt off the first page. `reviews_show` False leaves out every page that looks back on
    a time, `reviews_figures` False the figures on them.
    `rest_days` are the days of a week without an entry that interrupt no run; `rhythm` False removes every counter.
    `new_ask` are the fields that a new entry leaves room for. `remind_at` and `remind_days`, from Monday = 0, say when a reminder
    may come.
    """

    title: str | None = None
    author: str | None = None
    language: str | None = None
    first_day_of_week: int | None = None
    day_starts_at: dt.time = dt.time(0)
    output: str = "site"
    state: str | None = None
    ignore: tuple[str, ...] = ()
    undated: Undated = "auto"
    metrics: tuple[MetricConfig, ...] = ()
    not_metrics: tuple[str, ...] = NOT_METRICS
    pauses: tuple[Pause, ...] = ()
    quiet_below: float | Literal[False] | None = None
    quiet: tuple[Quiet, ...] = ()
    aliases: tuple[Alias, ...] = ()
    feelings: tuple[FeelingConfig, ...] = ()
    plain_names: bool = False
    smart_quotes: bool = False
    remote_images: bool = False
    figures: bool = True
    patterns_people: bool = False
    words_closer: bool = False
    words_left_out: tuple[str, ...] = ()
    coping_plan: tuple[str, ...] = ()
    prompts_show: bool = True
    reviews_show: bool = True
    reviews_figures: bool = True
    sections: tuple[SectionHeadings, ...] = ()
    scales: tuple[ScaleConfig, ...] = ()
    rhythm: bool = True
    rest_days: int = 0
    new_ask: tuple[str, ...] = ASKED
    remind_at: dt.time = REMIND_AT
    remind_days: tuple[int, ...] = EVERY_DAY

    @property
    def site_language(self) -> str:
        """Return the language of the site: what was configured, whatever the system's may be."""
        return self.language or "en"

    def metric(self, name: str) -> MetricConfig:
        """Return what is known of the metric of that name: the writer's settings, else the defaults."""
        for each in self.metrics:
            if each.name == name:
                return each
        return MOOD if name == "mood" else MetricConfig(name)

    def scale(self, name: str) -> ScaleConfig:
        """Return what is known of the questionnaire of that name: the writer's settings, else what its authors say."""
        for each in self.scales:
            if each.name == name:
                return each
        return KNOWN_SCALES.get(name) or ScaleConfig(name)
