from __future__ import annotations

import datetime as dt

import pytest

from journalgen.analysis.returns import is_return

TODAY = dt.date(2026, 3, 15)


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        ([], False), ([0], False), ([13, 3], False), ([14], False), ([15], True), ([400, 399], True),
        ([40, 0], True), ([40, 6], True), ([40, 7], False), ([40, 6, 5, 1], True), ([20, 5], True), ([19, 5], False),
        ([60, 40, 3], True), ([60, 3, -2], True), ([-2], False),
    ],
)  # fmt: skip
def test_who_comes_back_after_two_weeks_is_greeted_for_one(ago: list[int], expected: bool) -> None:
    assert is_return([TODAY - dt.timedelta(days=number) for number in ago], TODAY) is expected
