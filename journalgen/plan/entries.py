"""How entries appear: their links, rows and moods, open or closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journalgen.analysis.terms import KINDS
from journalgen.model.config import MetricConfig
from journalgen.model.entry import Entry, Measure, Score
from journalgen.model.scales import ScaleConfig
from journalgen.plan.figures.metrics.names import unit_of
from journalgen.plan.fingerprint import digest_of
from journalgen.plan.views import Length, Link, MeasureView, Mood, NameLink, NamesOfKind, Row, ScoreView
from journalgen.problems import Level

LEVELS = 6
# The most words of a day's depth; the fourth has no end. A short note, half a page, a page.
DEPTHS = (100, 250, 500)


def as_text(number: float) -> str:
    """Return a number with at most two decimals and none that say nothing."""
    text = f"{number:.2f}".rstrip("0").rstrip(".") if abs(number) < 1e6 else f"{number:.0f}"
    return "0" if text == "-0" else text


def share(value: float, metric: MetricConfig) -> float | None:
    """Return where a value lies on its scale, from 0 at the lower end to 1 at the upper, or None without a scale."""
    if metric.min is None or metric.max is None:
        return None
    return (value - metric.min) / (metric.max - metric.min)


def mood_view(value: float, metric: MetricConfig) -> Mood:
    """Return a mood to show."""
    key = (value, metric.min, metric.max)
    known = _MOODS.get(key)
    if known is None:
        part = share(value, metric)
        level = LEVELS // 2 if part is None else round(part * LEVELS)
        known = _MOODS[key] = Mood(as_text(value), max(0, min(LEVELS, level)))
    return known


# There are only so many values on a scale, and ten thousand entries to ask for them.
_MOODS: dict[tuple[float, float | None, float | None], Mood] = {}


def mean_mood(entries: Sequence[Entry], metric: MetricConfig) -> Mood | None:
    """Return the mood of a day: the mean of its entries' moods, to one decimal, or None where none has one."""
    return mean_view([mood.value for entry in entries if (mood := entry.mood)], metric)


def mean_view(values: Sequence[float], metric: MetricConfig) -> Mood | None:
    """Return the mean of some moods to show, to one decimal, or None of none."""
    return mood_view(round(sum(values) / len(values), 1), metric) if values else None


def length_of(entries: Sequence[Entry]) -> Length | None:
    """Return how long some entries are together, or None of none."""
    if not entries:
        return None
    words = sum(entry.about_words for entry in entries)
    return Length(words, 1 + sum(words > most for most in DEPTHS))


def link_to(entry: Entry, address: str) -> Link:
    """Return the link to an entry; a private one shows its day instead of its title and its file's name."""
    title, name = ("", "") if entry.private else (entry.title, entry.name)
    digest = b"%b%d%b\0" % (entry.linked, entry.sealed, address.encode())
    return Link(address, title, entry.day, entry.time, name, digest, entry.sealed)


def closed_link(entry: Entry, address: str) -> Link:
    """Return the link to an entry that may not be offered: its day and time lead there, and no word of it."""
    digest = f"closed {address} {entry.day} {entry.time} {entry.sealed}\0".encode()
    return Link(address, "", entry.day, entry.time, "", digest, entry.sealed)


def row_of(entry: Entry, link: Link, metric: MetricConfig, *, may_offer: bool) -> Row:
    """Return the entry as a list shows it that was asked for; how it begins stands there only if it may be offered.

    Its digest is that of the entry's own values and of what may be offered, which other entries of its day have a part in;
    the scale of the mood, which is the same for all, shapes every page.
    """
    opening = entry.opening if may_offer else ""
    measure = None if entry.private else entry.mood
    mood = mood_view(measure.value, metric) if measure else None
    wrong = bool(entry.problems) and any(problem.level is Level.ERROR for problem in entry.problems)
    digest = b"%b%d%b\0" % (entry.listed, may_offer, link.address.encode())
    return Row(link, opening, mood, entry.starred, entry.private, entry.draft, wrong, digest, entry.sealed)


def closed_row(entry: Entry, address: str) -> Row:
    """Return the row of an entry that may not be offered, where nobody asked for it: its day alone."""
    link = closed_link(entry, address)
    return Row(link, "", None, starred=False, private=entry.private, draft=False, problems=False, digest=link.digest)


class NamesOfEntries:
    """Knows the names that entries use as links, by kind; `links` holds them by kind and spelling."""

    def __init__(self, links: Mapping[str, Mapping[str, NameLink]]) -> None:
        self._links = links
        # Most entries share their names with others: the same few places, the same two people.
        self._known: dict[tuple[str, tuple[str, ...]], NamesOfKind] = {}

    def of(self, entry: Entry) -> tuple[NamesOfKind, ...]:
        """Return the names that an entry uses."""
        found = []
        for kind, names in KINDS.items():
            if spelled := names(entry):
                known = self._known.get((kind, spelled))
                if known is None:
                    known = self._known[kind, spelled] = self._make(kind, spelled)
                found.append(known)
        return tuple(found)

    def _make(self, kind: str, spelled: tuple[str, ...]) -> NamesOfKind:
        links = self._links[kind]
        unique = tuple(dict.fromkeys([links[name] for name in spelled]))
        return NamesOfKind(kind, unique, digest_of((kind, unique)))


def measure_view(measure: Measure, metric: MetricConfig, address: str | None = None) -> MeasureView:
    """Return a metric's value as an entry's page shows it; `address` is where its page lies, if it has one."""
    part = share(measure.value, metric)
    value = as_text(measure.value)
    before = None if measure.before is None else as_text(measure.before)
    unit = unit_of(metric)
    out_of = as_text(metric.max) if metric.max is not None and metric.unit is None else None
    # Only mood has colours of its own; on other scales the upper end may be the hard one.
    level = None if part is None or measure.metric != "mood" else max(0, min(LEVELS, round(part * LEVELS)))
    digest = digest_of((measure.metric, metric.label, value, before, unit, out_of, level, address))
    return MeasureView(measure.metric, metric.label, value, before, unit, out_of, level, digest, address)


def scale_label(scale: ScaleConfig) -> str:
    """Return what a questionnaire is called."""
    return scale.label or scale.name.upper()


def score_view(score: Score, scale: ScaleConfig, address: str | None) -> ScoreView:
    """Return a score as an entry's page shows it; `address` is where all of that questionnaire are."""
    label, value = scale_label(scale), as_text(score.value)
    out_of = as_text(scale.max) if scale.max is not None else None
    return ScoreView(label, value, out_of, address, digest_of((label, value, out_of, address)))
