"""All figures of a journal that take long to compute, as one value that a build remembers."""

from __future__ import annotations

import datetime as dt
from functools import partial

from msgspec import Struct

from journalgen.analysis.coping import CopingUse
from journalgen.analysis.metrics.values import PackedMetric
from journalgen.analysis.one_thread import load_numbers
from journalgen.analysis.patterns.values import FirstShown, Patterns
from journalgen.analysis.triggers import Triggers
from journalgen.model.config import Config
from journalgen.model.journal import Journal


class Figures(Struct, frozen=True):
    """What goes along with what, since when each pattern has been shown, each metric over time, what was tried, and triggers.

    `levels` are those of each metric in every week, month, quarter and year, encoded: see `period_levels.unpacked`.
    """

    patterns: Patterns
    shown: tuple[FirstShown, ...] = ()
    metrics: tuple[PackedMetric, ...] = ()
    coping: tuple[CopingUse, ...] = ()
    triggers: Triggers = Triggers()
    levels: bytes = b""


def last_day(journal: Journal, today: dt.date) -> dt.date:
    """Return the last day with an entry that is not after today, or today where there is none.

    Figures end there: a day that passes without a word changes none of them.
    """
    return max((entry.counted for entry in journal.entries if entry.counted and entry.counted <= today), default=today)


def has_levels(config: Config) -> bool:
    """Return whether any page shows how a metric was in a period."""
    return config.reviews_show and config.reviews_figures


def figures(journal: Journal, until: dt.date, known: tuple[FirstShown, ...]) -> Figures:
    """Return the figures of the days up to one, that one included; `known` are the patterns that were shown before."""
    load_numbers()
    # Most builds remember what all of these return.
    from journalgen.analysis.changes import level_changes  # noqa: PLC0415
    from journalgen.analysis.coping import coping_uses  # noqa: PLC0415
    from journalgen.analysis.likely_errors import LikelyErrors  # noqa: PLC0415
    from journalgen.analysis.metrics.values import packed  # noqa: PLC0415
    from journalgen.analysis.metrics.whole import metric_figures  # noqa: PLC0415
    from journalgen.analysis.patterns.search import patterns  # noqa: PLC0415
    from journalgen.analysis.period_levels import packed_levels  # noqa: PLC0415
    from journalgen.analysis.terms import Spellings  # noqa: PLC0415
    from journalgen.analysis.triggers import triggers_until  # noqa: PLC0415

    found, shown = patterns(journal, until, known)
    errors = LikelyErrors()
    spellings = Spellings(journal.config.aliases)
    return Figures(
        patterns=found,
        shown=shown,
        metrics=tuple(map(packed, metric_figures(journal, until, partial(level_changes, errors=errors)))),
        coping=coping_uses(journal.entries, spellings, until),
        triggers=triggers_until(journal.entries, spellings, until),
        levels=packed_levels(journal.entries, until, errors) if has_levels(journal.config) else b"",
    )
