"""The page that looks back on a time, drawn from what is told of its entries and what is known of it besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from journalgen.analysis.looking_back import questions_of
from journalgen.analysis.period_levels import Levels
from journalgen.analysis.threads import to_come
from journalgen.analysis.vocabulary import ApartWord
from journalgen.model.config import MetricConfig
from journalgen.model.periods import Kind, Period
from journalgen.model.questions import Question
from journalgen.plan.figures.metrics.change import change_told
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.reviews.told import Told
from journalgen.plan.reviews.views import (
    Carried,
    CopingTimes,
    MetricInPeriod,
    Moved,
    NameTimes,
    ReviewPage,
    Said,
    Watched,
)
from journalgen.plan.views import AttachedFile, NameLink, PeriodView

# A letter tells a few things: so many of each, spread over the time; and so many photos, in rows of three.
_MOST = 12
_PHOTOS: dict[Kind, int] = {"week": 3, "month": 6, "quarter": 6, "year": 9}
_STARRED = 7
_WATCHED = 4
_MOVED = 9
# The longest of two is no highlight.
_FEWEST_LONGEST = 3
_FEWEST_LINKS = 2
_NAMES = 9

_Some = TypeVar("_Some")


class Written(Struct, frozen=True, gc=False):
    """What the writer wrote about a time: title, digest of the text, whether anything is answered, whether it is private."""

    title: str
    body: bytes
    answered: bool
    private: bool
    targets: tuple[str | None, ...]
    files: tuple[AttachedFile | None, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """Gives the questions when they are needed; the digest is of what they depend on."""

    questions: Callable[[], tuple[Question, ...]]
    digest: bytes


class Metrics(Struct, frozen=True, gc=False):
    """What each metric is called, and what the writer says of it, by its name; the digest covers all of it."""

    names: dict[str, tuple[MetricName, MetricConfig]]
    digest: bytes


class CopingPlan(Struct, frozen=True, gc=False):
    """The addresses of the ways of coping of the writer's plan."""

    addresses: frozenset[str]
    digest: bytes


class Around(Struct, frozen=True, gc=False):
    """All that a page sees of its time besides the entries: see `ReviewPage`. A `hard` time is asked about gently."""

    view: PeriodView
    period: Period
    before: PeriodView | None
    over: bool
    figures: bool
    hard: bool
    written: Written | None
    carried: Carried | None
    levels: Levels
    watched: tuple[Watched, ...]
    apart: tuple[ApartWord, ...]
    gallery: str | None
    calendar: str | None
    previous: PeriodView | None
    next: PeriodView | None
    above: tuple[PeriodView, ...]
    within: tuple[PeriodView, ...]
    digest: bytes


def review_page(
    around: Around, entries: tuple[Told, ...], metrics: Metrics, plan: CopingPlan, asking: Asking
) -> ReviewPage:
    """Return the page."""
    offered = [each for each in entries if each.offered]
    closed = [each.link for each in entries if not each.offered]
    kind, written = around.view.kind, around.written
    levels = _levels(around.levels, metrics) if around.figures else ()
    wins, gratitude = _said(offered, "wins"), _said(offered, "gratitude")
    photos = [photo for each in offered for photo in each.photos]
    longest = max(offered, key=lambda each: each.entry.about_words, default=None)
    most = max(offered, key=attrgetter("linked"), default=None)
    has_longest = longest is not None and len(offered) >= _FEWEST_LONGEST and not longest.entry.starred
    has_most = most is not None and most.linked >= _FEWEST_LINKS
    in_plan, other_coping = _coping(offered, plan)
    asks = around.over and not (written and written.answered)
    return ReviewPage(
        period=around.view,
        before=around.before,
        over=around.over,
        figures=around.figures,
        title=written.title if written else "",
        body=written.body if written else None,
        private=bool(written and written.private),
        targets=written.targets if written else (),
        files=written.files if written else (),
        carried=None if written else around.carried,
        entries=len(entries),
        days=len({each.entry.counted for each in entries}),
        words=sum(each.entry.about_words for each in entries if not each.entry.private),
        metrics=levels,
        harder=any(each.change and each.change.way == "harder" for each in levels),
        feelings=_felt(offered),
        watched=_few_of_each(around.watched),
        coping=in_plan,
        other_coping=other_coping,
        wins=_spread(wins, _MOST),
        wins_in_all=len(wins),
        gratitude=_spread(gratitude, _MOST),
        gratitude_in_all=len(gratitude),
        photos=_spread(photos, _PHOTOS[kind]),
        photos_in_all=len(photos),
        gallery=around.gallery,
        apart=around.apart,
        moved=_moved(offered),
        listed=tuple([each.link for each in offered]) if kind == "week" else (),
        starred=_spread([each.link for each in offered if each.entry.starred], _STARRED),
        longest=longest.link if longest and has_longest else None,
        longest_words=longest.entry.about_words if longest and has_longest and around.figures else 0,
        most_linked=most.link if most and has_most else None,
        links=most.linked if most and has_most else 0,
        closed=tuple(closed) if kind in ("week", "month") else (),
        closed_entries=len(closed),
        questions=tuple(
            [each.text for each in questions_of(around.period, asking.questions(), gentle=around.hard)] if asks else ()
        ),
        previous=around.previous,
        next=around.next,
        above=around.above,
        within=around.within,
        calendar=around.calendar,
    )


