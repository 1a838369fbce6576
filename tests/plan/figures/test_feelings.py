from __future__ import annotations

from typing import Any

from journalgen.model.config import Config, FeelingConfig
from journalgen.model.entry import Entry, Measure
from journalgen.plan.figures.feelings import FeelingsPage
from tests.parse.entries import made
from tests.plan.figures.metrics.pages import views


def felt(day: int, *names: str, mood: float | None = 6, year: int = 2025, month: int = 3, **changes: Any) -> Entry:
    measures = (Measure("mood", mood),) if mood is not None else ()
    return made(f"{year}-{month:02}-{day:02}", emotions=names, measures=measures, **changes)


def page(*entries: Entry, config: Config | None = None) -> FeelingsPage:
    found = views(*entries, config=config)["patterns/feelings.html"]
    assert isinstance(found, FeelingsPage)
    return found


def placed(of: FeelingsPage) -> dict[tuple[str, str], list[str]]:
    return {
        (place.pleasant, place.stirred): [each.link.name for each in place.feelings]
        for place in of.places
        if place.feelings
    }


def test_without_feelings_there_is_no_page() -> None:
    assert "patterns/feelings.html" not in views(made())


def test_each_feeling_stands_in_its_part_of_the_map() -> None:
    found = page(felt(1, "calm", "worried"), felt(2, "peaceful", "nostalgic"), felt(3, "calm", "underwater"))
    assert placed(found) == {
        ("unpleasant", "stirred"): ["worried"],
        ("pleasant", "calm"): ["calm"],
        ("between", "calm"): ["nostalgic"],
    }
    assert [each.link.name for each in found.placeless] == ["underwater"]
    calm = next(each for place in found.places for each in place.feelings if each.link.name == "calm")
    assert ([link.name for link in calm.also], calm.entries, calm.link.address) == (
        ["peaceful"],
        3,
        "emotions/calm.html",
    )
    assert len(found.places) == 9


def test_own_words_have_no_map() -> None:
    assert page(felt(1, "underwater")).places == ()


def test_the_writer_says_where_a_word_lies() -> None:
    config = Config(feelings=(FeelingConfig("underwater", ("sunk",), -1, -1),))
    found = page(felt(1, "underwater"), felt(2, "sunk"), config=config)
    assert placed(found) == {("unpleasant", "calm"): ["sunk"]}
    assert found.feelings == 1


def test_what_is_hard_is_not_listed_first() -> None:
    entries = [felt(day, "sad", "worried") for day in range(1, 9)] + [
        felt(day, "calm", "glad") for day in range(10, 14)
    ]
    found = page(*entries)
    assert [each.link.name for each in found.often] == ["calm", "sad", "worried"]
    assert [link.name for link in found.mooded] == ["calm", "glad", "sad", "worried"]
    assert [(pair.one.name, pair.other.name) for pair in found.pairs] == [("calm", "glad"), ("sad", "worried")]


def test_feelings_that_only_closed_entries_name_are_not_there() -> None:
    found = page(
        felt(1, "calm"), felt(2, "zqprivate", private=True), felt(3, "zqlow", mood=1), felt(4, "calm", private=True)
    )
    assert "zq" not in repr(found)
    assert found.closed
    assert (found.feelings, found.entries) == (1, 2)
    assert "patterns/feelings.html" not in views(felt(2, "zqprivate", private=True))


def test_the_mood_beside_a_feeling_is_described_from_three_on() -> None:
    entries = [felt(day, "calm", mood=day) for day in range(3, 8)] + [
        felt(day, "glad", mood=7) for day in range(10, 13)
    ]
    found = page(*entries, felt(20, "tired"), felt(21, "tired"))
    assert found.moods is not None
    assert [link.name for link in found.mooded] == ["calm", "glad"]
    assert [each.spread.mean for each in found.moods.groups] == [5, 7]


def test_over_time_by_year_or_by_the_months_of_the_only_one() -> None:
    by_month = page(felt(1, "calm", month=1), felt(1, "calm", month=3), felt(2, "tired", month=3))
    assert [(period.month, period.entries) for period in by_month.periods] == [(1, 1), (2, 0), (3, 2)]
    assert by_month.times[0].entries == (1, 0, 1)
    assert by_month.times[0].levels == (4, 0, 3)
    by_year = page(felt(1, "calm", year=2020), felt(1, "calm", year=2025))
    assert [(period.year, period.month) for period in by_year.periods] == [(2020, None), (2025, None)]
    assert page(felt(1, "calm")).times == ()
