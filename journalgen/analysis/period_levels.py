"""How each metric was in every week, month, quarter and year, beside the one before: values; computed in `period_changes`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from journalgen.analysis.metrics.days import FEWEST_WITH_PRIVATE, DayValue, rounded, values_by_day
from journalgen.analysis.metrics.days import mean as mean_of
from journalgen.analysis.rounding import bearing
from journalgen.digests import digest
from journalgen.model.entry import Entry
from journalgen.model.periods import KINDS, Kind, Period, period_of

if TYPE_CHECKING:
    from journalgen.analysis.likely_errors import LikelyErrors


class PeriodLevel(Struct, frozen=True, array_like=True, gc=False):
    """A metric in a period: on how many days it has a value, and their mean, in its own unit.

    `before` are the days with a value in the period before, and `mean_before` is theirs. `change` is how much higher this mean is
    than that one, likely between `low` and `high` (95 %): all three are None where there are too few days, here, there, or in the
    whole journal. A mean is None where there is no day, or there are fewer than three and all are private.
    """

    metric: str
    days: int
    mean: float | None
    before: int = 0
    mean_before: float | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None


class PeriodLevels(Struct, frozen=True):
    """The levels of all metrics in every period, by the period's name, each still encoded; mood first, the others by name."""

    by_name: dict[str, msgspec.Raw]

    def of(self, name: str) -> Levels:
        """Return those of a period."""
        return Levels(data := bytes(self.by_name.get(name, _NONE)), digest(data))


class Levels(Struct, frozen=True, gc=False):
    """The levels of a period, encoded, and the digest of that: few of them make a page."""

    data: bytes
    digest: bytes

    def all(self) -> tuple[PeriodLevel, ...]:
        """Return the level of each metric."""
        return _of_period.decode(self.data)


_of_period = msgspec.msgpack.Decoder(tuple[PeriodLevel, ...])
_of_all = msgspec.msgpack.Decoder(PeriodLevels)
_NONE = msgspec.msgpack.encode(())
NO_LEVELS = Levels(_NONE, digest(_NONE))


class MeanChange(Struct, frozen=True, gc=False):
    """How much higher the mean of one period is than that of the one before it, with its interval."""

    estimate: float
    low: float
    high: float


def unpacked(data: bytes) -> PeriodLevels:
    """Return the levels that `packed_levels` encoded."""
    return _of_all.decode(data) if data else PeriodLevels({})


def packed_levels(entries: Iterable[Entry], until: dt.date, errors: LikelyErrors) -> bytes:
    """Return the levels of every metric in each period with a value up to a day, encoded: most builds only carry them along.

    `errors` remembers what was found out about values before.
    """
    found: dict[str, list[PeriodLevel]] = {}
    for metric, values in values_by_day(entries, until).items():
        for period, level in period_levels(metric, values, errors):
            found.setdefault(period.name, []).append(level)
    levels = {name: msgspec.Raw(msgspec.msgpack.encode(tuple(each))) for name, each in found.items()}
    return msgspec.msgpack.encode(PeriodLevels(levels))


def period_levels(
    metric: str, values: Sequence[DayValue], errors: LikelyErrors
) -> Iterator[tuple[Period, PeriodLevel]]:
    """Yield each period that has a value, by kind, and the metric's level in it; `values` are those of its days, in order."""
    from journalgen.analysis.period_changes import mean_changes  # noqa: PLC0415 -- numpy only where something is computed

    by_kind = [_groups(kind, values) for kind in KINDS]
    pairs = [
        (before, period) for groups in by_kind for period in groups if (before := period.before) and before in groups
    ]
    changes = mean_changes({each.day: each.value for each in values}, pairs, errors)
    for groups in by_kind:
        means = {period: _mean(days) for period, days in groups.items()}
        for period, days in groups.items():
            before = period.before
            days_before = len(groups.get(before, ())) if before else 0
            mean_before = means.get(before) if before else None
            # As they are told: a value more shifts the errors of all periods a little, and rewrites hardly a page.
            found = changes.get(period)
            numbers = bearing(found.estimate, found.low, found.high) if found else ()
            yield period, PeriodLevel(metric, len(days), means[period], days_before, mean_before, *numbers)


def _groups(kind: Kind, values: Sequence[DayValue]) -> dict[Period, list[DayValue]]:
    groups: dict[Period, list[DayValue]] = {}
    period: Period | None = None
    for each in values:
        if period is None or each.day > period.last:
            period = period_of(kind, each.day)
        groups.setdefault(period, []).append(each)
    return groups


def _mean(days: Sequence[DayValue]) -> float | None:
    """Return the mean of days; of fewer than three it is that of those that are not private."""
    if len(days) < FEWEST_WITH_PRIVATE:
        shown = [each.shown for each in days if each.shown is not None]
        return rounded(mean_of(shown)) if shown else None
    return rounded(mean_of([each.value for each in days]))
