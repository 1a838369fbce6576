"""Every kind of page that a site has: what each may see, which template renders it, and a page as one value."""

from __future__ import annotations

from msgspec import Struct

from journalgen.plan.figures.pages import TEMPLATES as OF_FIGURES
from journalgen.plan.figures.pages import FigureView
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
    | SupportPage | ProblemsPage | OnThisDayPage | DaysOfYearPage | SearchPage | GalleryPage | PromptsPage | FigureView
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
    OnThisDayPage: "on-this-day.html",
    DaysOfYearPage: "days-of-year.html",
    **OF_FIGURES,
}


class Page(Struct, frozen=True, gc=False):
    """One file of the site: its path, the template that renders it, all that the template may see, and the digest of that."""

    path: str
    template: str
    view: View
    digest: bytes


class Outline(Struct, frozen=True, gc=False):
    """One file of the site to be, without what its template may see: its path, its template and the digest of that view.

    Of an entry's page, `entry` is the path of the entry's file, and `digest` that of its `Surroundings` as encoded, `size`
    bytes long.
    """

    path: str
    template: str
    digest: bytes
    entry: str | None = None
    size: int = 0
