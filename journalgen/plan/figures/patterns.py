"""What pages show of a pattern: what went along with what, by how much, and what has happened since."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from journalgen.analysis.patterns.values import FactorKind
from journalgen.plan.figures.effects import Bar, Effect
from journalgen.plan.figures.metrics.names import MetricName

Towards = Literal["better", "harder", "neither"]


class Factor(Struct, frozen=True, gc=False):
    """What a metric is compared by. `name` is how the site spells it, in English for a weekday; `address` is its page, if any.

    `metric` is what it is called where it is a metric itself.
    """

    kind: FactorKind
    name: str
    address: str | None
    metric: MetricName | None = None


class SinceView(Struct, frozen=True, gc=False):
    """What has happened since a pattern was first shown; `effect` and `bar` are None while there are too few days."""

    days_with: int
    effect: Effect | None
    bar: Bar | None


class PatternView(Struct, frozen=True, gc=False):
    """A pattern in a sentence and a picture.

    `towards` says whether days with it (for a number, with more of it) were better or harder, as far as the writer said which
    way of the metric is better. `per` is the step that the size is for, where the factor is a number. `address` is where the
    pattern stands with all that it was compared with, `place` the id of that place.
    """

    factor: Factor
    metric: MetricName
    lag_days: int
    days_with: int
    days_without: int
    per: float | None
    effect: Effect
    bar: Bar
    towards: Towards
    first_shown: dt.date | None
    since: SinceView | None
    address: str
    place: str
