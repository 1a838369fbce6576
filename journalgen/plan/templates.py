"""Every kind of page that a site has, and which template renders it.

Only a plan that is made anew needs it: one that is remembered knows the template of each page.
"""

from __future__ import annotations

from msgspec import Struct

from journalgen.plan.exercises import ExercisesPage
from journalgen.plan.figures.pages import TEMPLATES as OF_FIGURES
from journalgen.plan.figures.pages import FigureView
from journalgen.plan.reviews.views import ReviewPage, ReviewsPage
from journalgen.plan.strengths import StrengthsPage, StrengthsYearPage
from journalgen.plan.threads.views import ThreadPage, ThreadsPage
from journalgen.plan.views import (
    ArchivePage,
    BrowsePage,
    DayPage,
    DaysOfYearPage,
    EntryPage,
    GalleryPage,
    Home,
    KindPage,
    MonthPage,
    NamePage,
    OnThisDayPage,
    ProblemsPage,
    PromptsPage,
    SearchPage,
    SupportPage,
    UndatedPage,
    YearPage,
)

View = (
    Home | EntryPage | DayPage | MonthPage | YearPage | ArchivePage | NamePage | KindPage | BrowsePage | UndatedPage
    | SupportPage | ProblemsPage | OnThisDayPage | DaysOfYearPage | SearchPage | GalleryPage | PromptsPage | ExercisesPage
    | ThreadsPage | ThreadPage | StrengthsPage | StrengthsYearPage | ReviewPage
    | ReviewsPage | FigureView
)  # fmt: skip

TEMPLATES: dict[type[Struct], str] = {
    Home: "home.html",
    EntryPage: "entry.html",
    DayPage: "day.html",
    MonthPage: "month.html",
    YearPage: "year.html",
    ArchivePage: "archive.html",
    NamePage: "name.html",
    KindPage: "kind.html",
    BrowsePage: "browse.html",
    UndatedPage: "undated.html",
    SearchPage: "search.html",
    SupportPage: "support.html",
    ProblemsPage: "problems.html",
    GalleryPage: "photos.html",
    PromptsPage: "prompts.html",
    ExercisesPage: "exercises.html",
    ThreadsPage: "threads.html",
    ThreadPage: "thread.html",
    StrengthsPage: "strengths.html",
    StrengthsYearPage: "strengths-year.html",
    ReviewPage: "review.html",
    ReviewsPage: "reviews.html",
    OnThisDayPage: "on-this-day.html",
    DaysOfYearPage: "days-of-year.html",
    **OF_FIGURES,
}
