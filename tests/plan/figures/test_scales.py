from __future__ import annotations

import datetime as dt

import pytest

from journalgen.model.config import Config
from journalgen.model.entry import Entry, Score
from journalgen.model.scales import ScaleConfig
from journalgen.plan.figures.scales import (
    ScalePage,
    ScalesPage,
    ScoreChange,
    ScoreRow,
    SourceView,
    has_scales,
    scale_pages,
)
from tests.parse.entries import made
from tests.plan.figures.contexts import context

FIRST = made("2025-11-01", scores=(Score("phq9", 14), Score("own", 3)))
SECOND = made("2026-01-01", scores=(Score("phq9", 11),), title="Not to be shown")
THIRD = made("2026-03-01", scores=(Score("phq9", 8),))


def pages(*entries: Entry, config: Config | None = None) -> dict[str, ScalePage | ScalesPage]:
    return dict(scale_pages(context(*entries, config=config)))


def page(*entries: Entry, config: Config | None = None, name: str = "phq9") -> ScalePage:
    found = pages(*entries, config=config)[f"scales/{name}.html"]
    assert isinstance(found, ScalePage)
    return found


def test_each_questionnaire_has_a_page_and_one_leads_to_all() -> None:
    found = pages(FIRST, SECOND, THIRD)
    assert set(found) == {"scales/phq9.html", "scales/own.html", "scales/index.html"}
    index = found["scales/index.html"]
    assert isinstance(index, ScalesPage)
    assert [(each.label, each.address, each.scores, each.first) for each in index.scales] == [
        ("OWN", "scales/own.html", 1, dt.date(2025, 11, 1)),
        ("PHQ-9", "scales/phq9.html", 3, dt.date(2025, 11, 1)),
    ]
    assert index.scales[1].newest == page(FIRST, SECOND, THIRD).rows[0]


def test_each_score_stands_against_the_one_before_and_the_first() -> None:
    assert page(FIRST, SECOND, THIRD).rows == (
        ScoreRow(
            dt.date(2026, 3, 1), "2026-03-01.md", "8", "mild", ScoreChange("3", -1, False), ScoreChange("6", -1, True)
        ),
        ScoreRow(
            dt.date(2026, 1, 1),
            "2026-01-01.md",
            "11",
            "moderate",
            ScoreChange("3", -1, False),
            ScoreChange("3", -1, False),
        ),
        ScoreRow(dt.date(2025, 11, 1), "2025-11-01.md", "14", "moderate", None, None),
    )


def test_no_word_of_an_entry_is_shown() -> None:
    assert "Not to be shown" not in repr(page(FIRST, SECOND))


def test_a_private_score_is_counted_and_nothing_of_it_is_shown() -> None:
    private = made("2026-02-01", scores=(Score("phq9", 26),), private=True)
    shown = page(FIRST, SECOND, private, THIRD)
    assert shown.left_out == 1
    assert shown.rows == page(FIRST, SECOND, THIRD).rows
    assert shown.chart == page(FIRST, SECOND, THIRD).chart


def test_private_scores_alone_make_no_page() -> None:
    entry = made("2026-02-01", scores=(Score("phq9", 26),), private=True)
    assert not has_scales(context(entry))
    assert has_scales(context(FIRST))


def test_every_number_says_whose_it_is() -> None:
    gad = page(made("2026-01-01", scores=(Score("gad7", 3),)), name="gad7")
    assert (gad.change, gad.better, gad.out_of) == ("4", "lower", "21")
    assert gad.change_sources == (
        SourceView("NHS Talking Therapies manual", None, None),
        SourceView("Bischoff, Anderson, Heafner, Tambling 2020", "10.5964/pch.v8i1.309", "6"),
    )
    assert gad.source
    assert gad.source.doi == "10.1001/archinte.166.10.1092"
    who = page(made("2026-01-01", scores=(Score("who5", 52),)), name="who5")
    assert (who.change, who.look_at, who.better, who.has_bands) == ("10", "50", "higher", False)
    assert who.source
    assert who.source.doi == "10.1159/000376585"


@pytest.mark.parametrize(("change", "beyond"), [(3, True), (4, False), (None, None)])
def test_the_change_is_the_writers_own_where_there_is_one(change: float | None, beyond: bool | None) -> None:
    config = Config(scales=(ScaleConfig("phq9", change=change),))
    row = page(FIRST, SECOND, config=config).rows[0]
    assert row.since_last == ScoreChange("3", -1, beyond)
