from __future__ import annotations

import datetime as dt

import pytest

from journalgen.plan.support_first import stands_first_on_home
from tests.parse.entries import made

TODAY = dt.date(2026, 3, 15)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2026-03-15", True), ("2026-03-02", True), ("2026-03-01", True), ("2026-02-28", False), ("2024-03-15", False),
        ("2026-03-16", True), ("2026-03-17", False), (None, False),
    ],
)  # fmt: skip
def test_it_lasts_for_fourteen_days(day: str | None, first: bool) -> None:
    assert stands_first_on_home([made("2026-03-14"), made(day, support_first=True)], TODAY) is first


def test_nothing_keeps_it_from_home() -> None:
    closed = made("2026-03-10", support_first=True, private=True, resurface=False, draft=True)
    assert stands_first_on_home([closed], TODAY)


def test_without_a_mark_nothing_stands_first() -> None:
    assert not stands_first_on_home([made("2026-03-15")], TODAY)
