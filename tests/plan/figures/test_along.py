from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace
from msgspec.structs import replace as with_fields

from journalgen.analysis.patterns.values import FactorKind, FactorLeftOut, Since
from journalgen.model.config import Quiet
from journalgen.model.entry import Measure
from journalgen.plan.figures.along import AlongMetricPage, AlongPage
from journalgen.plan.figures.patterns import PatternView
from journalgen.plan.views import NamePage
from tests.parse.entries import made
from tests.plan.figures.journals import CONFIG, pages, pattern, patterns

ENTRIES = [
    made("2026-03-13", tags=("deadline", "walk"), people=("Anna",), measures=(Measure("anxiety", 4.0),)),
    made("2026-03-14", tags=("ward", "low"), people=("Mark",), triggers=("post",), measures=(Measure("mood", 1.0),)),
]


def along(*args: object, **kwargs: object) -> AlongPage:
    view = pages(ENTRIES, *args, **kwargs)["patterns/along.html"]  # type: ignore[arg-type]
    assert isinstance(view, AlongPage)
    return view


def on_metric(name: str, *args: object, **kwargs: object) -> AlongMetricPage:
    view = pages(ENTRIES, *args, **kwargs)[f"patterns/along/{name}.html"]  # type: ignore[arg-type]
    assert isinstance(view, AlongMetricPage)
    return view


def names(views: tuple[PatternView, ...]) -> list[str]:
    return [view.factor.name for view in views]


def test_what_went_along_with_better_days_is_told_apart_from_what_did_not() -> None:
    lower = {"estimate": -1.0, "low": -1.5, "high": -0.5}
    page = along(
        patterns(
            pattern("deadline"), pattern("walk", **lower), pattern("walk", metric="mood", p=0.02),
            pattern("deadline", metric="mood", **lower), pattern("walk", metric="steps", **lower),
        )
    )  # fmt: skip
    assert [(view.metric.metric, view.factor.name) for view in page.better] == [("mood", "walk"), ("anxiety", "walk")]
    assert [(view.metric.metric, view.factor.name) for view in page.harder] == [
        ("mood", "deadline"),
        ("anxiety", "deadline"),
    ]
    assert [view.metric.metric for view in page.others] == ["steps"]


def test_a_pattern_leads_to_its_name_and_to_all_that_was_compared() -> None:
    figures = patterns(pattern(), pattern("walk", shown=False, first_shown=None, since=None))
    (view,) = along(figures).harder
    assert view.factor.address == "tags/deadline.html"
    assert view.address == f"patterns/along/anxiety.html#{view.place}"
    metric = on_metric("anxiety", figures)
    assert [each.place for each in metric.shown] == [view.place]
    assert [(each.factor.name, each.shown) for each in metric.comparisons] == [("deadline", True), ("walk", False)]
    assert [(each.tests, each.shown) for each in along(figures).metrics] == [(2, 1)]


@pytest.mark.parametrize(
    ("kind", "name"), [("tag", "ward"), ("person", "Mark"), ("tag", "low"), ("trigger", "post"), ("place", "nowhere")]
)
def test_what_may_not_be_offered_is_counted_and_not_named(kind: FactorKind, name: str) -> None:
    config = replace(CONFIG, quiet=(Quiet(tags=("ward",), people=("mark",)),), quiet_below=2)
    closed = pattern(name, kind=kind)
    figures = patterns(
        pattern(), closed, with_fields(closed, lag_days=1, shown=False, first_shown=None),
        left_out=[FactorLeftOut(name, name.casefold(), kind, "anxiety", "too-few", 3)],
    )  # fmt: skip
    page = along(figures, config)
    assert names(page.harder) == ["deadline"]
    assert page.closed == 1
    metric = on_metric("anxiety", figures, config)
    assert names(metric.shown) == ["deadline"]
    assert (metric.closed, metric.closed_shown, metric.closed_left_out) == (2, 1, 1)
    assert metric.too_few == ()
    assert [each.factor.name for each in metric.comparisons] == ["deadline"]
    everything = pages(ENTRIES, figures, config)
    named = {path for path, view in everything.items() if isinstance(view, NamePage) and view.watched}
    assert named == {"tags/deadline.html"}


