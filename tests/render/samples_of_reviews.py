"""Literal views of times that are looked back on."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from journalgen.analysis.vocabulary import ApartWord
from journalgen.model.periods import Period, period_named
from journalgen.plan import views
from journalgen.plan.figures.metrics.change import Change
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.pages import Page
from journalgen.plan.reviews.views import (
    Carried,
    CopingTimes,
    MetricInPeriod,
    Moved,
    NameTimes,
    ReviewPage,
    ReviewsPage,
    Said,
    TimesOfYear,
    Watched,
    WeeksOfMonth,
)

DAY = dt.date(2026, 3, 12)
LINK = views.Link("2026/03/12.html", "The long way home", DAY, None, "", b"")
UNTITLED = views.Link("2026/03/10.html", "", DAY.replace(day=10), dt.time(21, 15), "", b"")
MOOD = MetricName("mood", None, None, None, True, "higher", "metrics/mood.html")
SLEEP = MetricName("sleep", "Sleep", "sleep", "h", False, "higher", "metrics/sleep.html")
STEPS = MetricName("steps", None, None, None, False, "neither", None)
WALK = views.NameLink("activities", "walking", "activities/walking.html", b"")
BATH = views.NameLink("coping", "bath", "coping/bath.html", b"")


def time(name: str, *, there: bool = True) -> views.PeriodView:
    """Return a time by its name."""
    period = period_named(name)
    assert isinstance(period, Period)
    return views.PeriodView(
        period.kind, period.name, period.first, period.last, f"reviews/{name}.html" if there else None, b""
    )


WEEK = ReviewPage(
    period=time("2026-W11"), before=time("2026-W10"), over=True, figures=True, title="", body=None, private=False,
    targets=(), files=(),
    carried=Carried(time("2026-W10"), ("Going to bed at ten.", "And the lamp out.")), entries=6, days=5, words=1250,
    metrics=(
        MetricInPeriod(MOOD, 5, 5.4, 6, 4.6, Change("higher", 0.8, 0.1, 1.5, True, "better")),
        MetricInPeriod(SLEEP, 5, 7.2, 5, 7.2, Change("same", 0.0, -0.9, 0.8, False, None)),
        MetricInPeriod(STEPS, 2, 7300.0, 0, None, None),
    ),
    harder=False, feelings=(NameTimes(replace(WALK, name="calm"), 3), NameTimes(replace(WALK, name="tired"), 1)),
    watched=(
        Watched(WALK, MOOD, "better", False, "patterns/along/mood.html#a", 2),
        Watched(replace(WALK, name="deadline"), MOOD, "harder", True, "patterns/along/mood.html#b", 1),
    ),
    coping=(CopingTimes(BATH, 3, 2, 4.5, 6.0),), other_coping=(replace(BATH, name="the radio"),),
    wins=(Said("made the call", LINK),), wins_in_all=1, gratitude=(Said("rain, for once", UNTITLED),), gratitude_in_all=1,
    photos=(),
    photos_in_all=0, gallery=None, apart=(),
    moved=(Moved(replace(WALK, name="the box"), 2, "trying", "ring Kev", LINK),
           Moved(replace(WALK, name="a garden"), 1, "resolved", None, LINK)),
    listed=(UNTITLED, LINK), starred=(LINK,), longest=LINK, longest_words=400, most_linked=UNTITLED, links=3,
    closed=(views.Link("2026/03/09.html", "", DAY.replace(day=9), None, "", b""),), closed_entries=1,
    questions=("What is worth keeping?", "What helped?", "What would you like to try?"),
    previous=time("2026-W10"), next=time("2026-W12"), above=(time("2026"), time("2026-03")), within=(), calendar=None,
)  # fmt: skip
YEAR = replace(
    WEEK, period=time("2025"), before=time("2024", there=False), title="A year of two halves", body=b"prose",
    targets=("2026/03/12.html", None), carried=None, listed=(), closed=(), closed_entries=3, questions=(), harder=True,
    wins_in_all=37, photos_in_all=0, gallery="2025/photos.html", apart=(ApartWord("harbour", 9, 2), ApartWord("lock", 5, 1)),
    metrics=(MetricInPeriod(MOOD, 150, 5.0, 140, 5.6, Change("lower", 0.6, 0.2, 1.0, True, "harder")),),
    within=(time("2025-Q1"), time("2025-01"), time("2025-02")), above=(), calendar="2025/index.html", next=None,
)  # fmt: skip
MONTH = replace(
    WEEK, period=time("2026-03"), over=False, carried=None, entries=1, days=1, metrics=WEEK.metrics[2:], feelings=(),
    watched=WEEK.watched[1:], coping=(), wins=(), gratitude=(), photos=(), moved=(), listed=(), starred=(), longest=None,
    most_linked=None, questions=(), previous=None, within=(time("2026-W10"), time("2026-W11")),
    calendar="2026/03/index.html",
)  # fmt: skip
WORDS = replace(WEEK, period=time("2026-Q1"), figures=False, metrics=(), watched=(), words=0)
INDEX = ReviewsPage(
    (time("2026-W11"), time("2026-02"), time("2025")),
    (
        TimesOfYear(
            time("2026"),
            (time("2026-Q1"),),
            (WeeksOfMonth(time("2026-03"), (time("2026-W10"), time("2026-W11"))),),
        ),
        TimesOfYear(time("2025"), (), (WeeksOfMonth(time("2025-12", there=False), (time("2025-W50"),)),)),
    ),
    ("2026-W10", "2025"),
)
PAGES = {
    "reviews": Page("reviews/index.html", "reviews.html", INDEX, b""),
    "review-week": Page("reviews/2026-W11.html", "review.html", WEEK, b""),
    "review-month": Page("reviews/2026-03.html", "review.html", MONTH, b""),
    "review-words": Page("reviews/2026-Q1.html", "review.html", WORDS, b""),
    "review-private": Page("reviews/2024.html", "review.html", replace(YEAR, period=time("2024"), private=True), b""),
    "review-year": Page("reviews/2025.html", "review.html", YEAR, b""),
}
