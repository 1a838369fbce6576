"""Which times can be looked back on, and the page of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from msgspec.structs import replace as with_values

from journalgen.analysis.coping_plan import coping_plan
from journalgen.analysis.feelings.lexicon import Lexicon
from journalgen.analysis.looking_back import carried_to, hard_times, last_over, ready, wanted
from journalgen.analysis.low_days import low_limit, lower_third, moods_of_days
from journalgen.analysis.period_levels import NO_LEVELS, PeriodLevels, unpacked
from journalgen.analysis.terms import Spellings
from journalgen.analysis.vocabulary import ApartWord, Vocabulary
from journalgen.digests import digest
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.model.media import Attachment
from journalgen.model.periods import KINDS, Kind, Period, period_of
from journalgen.model.reviews import Review
from journalgen.plan import addresses as at
from journalgen.plan.figures.along import keyed_views
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.factors import KINDS as NAMED_FACTORS
from journalgen.plan.figures.metrics.names import metric_name
from journalgen.plan.fingerprint import digest_of
from journalgen.plan.graph import LinkGraph
from journalgen.plan.names import NameIndex
from journalgen.plan.photos import Album
from journalgen.plan.reviews.page import Around, Asking, CopingPlan, Metrics, Written, review_page
from journalgen.plan.reviews.told import Told, linked_from, told
from journalgen.plan.reviews.views import (
    Carried,
    ReviewPage,
    ReviewsPage,
    TimesOfYear,
    Watched,
    WeeksOfMonth,
)
from journalgen.plan.sketch import Sketch
from journalgen.plan.views import AttachedFile, Link, MonthPage, NameLink, PeriodView, YearPage


@dataclass(frozen=True, slots=True)
class Sources:
    """What the pages that look back are made from; `context` is None where there are to be no figures.

    `targets` are the addresses that the links of a text lead to, by its path, and `files` those of its attachments.
    """

    journal: Journal
    today: dt.date
    counted: Mapping[dt.date, Sequence[Entry]]
    names: NameIndex
    album: Album
    graph: LinkGraph
    entries: Mapping[str, Entry]
    threads: Callable[[Entry], tuple[NameLink, ...]]
    link: Callable[[Entry], Link]
    may_offer: Callable[[Entry], bool]
    targets: Callable[[str], tuple[str | None, ...]]
    files: Callable[[str, tuple[Attachment, ...]], tuple[AttachedFile | None, ...]]
    asking: Asking
    context: Context | None
    words: Vocabulary | None


class Reviews:
    """Knows every time that something was written in or about, and makes the pages that look back on them."""

    def __init__(self, sources: Sources) -> None:
        self._of = sources
        self._config = sources.journal.config
        self._written = {review.period.name: review for review in sources.journal.reviews}
        self._periods, self._days = _periods(sources.counted, sources.journal.reviews)
        self._views: dict[str, PeriodView] = {}

    def pages(self) -> Iterator[tuple[str, ReviewsPage | Sketch[ReviewPage]]]:
        """Yield the path and the view of each page, the index first."""
        if not self._periods:
            return
        yield at.REVIEWS, self._index()
        levels = self._levels
        every = self._told
        for kind in KINDS:
            of_kind = [period for period in self._periods.values() if period.kind == kind]
            of_kind.sort(key=lambda period: period.first)
            views = [self._view(period) for period in of_kind]
            for number, period in enumerate(of_kind):
                begin, end = self._days.get(period.name, (0, 0))
                previous = views[number - 1] if number else None
                following = views[number + 1] if number + 1 < len(views) else None
                around = self._around(period, levels, previous, following)
                parts = (around, every[begin:end], self._metrics, self._plan, self._of.asking)
                yield at.review_address(period.name), Sketch(ReviewPage, parts, review_page)

    def on_month(self, page: MonthPage) -> MonthPage:
        """Return the page of a month with the way to where it is looked back on."""
        name = f"{page.grid.year:04}-{page.grid.month:02}"
        return with_values(page, review=at.review_address(name)) if name in self._periods else page

    def on_year(self, page: YearPage) -> YearPage:
        """Return the page of a year with the way to where it is looked back on."""
        name = f"{page.year:04}"
        return with_values(page, review=at.review_address(name)) if name in self._periods else page

    @property
    def index(self) -> str | None:
        """Return where all times stand, or None where there is none."""
        return at.REVIEWS if self._periods else None

    def ready(self) -> PeriodView | None:
        """Return the time that home says is there to look back on, if one has just ended and is not left in peace."""
        left = self._hard.union(self._written)
        period = ready(self._of.today, frozenset(self._days), left)
        return self._view(period) if period else None

    @cached_property
    def _hard(self) -> frozenset[str]:
        moods = moods_of_days(self._of.journal.entries)
        return hard_times(self._periods.values(), moods, low_limit(self._config), lower_third(self._config))

    @cached_property
    def _told(self) -> tuple[Told, ...]:
        """Return what is told of every entry, in order of the days that they count for."""
        of = self._of
        return tuple(
            told(
                (entry for day in sorted(of.counted) for entry in of.counted[day]),
                links=of.names.by_spelling,
                link=of.link,
                may_offer=of.may_offer,
                threads=of.threads,
                photos=lambda entry: of.album.photos(entry, of.link),
                linked=linked_from(of.graph, of.entries, of.may_offer),
                pleasant=cache(self._pleasant),
            )
        )

    def _pleasant(self, name: str) -> float:
        feeling = self._lexicon.of(name)
        return (feeling.pleasant or 0.0) if feeling else 0.0

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self._config.feelings)

    @cached_property
    def _levels(self) -> PeriodLevels:
        context = self._of.context
        return unpacked(context.figures.levels) if context and self._config.reviews_figures else PeriodLevels({})

    @cached_property
    def _metrics(self) -> Metrics:
        context = self._of.context
        if context is None:
            return Metrics({}, b"")
        found = {
            each.metric: (
                metric_name(self._config, each.metric, context.metric_address(each.metric)),
                self._config.metric(each.metric),
            )
            for each in context.figures.metrics
        }
        return Metrics(found, digest_of(tuple(found.values())))

    @cached_property
    def _plan(self) -> CopingPlan:
        spellings = Spellings(self._config.aliases)
        links = [self._of.names.link("coping", spellings.key("coping", name)) for name in coping_plan(self._of.journal)]
        addresses = frozenset([link.address for link in links if link])
        return CopingPlan(addresses, digest_of(tuple(sorted(addresses))))

    @cached_property
    def _watched(self) -> dict[str, tuple[Watched, ...]]:
        """Return what goes along with better or harder days over the whole journal, by the names of the times it was there."""
        context = self._of.context
        if context is None or not self._config.reviews_figures:
            return {}
        terms = {(kind, term.key): term for kind, of_kind in context.terms.items() for term in of_kind}
        found: dict[str, list[Watched]] = {}
        for (kind, key), view in keyed_views(context):
            named = NAMED_FACTORS.get(kind)
            link = context.name_link(named, key) if named else None
            if named is None or link is None or view.towards == "neither":
                continue
            watched = Watched(link, view.metric, view.towards, bool(view.lag_days), view.address, 0)
            days = {entry.counted for entry in terms[named, key].entries if entry.counted and self._of.may_offer(entry)}
            for name, count in _days_in_periods(days).items():
                found.setdefault(name, []).append(with_values(watched, days=count))
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def _apart(self) -> dict[str, tuple[ApartWord, ...]]:
        """Return the words that set a year or a quarter apart, by its name."""
        words = self._of.words
        return {
            f"{each.year:04}-Q{each.quarter}" if each.quarter else f"{each.year:04}": each.words
            for each in (words.stretches if words else ())
        }

    def _around(
        self, period: Period, levels: PeriodLevels, previous: PeriodView | None, following: PeriodView | None
    ) -> Around:
        name, kind = period.name, period.kind
        before = previous
        if previous is None or (period.first - previous.last).days > 1:
            before = self._view(period.before) if period.before else None
        over = period.last < self._of.today
        figures = self._config.figures and self._config.reviews_figures
        hard = name in self._hard
        gallery = None
        if kind in ("month", "year"):
            gallery = self._of.album.address(period.first.year, period.first.month if kind == "month" else None)
        calendar = _calendar_page(period) if name in self._days else None
        of_period = levels.of(name) if name in levels.by_name else NO_LEVELS
        above, within = self._above(period), tuple(self._inner.get(name, ()))
        own = (self._own(name), self._carried(period), self._watched.get(name, ()), self._apart.get(name, ()))
        # There are two thousand of them: joined by hand, which takes a tenth of the time.
        views = b"".join([each.digest if each else b"\0" for each in (before, previous, following, *above, *within)])
        plain = f"{name} {over} {figures} {hard} {gallery} {calendar} {len(above)}".encode()
        mark = digest(plain + views + of_period.digest + (digest_of(own) if any(own) else b""))
        return Around(
            self._view(period), period, before, over, figures, hard, own[0], own[1], of_period, own[2], own[3], gallery,
            calendar, previous, following, above, within, mark,
        )  # fmt: skip

    def _own(self, name: str) -> Written | None:
        review = self._written.get(name)
        if review is None:
            return None
        targets, files = self._of.targets(review.path), self._of.files(review.path, review.attachments)
        return Written(review.title, review.body, review.written, review.private, targets, files)

    def _carried(self, period: Period) -> Carried | None:
        if not self._written:
            return None
        review = carried_to(period, self._written.values())
        # Only to the very next time: what was meant for last spring is history.
        if review is None or review.period.last + dt.timedelta(days=1) != period.first:
            return None
        blocks = wanted(review, self._of.asking.questions())
        return Carried(self._view(review.period), blocks) if blocks else None

    def _view(self, period: Period) -> PeriodView:
        found = self._views.get(period.name)
        if found is None:
            address = at.review_address(period.name) if period.name in self._periods else None
            digest = f"{period.name} {address}\0".encode()
            found = PeriodView(period.kind, period.name, period.first, period.last, address, digest)
            self._views[period.name] = found
        return found

    def _above(self, period: Period) -> tuple[PeriodView, ...]:
        """Return the longer times that a time lies in: a week that of its Thursday."""
        if period.kind == "year":
            return ()
        day = _thursday(period) if period.kind == "week" else period.first
        names = [f"{day.year:04}"]
        if period.kind == "week":
            names.append(_month_name(day))
        elif period.kind == "month":
            names.append(_quarter_name(day))
        return tuple([self._view(self._periods[name]) for name in names if name in self._periods])

    @cached_property
    def _inner(self) -> dict[str, list[PeriodView]]:
        """Return the shorter times within each time: quarters and months of a year, the weeks of which a month has a day."""
        found: dict[str, list[PeriodView]] = {}
        in_order = sorted(self._periods.values(), key=lambda period: (-KINDS.index(period.kind), period.first))
        for period in in_order:
            first, outer = period.first, []
            if period.kind == "quarter":
                outer = [f"{first.year:04}"]
            elif period.kind == "month":
                outer = [f"{first.year:04}", _quarter_name(first)]
            elif period.kind == "week":
                outer = list(dict.fromkeys((_month_name(first), _month_name(period.last))))
            for name in outer:
                found.setdefault(name, []).append(self._view(period))
        return found

    def _index(self) -> ReviewsPage:
        latest = [last_over(kind, self._of.today) for kind in KINDS]
        years: dict[int, list[Period]] = {}
        weeks: dict[str, list[PeriodView]] = {}
        months: dict[str, Period] = {}
        for period in sorted(self._periods.values(), key=lambda each: each.first):
            if period.kind == "week":
                month = period_of("month", _thursday(period))
                months[month.name] = month
                weeks.setdefault(month.name, []).append(self._view(period))
            elif period.kind == "month":
                months[period.name] = period
            else:
                years.setdefault(period.year, []).append(period)
        for month in months.values():
            years.setdefault(month.year, [])
        return ReviewsPage(
            latest=tuple([self._view(each) for each in latest if each and each.name in self._periods]),
            years=tuple(
                [
                    TimesOfYear(
                        self._view(period_of("year", dt.date(year, 1, 1))),
                        tuple([self._view(each) for each in years[year] if each.kind == "quarter"]),
                        tuple(
                            [
                                WeeksOfMonth(self._view(month), tuple(weeks.get(name, ())))
                                for name, month in sorted(months.items())
                                if month.year == year
                            ]
                        ),
                    )
                    for year in sorted(years, reverse=True)
                ]
            ),
            written=tuple(sorted(self._written)),
        )


def _periods(
    counted: Mapping[dt.date, Sequence[Entry]], reviews: Iterable[Review]
) -> tuple[dict[str, Period], dict[str, tuple[int, int]]]:
    """Return every period that has an entry or a review by its name, and the places of its entries, in order of their days."""
    periods: dict[str, Period] = {}
    places: dict[str, tuple[int, int]] = {}
    begins: dict[Kind, int] = {}
    current: dict[Kind, Period] = {}
    place = 0
    for day in sorted(counted):
        for kind in KINDS:
            period = current.get(kind)
            if period is None or day > period.last:
                period = current[kind] = period_of(kind, day)
                periods[period.name] = period
                begins[kind] = place
        place += len(counted[day])
        for kind, period in current.items():
            places[period.name] = begins[kind], place
    for review in reviews:
        periods.setdefault(review.period.name, review.period)
    return periods, places


def _days_in_periods(days: Iterable[dt.date]) -> dict[str, int]:
    """Return how many of some days lie in each period, by its name."""
    found: dict[str, int] = {}
    current: dict[Kind, Period] = {}
    for day in sorted(days):
        for kind in KINDS:
            period = current.get(kind)
            if period is None or day > period.last:
                period = current[kind] = period_of(kind, day)
            found[period.name] = found.get(period.name, 0) + 1
    return found


def _thursday(week: Period) -> dt.date:
    """Return the day that decides which month and year a week belongs to."""
    return min(week.first + dt.timedelta(days=3), week.last)


def _month_name(day: dt.date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _quarter_name(day: dt.date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def _calendar_page(period: Period) -> str | None:
    """Return where the calendar of a month or a year lies."""
    if period.kind == "month":
        return at.month_address(period.first.year, period.first.month)
    return at.year_address(period.first.year) if period.kind == "year" else None
