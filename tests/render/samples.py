"""Literal views of every kind, and a site in a folder made of them."""

from __future__ import annotations

import calendar
import datetime as dt
import shutil
from pathlib import Path

from msgspec.structs import replace

from journalgen.analysis.lengths import MonthLength, YearLengths, year_lengths
from journalgen.analysis.scales import Scored
from journalgen.analysis.streaks import Streak
from journalgen.analysis.vocabulary import ApartWord, Stretch
from journalgen.language import load
from journalgen.model.config import MetricConfig
from journalgen.model.entry import NO_DAY, Coping, Entry, Field, Matter, Measure, Score, Sentence, Step
from journalgen.model.own import OwnFile
from journalgen.model.scales import KNOWN
from journalgen.plan import views
from journalgen.plan.exercises import ExercisesPage, ExerciseView
from journalgen.plan.figures.closer_words import CloserWordsPage, GroupOfWords, ListOfWords, MonthShares
from journalgen.plan.figures.monthly import bars, course, number_of
from journalgen.plan.figures.rhythm import (
    Bar,
    LengthBar,
    MonthOfDays,
    MonthOfStrength,
    RhythmPage,
    TimeBar,
    WeekdayBar,
    YearOfDays,
)
from journalgen.plan.figures.scales import (
    ScalePage,
    ScalesPage,
    ScaleSummary,
    ScoreChange,
    ScoreRow,
    SourceView,
)
from journalgen.plan.figures.score_chart import score_chart
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.figures.words import MonthWords, WordsPage, YearApart, YearWords
from journalgen.plan.on_this_day import DAYS
from journalgen.plan.pages import Page
from journalgen.plan.strengths import (
    KindOfStrengths,
    Noted,
    Strength,
    StrengthsOfKind,
    StrengthsOfMonth,
    StrengthsPage,
    StrengthsYearPage,
    YearOfStrengths,
)
from journalgen.plan.threads.moods import MoodOfEntry, moods_along
from journalgen.plan.threads.views import (
    StoryEntry,
    ThreadIdea,
    ThreadPage,
    ThreadsPage,
    ThreadStanding,
    ThreadStep,
    ThreadSummary,
    ThreadWords,
)
from journalgen.plan.timeline import timeline
from journalgen.problems import Level, Location, problem
from journalgen.render.page import Renderer, SiteFrame
from journalgen.render.theme import Theme
from tests.render import metric_samples, samples_of_patterns, samples_of_reviews

DAY = dt.date(2026, 3, 14)
FRAME = SiteFrame("Slow mornings", "Mara", "en", "ltr")
TEMPLATES = Path(__file__).parents[2] / "templates"

PROSE = (
    "<p>Woke before the alarm and lay there listening to the rain. The heaviness was there again, but smaller, as if it had "
    'moved to the next room. Wrote down the three things, as in <a href="journal:0">the plan</a>, and got up anyway.</p>\n'
    "<p>Walked to the river with <em>Anna</em>. We hardly talked. On the way back I noticed that I had been counting "
    'coots instead of worries. <span class="tag">#walk</span> Somebody had left <a href="journal:1">a note</a> on the bench.</p>\n'
    '<h3 id="page">What I want to remember</h3>\n<blockquote>\n<p>It does not have to be a good day to be a day.</p>\n'
    '</blockquote>\n<ul class="contains-task-list">\n<li class="task-list-item"><label><input class="task-list-item-checkbox" '
    'type="checkbox" disabled checked> call the practice</label></li>\n<li class="task-list-item"><label><input '
    'class="task-list-item-checkbox" type="checkbox" disabled> buy bread</label></li>\n</ul>\n'
    "<p>Tomorrow: the same walk, the other way round. If it rains I will go all the same, with the big umbrella.</p>\n"
)
PLAN = (
    '<p>What I notice first: I stop answering messages, and the washing-up stays.</p>\n<h2 id="what-has-helped">What has '
    "helped</h2>\n<ul>\n<li>The walk to the river, even ten minutes</li>\n<li>Cold water on the wrists</li>\n<li>Writing "
    'three lines, no more</li>\n</ul>\n<h2 id="whom-i-can-call">Whom I can call</h2>\n<ul>\n<li>Anna, any time</li>\n<li>'
    "The practice, weekdays 8 to 12</li>\n</ul>\n"
)
BODIES = {b"prose": PROSE, b"plan": PLAN}
MOODS = {4: 6, 5: 4, 7: 2, 8: 5, 10: 8, 11: 7, 13: 9, 14: 7, 17: 1, 20: 10, 21: 5, 26: 3}


def link(title: str = "The river, again", day: dt.date | None = DAY, address: str = "2026/03/14.html") -> views.Link:
    return views.Link(address, title, day, None, "", b"")


