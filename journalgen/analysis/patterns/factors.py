"""What a metric is compared with: names, days of the week, and metrics that are no feelings themselves."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from journalgen.analysis.enough import ON_EITHER_SIDE
from journalgen.analysis.patterns.days import Days, ordinal
from journalgen.analysis.patterns.values import DAYS_SINCE, WEEKDAYS, WEEKEND, FactorKind, FactorLeftOut
from journalgen.analysis.terms import Spellings, terms
from journalgen.model.config import Config

MOST = 60
# Of two names on the very same days, the first kind here is compared; medication and feelings are never.
KINDS: dict[FactorKind, str] = {
    "tag": "tags", "activity": "activities", "trigger": "triggers", "place": "places", "coping": "coping",
    "person": "people",
}  # fmt: skip
_ORDER: tuple[FactorKind, ...] = ("weekday", *KINDS, "metric")
# A rest of a month says no more than one of a fortnight, and a single one of a year would say everything.
_LONGEST_SINCE = 14


class Factor(Struct, frozen=True):
    """Something a metric is compared with. `values` are by day: 1 where a name is, or the number of a metric.

    A name is absent on the other days with an entry; a number is unknown there.
    """

    kind: FactorKind
    key: str
    name: str
    values: dict[int, float]

    @property
    def is_number(self) -> bool:
        """Return whether the factor is a number."""
        return self.kind == "metric"


def is_rating(name: str, config: Config) -> bool:
    """Return whether a metric is how the writer felt: mood, or one with two ends of a scale and no unit.

    Two of those are one state told twice, and that they go together is no pattern: they are compared with, never compared to.
    """
    metric = config.metric(name)
    return name == "mood" or (metric.min is not None and metric.max is not None and not metric.unit)


def factors(days: Days, config: Config) -> tuple[tuple[Factor, ...], tuple[FactorLeftOut, ...]]:
    """Return the most frequent factors, the most frequent first, and what was left out; no metric's values are looked at.

    The days since the last entry come last, beyond the number of the others.
    """
    left_out: list[FactorLeftOut] = []
    kept: list[Factor] = []
    places: dict[frozenset[int], Factor] = {}
    for factor in sorted((*_weekdays(days), *_names(days, config)), key=_before_its_like):
        few = min(len(factor.values), len(days.written) - len(factor.values))
        same = places.setdefault(frozenset(factor.values), factor)
        if few < ON_EITHER_SIDE:
            if factor.kind != "weekday":
                left_out.append(left_out_as(factor, "too-few", few))
        elif same is not factor:
            left_out.append(left_out_as(factor, "same-as", len(factor.values), same_as=same.name))
        else:
            kept.append(factor)
    kept += [
        Factor("metric", name, name, values) for name, values in days.metrics.items() if not is_rating(name, config)
    ]
    kept.sort(key=lambda factor: (-len(factor.values), _ORDER.index(factor.kind), factor.key))
    left_out += [left_out_as(factor, "too-many", len(factor.values)) for factor in kept[MOST:]]
    since = Factor("metric", DAYS_SINCE, DAYS_SINCE, _days_since(days.written))
    return (*kept[:MOST], since), tuple(left_out)


def left_out_as(
    factor: Factor, reason: str, count: int, *, metric: str | None = None, same_as: str | None = None
) -> FactorLeftOut:
    """Return a factor as one that was left out."""
    return FactorLeftOut(factor.name, factor.key, factor.kind, metric, reason, count, same_as)  # type: ignore[arg-type]


def _names(days: Days, config: Config) -> Iterable[Factor]:
    spellings = Spellings(config.aliases)
    for kind, plural in KINDS.items():
        if kind != "person" or config.patterns_people:
            for term in terms(plural, days.entries, spellings):
                yield Factor(kind, term.key, term.name, dict.fromkeys(sorted(map(ordinal, term.entries)), 1.0))


def _weekdays(days: Days) -> Iterable[Factor]:
    for number, name in enumerate(WEEKDAYS):
        yield Factor("weekday", name, name, {day: 1.0 for day in sorted(days.written) if (day - 1) % 7 == number})
    yield Factor("weekday", WEEKEND, WEEKEND, {day: 1.0 for day in sorted(days.written) if (day - 1) % 7 >= 5})


def _before_its_like(factor: Factor) -> tuple[int, int, str]:
    """Sort what says more before what is on the same days: a tag before the one that it nests in."""
    return _ORDER.index(factor.kind), -factor.key.count("/"), factor.key


def _days_since(written: frozenset[int]) -> dict[int, float]:
    every = sorted(written)
    return {day: float(min(day - before, _LONGEST_SINCE)) for before, day in pairwise(every)}