def _spread(some: Sequence[_Some], most: int) -> tuple[_Some, ...]:
    """Return so many of some things at most, evenly from the first to the last."""
    if len(some) <= most:
        return tuple(some)
    return tuple([some[number * (len(some) - 1) // (most - 1)] for number in range(most)])


def _levels(levels: Levels, metrics: Metrics) -> tuple[MetricInPeriod, ...]:
    found = []
    for each in levels.all():
        name, config = metrics.names[each.metric]
        change = None
        if each.change is not None and each.low is not None and each.high is not None:
            change = change_told(each.change, each.low, each.high, config)
        found.append(MetricInPeriod(name, each.days, each.mean, each.before, each.mean_before, change))
    return tuple(found)


def _felt(offered: Sequence[Told]) -> tuple[NameTimes, ...]:
    """Return the feelings that most entries name, the more pleasant first."""
    links: dict[str, tuple[float, NameLink]] = {}
    counts: Counter[str] = Counter()
    for told in offered:
        for link, pleasant in zip(told.emotions, told.pleasant, strict=True):
            links[link.address] = (-pleasant, link)
        counts.update({link.address for link in told.emotions})
    often = sorted(counts, key=lambda address: (-counts[address], links[address][1].name.casefold(), address))[:_NAMES]
    often.sort(key=lambda address: links[address][0])
    return tuple([NameTimes(links[address][1], counts[address]) for address in often])


def _few_of_each(watched: Sequence[Watched]) -> tuple[Watched, ...]:
    """Return what went along with better days before, then with harder ones; each name once, the most days first."""
    found: list[Watched] = []
    for towards in ("better", "harder"):
        seen: dict[str, Watched] = {}
        for each in sorted(watched, key=lambda each: (-each.days, each.name.name.casefold())):
            if each.towards == towards:
                seen.setdefault(each.name.address, each)
        found += [*seen.values()][:_WATCHED]
    return tuple(found)


def _coping(offered: Iterable[Told], plan: CopingPlan) -> tuple[tuple[CopingTimes, ...], tuple[NameLink, ...]]:
    """Return the ways of coping that were used: those of the plan with their numbers, the others by their names alone.

    Whatever else was written down as coping may be what the writer wants to get away from: no number speaks for it.
    """
    links: dict[str, NameLink] = {}
    uses: Counter[str] = Counter()
    pairs: dict[str, list[tuple[float, float]]] = {}
    for told in offered:
        for link, each in zip(told.coping, told.entry.coping, strict=True):
            links[link.address] = link
            uses[link.address] += 1
            if each.before is not None and each.after is not None:
                pairs.setdefault(link.address, []).append((each.before, each.after))
    planned = []
    others = []
    for address in sorted(links, key=lambda address: (-uses[address], links[address].name.casefold(), address)):
        if address not in plan.addresses:
            others.append(links[address])
            continue
        of = pairs.get(address, [])
        before, after = (_mean([pair[side] for pair in of]) for side in (0, 1))
        planned.append(CopingTimes(links[address], uses[address], len(of), before, after))
    return tuple(planned), tuple(others[:_NAMES])


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None


def _said(offered: Iterable[Told], kind: str) -> list[Said]:
    """Return what entries say in a field, and under the headings that the writer named for it."""
    found = []
    for told in offered:
        fields: tuple[str, ...] = getattr(told.entry, kind)
        sections = [block for each in told.entry.sections if each.kind == kind for block in each.blocks]
        found += [Said(text, told.link) for text in dict.fromkeys((*fields, *sections))]
    return found


def _moved(offered: Sequence[Told]) -> tuple[Moved, ...]:
    """Return the threads and goals that were written on, the one that was written on last first."""
    found: dict[str, list[Told]] = {}
    links: dict[str, NameLink] = {}
    for told in reversed(offered):
        for link in told.threads:
            links[link.address] = link
            found.setdefault(link.address, []).append(told)
    moved = []
    for address, entries in list(found.items())[:_MOVED]:
        status = next((said for each in entries if (said := each.entry.matter.status)), None)
        then = to_come(each.entry for each in reversed(entries))
        moved.append(Moved(links[address], len(entries), status, then, entries[0].link))
    return tuple(moved)
