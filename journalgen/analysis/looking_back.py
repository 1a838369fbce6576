"""Which questions a time is looked back on with, whether it was a hard one, and what the writer wanted to try after it."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from journalgen.model.periods import KINDS, Kind, Period, period_of
from journalgen.model.prompts import folded
from journalgen.model.questions import PARTS, Question
from journalgen.model.reviews import Review

# A time is a hard one where so large a share of its days with a mood were low.
_HARD = 1 / 3
# How many months a time has: each kind goes round by itself.
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
# So many days after its end a time is said to be there to look back on.
READY_FOR: Mapping[Kind, int] = {"week": 2, "month": 3, "quarter": 3, "year": 3}


def questions_of(period: Period, questions: Iterable[Question], *, gentle: bool) -> tuple[Question, ...]:
    """Return the questions of a period: one of each part, always the same, and after a hard time gentle ones alone.

    Those of a part take turns from period to period; none comes again before the others that fit had theirs.
    """
    turn = period.first.toordinal() // 7
    if period.kind != "week":
        turn = (period.first.year * 12 + period.first.month - 1) // _MONTHS[period.kind]
    fitting = sorted(
        (each for each in questions if period.kind in each.kinds and (each.gentle or not gentle)), key=_lot
    )
    of_parts = ([each for each in fitting if each.part == part] for part in PARTS)
    return tuple([of_part[turn % len(of_part)] for of_part in of_parts if of_part])


def _lot(question: Question) -> tuple[bytes, str]:
    return hashlib.blake2b(question.id.encode(), digest_size=8).digest(), question.id


def hard_times(
    periods: Iterable[Period], moods: Mapping[dt.date, float], limit: float | None, third: float | None
) -> frozenset[str]:
    """Return the names of the periods that were hard, from the moods of days and the mood at or below which a day is low.

    Those are the ones of whose days with a mood a third or more was low, those whose last day with a mood was, and those whose
    mean lies in the lower `third` of the scale. Where no day stays quiet, nothing is hard.
    """
    if limit is None:
        return frozenset()
    days = sorted(moods)
    low = [moods[day] <= limit for day in days]
    lows = [0, *accumulate(low)]
    sums = [0.0, *accumulate(moods[day] for day in days)]
    found = []
    for period in periods:
        begin, end = bisect_left(days, period.first), bisect_right(days, period.last)
        count = end - begin
        if count and (
            low[end - 1]
            or lows[end] - lows[begin] >= _HARD * count
            or (third is not None and sums[end] - sums[begin] <= third * count)
        ):
            found.append(period.name)
    return frozenset(found)


def wanted(review: Review, questions: Iterable[Question]) -> tuple[str, ...]:
    """Return what a review says that the writer wants to try: what stands under a question about that, as plain text."""
    if not review.sections:
        return ()
    asked = {folded(text) for each in questions if each.part == "next" for text in (each.text, *each.also)}
    return tuple([block for each in review.sections if folded(each.heading) in asked for block in each.blocks])


def last_over(kind: Kind, today: dt.date) -> Period | None:
    """Return the last period of a kind that is over on a day, or None where the calendar has none."""
    return period_of(kind, today).before


def carried_to(period: Period, reviews: Iterable[Review]) -> Review | None:
    """Return the review whose answers are carried to a period: the last of its kind before it that may be."""
    before = [each for each in reviews if each.period.kind == period.kind and each.period.last < period.first]
    last = max(before, key=lambda each: each.period.first, default=None)
    return last if last and last.carried else None


def ready(today: dt.date, has_page: Sequence[str] | frozenset[str], left: frozenset[str]) -> Period | None:
    """Return the period that may be said to be there to look back on, the longest of those that have just ended, or None.

    `has_page` are the names of the periods that something was written in; those that are `left` are not spoken of: they were
    looked back on already, or were hard.
    """
    for kind in reversed(KINDS):
        period = last_over(kind, today)
        if period and (today - period.last).days <= READY_FOR[kind] and period.name in has_page:
            return None if period.name in left else period
    return None
