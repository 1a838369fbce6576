"""What the page to take along shows, and what it is asked for."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from journalgen.analysis.changes import Span
from journalgen.model.scales import Better
from journalgen.plan.figures.effects import Effect
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.figures.patterns import PatternView
from journalgen.plan.figures.scales import ScoreChange

Part = Literal["numbers", "patterns", "questionnaires", "feelings", "medication", "events"]


class Asked(Struct, frozen=True):
    """What the writer wants on the page.

    `metrics` are those to tell of, all where none is named; `without` the metrics and questionnaires to leave out, `parts` the
    parts to leave out. Names that are the writer's own words stand there only where they are asked for: `names` are tags, places,
    activities, triggers and what was tried, `people` those who were named. With `closed` it tells, too, of what the site keeps
    closed unless it is opened: low days, and what is quiet.
    """

    period: Span
    metrics: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    names: bool = False
    people: bool = False
    closed: bool = False


class NumberRow(Struct, frozen=True, gc=False):
    """A metric in the period and in as many days before: on how many days it has a value, the mean, the lowest and the highest.

    `scale` are the ends of its scale, None where it has none. `mean_before` is None without a day before, and `change` where there
    are too few days for an interval.
    """

    name: MetricName
    scale: tuple[float, float] | None
    days: int
    mean: float
    low: float
    high: float
    days_before: int
    mean_before: float | None
    change: Effect | None


class ScoreLine(Struct, frozen=True, gc=False):
    """A score as it was written, and its day."""

    day: dt.date
    value: str


class ScaleLines(Struct, frozen=True, gc=False):
    """The scores of a questionnaire, oldest first: those of the period, and the last before it.

    `change` is that of the newest against the first of these, None of a single one; `earlier` are not listed.
    """

    label: str
    ends: tuple[str, str] | None
    better: Better
    scores: tuple[ScoreLine, ...]
    change: ScoreChange | None
    earlier: int


class Noted(Struct, frozen=True, gc=False):
    """What happened on a day, or which medication was noted from it on, as written."""

    day: dt.date
    kind: Literal["event", "medication"]
    words: tuple[str, ...]


class NameDays(Struct, frozen=True, gc=False):
    """A name, and on how many days of the period it was noted."""

    name: str
    days: int


class NamesLine(Struct, frozen=True, gc=False):
    """The names of a kind that came most often, and how many more there are."""

    kind: str
    names: tuple[NameDays, ...]
    more: int


class Tried(Struct, frozen=True, gc=False):
    """A way of coping: how often it was noted in the period, and the means of the `pairs` of numbers before it and after it."""

    name: str
    uses: int
    pairs: int
    before: float | None
    after: float | None


class IncludedText(Struct, frozen=True, gc=False):
    """The text of an entry that was asked for by name, as it is seen: one block a line."""

    day: dt.date | None
    title: str
    blocks: tuple[str, ...]


class SummaryPage(Struct, frozen=True, gc=False):
    """Some days of a journal to take along, and as many before them to compare with.

    `written` of the `days` have an entry, and `written_before` of the days before. `more_numbers` metrics are not told of.
    `patterns` are of all days up to the last, `pattern_days` of which have an entry; `tests` is how many comparisons were made.
    `more_noted` of what was noted is older than what is listed. `private_counted` says that entries marked private count. `style`
    is put in where the page is rendered.
    """

    first: dt.date
    last: dt.date
    days: int
    written: int
    written_before: int
    numbers: tuple[NumberRow, ...]
    more_numbers: int
    patterns: tuple[PatternView, ...]
    pattern_days: int
    tests: int
    scales: tuple[ScaleLines, ...]
    feelings: NamesLine | None
    noted: tuple[Noted, ...]
    more_noted: int
    tried: tuple[Tried, ...]
    names: tuple[NamesLine, ...]
    included: tuple[IncludedText, ...]
    private_counted: bool
    style: str = ""
