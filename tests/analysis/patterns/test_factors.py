from __future__ import annotations

import pytest

from journalgen.analysis.patterns.days import days_until
from journalgen.analysis.patterns.factors import MOST, Factor, factors, is_rating
from journalgen.analysis.patterns.values import FactorLeftOut
from journalgen.model.config import Alias, Config, MetricConfig
from journalgen.model.entry import Coping, Entry
from tests.analysis.patterns.journals import journal, last, tagged, written


def found(
    entries: list[Entry], config: Config | None = None
) -> tuple[dict[tuple[str, str], Factor], list[FactorLeftOut]]:
    whole = journal(entries, config)
    chosen, left_out = factors(days_until(whole, last(whole)), whole.config)
    return {(each.kind, each.name): each for each in chosen if each.kind != "weekday"}, list(left_out)


def test_every_kind_of_name_is_a_factor_but_feelings_medication_and_people() -> None:
    names = {
        "tags": ("a",), "places": ("b",), "activities": ("c",), "triggers": ("d",), "coping": (Coping("e"),),
        "emotions": ("f",), "people": ("g",), "medication": ("h",),
    }  # fmt: skip
    # Each on days of its own, so that none is the same as another.
    entries = [
        written(place, {"mood": 5}, **({kind: names[kind]} if place % 8 == number else {}))
        for place in range(64)
        for number, kind in enumerate(names)
        if place % 8 == number
    ]
    kinds = {("tag", "a"), ("place", "b"), ("activity", "c"), ("trigger", "d"), ("coping", "e")}
    since = {("metric", "days-since")}
    assert set(found(entries)[0]) == kinds | since
    assert set(found(entries, Config(patterns_people=True))[0]) == kinds | since | {("person", "g")}


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (MetricConfig("mood"), True),
        (MetricConfig("anxiety", min=0, max=10), True),
        (MetricConfig("sleep", min=0, max=12, unit="h"), False),
        (MetricConfig("steps", min=0), False),
        (MetricConfig("coffee"), False),
    ],
)
def test_what_one_feels_is_compared_with_but_never_to(metric: MetricConfig, expected: bool) -> None:
    config = Config(metrics=(metric,))
    assert is_rating(metric.name, config) is expected
    entries = [written(place, {metric.name: place % 5}) for place in range(40)]
    assert (("metric", metric.name) in found(entries, config)[0]) is not expected


def test_rare_names_and_those_that_are_nearly_always_there_are_named() -> None:
    entries = tagged([5.0] * 40, {"rare": range(4), "enough": range(5), "always": range(36), "often": range(35)})
    chosen, left_out = found(entries)
    assert {name for kind, name in chosen if kind == "tag"} == {"enough", "often"}
    assert [(each.factor, each.metric, each.reason, each.days) for each in left_out] == [
        ("always", None, "too-few", 4),
        ("rare", None, "too-few", 4),
    ]


def test_a_parent_on_the_very_same_days_is_its_child() -> None:
    entries = tagged([5.0] * 40, {"play/chess": range(0, 40, 3), "work/late": range(0, 40, 4), "work": range(1, 40, 4)})
    chosen, left_out = found(entries)
    assert {name for kind, name in chosen if kind == "tag"} == {"play/chess", "work/late", "work"}
    assert [(each.factor, each.reason, each.same_as) for each in left_out] == [("play", "same-as", "play/chess")]
    assert chosen["tag", "work"].values.keys() == {
        *chosen["tag", "work/late"].values, *(day + 1 for day in chosen["tag", "work/late"].values)
    }  # fmt: skip


def test_a_name_on_all_sundays_is_the_sunday() -> None:
    entries = tagged([5.0] * 70, {"church": range(4, 70, 7)})  # 2025 began on a Wednesday
    chosen, left_out = found(entries)
    assert ("tag", "church") not in chosen
    assert [(each.factor, each.same_as) for each in left_out] == [("church", "sunday")]


def test_the_most_frequent_are_chosen_and_the_others_named() -> None:
    tags = {f"t{number:02}": range(number % 7, 100 + number, 7) for number in range(70)}
    entries = tagged([5.0] * 170, tags)
    chosen, left_out = found(entries)
    assert len([key for key in chosen if key != ("metric", "days-since")]) == MOST - 8  # beside the days of the week
    many = [each for each in left_out if each.reason == "too-many"]
    assert len(many) + len([each for each in left_out if each.reason == "same-as"]) == 70 - (MOST - 8)
    least = min(len(each.values) for (kind, _), each in chosen.items() if kind == "tag")
    assert all(each.days <= least and each.metric is None for each in many)


def test_spellings_and_aliases_are_one_name() -> None:
    entries = tagged([5.0] * 40, {"Walk": range(5), "walk": range(5, 12), "stroll": range(12, 15)})
    chosen, _ = found(entries, Config(aliases=(Alias("tags", "stroll", "walk"),)))
    assert {(each.name, each.key, len(each.values)) for (kind, _), each in chosen.items() if kind == "tag"} == {
        ("walk", "walk", 15)
    }


def test_days_since_the_last_entry_end_at_a_fortnight() -> None:
    entries = [written(place, {"mood": 5}) for place in (0, 1, 3, 100)]
    chosen, _ = found(entries)
    assert list(chosen["metric", "days-since"].values.values()) == [1.0, 2.0, 14.0]
