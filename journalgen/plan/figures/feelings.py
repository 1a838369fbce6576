"""The page of feelings: how often, over time, which go together, and beside what mood; described, never tested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from journalgen.analysis.feelings.lexicon import Lexicon
from journalgen.analysis.feelings.named import Named, mood_with, named, together
from journalgen.model.entry import Entry
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.geometry.ranges import Ranges, ranges
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.views import NameLink

Pleasant = Literal["pleasant", "between", "unpleasant"]
Stirred = Literal["stirred", "even", "calm"]

# How many are shown with their years and moods, how many pairs, and how often a pair is one.
_MOST = 14
_MOST_PAIRS = 12
_FEWEST = 3
_LONGEST = 12
_SHADES = 4
_SIZES = 3


class FeelingView(Struct, frozen=True, gc=False):
    """A feeling: the most used of its words, the others, how many entries name it, and how large it is written, 1 to 3."""

    link: NameLink
    also: tuple[NameLink, ...]
    entries: int
    size: int


class Place(Struct, frozen=True, gc=False):
    """A part of the map, and the feelings in it, the most often named first."""

    pleasant: Pleasant
    stirred: Stirred
    feelings: tuple[FeelingView, ...]


class FeelingTimes(Struct, frozen=True, gc=False):
    """How many entries of each period name a feeling, and how that is shaded: 0 for none, else 1 to 4."""

    link: NameLink
    entries: tuple[int, ...]
    levels: tuple[int, ...]


class Period(Struct, frozen=True, array_like=True, gc=False):
    """A year, or a month of one, and how many of its entries name any feeling."""

    year: int
    month: int | None
    entries: int


class PairView(Struct, frozen=True, gc=False):
    """Two feelings that entries name together."""

    one: NameLink
    other: NameLink
    entries: int


class FeelingsPage(Struct, frozen=True, gc=False):
    """The journal's feelings.

    `entries` name any of them; `often` are those named most often. `places` are the parts of the map, `placeless` the feelings that
    have none. `mooded` are the feelings that `moods` speaks of, in its order. What only entries name that may not be offered is
    not here, and `closed` says whether there is any.
    """

    sections: tuple[SectionLink, ...]
    entries: int
    feelings: int
    often: tuple[FeelingView, ...]
    places: tuple[Place, ...]
    placeless: tuple[FeelingView, ...]
    mooded: tuple[NameLink, ...]
    moods: Ranges | None
    periods: tuple[Period, ...]
    times: tuple[FeelingTimes, ...]
    pairs: tuple[PairView, ...]
    closed: bool


def has_feelings(context: Context) -> bool:
    """Return whether there is any feeling to show."""
    return any(any(map(context.may_offer, term.entries)) for term in context.terms["emotions"])


def feelings_page(context: Context) -> FeelingsPage:
    """Return the page of feelings; words that only entries use that may not be offered are left out of all of it."""
    terms = context.terms["emotions"]
    offered = [term for term in terms if any(map(context.may_offer, term.entries))]
    feelings = named(offered, Lexicon(context.journal.config.feelings))
    views = _views(context, feelings)
    most = sorted(range(min(len(feelings), _MOST)), key=lambda at: -feelings[at].pleasant)
    moods = {at: mood_with(feelings[at].entries) for at in most}
    mooded = [at for at in most if moods[at].n >= _FEWEST]
    every = _every(feelings)
    periods = _periods(every, _by_year(every))
    return FeelingsPage(
        sections=context.sections,
        entries=len(every),
        feelings=len(feelings),
        often=tuple(views[at] for at in sorted(range(min(3, len(views))), key=lambda at: -feelings[at].pleasant)),
        places=_places(feelings, views),
        placeless=tuple(view for each, view in zip(feelings, views, strict=True) if not _place(each)),
        mooded=tuple(views[at].link for at in mooded),
        moods=ranges([moods[at] for at in mooded], context.journal.config.metric("mood")),
        periods=periods,
        times=tuple(_times(feelings[at], views[at].link, periods) for at in most) if len(periods) > 1 else (),
        pairs=_pairs(feelings, views),
        closed=len(offered) < len(terms),
    )


def often_named(context: Context) -> tuple[NameLink, ...]:
    """Return the three feelings that entries name most often which may be offered, the more pleasant first."""
    terms = [
        replace(term, entries=entries)
        for term in context.terms["emotions"]
        if (entries := tuple([entry for entry in term.entries if context.may_offer(entry)]))
    ]
    feelings = named(terms, Lexicon(context.journal.config.feelings))
    most = sorted(feelings[:3], key=lambda each: -each.pleasant)
    return tuple([link for each in most if (link := context.name_link("emotions", each.terms[0].key))])


def _views(context: Context, feelings: Sequence[Named]) -> list[FeelingView]:
    most = max((len(each.entries) for each in feelings), default=1)
    found = []
    for each in feelings:
        links = [link for term in each.terms if (link := context.name_link("emotions", term.key))]
        size = 1 + min(_SIZES - 1, len(each.entries) * _SIZES // (most + 1))
        found.append(FeelingView(links[0], tuple(links[1:]), len(each.entries), size))
    return found


def _place(of: Named) -> tuple[Pleasant, Stirred] | None:
    feeling = of.feeling
    if feeling is None or feeling.pleasant is None or feeling.stirred is None:
        return None
    pleasant: Pleasant = "pleasant" if feeling.pleasant > 0 else "unpleasant" if feeling.pleasant < 0 else "between"
    stirred: Stirred = "stirred" if feeling.stirred > 0 else "calm" if feeling.stirred < 0 else "even"
    return pleasant, stirred


def _places(feelings: Sequence[Named], views: Sequence[FeelingView]) -> tuple[Place, ...]:
    """Return the parts of the map line by line, stirred above calm, pleasant before unpleasant; none where nothing has a place."""
    found: dict[tuple[Pleasant, Stirred], list[FeelingView]] = {}
    for each, view in zip(feelings, views, strict=True):
        if place := _place(each):
            found.setdefault(place, []).append(view)
    if not found:
        return ()
    every = [(pleasant, stirred) for stirred in get_args(Stirred) for pleasant in get_args(Pleasant)]
    return tuple(Place(*place, tuple(found.get(place, ()))) for place in every)


def _periods(entries: Collection[Entry], years: tuple[Period, ...]) -> tuple[Period, ...]:
    """Return the years, the newest twelve; or where there is but one, its months from the first to the last with a feeling."""
    if len(years) != 1:
        return years[-_LONGEST:]
    counts = Counter([entry.day.month for entry in entries if entry.day])
    return tuple(Period(years[0].year, month, counts[month]) for month in range(min(counts), max(counts) + 1))


def _by_year(entries: Collection[Entry]) -> tuple[Period, ...]:
    counts = Counter([entry.day.year for entry in entries if entry.day])
    if not counts:
        return ()
    return tuple(Period(year, None, counts[year]) for year in range(min(counts), max(counts) + 1) if counts[year])


def _every(feelings: Sequence[Named]) -> Collection[Entry]:
    return {entry.path: entry for each in feelings for entry in each.entries}.values()


def _times(of: Named, link: NameLink, periods: Sequence[Period]) -> FeelingTimes:
    days = [entry.day for entry in of.entries if entry.day]
    by_month = periods[0].month is not None
    found = Counter([day.month if by_month else day.year for day in days])
    counts = [found[period.month or period.year] for period in periods]
    # By its share of the entries with any feeling, since some years have more of them than others.
    shares = [count / period.entries if period.entries else 0.0 for count, period in zip(counts, periods, strict=True)]
    most = max(shares)
    levels = tuple(1 + min(_SHADES - 1, int(share / most * _SHADES)) if share else 0 for share in shares)
    return FeelingTimes(link, tuple(counts), levels)


def _pairs(feelings: Sequence[Named], views: Sequence[FeelingView]) -> tuple[PairView, ...]:
    """Return the pairs that are named together, the most often first, those with nothing pleasant in them last."""
    pairs = together(feelings, _FEWEST)[:_MOST_PAIRS]
    in_order = sorted(pairs, key=lambda pair: feelings[pair.one].pleasant < 0 and feelings[pair.other].pleasant < 0)
    return tuple(PairView(views[pair.one].link, views[pair.other].link, pair.entries) for pair in in_order)
