"""What the pages see that look back on a time."""

from __future__ import annotations

from msgspec import Struct

from journalgen.analysis.vocabulary import ApartWord
from journalgen.plan.figures.metrics.change import Change
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.figures.patterns import Towards
from journalgen.plan.views import AttachedFile, Link, NameLink, PeriodView, Photo


class Carried(Struct, frozen=True, gc=False):
    """What the writer wanted to try after an earlier time, a paragraph each."""

    period: PeriodView
    blocks: tuple[str, ...]


class MetricInPeriod(Struct, frozen=True, gc=False):
    """A metric in a time: its days with a value and their mean, and the same of the time before, and what changed from then.

    `change` is None where there are too few days. A mean is None where no day has a value, or fewer than three have and all of
    them are private.
    """

    name: MetricName
    days: int
    mean: float | None
    before: int
    mean_before: float | None
    change: Change | None


class NameTimes(Struct, frozen=True, gc=False):
    """A name, and how many entries use it."""

    link: NameLink
    entries: int


class CopingTimes(Struct, frozen=True, gc=False):
    """A way of coping of the writer's plan: how often it was used, and the means of the `n` pairs of numbers before and after."""

    link: NameLink
    uses: int
    n: int
    before: float | None
    after: float | None


class Watched(Struct, frozen=True, gc=False):
    """What goes along with better or with harder days over the whole journal, and on how many days of a time it was there.

    `day_after` says that it is the day after that is another.
    """

    name: NameLink
    metric: MetricName
    towards: Towards
    day_after: bool
    address: str
    days: int


class Said(Struct, frozen=True, gc=False):
    """Something that went well, or that the writer was grateful for, and the entry that says so."""

    text: str
    link: Link


class Moved(Struct, frozen=True, gc=False):
    """A thread or a goal that was written on: in how many entries, what the newest of them says, and that entry."""

    thread: NameLink
    entries: int
    status: str | None
    next: str | None
    link: Link


class ReviewPage(Struct, frozen=True, gc=False):
    """A week, a month, a quarter or a year, looked back on.

    `body` is the digest of what the writer wrote about it, None where that is nothing, `private` that it is folded
    away; `targets` and `files` belong to its links.
    It is `over` or still going on. Of entries that may not be offered there are the numbers, and the days: `closed` are the
    links to them in a week or a month, of longer times there is their count alone. With `figures` False no number is shown.
    `wins_in_all`, `gratitude_in_all` and `photos_in_all` are of how many those were chosen. `harder` says that a number was
    clearly on the harder side. `questions` are to be answered by the writer, `above` and `within` other times to go to.
    """

    period: PeriodView
    before: PeriodView | None
    over: bool
    figures: bool
    title: str
    body: bytes | None
    private: bool
    targets: tuple[str | None, ...]
    files: tuple[AttachedFile | None, ...]
    carried: Carried | None
    entries: int
    days: int
    words: int
    metrics: tuple[MetricInPeriod, ...]
    harder: bool
    feelings: tuple[NameTimes, ...]
    watched: tuple[Watched, ...]
    coping: tuple[CopingTimes, ...]
    other_coping: tuple[NameLink, ...]
    wins: tuple[Said, ...]
    wins_in_all: int
    gratitude: tuple[Said, ...]
    gratitude_in_all: int
    photos: tuple[Photo, ...]
    photos_in_all: int
    gallery: str | None
    apart: tuple[ApartWord, ...]
    moved: tuple[Moved, ...]
    listed: tuple[Link, ...]
    starred: tuple[Link, ...]
    longest: Link | None
    longest_words: int
    most_linked: Link | None
    links: int
    closed: tuple[Link, ...]
    closed_entries: int
    questions: tuple[str, ...]
    previous: PeriodView | None
    next: PeriodView | None
    above: tuple[PeriodView, ...]
    within: tuple[PeriodView, ...]
    calendar: str | None


class WeeksOfMonth(Struct, frozen=True, gc=False):
    """A month, and its weeks: each stands with the month of its Thursday."""

    month: PeriodView
    weeks: tuple[PeriodView, ...]


class TimesOfYear(Struct, frozen=True, gc=False):
    """A year with its quarters and months."""

    year: PeriodView
    quarters: tuple[PeriodView, ...]
    months: tuple[WeeksOfMonth, ...]


class ReviewsPage(Struct, frozen=True, gc=False):
    """Every time that can be looked back on, the newest year first.

    `latest` are the last ones that are over, the shortest first; `written` the names of those that the writer wrote about.
    """

    latest: tuple[PeriodView, ...]
    years: tuple[TimesOfYear, ...]
    written: tuple[str, ...]
