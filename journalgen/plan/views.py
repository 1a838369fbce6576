"""What each template may see: frozen values, closed, so that a page's digest covers everything that can appear on it.

Another entry is shown by one small type for each purpose (a link, a row, a calendar's day), so that editing one body
rewrites one page. Addresses are those of pages within the site; templates make them relative.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from journalgen.model.entry import Entry, Sentence
from journalgen.model.media import MediaFile
from journalgen.model.periods import Kind
from journalgen.plan.figures.patterns import PatternView
from journalgen.problems import Problem


class Link(Struct, frozen=True, array_like=True, gc=False):
    """An entry to go to. `title` is empty where the writer gave none; then the day (or the file's `name`) stands for it.

    `sealed` says that a letter lies there which is not to be opened yet.
    """

    address: str
    title: str
    day: dt.date | None
    time: dt.time | None
    name: str
    digest: bytes
    sealed: bool = False


class Mood(Struct, frozen=True, gc=False):
    """A mood to show: the value as written, and its level from 0 (the scale's lower end) to 6 (its upper)."""

    text: str
    level: int


class Length(Struct, frozen=True, gc=False):
    """How long a day's text is: about how many words it has, and its depth from 1 (the least) to 4."""

    words: int
    depth: int


class Row(Struct, frozen=True, gc=False):
    """An entry in a list. `opening` is how it begins, empty where that is not to be shown unasked; `sealed` as of an entry."""

    link: Link
    opening: str
    mood: Mood | None
    starred: bool
    private: bool
    draft: bool
    problems: bool
    digest: bytes
    sealed: bool = False


class DayCell(Struct, frozen=True, gc=False):
    """A day in a calendar. `address` is None on a day without an entry; `mood` is that of the day, the mean of its entries'.

    Neither `mood` nor `length` knows anything of private entries; both are None where there are no others.
    """

    day: dt.date
    address: str | None
    entries: int
    mood: Mood | None
    digest: bytes
    length: Length | None = None


class MonthGrid(Struct, frozen=True, gc=False):
    """A month as a calendar shows it: weeks of seven days, None for days of other months.

    `words` are about how many its days have together; `mood` is the mean of its days' moods, `moods` how many those are.
    """

    year: int
    month: int
    address: str | None
    weeks: tuple[tuple[DayCell | None, ...], ...]
    days: int
    entries: int
    digest: bytes
    words: int = 0
    mood: Mood | None = None
    moods: int = 0


class PeriodLink(Struct, frozen=True, gc=False):
    """A year (`month` None) or a month to go to."""

    address: str
    year: int
    month: int | None


class NameLink(Struct, frozen=True, array_like=True, gc=False):
    """A tag, person, place or the like to go to."""

    kind: str
    name: str
    address: str
    digest: bytes


class NameCount(Struct, frozen=True, gc=False):
    """A name with the number of entries that use it."""

    link: NameLink
    entries: int


class NamesOfKind(Struct, frozen=True, array_like=True, gc=False):
    """The names of one kind that an entry uses, as it spells them."""

    kind: str
    names: tuple[NameLink, ...]
    digest: bytes


class MeasureView(Struct, frozen=True, array_like=True, gc=False):
    """A metric's value on an entry's page: its label, the numbers as text, its unit and upper end, if there are any.

    `level` is where the value lies on its scale, 0 to 6, or None without one. `address` is that of the metric's page, if it has
    one.
    """

    metric: str
    label: str | None
    value: str
    before: str | None
    unit: str | None
    out_of: str | None
    level: int | None
    digest: bytes
    address: str | None = None


class ScoreView(Struct, frozen=True, array_like=True, gc=False):
    """The score of a questionnaire on an entry's page: its label, the number as text, its upper end, and where its page is."""

    label: str
    value: str
    out_of: str | None
    address: str | None
    digest: bytes


class DayOfYear(Struct, frozen=True, gc=False):
    """A day of every year, 29 February among them, the years that have an entry on it, and its page."""

    month: int
    day: int
    years: int
    address: str
    digest: bytes


EchoSpan = Literal["week-before", "month-before", "year-before", "year-later"]


class Echo(Struct, frozen=True, array_like=True, gc=False):
    """An entry that was written a while before or after another: `when` names the span."""

    when: EchoSpan
    address: str


class OnThisDay(Struct, frozen=True, gc=False):
    """What other years have on the day of the build: `rows` newest first, `closed` the entries that may not be offered.

    `starts` is when the writer's day does, in minutes after midnight.
    """

    day: dt.date
    address: str
    rows: tuple[Row, ...]
    closed: tuple[Link, ...]
    starts: int


class Rhythm(Struct, frozen=True, gc=False):
    """How many of the last `of` days have an entry, the day of the build included."""

    days: int
    of: int


class PromptLink(Struct, frozen=True, array_like=True, gc=False):
    """A prompt in words, and where it stands on the page of all prompts; `address` is None where it does not."""

    text: str
    address: str | None


class BeliefView(Struct, frozen=True, array_like=True, gc=False):
    """How much a thought was believed before it was looked at and after, from 0 to 100; `thought` is empty where it is not said."""

    thought: str
    before: float
    after: float


class TriedView(Struct, frozen=True, array_like=True, gc=False):
    """The step that was chosen for a problem, and what came of it, empty where nothing is said of it."""

    step: str
    outcome: str


class DayOfSeries(Struct, frozen=True, array_like=True, gc=False):
    """A day of an exercise that goes over several: `number` counts from 1, `links` lead to its entries but the page's own.

    `here` says that the page's entry is of it. Of a `closed` one, neither title nor mood may be shown.
    """

    number: int
    day: dt.date
    links: tuple[Link, ...]
    here: bool
    mood: Mood | None
    closed: bool


class ExerciseOfEntry(Struct, frozen=True, array_like=True, gc=False):
    """The exercise that an entry did, where it stands among all, and what the site reads from its headings, if anything.

    `series` are the days of one that goes over several, oldest first.
    """

    title: str
    address: str
    belief: BeliefView | None = None
    tried: TriedView | None = None
    series: tuple[DayOfSeries, ...] = ()


class NextStep(Struct, frozen=True, array_like=True, gc=False):
    """What the writer wanted to come next, and the thread or goal in which."""

    text: str
    name: str
    address: str


class PeriodView(Struct, frozen=True, array_like=True, gc=False):
    """A week, a month, a quarter or a year, and where it is looked back on; `address` is None where it has no such page."""

    kind: Kind
    name: str
    first: dt.date
    last: dt.date
    address: str | None
    digest: bytes


class Home(Struct, frozen=True, gc=False):
    """The first page.

    Of the newest entries `latest` is the newest that may be offered, `recent` the others, and `closed` those that may not;
    `year` holds the months of the newest year. `anywhere` is the address of an entry of the day's choice, `prompt` something to
    write from on the day of the build, `next_step` what was lately to come next. `support_first` says that Support stands before
    all else, `welcome` that the writer came back after a while; `rhythm` is None where nothing is to be counted. `opened` are
    letters to a later day that were sealed until lately: their day alone. `strengths` is the address of what went well, if there
    is anything. `review` is a time that has just ended and may be looked back on, `reviews` where all of them stand.
    """

    today: dt.date
    latest: Row | None
    recent: tuple[Row, ...]
    closed: tuple[Link, ...]
    on_this_day: OnThisDay | None
    anywhere: str | None
    year: int | None
    months: tuple[MonthGrid, ...]
    rhythm: Rhythm | None
    first: dt.date | None
    entries: int
    days: int
    undated: int
    errors: int
    warnings: int
    prompt: PromptLink | None = None
    welcome: bool = False
    support_first: bool = False
    next_step: NextStep | None = None
    opened: tuple[Link, ...] = ()
    strengths: str | None = None
    review: PeriodView | None = None
    reviews: str | None = None


class AttachedFile(Struct, frozen=True, gc=False):
    """A file that a text shows or links to, with what the writer said of it, both empty where nothing was said.

    `width` and `height` are what a picture is laid out at, in pixels; `is_narrow` says that this is less than a line's width.
    """

    shown: bool
    alt: str
    title: str
    width: int
    height: int
    is_narrow: bool
    file: MediaFile
    digest: bytes


class Quoted(Struct, frozen=True, array_like=True, gc=False):
    """An entry that an embed shows; of a `closed` one no word may be shown unasked."""

    row: Row
    closed: bool


class Quotation(Struct, frozen=True, array_like=True, gc=False):
    """What an embed shows: the entry that it means, or a day's several; `index` and `address` are its own link's.

    `part` are the words of the heading that it asks for, empty where it means the whole.
    """

    index: int
    address: str
    entries: tuple[Quoted, ...]
    part: str


class Backlink(Struct, frozen=True, array_like=True, gc=False):
    """An entry that links to a page, and the sentences in which it does, at most two.

    Of a `closed` one no word may be shown unasked: its link holds the day alone.
    """

    link: Link
    sentences: tuple[Sentence, ...]
    closed: bool


class Related(Struct, frozen=True, array_like=True, gc=False):
    """An entry that has something in common with another, and what: people, other names, a thread.

    Where it is none of these, both link to the same entry.
    """

    link: Link
    people: tuple[str, ...]
    names: tuple[str, ...]
    thread: str | None


class ThreadPlace(Struct, frozen=True, array_like=True, gc=False):
    """An entry's place in a thread or a goal (`kind`): its name, its page, and the entries before and after it, by their days."""

    kind: str
    name: str
    address: str
    previous: Link | None
    next: Link | None


class Surroundings(Struct, frozen=True, array_like=True, gc=False):
    """All that an entry's page shows besides the entry.

    It changes only where something changes that other pages may show of an entry, this one included. `targets` are the
    addresses that the links of its text lead to, by their index; None where there is none. `siblings` are the day's other
    entries and `day_address` the page of the day, where the day has several. `quotations` are what its embeds show,
    `backlinks` the entries that link to it, `dead` what is wrong with its links; `echoes` are entries of a week, a month or
    a year away. Other entries that may not be offered are their day alone. `files` are those of its attachments, as `targets`
    are those of its links. `prompt` is what it answered, `exercise` what it did. `support_first` is as on home. `threads` are its
    thread and its goal.
    """

    private: bool
    names: tuple[NamesOfKind, ...]
    measures: tuple[MeasureView, ...]
    targets: tuple[str | None, ...]
    previous: Link | None
    next: Link | None
    siblings: tuple[Link, ...]
    day_address: str | None
    quotations: tuple[Quotation, ...] = ()
    backlinks: tuple[Backlink, ...] = ()
    related: tuple[Related, ...] = ()
    dead: tuple[Problem, ...] = ()
    echoes: tuple[Echo, ...] = ()
    files: tuple[AttachedFile | None, ...] = ()
    prompt: PromptLink | None = None
    scores: tuple[ScoreView, ...] = ()
    support_first: bool = False
    exercise: ExerciseOfEntry | None = None
    threads: tuple[ThreadPlace, ...] = ()


class EntryPage(Surroundings, frozen=True, kw_only=True, gc=False):
    """One entry, and what stands around it."""

    entry: Entry


class DayPage(Struct, frozen=True, gc=False):
    """A day with several entries; `backlinks` are the entries that link to the day."""

    day: dt.date
    mood: Mood | None
    rows: tuple[Row, ...]
    previous: Link | None
    next: Link | None
    backlinks: tuple[Backlink, ...] = ()


class MonthPage(Struct, frozen=True, gc=False):
    """A month: its calendar and its entries in order.

    `photos` is the address of its gallery, `review` that of where it is looked back on, if there is one.
    """

    grid: MonthGrid
    rows: tuple[Row, ...]
    previous: PeriodLink | None
    next: PeriodLink | None
    photos: str | None = None
    review: str | None = None


class YearPage(Struct, frozen=True, gc=False):
    """A year: its months as far as the journal reaches, day by day; `photos` and `review` as of a month."""

    year: int
    months: tuple[MonthGrid, ...]
    entries: int
    days: int
    previous: PeriodLink | None
    next: PeriodLink | None
    photos: str | None = None
    review: str | None = None


class Photo(Struct, frozen=True, gc=False):
    """A picture in a gallery, with what the writer said of it, and the entry that shows it."""

    file: MediaFile
    alt: str
    title: str
    link: Link


class PhotosOfMonth(Struct, frozen=True, gc=False):
    """The photos of a month, and where they have a page."""

    month: int
    address: str
    photos: tuple[Photo, ...]


class GalleryPage(Struct, frozen=True, gc=False):
    """The photos of a year (`month` None) by its months, or of one month."""

    year: int
    month: int | None
    groups: tuple[PhotosOfMonth, ...]
    previous: PeriodLink | None
    next: PeriodLink | None


class MonthCount(Struct, frozen=True, gc=False):
    """A month in the archive: its page, or None where nothing was written, and how many of its days have an entry."""

    month: int
    address: str | None
    days: int


class YearCount(Struct, frozen=True, gc=False):
    """A year in the archive."""

    year: int
    address: str
    entries: int
    days: int
    months: tuple[MonthCount, ...]


class ArchivePage(Struct, frozen=True, gc=False):
    """All years, newest first; `undated` is the number of entries without a day, `reviews` where times are looked back on."""

    years: tuple[YearCount, ...]
    undated: int
    reviews: str | None = None


class Occasion(Struct, frozen=True, gc=False):
    """A time that a name was used; `address` is None where the entry may not be offered."""

    day: dt.date
    address: str | None


class YearOfUse(Struct, frozen=True, gc=False):
    """How many entries of each month of a year use a name, and how that is shaded: 0 for none, else 1 to 4."""

    year: int
    entries: tuple[int, ...]
    levels: tuple[int, ...]


class Timeline(Struct, frozen=True, gc=False):
    """When a name was used, year by year, oldest first."""

    years: tuple[YearOfUse, ...]
    digest: bytes


class Companions(Struct, frozen=True, gc=False):
    """The names of one kind that stand most often beside another, most often first, with the entries they share."""

    kind: str
    names: tuple[NameCount, ...]
    digest: bytes


class NamePage(Struct, frozen=True, gc=False):
    """A tag, person, place or the like: its entries newest first; for a nested tag what is above and below it.

    `timeline` is None where there is too little for one. `watched` are the patterns of days with it that stand out.
    """

    kind: str
    name: str
    rows: tuple[Row, ...]
    first: Occasion | None
    last: Occasion | None
    parent: NameLink | None
    children: tuple[NameCount, ...]
    timeline: Timeline | None
    companions: tuple[Companions, ...]
    watched: tuple[PatternView, ...] = ()


class KindPage(Struct, frozen=True, gc=False):
    """All names of one kind, in alphabetical order."""

    kind: str
    names: tuple[NameCount, ...]


class KindSummary(Struct, frozen=True, gc=False):
    """A kind on the page that lists the kinds: how many names it has and the most used of those that may be offered."""

    kind: str
    address: str
    count: int
    names: tuple[NameCount, ...]


class BrowsePage(Struct, frozen=True, gc=False):
    """The kinds of names that the journal has; `threads` are the most used threads and goals to suggest, None without any."""

    kinds: tuple[KindSummary, ...]
    threads: tuple[NameCount, ...] | None = None


class OnThisDayPage(Struct, frozen=True, gc=False):
    """A day of every year: its entries of all years newest first, and the links to those that may not be offered."""

    month: int
    day: int
    rows: tuple[Row, ...]
    closed: tuple[Link, ...]
    previous: DayOfYear
    next: DayOfYear


class DaysOfYearPage(Struct, frozen=True, gc=False):
    """All days of the year, month by month. `anywhere` is the address of an entry of the day's choice."""

    months: tuple[tuple[DayOfYear, ...], ...]
    anywhere: str | None
    starts: int


class UndatedPage(Struct, frozen=True, gc=False):
    """The entries without a day."""

    rows: tuple[Row, ...]


class SearchPage(Struct, frozen=True, gc=False):
    """The page that searches: the addresses of what is searched, newest year first, and the names of the journal's metrics."""

    shards: tuple[str, ...]
    metrics: tuple[str, ...]


class Answers(Struct, frozen=True, gc=False):
    """The entries that answered a prompt, newest first: `links` to those that may be offered, `closed` to the others.

    `words` are about how many one wrote, `mood` is the mean of the moods that came with it, in `moods` entries; both are counted
    over what may be offered, and None where that is fewer than two.
    """

    links: tuple[Link, ...]
    closed: tuple[Link, ...]
    words: int | None
    mood: Mood | None
    moods: int


class PromptView(Struct, frozen=True, gc=False):
    """A prompt among all: its place on the page, its words, and what answered it, if anything did.

    `depth` and `form` are None for a question that stands in entries alone.
    """

    anchor: str
    text: str
    depth: str | None
    form: str | None
    answers: Answers | None


class PromptsOfTheme(Struct, frozen=True, gc=False):
    """The prompts of a theme: one of journalgen's, `own`, or what the writer calls it."""

    theme: str
    prompts: tuple[PromptView, ...]


class PromptsPage(Struct, frozen=True, gc=False):
    """All prompts by theme; `closed` are entries whose own question may not be said."""

    themes: tuple[PromptsOfTheme, ...]
    closed: tuple[Link, ...]


class SupportPage(Struct, frozen=True, gc=False):
    """The writer's own plan for hard times; `body` is the digest of its text, None where the writer has made none yet.

    `targets` are the addresses that the links of its text lead to, `files` those of its attachments. `strengths` is as on home,
    `coping_plan` what the writer means to try.
    """

    title: str | None
    body: bytes | None
    targets: tuple[str | None, ...]
    files: tuple[AttachedFile | None, ...] = ()
    strengths: str | None = None
    coping_plan: tuple[str, ...] = ()


class ProblemRow(Struct, frozen=True, gc=False):
    """A problem and the entry that it is in, if it is in one that has a page."""

    problem: Problem
    link: Link | None


class ProblemsPage(Struct, frozen=True, gc=False):
    """Everything that could not be understood, in the order of the files."""

    rows: tuple[ProblemRow, ...]
