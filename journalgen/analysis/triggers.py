"""When each trigger came: on how many days, on which weekdays, at what time, and whether more often of late."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal

from msgspec import Struct

from journalgen.analysis.terms import Spellings, Term, terms
from journalgen.model.entry import Entry

QUARTER = 90
# With fewer days written in a quarter there is nothing to compare.
_FEWEST_WRITTEN = 14
_SURE = 0.05
# Up to this ratio, what may be chance is about as often.
_ALIKE = 1.5

Verdict = Literal["more", "less", "alike", "unsure"]


class Lately(Struct, frozen=True, gc=False):
    """On how many of the days with an entry it came in the last 90 days, and in the 90 before.

    The verdict says more or less often where chance alone would hardly do that (5 %, two-sided, of the binomial of both counts
    given their sum, by mid-p: Lancaster 1961, Significance Tests in Discrete Distributions, JASA 56); else about as often, or that
    so few can't say.
    """

    days: int
    written: int
    days_before: int
    written_before: int
    verdict: Verdict


class TriggerDays(Struct, frozen=True, gc=False):
    """How many days a trigger came on, the first and the last of them, and when.

    `weekdays` counts them from Monday on; `times` counts its entries that say when they were written, by quarters of the day
    from midnight on. `lately` is None where one of the quarters has too few days with an entry.
    """

    key: str
    days: int
    first: dt.date
    last: dt.date
    weekdays: tuple[int, ...]
    times: tuple[int, ...]
    lately: Lately | None


class Triggers(Struct, frozen=True, gc=False):
    """The triggers of a journal, the most frequent first, and on how many days there was any of them.

    `written` are the days with an entry, `weekdays` counts them from Monday on.
    """

    triggers: tuple[TriggerDays, ...] = ()
    days: int = 0
    written: int = 0
    weekdays: tuple[int, ...] = (0,) * 7


def triggers_until(entries: Sequence[Entry], spellings: Spellings, until: dt.date) -> Triggers:
    """Return the triggers of the entries up to a day."""
    dated = [entry for entry in entries if entry.counted is not None and entry.counted <= until]
    written = {entry.counted for entry in dated if entry.counted}
    last, before = _in_quarters(written, until)
    found = [_days(term, last, before, until) for term in terms("triggers", dated, spellings)]
    return Triggers(
        triggers=tuple(sorted(found, key=lambda each: (-each.days, each.key))),
        days=len({entry.counted for entry in dated if entry.triggers}),
        written=len(written),
        weekdays=by_weekday(written),
    )


def by_weekday(days: Collection[dt.date]) -> tuple[int, ...]:
    """Return how many days fall on each weekday, from Monday on."""
    counted = Counter([day.weekday() for day in days])
    return tuple([counted[weekday] for weekday in range(7)])


def _days(term: Term, written: int, written_before: int, until: dt.date) -> TriggerDays:
    days = {entry.counted for entry in term.entries if entry.counted}
    times = Counter([entry.time.hour // 6 for entry in term.entries if entry.time])
    return TriggerDays(
        key=term.key,
        days=len(days),
        first=min(days),
        last=max(days),
        weekdays=by_weekday(days),
        times=tuple([times[quarter] for quarter in range(4)]),
        lately=lately(days, written, written_before, until),
    )


def lately(days: Collection[dt.date], written: int, written_before: int, until: dt.date) -> Lately | None:
    """Return how the last 90 days up to one compare with the 90 before, `written` being the days with an entry in each."""
    if min(written, written_before) < _FEWEST_WRITTEN:
        return None
    last, before = _in_quarters(days, until)
    return Lately(last, written, before, written_before, _verdict(last, written, before, written_before))


def _in_quarters(days: Collection[dt.date], until: dt.date) -> tuple[int, int]:
    quarters = Counter([(until - day).days // QUARTER for day in days])
    return quarters[0], quarters[1]


def _verdict(last: int, last_of: int, before: int, before_of: int) -> Verdict:
    rate, rate_before = last / last_of, before / before_of
    if _mid_p(last, last + before, last_of / (last_of + before_of)) < _SURE:
        return "more" if rate > rate_before else "less"
    smaller, larger = sorted((rate, rate_before))
    return "alike" if larger <= _ALIKE * smaller else "unsure"


def _mid_p(count: int, of: int, share: float) -> float:
    """Return how often chance alone would bring a count as far out as this one, half of the ties among them."""
    below = sum(_chance(each, of, share) for each in range(count))
    here = _chance(count, of, share)
    lower = below + here / 2
    return min(1.0, max(0.0, 2 * min(lower, 1 - lower)))


def _chance(count: int, of: int, share: float) -> float:
    return math.comb(of, count) * share**count * (1 - share) ** (of - count)
