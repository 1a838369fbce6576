"""A journal with figures that are made up, for pages of figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace as with_fields

from journalgen.analysis.coping import coping_uses
from journalgen.analysis.figures import Figures
from journalgen.analysis.patterns.values import CopingChange, FactorLeftOut, MetricLevel, Pattern, Patterns, Since
from journalgen.analysis.terms import Spellings
from journalgen.analysis.triggers import triggers_until
from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Entry
from journalgen.parse.journal import assemble
from journalgen.plan.site import Plan

TODAY = dt.date(2026, 3, 15)
CONFIG = Config(
    metrics=(
        MetricConfig("anxiety", "Anxiety", 0, 10, better="lower"),
        MetricConfig("steps", "Steps", 0),
        MetricConfig("sleep", "Sleep", unit="h", better="higher"),
    )
)


def pattern(factor: str = "deadline", **change: Any) -> Pattern:
    """Return a pattern that stands out: anxiety was higher with it."""
    given: dict[str, Any] = {
        "factor": factor, "key": factor.casefold(), "kind": "tag", "metric": "anxiety", "lag_days": 0, "days_with": 23,
        "days_without": 189, "per": None, "estimate": 1.382, "low": 0.7011, "high": 2.063, "p": 0.001, "q": 0.01,
        "shown": True, "first_shown": dt.date(2026, 3, 3), "since": Since(11, 40, 0.9, -0.31, 2.11),
    }  # fmt: skip
    return Pattern(**given | change)


def patterns(
    *found: Pattern,
    left_out: Sequence[FactorLeftOut] = (),
    coping: Sequence[CopingChange] = (),
    metrics: Sequence[MetricLevel] = (),
) -> Figures:
    """Return the figures of 212 days."""
    return Figures(
        Patterns(
            0.05, len(found), 212, dt.date(2025, 8, 1), TODAY, found, tuple(left_out), tuple(coping), tuple(metrics)
        )
    )


def pages(
    entries: Sequence[Entry],
    figures: Figures,
    config: Config = CONFIG,
    secret: bytes | None = None,
    first_day: int = 0,
) -> dict[str, Any]:
    """Return the views of all pages but the entries', by their address."""
    spellings = Spellings(config.aliases)
    figures = with_fields(
        figures,
        coping=coping_uses(entries, spellings, TODAY),
        triggers=triggers_until(entries, spellings, TODAY),
    )
    plan = Plan(assemble(config, entries), TODAY, first_day=first_day, secret=secret, figures=(figures, b""))
    return {outline.path: plan.page(outline).view for outline in plan.outlines}
