"""The scores of questionnaires over time, and how far they lie apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from journalgen.model.entry import Entry
from journalgen.model.scales import Band, ScaleConfig


class Scored(Struct, frozen=True):
    """A score, the day that it counts for, and its entry."""

    day: dt.date
    value: float
    entry: Entry


class Difference(Struct, frozen=True):
    """How much higher a score is than another, in points of its questionnaire.

    `beyond` says that this is more than what the same questionnaire varies by; None where that is not known.
    """

    by: float
    beyond: bool | None


class Scores(Struct, frozen=True):
    """The scores of one questionnaire by their day; `left_out` of them are in private entries, and not among them."""

    scale: str
    scored: tuple[Scored, ...]
    left_out: int


def scores_by_scale(entries: Iterable[Entry], until: dt.date) -> tuple[Scores, ...]:
    """Return the scores of each questionnaire up to a day, that one included; a questionnaire without any to show is left out."""
    found: dict[str, list[Scored]] = {}
    private: dict[str, int] = {}
    for entry in entries:
        if not entry.scores or entry.counted is None or entry.counted > until:
            continue
        for score in entry.scores:
            if entry.private:
                private[score.scale] = private.get(score.scale, 0) + 1
            else:
                found.setdefault(score.scale, []).append(Scored(entry.counted, score.value, entry))
    return tuple(
        Scores(scale, tuple(sorted(scored, key=lambda each: each.day)), private.get(scale, 0))
        for scale, scored in sorted(found.items())
    )


def difference(value: float, other: float, scale: ScaleConfig) -> Difference:
    """Return how far a score is from another one of the same questionnaire.

    A difference as large as the questionnaire's `change` is beyond what it varies by: reliable change, after Jacobson and Truax
    1991 (doi 10.1037/0022-006X.59.1.12).
    """
    by = round(value - other, 4)
    return Difference(by, None if scale.change is None else abs(by) >= scale.change)


def band_of(value: float, scale: ScaleConfig) -> Band | None:
    """Return the band that a score falls into, or None below the first and where there are none."""
    return next((band for band in reversed(scale.bands) if value >= band.start), None)
