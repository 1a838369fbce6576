from __future__ import annotations

import pytest

from journalgen.analysis.enough import are_enough, varied


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], False),
        ([1.0] * 100, False),
        ([1.0] * 24 + [2.0] * 4, False),
        ([1.0] * 23 + [2.0] * 5, True),
        ([1.0] * 13 + [2.0] * 14, False),
        ([float(each) for each in range(28)], True),
    ],
)
def test_it_takes_days_and_some_that_differ(values: list[float], expected: bool) -> None:
    assert are_enough(values) is expected


def test_what_varies_is_not_the_commonest() -> None:
    assert varied([1.0, 1.0, 2.0, 3.0]) == 2
    assert varied([]) == 0
