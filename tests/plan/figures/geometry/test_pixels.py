from __future__ import annotations

from journalgen.analysis.metrics.values import DAYS_OF_GRID, LONGEST_MONTH
from journalgen.plan.figures.geometry.pixels import pixels


def test_a_run_of_days_of_one_level_is_one_line() -> None:
    days: list[float | None] = [None] * DAYS_OF_GRID
    days[0:3] = [1, 1, 2]
    days[LONGEST_MONTH - 1] = 1
    days[LONGEST_MONTH] = 1
    found = pixels(days, int)
    assert found.levels == ((1, "M0 0.5h2M30 0.5h1M0 1.5h1"), (2, "M2 0.5h1"))
    assert found.every == "M0 0.5h2M2 0.5h1M30 0.5h1M0 1.5h1"


def test_a_year_without_days_draws_nothing() -> None:
    assert pixels([None] * DAYS_OF_GRID, int).levels == ()
