from __future__ import annotations

import datetime as dt

import pytest

from journalgen.analysis.scales import Difference, Scored, Scores, band_of, difference, scores_by_scale
from journalgen.model.entry import Score
from journalgen.model.scales import KNOWN, Band, ScaleConfig
from tests.parse.entries import made

TODAY = dt.date(2026, 3, 15)


def test_scores_come_by_questionnaire_and_day() -> None:
    early = made("2026-01-01", scores=(Score("phq9", 9), Score("gad7", 3)))
    late = made("2026-03-15", scores=(Score("phq9", 12),))
    assert scores_by_scale([early, late, made("2026-02-01")], TODAY) == (
        Scores("gad7", (Scored(dt.date(2026, 1, 1), 3, early),), 0),
        Scores("phq9", (Scored(dt.date(2026, 1, 1), 9, early), Scored(TODAY, 12, late)), 0),
    )


def test_private_scores_are_counted_and_not_among_them() -> None:
    shown = made("2026-01-01", scores=(Score("phq9", 9),))
    entries = [shown, made("2026-01-02", scores=(Score("phq9", 20), Score("gad7", 20)), private=True)]
    assert scores_by_scale(entries, TODAY) == (Scores("phq9", (Scored(dt.date(2026, 1, 1), 9, shown),), 1),)


def test_neither_days_to_come_nor_entries_without_a_day_count() -> None:
    score = (Score("phq9", 9),)
    assert scores_by_scale([made("2026-03-16", scores=score), made(None, scores=score)], TODAY) == ()


@pytest.mark.parametrize(
    ("scale", "value", "other", "by", "beyond"),
    [
        ("phq9", 12, 7, 5, False), ("phq9", 12, 6, 6, True), ("phq9", 6, 12, -6, True), ("phq9", 6, 6, 0, False),
        ("gad7", 8, 5, 3, False), ("gad7", 8, 4, 4, True),
        ("who5", 60, 52, 8, False), ("who5", 60, 50, 10, True),
    ],
)  # fmt: skip
def test_a_difference_is_within_what_a_questionnaire_varies_by_or_beyond(
    scale: str, value: float, other: float, by: float, beyond: bool
) -> None:
    assert difference(value, other, KNOWN[scale]) == Difference(by, beyond)


def test_of_a_questionnaire_without_a_known_change_nothing_is_said() -> None:
    assert difference(0.3, 0.1, ScaleConfig("x")) == Difference(0.2, None)


@pytest.mark.parametrize(
    ("scale", "value", "name"),
    [
        ("phq9", 4, None), ("phq9", 5, "mild"), ("phq9", 9, "mild"), ("phq9", 10, "moderate"), ("phq9", 14, "moderate"),
        ("phq9", 15, "moderately severe"), ("phq9", 19, "moderately severe"), ("phq9", 20, "severe"), ("phq9", 27, "severe"),
        ("gad7", 4, None), ("gad7", 5, "mild"), ("gad7", 10, "moderate"), ("gad7", 15, "severe"), ("gad7", 21, "severe"),
        ("who5", 0, None), ("who5", 100, None),
    ],
)  # fmt: skip
def test_bands_begin_where_their_authors_say(scale: str, value: float, name: str | None) -> None:
    band = band_of(value, KNOWN[scale])
    assert (band.name if band else None) == name


def test_bands_of_ones_own_begin_where_they_are_set() -> None:
    scale = ScaleConfig("x", bands=(Band(0, "low"), Band(2.5, "high")))
    assert [band_of(value, scale) for value in (-1, 0, 2, 2.5)] == [None, *scale.bands[:1] * 2, scale.bands[1]]
