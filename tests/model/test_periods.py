from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.model.periods import KINDS, Kind, period_named, period_of

DAYS = st.dates()
KIND = st.sampled_from(KINDS)


@given(DAYS, KIND)
def test_a_day_lies_in_its_period_and_the_name_leads_back_to_it(day: dt.date, kind: Kind) -> None:
    period = period_of(kind, day)
    assert period.first <= day <= period.last
    assert period_named(period.name) == period
    assert period_named(period.name.lower()) == period
    assert period_of(kind, period.first) == period_of(kind, period.last) == period


@given(DAYS, KIND)
def test_the_one_before_ends_on_the_day_before(day: dt.date, kind: Kind) -> None:
    period = period_of(kind, day)
    before = period.before
    if before is None:
        assert period.first == dt.date.min
    else:
        assert before.last + dt.timedelta(days=1) == period.first
        assert before.kind == kind


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2026-03-14", ["2026-W11", "2026-03", "2026-Q1", "2026"]),
        ("2027-01-01", ["2026-W53", "2027-01", "2027-Q1", "2027"]),
        ("2024-12-30", ["2025-W01", "2024-12", "2024-Q4", "2024"]),
        ("0001-01-01", ["0001-W01", "0001-01", "0001-Q1", "0001"]),
        ("9999-12-31", ["9999-W52", "9999-12", "9999-Q4", "9999"]),
    ],
)
def test_periods_are_called_as_their_files(day: str, names: list[str]) -> None:
    assert [period_of(kind, dt.date.fromisoformat(day)).name for kind in KINDS] == names


@pytest.mark.parametrize(
    "name",
    ["", "26", "2026-", "2026-W54", "2025-W53", "2026-W00", "2026-13", "2026-Q5", "0000", "2026-03-14", "٢٠٢٦", "2026-W1"],
)  # fmt: skip
def test_what_names_no_period_is_none(name: str) -> None:
    assert period_named(name) is None


def test_a_period_knows_its_year_and_its_place_in_it() -> None:
    found = [period_of(kind, dt.date(2027, 1, 1)) for kind in KINDS]
    assert [(each.year, each.number) for each in found] == [(2026, 53), (2027, 1), (2027, 1), (2027, 0)]