def test_a_name_knows_what_stands_out_with_it() -> None:
    found = pages(ENTRIES, patterns(pattern(), pattern("walk", shown=False)))
    deadline, walk = found["tags/deadline.html"], found["tags/walk.html"]
    assert [view.effect.size for view in deadline.watched] == [1.4]
    assert walk.watched == ()


def test_what_happened_since_stands_beside_it() -> None:
    none, few = pattern(since=None), pattern(since=Since(2, 5, None, None, None))
    assert along(patterns(none)).harder[0].since is None
    since = along(patterns(few)).harder[0].since
    assert since is not None
    assert (since.days_with, since.effect) == (2, None)
    whole = along(patterns(pattern())).harder[0]
    assert whole.since is not None
    assert whole.since.effect is not None
    assert (whole.since.effect.size, whole.since.effect.crosses) == (0.9, True)
    assert whole.first_shown == dt.date(2026, 3, 3)


def test_what_stood_out_once_is_still_told() -> None:
    page = on_metric("anxiety", patterns(pattern(shown=False), pattern("walk", shown=False, first_shown=None)))
    assert names(page.before) == ["deadline"]
    assert page.shown == ()


def test_weekdays_and_numbers_need_no_page() -> None:
    page = along(
        patterns(
            pattern("saturday", kind="weekday"), pattern("sleep", kind="metric", per=1.0),
            pattern("days-since", kind="metric", per=1.0),
        )
    )  # fmt: skip
    days, sleep, weekday = page.harder
    assert weekday.factor.address is None
    assert sleep.factor.metric is not None
    assert (sleep.factor.metric.within, sleep.factor.metric.unit) == ("sleep", "h")
    assert days.factor.metric is None


def test_a_label_keeps_its_capital_in_other_languages() -> None:
    (view,) = along(patterns(pattern()), replace(CONFIG, language="de")).harder
    assert view.metric.within == "Anxiety"


def test_what_is_the_same_as_something_closed_does_not_name_it() -> None:
    same = FactorLeftOut("walk", "walk", "tag", None, "same-as", 9, same_as="ward")
    open_to_all = replace(CONFIG, quiet_below=False)
    config = replace(open_to_all, quiet=(Quiet(tags=("ward",)),))
    figures = patterns(pattern(), left_out=[same])
    (shown,) = on_metric("anxiety", figures, open_to_all).same_as
    (closed,) = on_metric("anxiety", figures, config).same_as
    assert (shown.same_as, shown.beside) == ("ward", "name")
    assert (closed.same_as, closed.beside) == (None, "closed")


@pytest.mark.parametrize(("same_as", "beside"), [("time", "time"), ("monday", "weekday"), ("weekend", "weekday")])
def test_what_can_not_be_told_from_time_or_a_day_of_the_week_says_so(same_as: str, beside: str) -> None:
    same = FactorLeftOut("walk", "walk", "tag", "anxiety", "same-as", 9, same_as=same_as)
    (told,) = on_metric("anxiety", patterns(pattern(), left_out=[same])).same_as
    assert (told.same_as, told.beside) == (None, beside)


def test_addresses_tell_nothing_where_they_are_not_to() -> None:
    paths = list(pages(ENTRIES, patterns(pattern()), replace(CONFIG, plain_names=True), b"k" * 16))
    assert not [path for path in paths if "anxiety" in path]
    assert [path for path in paths if path.startswith("patterns/along/")]


def test_there_is_no_such_page_without_numbers() -> None:
    assert "patterns/along.html" not in pages([made("2026-03-14", tags=("walk",))], patterns())
    assert pages(ENTRIES, patterns())["patterns/along.html"].tests == 0


def test_the_page_of_a_metric_is_known_again_by_all_that_it_shows() -> None:
    def digest(*args: object, **kwargs: object) -> bytes:
        return on_metric("anxiety", patterns(pattern(*args, **kwargs), pattern("walk", shown=False))).digest  # type: ignore[arg-type]

    assert digest() == digest()
    others = [
        digest("Walk"), digest(estimate=1.6), digest(low=0.9), digest(high=2.3), digest(days_with=24), digest(days_without=2),
        digest(shown=False), digest(first_shown=None), digest(since=None), digest(lag_days=1), digest(kind="trigger"),
    ]  # fmt: skip
    assert len({digest(), *others}) == len(others) + 1