def mood(value: int) -> views.Mood:
    return views.Mood(str(value), round((value - 1) / 9 * 6))


def row(title: str, day: dt.date | None, value: int | None = None, opening: str = "", **flags: bool) -> views.Row:
    address = f"{day:%Y/%m/%d}.html" if day else "undated/letter.html"
    target = replace(link(title, day, address), name="" if day else "letter")
    given = {"starred": False, "private": False, "draft": False, "problems": False} | flags
    return views.Row(target, opening, mood(value) if value else None, digest=b"", **given)


ROWS = (
    row("The long way home", DAY.replace(day=13), 9, "Took the tram to the last stop and walked back through the allotments. "
        "Someone was burning leaves. I had forgotten how much I like that smell, and how far one can see from up there.",
        starred=True),
    row("", DAY.replace(day=11), 7, "Better than I thought. Slept until seven, which is late for me these days."),
    row("Phone calls", DAY.replace(day=10), 8, "All three of them made before ten.", problems=True),
    row("", DAY.replace(day=8), 5, private=True),
    row("A short one", DAY.replace(day=7), 2, draft=True),
)  # fmt: skip


def grid(year: int, month: int, moods: dict[int, int], plain: tuple[int, ...] = ()) -> views.MonthGrid:
    def cell(day: dt.date) -> views.DayCell | None:
        if day.month != month:
            return None
        written = day.day in moods or day.day in plain
        entries = 2 if day.day == 20 else 1
        address = f"{day:%Y/%m/%d}.html" if written else None
        noted = mood(moods[day.day]) if day.day in moods else None
        # The second of a month is private: neither mood nor words are known of it.
        length = views.Length(day.day * 40, 1 + min(3, day.day // 7)) if written and day.day != 2 else None
        return views.DayCell(day, address, entries if written else 0, noted, b"", length)

    weeks = tuple(tuple(cell(day) for day in week) for week in calendar.Calendar(0).monthdatescalendar(year, month))
    days = len({*moods, *plain})
    words = sum(cell.length.words for week in weeks for cell in week if cell and cell.length)
    mean = mood(round(sum(moods.values()) / len(moods))) if moods else None
    address = f"{year:04}/{month:02}/index.html" if days else None
    return views.MonthGrid(year, month, address, weeks, days, days, b"", words, mean, len(moods))


MARCH = grid(2026, 3, MOODS, plain=(2, 23))
YEAR = tuple(
    MARCH if month == 3 else grid(2026, month, {d + month: (d * month) % 10 + 1 for d in range(1, 20, 5)}, plain=(3,))
    if month < 3 else grid(2026, month, {})
    for month in range(1, 13)
)  # fmt: skip


def name(kind: str, text: str) -> views.NameLink:
    return views.NameLink(kind, text, f"{kind}/{text}.html", b"")


def counts(kind: str, *texts: str) -> tuple[views.NameCount, ...]:
    return tuple(views.NameCount(name(kind, text), 40 // (index + 1)) for index, text in enumerate(texts))


def day_of_year(month: int, day: int, years: int = 0) -> views.DayOfYear:
    return views.DayOfYear(month, day, years, f"on-this-day/{month:02}-{day:02}.html", b"")


PROBLEM = problem(
    Location("2026/03/14.md", 4, 7), Level.ERROR, "expected-on-scale", field="energy", min=1, max=10, got="great"
)  # fmt: skip
ENTRY = Entry(
    path="2026/03/14.md", day=DAY, counted=DAY, time=dt.time(21, 15), name="", title="The river, again", opening="",
    tags=("walk",), emotions=("calm", "tired"), people=("Anna",), places=(), activities=("walking",), triggers=("deadline",),
    coping=(Coping("box breathing", 7, 4), Coping("walk by the river")), measures=(Measure("mood", 7),),
    scores=(Score("phq9", 9),), gratitude=("the rain, for once", "Anna's big umbrella"), wins=("made the call",), kind_words=(),
    goal="a quiet flat", exercise=None, open_on=None, sealed=False, sections=(),
    matter=Matter("trying", "tea at nine", ("no phone in bed",), "two good nights", (Step("ring them", done=True),)),
    events=(), medication=("sertraline 50 mg",), aliases=(), prompt="What surprised you today?", thread="sleep",
    weather="rain, 9 °C", location="Leipzig", lang=None, starred=True, private=False, draft=False, resurface=True,
    fields=(Field("page_of_notebook", "blue, 112"),), links=(), attachments=(), headings=(), words=120, pictures=False,
    support_first=False,
    body=b"prose", plain=b"", problems=(),
    linked=b"", listed=b"", figured=b"", reviewed=b"", shared=b"", digest=b"",
)  # fmt: skip
ENTRY_PAGE = views.EntryPage(
    entry=ENTRY, private=False,
    names=(
        views.NamesOfKind("tags", (name("tags", "walk"),), b""),
        views.NamesOfKind("emotions", (name("emotions", "calm"), name("emotions", "tired")), b""),
        views.NamesOfKind("people", (name("people", "Anna"),), b""),
        views.NamesOfKind("triggers", (name("triggers", "deadline"),), b""),
        views.NamesOfKind("coping", (name("coping", "box breathing"), name("coping", "walk by the river")), b""),
    ),
    measures=(
        views.MeasureView("mood", None, "7", "4", None, "10", 4, b""),
        views.MeasureView("sleep", "Sleep", "7.5", None, "h", None, None, b""),
        views.MeasureView("energy_level", None, "5", None, None, "10", 3, b""),
    ),
    scores=(
        views.ScoreView("PHQ-9", "9", "27", "scales/phq9.html", b""), views.ScoreView("CALM", "4.5", None, None, b""),
    ),
    targets=("support.html", None), previous=ROWS[0].link, next=None, siblings=(), day_address=None,
    backlinks=(
        views.Backlink(
            ROWS[1].link, (Sentence("It was not like ", "the last time at the river", ", and I was glad of that."),), False
        ),
        views.Backlink(link("", dt.date(2023, 11, 2), "2023/11/02.html"), (), True),
    ),
    related=(
        views.Related(ROWS[2].link, ("Anna",), ("walk",), None), views.Related(ROWS[3].link, (), (), "the move"),
        views.Related(ROWS[4].link, (), ("walk",), None), views.Related(ROWS[0].link, (), (), None),
    ),
    echoes=(
        views.Echo("week-before", "2026/03/07.html"), views.Echo("month-before", "2026/02/14.html"),
        views.Echo("year-before", "2025/03/14.html"), views.Echo("year-later", "2027/03/14.html"),
    ),
    prompt=views.PromptLink("What surprised you today?", "prompts/index.html#prompt-smell"),
    threads=(
        views.ThreadPlace("thread", "sleep", "threads/sleep.html", ROWS[0].link, None),
        views.ThreadPlace("goal", "a quiet flat", "goals/a-quiet-flat.html", None, None),
    ),
)  # fmt: skip
BARE = replace(
    ENTRY_PAGE,
    entry=replace(
        ENTRY, title="", time=None, starred=False, coping=(), scores=(), gratitude=(), wins=(), medication=(), prompt=None,
        weather=None, location=None, fields=(), thread=None, goal=None, matter=Matter(),
    ),
    threads=(), names=(), measures=(), scores=(), echoes=(), backlinks=(), related=(), prompt=None,
    next=link("", DAY.replace(day=15), "2026/03/15.html"),
)  # fmt: skip
LOW = replace(
    ENTRY_PAGE,
    entry=replace(ENTRY, problems=(PROBLEM,), draft=True),
    measures=(views.MeasureView("mood", None, "1", None, None, "10", 0, b""),),
    siblings=(link("", DAY, "2026/03/14-evening.html"),),
    day_address="2026/03/14.html",
)
PRIVATE = replace(ENTRY_PAGE, entry=replace(ENTRY, title="Nobody but me", private=True), private=True)
EMPTY = views.Home(DAY, None, (), (), None, None, None, (), views.Rhythm(0, 28), None, 0, 0, 0, 0, 0)
OPENING = (
    "Woke before the alarm and lay there listening to the rain. The heaviness was there again, but smaller, as if it had "
    "moved to the next room."
)
IN_OTHER_YEARS = (
    row("A letter to the landlord", DAY.replace(year=2025), 6, "Three drafts. The third one says it."),
    row("", DAY.replace(year=2023), 8, "Nothing to report, and glad of it."),
)
CLOSED = (link("", DAY.replace(year=2022), "2022/03/14.html"), link("", DAY.replace(year=2024), "2024/03/14.html"))
HOME = views.Home(
    DAY, row("The river, again", DAY, 7, OPENING), ROWS, CLOSED[:1],
    views.OnThisDay(DAY, "on-this-day/03-14.html", IN_OTHER_YEARS, CLOSED, 240), "2021/07/04.html", 2026, YEAR,
    views.Rhythm(9, 28), dt.date(2019, 5, 2), 1412, 1380, 3,
    2, 1, views.PromptLink("What can wait?", "prompts/index.html#prompt-smell"),
    next_step=views.NextStep("tea at nine", "sleep", "threads/sleep.html"),
    opened=CLOSED[1:], strengths="strengths/index.html",
)  # fmt: skip
ONE = views.Home(
    DAY, row("", DAY, None, "I don't know how to begin, so I begin."), (), (),
    views.OnThisDay(DAY, "on-this-day/03-14.html", (), (), 0), None, 2026, (grid(2026, 3, {}, plain=(14,)),),
    views.Rhythm(1, 28), DAY, 1, 1, 0, 0, 0,
)  # fmt: skip
TWO = replace(ONE, recent=(ROWS[2],), rhythm=views.Rhythm(0, 28), entries=2, days=2)


def year_count(year: int, months: range) -> views.YearCount:
    return views.YearCount(
        year, f"{year}/index.html", 210, 200,
        tuple(
            views.MonthCount(month, f"{year}/{month:02}/index.html" if month in months else None, (month * 7) % 30)
            for month in range(1, 13)
        ),
    )  # fmt: skip


SECTIONS = (
    SectionLink("overview", "patterns/index.html"),
    SectionLink("scales", "scales/index.html"),
    SectionLink("rhythm", "patterns/rhythm.html"),
    SectionLink("words", "patterns/words.html"),
)
LENGTHS = year_lengths([replace(ENTRY, words=100 * number) for number in range(1, 9)])[0]
WORDS = WordsPage(
    sections=SECTIONS, entries=437, words=91_000, low=90, high=250, first=MonthLength(2025, 6, 3100, 14),
    last=MonthLength(2026, 3, 2400, 12),
    chart=bars([(number_of(2025, 6) + place, 900.0 + place * place % 7 * 300) for place in (0, 1, 2, 4, 5, 6, 9)]),
    years=tuple(
        YearWords(
            year, tuple(MonthWords(month, 300 * month if month % 5 else None) for month in range(1, 13)),
            replace(LENGTHS, year=year), 200, 450, 700,
        )
        for year in (2026, 2025)
    ),
    longest=650, until=DAY.replace(month=1, day=1), days=386,
    apart=(
        YearApart(
            Stretch(
                2025, 0, 166, compared=True,
                words=(ApartWord("Priti", 13, 0), ApartWord("cardigan", 11, 1), ApartWord("eat", 9, 1)),
            ),
            (
                Stretch(2025, 3, 40, compared=True, words=(ApartWord("shade", 4, 0), ApartWord("well-being", 5, 2))),
                Stretch(2025, 4, 44, compared=True, words=()),
            ),
            is_over=True,
        ),
        YearApart(Stretch(2024, 0, 60, compared=True, words=()), (), is_over=False),
        YearApart(Stretch(2023, 0, 6, compared=False, words=()), (), is_over=True),
    ),
    can_compare=True, unspaced=True, closer="patterns/closer-words.html",
)  # fmt: skip
WORDS_ONE = replace(
    WORDS, entries=1, words=10, low=None, high=None, first=WORDS.last, chart=None, apart=(), can_compare=False, unspaced=False,
    years=(YearWords(2026, WORDS.years[0].months, YearLengths(2026, 10, 1, None, None, None), None, None, None),),
    longest=0, closer=None,
)  # fmt: skip
COURSE = course([(number_of(2025, 6) + place, 50.0 + place) for place in (0, 1, 2, 5, 6)])
CLOSER = CloserWordsPage(
    sections=SECTIONS, back="patterns/words.html",
    groups=(GroupOfWords("i", 57.3, COURSE), GroupOfWords("absolute", 12.4, COURSE), GroupOfWords("insight", 9.0, None)),
    months=(MonthShares(2025, 9, 3000, 14, (55.0, 12.0, 8.5)), MonthShares(2025, 8, None, 2, None)),
    words=83_436, entries=403, others=2, fewest_entries=5, fewest_words=500,
    lists=(ListOfWords("en", "i", ("I", "me")), ListOfWords("de", "i", ("ich", "mich"))),
)  # fmt: skip


STANDING = ThreadStanding("trying", CLOSED[0])
SUMMARY = ThreadSummary(
    "thread", "sleep", "threads/sleep.html", STANDING, ThreadWords("tea at nine", CLOSED[1]), None, None, 5,
    dt.date(2025, 11, 2), DAY,
)  # fmt: skip
THREADS = ThreadsPage(
    open=(
        SUMMARY,
        replace(SUMMARY, kind="goal", name="a quiet flat", next=None, step="ring them"),
        replace(SUMMARY, name="noise", next=ThreadWords(None, CLOSED[0])),
    ),
    resting=(replace(SUMMARY, standing=ThreadStanding("resting", CLOSED[0]), next=None, last=dt.date(2025, 11, 2)),),
    gathered=(replace(SUMMARY, name="the move", standing=None, next=None, first=None, last=None),),
    resolved=(
        replace(
            SUMMARY, standing=ThreadStanding("resolved", CLOSED[0]), next=None,
            outcome=ThreadWords("a new mattress", CLOSED[0]),
        ),
    ),
)  # fmt: skip
THREAD = ThreadPage(
    kind="thread", name="sleep", standing=STANDING, next=ThreadWords("tea at nine", CLOSED[1]), outcome=None,
    ideas=(
        ThreadIdea("no phone in bed", CLOSED[0], (ThreadWords("two good nights", ROWS[0].link), ThreadWords(None, CLOSED[0]))),
        ThreadIdea("tea at nine", None, ()),
    ),
    steps=(), closed=CLOSED,
    story=(
        StoryEntry(ROWS[0], closed=False, status="open", next="no phone in bed", outcome=None),
        StoryEntry(replace(ROWS[0], link=CLOSED[0], opening="", mood=None), closed=True, status="trying", next=None, outcome=None),
        StoryEntry(ROWS[1], closed=False, status=None, next="tea at nine", outcome="two good nights"),
    ),
    undated=(StoryEntry(row("Letter I never sent", None), closed=False, status=None, next=None, outcome=None),),
    moods=moods_along(
        tuple(MoodOfEntry(DAY - dt.timedelta(9 * place), 3.0 + place, f"2026/03/{place}.html") for place in range(4)),
        MetricConfig("mood", min=1, max=10),
    ),
)  # fmt: skip
GOAL = replace(
    THREAD, kind="goal", name="a quiet flat", standing=ThreadStanding("resolved", CLOSED[0]), next=None, ideas=(),
    outcome=ThreadWords("a call, and it was quiet", CLOSED[0]), closed=(), undated=(), moods=None,
    steps=(ThreadStep("find the number", CLOSED[0]), ThreadStep("ring them", None)),
)  # fmt: skip

FEELINGS = ("calm", "tired", "anxious", "hopeful", "numb", "relieved", "lonely", "glad")
ANSWERS = views.Answers((ROWS[0].link, ROWS[1].link), CLOSED[:1], 130, mood(6), 2)
PROMPTS = views.PromptsPage(
    (
        views.PromptsOfTheme(
            "noticing",
            (
                views.PromptView("prompt-smell", "What did today smell of?", "gentle", "line", ANSWERS),
                views.PromptView("prompt-sounds", "Every sound that was there.", "gentle", "list", None),
            ),
        ),
        views.PromptsOfTheme(
            "The tower", (views.PromptView("prompt-1", "What did the ropes do?", "deep", "free", None),)
        ),
        views.PromptsOfTheme(
            "own",
            (
                views.PromptView(
                    "prompt-2", "Whose hat?", None, None, views.Answers((ROWS[1].link,), (), None, None, 0)
                ),
                views.PromptView("prompt-3", "And now?", None, None, views.Answers((), CLOSED, None, None, 0)),
            ),
        ),
    ),
    CLOSED[1:],
)
_FORM = "---\nexercise: {name}\n---\n\n# {title}\n\n## The thought\n\n<!-- The one that stung most. -->\n"
EXERCISES = ExercisesPage(
    tuple(
        ExerciseView(
            f"exercise-{name}", name, title, "For a thought that stings: a look at both sides of it.",
            ("From cognitive therapy: Beck and others (1979, doi 10.1016/0005-7967(83)90206-1).", "There it is one part."),
            _FORM.format(name=name, title=title), links, closed,
        )
        for name, title, links, closed in (
            ("thought-record", "Thought record", (ROWS[0].link, ROWS[1].link), CLOSED[:1]),
            ("expressive-writing", "Four days of writing", (), CLOSED),
            ("values", "What matters, and one small act", (), ()),
        )
    )
)  # fmt: skip


def exercised(told: views.ExerciseOfEntry) -> views.EntryPage:
    """Return an entry's page with what the headings of its exercise say."""
    return replace(BARE, entry=replace(BARE.entry, exercise="thought-record"), exercise=told)


_PLACE = "exercises/index.html#exercise-thought-record"
BELIEVED = exercised(
    views.ExerciseOfEntry(
        "Thought record", _PLACE, belief=views.BeliefView("They only asked me to be polite.", 85, 62.5)
    )
)
TRIED = exercised(
    views.ExerciseOfEntry("Sorting something out", _PLACE, tried=views.TriedView("Ring the landlord on Monday.", ""))
)
IN_SERIES = exercised(
    views.ExerciseOfEntry(
        "Four days of writing", _PLACE,
        series=(
            views.DayOfSeries(1, DAY.replace(day=10), (ROWS[2].link, link("", DAY.replace(day=10))), False, mood(4), False),
            views.DayOfSeries(2, DAY.replace(day=11), (ROWS[1].link,), False, None, True),
            views.DayOfSeries(3, DAY.replace(day=12), (), False, None, False),
            views.DayOfSeries(4, DAY, (ROWS[0].link,), True, mood(6), False),
        ),
    )
)  # fmt: skip

MANAGED = Strength(Noted("wins", "rang the bank, on my own"), ROWS[0].link)
THANKS = Strength(Noted("gratitude", "the rain, for once"), ROWS[1].link)
WALKED = Strength(Noted("coping", "walk", "3", "6.5"), ROWS[2].link)
YEARS = (YearOfStrengths(2026, "strengths/2026.html"), YearOfStrengths(None, "strengths/undated.html"))
STRENGTHS = StrengthsPage(
    (MANAGED, Strength(Noted("kind_words", "‘You were there, and that was all.’"), ROWS[3].link), WALKED),
    (
        StrengthsOfKind("wins", (MANAGED,), "strengths/wins/2026.html", more=True),
        StrengthsOfKind("gratitude", (THANKS,), "strengths/gratitude/2026.html", more=False),
        StrengthsOfKind("coping", (WALKED,), "strengths/coping/2026.html", more=False),
    ),
    YEARS,
)
STRENGTHS_OF_YEAR = StrengthsYearPage(
    2026,
    None,
    (StrengthsOfMonth(3, (MANAGED, WALKED)), StrengthsOfMonth(1, (THANKS,))),
    CLOSED[:1],
    (
        KindOfStrengths(None, "strengths/2026.html"), KindOfStrengths("wins", "strengths/wins/2026.html"),
        KindOfStrengths("coping", "strengths/coping/2026.html"),
    ),
    YEARS,
)  # fmt: skip
SEALED = replace(
    BARE,
    entry=replace(
        ENTRY,
        title="", time=None, starred=False, coping=(), scores=(), gratitude=(), wins=(), medication=(), prompt=None,
        weather=None, location=None, fields=(), body=b"", open_on=dt.date(2027, 1, 1), sealed=True,
    ),
    measures=(),
)  # fmt: skip


PAGES = {
    "home": Page("index.html", "home.html", HOME, b""),
    "home-empty": Page("empty.html", "home.html", EMPTY, b""),
    "home-one": Page("one.html", "home.html", ONE, b""),
    "home-two": Page("two.html", "home.html", TWO, b""),
    "entry": Page("2026/03/14.html", "entry.html", ENTRY_PAGE, b""),
    "entry-bare": Page("2026/03/12.html", "entry.html", BARE, b""),
    "entry-low": Page("2026/03/14-2115.html", "entry.html", LOW, b""),
    "entry-private": Page("2026/03/09.html", "entry.html", PRIVATE, b""),
    "day": Page(
        "2026/03/20.html",
        "day.html",
        views.DayPage(DAY.replace(day=20), mood(8), (ROWS[0], ROWS[1]), link(), link("", DAY.replace(day=21))),
        b"",
    ),
    "month": Page(
        "2026/03/index.html",
        "month.html",
        views.MonthPage(MARCH, ROWS[::-1], views.PeriodLink("2026/02/index.html", 2026, 2), None),
        b"",
    ),
    "year": Page(
        "2026/index.html",
        "year.html",
        views.YearPage(2026, YEAR, 24, 23, views.PeriodLink("2025/index.html", 2025, None), None),
        b"",
    ),
    "archive": Page(
        "archive.html",
        "archive.html",
        views.ArchivePage(
            (year_count(2026, range(1, 4)), year_count(2025, range(1, 13)), year_count(2024, range(4, 12))), 3
        ),
        b"",
    ),
    "name": Page(
        "tags/work/deadline.html",
        "name.html",
        views.NamePage(
            "tags",
            "work/deadline",
            ROWS,
            views.Occasion(dt.date(2019, 5, 2), "2019/05/02.html"),
            views.Occasion(DAY, None),
            name("tags", "work"),
            counts("tags", "a", "b"),
            timeline([(2024 + n % 3) * 12 + n * n % 7 for n in range(30)]),
            (
                views.Companions("people", counts("people", "Anna", "Dr. Weiß"), b""),
                views.Companions("coping", counts("coping", "box breathing", "walk by the river", "tea"), b""),
            ),
        ),
        b"",
    ),
    "kind": Page("emotions/index.html", "kind.html", views.KindPage("emotions", counts("emotions", *FEELINGS)), b""),
    "browse": Page(
        "browse.html",
        "browse.html",
        views.BrowsePage(
            (
                views.KindSummary("emotions", "emotions/index.html", 31, counts("emotions", *FEELINGS)),
                views.KindSummary("people", "people/index.html", 2, counts("people", "Anna", "Dr. Weiß")),
                views.KindSummary("coping", "coping/index.html", 3, counts("coping", "box breathing", "walk", "tea")),
            ),
            threads=counts("thread", "sleep", "the move"),
        ),
        b"",
    ),
    "on-this-day": Page(
        "on-this-day/03-14.html",
        "on-this-day.html",
        views.OnThisDayPage(3, 14, IN_OTHER_YEARS, CLOSED, day_of_year(3, 13), day_of_year(3, 15)),
        b"",
    ),
    "on-this-day-closed": Page(
        "on-this-day/02-29.html",
        "on-this-day.html",
        views.OnThisDayPage(2, 29, (), CLOSED[:1], day_of_year(2, 28), day_of_year(3, 1)),
        b"",
    ),
    "on-this-day-empty": Page(
        "on-this-day/01-01.html",
        "on-this-day.html",
        views.OnThisDayPage(1, 1, (), (), day_of_year(12, 31), day_of_year(1, 2)),
        b"",
    ),
    "days-of-year": Page(
        "on-this-day/index.html",
        "days-of-year.html",
        views.DaysOfYearPage(
            tuple(
                tuple(day_of_year(month, day, day * month % 5) for each, day in DAYS if each == month)
                for month in range(1, 13)
            ),
            "2021/07/04.html",
            0,
        ),
        b"",
    ),
    "days-of-year-none": Page("on-this-day/none.html", "days-of-year.html", views.DaysOfYearPage((), None, 0), b""),
    "words": Page("patterns/words.html", "words.html", WORDS, b""),
    "words-one": Page("patterns/words-one.html", "words.html", WORDS_ONE, b""),
    "closer-words": Page("patterns/closer-words.html", "closer-words.html", CLOSER, b""),
    "closer-words-none": Page(
        "patterns/closer-none.html", "closer-words.html", replace(CLOSER, groups=(), months=()), b""
    ),
    "undated": Page(
        "undated/index.html",
        "undated.html",
        views.UndatedPage((row("Letter I never sent", None), row("", None, None, "Things to keep."))),
        b"",
    ),
    "prompts": Page("prompts/index.html", "prompts.html", PROMPTS, b""),
    "exercises": Page("exercises/index.html", "exercises.html", EXERCISES, b""),
    "entry-believed": Page("2026/03/14-believed.html", "entry.html", BELIEVED, b""),
    "entry-tried": Page("2026/03/14-tried.html", "entry.html", TRIED, b""),
    "entry-in-series": Page("2026/03/14-series.html", "entry.html", IN_SERIES, b""),
    "threads": Page("threads/index.html", "threads.html", THREADS, b""),
    "threads-none": Page("threads/none.html", "threads.html", ThreadsPage((), (), (), ()), b""),
    "thread": Page("threads/sleep.html", "thread.html", THREAD, b""),
    "goal": Page("goals/a-quiet-flat.html", "thread.html", GOAL, b""),
    "entry-sealed": Page("2026/03/16.html", "entry.html", SEALED, b""),
    "entry-sealed-for-now": Page(
        "undated/letter.html",
        "entry.html",
        replace(
            SEALED,
            entry=replace(
                SEALED.entry,
                day=None,
                open_on=NO_DAY,
                problems=(
                    problem(Location("x.md", 2, 10), Level.ERROR, "expected-date", field="open_on", got="next year"),
                ),
            ),
        ),
        b"",
    ),
    "entry-opened": Page(
        "2026/03/17.html",
        "entry.html",
        replace(BARE, entry=replace(BARE.entry, open_on=dt.date(2026, 6, 1), kind_words=("‘You were there.’",))),
        b"",
    ),
    "search": Page(
        "search.html",
        "search.html",
        views.SearchPage(("search/0f/2026.js", "search/0f/undated.js"), ("mood", "sleep")),
        b"",
    ),
    "support": Page(
        "support.html",
        "support.html",
        views.SupportPage("When it gets dark", b"plan", (), strengths="strengths/index.html"),
        b"",
    ),
    "strengths": Page("strengths/index.html", "strengths.html", STRENGTHS, b""),
    "strengths-closed": Page("strengths/closed.html", "strengths.html", StrengthsPage((), (), YEARS), b""),
    "strengths-year": Page("strengths/2026.html", "strengths-year.html", STRENGTHS_OF_YEAR, b""),
    "strengths-undated": Page(
        "strengths/wins/undated.html",
        "strengths-year.html",
        replace(STRENGTHS_OF_YEAR, year=None, kind="wins", months=(StrengthsOfMonth(None, (MANAGED,)),), closed=()),
        b"",
    ),
    "support-none": Page("support-none.html", "support.html", views.SupportPage(None, None, ()), b""),
    "problems": Page(
        "problems.html",
        "problems.html",
        views.ProblemsPage(
            (
                views.ProblemRow(PROBLEM, link()),
                views.ProblemRow(
                    problem(
                        Location("2026/03/14.md", 9, 1), Level.WARNING, "unknown-field", field="mod", suggestion="mood"
                    ),
                    link(),
                ),
                views.ProblemRow(problem(Location("notes/list.md"), Level.WARNING, "undated"), None),
            )
        ),
        b"",
    ),
    **metric_samples.PAGES,
    **samples_of_patterns.PAGES,
    **samples_of_reviews.PAGES,
}


SCORED = tuple(
    Scored(dt.date(2023, 9, 4) + dt.timedelta(days=days), value, ENTRY)
    for days, value in ((0, 10), (40, 14), (90, 9), (120, 8), (600, 12), (921, 9))
)
SCORES = (
    ScoreRow(DAY, "2026/03/14.html", "9", "mild", ScoreChange("3", -1, False), ScoreChange("1", -1, False)),
    ScoreRow(dt.date(2025, 4, 26), "2025/04/26.html", "12", "moderate", ScoreChange("7.5", 1, True), None),
    ScoreRow(dt.date(2024, 1, 2), "2024/01/02.html", "4.5", None, None, ScoreChange("0", 0, None)),
)
SCALE = ScalePage(
    SECTIONS, "PHQ-9", SCORES * 5, score_chart(SCORED, KNOWN["phq9"]), 2, "lower", "27", "6",
    (SourceView("NHS Talking Therapies manual", None, None), SourceView("Bischoff 2020", "10.5964/pch.v8i1.309", "6")),
    None, SourceView("Kroenke, Spitzer, Williams 2001", "10.1046/j.1525-1497.2001.016009606.x", None), True,
)  # fmt: skip
OWN_SCALE = ScalePage(
    SECTIONS[:1], "Calm", SCORES[2:], None, 0, "higher", None, "2", (), "50", None, True,
)  # fmt: skip
RHYTHM = RhythmPage(
    SECTIONS, True, views.Rhythm(9, 28), dt.date(2024, 5, 2), 380, 412,
    tuple(WeekdayBar(dt.date(2024, 1, 1 + day), Bar(day * 9, round(day * 100 / 6, 1))) for day in range(7)),
    tuple(
        TimeBar(dt.time(part * 4), dt.time((part + 1) * 4 % 24), Bar(part, part * 20.0)) for part in range(6)
    ),
    397,
    tuple(
        YearOfDays(
            year, tuple(
                MonthOfDays(month % 5 * 6, month % 5, f"{year}/{month:02}/index.html" if month % 5 else None)
                for month in range(1, 13)
            ),
        )
        for year in (2026, 2025)
    ),
    tuple(LengthBar(words, Bar(40, 100.0)) for words in (100, 250, 500, None)),
    150, 62,
    tuple(MonthOfStrength(2025, month, month * 5, month * 8.0, 92 - month * 4.2) for month in range(1, 12)),
    Streak(3, DAY - dt.timedelta(days=2), DAY), Streak(25, dt.date(2024, 5, 2), dt.date(2024, 6, 1)), 2, True,
)  # fmt: skip
PAGES |= {
    "home-support-first": Page("support-first.html", "home.html", replace(HOME, support_first=True), b""),
    "home-back": Page("back.html", "home.html", replace(HOME, welcome=True, rhythm=None), b""),
    "entry-support-first": Page(
        "2026/03/15.html", "entry.html", replace(LOW, support_first=True, scores=ENTRY_PAGE.scores), b""
    ),
    "entry-support-first-private": Page("2026/03/16.html", "entry.html", replace(PRIVATE, support_first=True), b""),
    "scales": Page(
        "scales/index.html",
        "scales.html",
        ScalesPage(SECTIONS, (ScaleSummary("PHQ-9", "scales/phq9.html", 15, dt.date(2023, 9, 4), SCORES[0], "27"),)),
        b"",
    ),
    "scale": Page("scales/phq9.html", "scale.html", SCALE, b""),
    "scale-own": Page("scales/calm.html", "scale.html", OWN_SCALE, b""),
    "rhythm": Page("patterns/rhythm.html", "rhythm.html", RHYTHM, b""),
    "rhythm-new": Page(
        "patterns/rhythm-new.html",
        "rhythm.html",
        replace(RHYTHM, welcome=False, times=(), lengths=(), strengths=RHYTHM.strengths[:1], now=None, rest_days=0),
        b"",
    ),
}


def own_template(name: str, text: str) -> OwnFile:
    return OwnFile(name, f"/journal/templates/{name}", text.encode())


def renderer(language: str = "en", frame: SiteFrame = FRAME, own: tuple[OwnFile, ...] = ()) -> Renderer:
    return Renderer(frame, load(language), Theme(TEMPLATES, own), BODIES.__getitem__)


def write_site(folder: Path) -> dict[str, Path]:
    """Write every page and what they share; return the files by the pages' names here."""
    site = renderer()
    files = {}
    for key, page in PAGES.items():
        file = folder / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(site.render(page))
        files[key] = file
    shutil.copytree(TEMPLATES / "assets", folder / "assets", dirs_exist_ok=True)
    return files
