from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pytest

from journalgen.analysis.likely_errors import LikelyErrors
from journalgen.analysis.metrics.days import DayValue
from journalgen.analysis.period_levels import PeriodLevel, packed_levels, period_levels, unpacked
from journalgen.model.entry import Entry, Measure
from journalgen.model.periods import KINDS, Kind, Period, period_of
from tests.parse.entries import made

MONDAY = dt.date(2026, 1, 5)


def days(*values: float | None, first: dt.date = MONDAY) -> tuple[DayValue, ...]:
    """Return the values of days that follow each other, None for one without."""
    return tuple(
        DayValue(first + dt.timedelta(number), value, value, 1)
        for number, value in enumerate(values)
        if value is not None
    )


def levels(values: tuple[DayValue, ...]) -> dict[str, PeriodLevel]:
    return {period.name: level for period, level in period_levels("mood", values, LikelyErrors())}


# As many weeks as days of a pattern that no weekday knows of.
CALM = [5.0, 6.0, 4.0, 5.0, 7.0, 5.0, 4.0, 6.0, 5.0, 3.0, 6.0, 4.0, 5.0] * 3 + [5.0, 4.0, 6.0]


def test_a_week_is_its_mean_beside_that_of_the_week_before() -> None:
    values = CALM + [each + 3 for each in CALM[-7:]]
    found = levels(days(*values))["2026-W08"]
    assert (found.days, found.before) == (7, 7)
    assert found.mean == pytest.approx(3 + sum(CALM[-7:]) / 7, abs=0.005)
    assert found.mean_before == pytest.approx(sum(CALM[-7:]) / 7, abs=0.005)
    assert found.change == pytest.approx(3, abs=0.1)
    assert found.low is not None
    assert found.low > 0


def test_a_week_like_the_one_before_is_about_the_same() -> None:
    found = levels(days(*CALM, *CALM[-7:]))["2026-W08"]
    assert found.change == 0
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0 < found.high


def test_of_fewer_than_five_days_in_either_nothing_is_said_but_the_mean() -> None:
    values: list[float | None] = [*CALM]
    values[-3:] = [None] * 3
    found = levels(days(*values))["2026-W07"]
    assert (found.days, found.before, found.change, found.low) == (4, 7, None, None)
    assert found.mean == pytest.approx(sum(CALM[-7:-3]) / 4, abs=0.005)
    after = levels(days(*values, *CALM[:7]))["2026-W08"]
    assert (after.days, after.before, after.change) == (7, 4, None)


def test_a_week_after_one_without_a_word_is_compared_with_nothing() -> None:
    found = levels(days(*CALM, *[None] * 7, *CALM[:7]))
    assert "2026-W08" not in found
    assert (found["2026-W09"].before, found["2026-W09"].mean_before, found["2026-W09"].change) == (0, None, None)


@pytest.mark.parametrize("values", [[5.0] * 60, CALM[:20], [1e300, 2.0] * 30], ids=["one value", "few days", "huge"])
def test_where_there_is_too_little_to_know_there_is_no_interval(values: list[float]) -> None:
    for found in levels(days(*values)).values():
        assert found.change is None or math.isfinite(found.change)
    if values[0] == 5.0:
        assert all(found.change is None for found in levels(days(*values)).values())


def test_months_quarters_and_years_have_theirs() -> None:
    found = levels(days(*CALM * 18, first=dt.date(2024, 1, 1)))
    for name in ("2024-02", "2024-Q2", "2025"):
        assert found[name].change is not None, name
    # The wider the time, the surer.
    widths = [found[name].high - found[name].low for name in ("2024-W20", "2024-05", "2025")]  # type: ignore[operator]
    assert widths == sorted(widths, reverse=True)


def test_a_few_private_values_are_no_mean() -> None:
    alone = tuple(each._replace(shown=None) for each in days(3.0, 4.0))
    found = levels((*alone, *days(5.0, first=MONDAY + dt.timedelta(7))))
    assert found["2026-W02"].mean is None
    assert (found["2026-W03"].before, found["2026-W03"].mean_before) == (2, None)
    assert levels((*alone, *days(5.0, first=MONDAY + dt.timedelta(2))))["2026-W02"].mean == 4


def _alike(rng: np.random.Generator, length: int, phi: float, nugget: float) -> list[float | None]:
    """Return days that hang together, at one level throughout, with a fifth of them missing."""
    values = np.empty(length)
    values[0] = rng.normal()
    for number in range(1, length):
        values[number] = phi * values[number - 1] + math.sqrt(1 - phi**2) * rng.normal()
    values = math.sqrt(1 - nugget) * values + math.sqrt(nugget) * rng.normal(size=length)
    return [None if rng.random() < 0.2 else round(5 + 2 * float(value), 1) for value in values]


@pytest.mark.parametrize(("phi", "nugget"), [(0.0, 0.0), (0.5, 0.2), (0.8, 0.3)])
def test_intervals_hold_what_they_promise(phi: float, nugget: float) -> None:
    """Where the level never moves, about one in twenty says it did; days that hang together change nothing about that."""
    rng = np.random.default_rng(7)
    inside: dict[Kind, list[bool]] = {"week": [], "month": []}
    for _ in range(12):
        values = days(*_alike(rng, 400, phi, nugget))
        for period, level in period_levels("mood", values, LikelyErrors()):
            if level.low is not None and level.high is not None and period.kind in inside:
                inside[period.kind].append(level.low <= 0 <= level.high)
    for kind, held in inside.items():
        assert 0.91 <= sum(held) / len(held) <= 0.995, kind


def with_mood(number: int, mood: float) -> Entry:
    return made(str(MONDAY + dt.timedelta(number)), measures=(Measure("mood", mood), Measure("sleep", 7.0)))


def test_what_was_packed_is_unpacked_by_the_names_of_times_mood_first() -> None:
    entries = [with_mood(number, value) for number, value in enumerate(CALM)]
    found = unpacked(packed_levels(entries, MONDAY + dt.timedelta(days=100), LikelyErrors()))
    assert [each.metric for each in found.of("2026-W03").all()] == ["mood", "sleep"]
    assert found.of("1999").all() == ()
    assert unpacked(b"").by_name == {}


def test_days_after_the_last_one_that_counts_do_not() -> None:
    entries = [with_mood(number, value) for number, value in enumerate(CALM)]
    found = unpacked(packed_levels(entries, MONDAY + dt.timedelta(days=6), LikelyErrors()))
    assert set(found.by_name) == {"2026-W02", "2026-01", "2026-Q1", "2026"}


def test_one_more_day_changes_what_is_told_of_few_other_times() -> None:
    """Errors are estimated from all days; were they told to their last digit, each entry would rewrite every page."""
    rng = np.random.default_rng(3)
    values = days(*_alike(rng, 700, 0.5, 0.2))
    before, after = levels(values), levels((*values, *days(6.0, first=values[-1].day + dt.timedelta(1))))
    current = {period.name for period in _periods_of(values[-1].day + dt.timedelta(1))}
    others = [name for name in before if name not in current]
    changed = [name for name in others if before[name] != after[name]]
    assert len(changed) <= len(others) * 0.2


def _periods_of(day: dt.date) -> list[Period]:

    return [period_of(kind, day) for kind in KINDS]
