from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journalgen.analysis.patterns.values import CopingChange
from journalgen.model.config import Config, Quiet
from journalgen.model.entry import Coping, Entry, Measure
from journalgen.plan.figures.coping import CopingPage, CopingView
from tests.parse.entries import made
from tests.plan.figures.journals import pages, pattern, patterns

ENTRIES = (
    made("2026-03-11", coping=(Coping("walk", 4.0, 6.0), Coping("tea"))),
    made("2026-03-12", coping=(Coping("walk", 3.0, 6.0),)),
    made("2026-03-13", coping=(Coping("wine", 2.0, 5.0), Coping("tea"))),
    made("2026-03-14", coping=(Coping("bath", 2.0, 3.0),), measures=(Measure("mood", 1.0),)),
)


def page(*changes: CopingChange, config: Config | None = None, entries: tuple[Entry, ...] = ENTRIES) -> CopingPage:
    view = pages(entries, patterns(coping=changes), config or Config())["patterns/coping.html"]
    assert isinstance(view, CopingPage)
    return view


def names(views: tuple[CopingView, ...]) -> list[str]:
    return [view.name.name for view in views]


def test_the_plan_comes_first_in_its_own_order() -> None:
    found = page(config=Config(coping_plan=("call Mags", "Wine", "walk")))
    assert names(found.in_plan) == ["wine", "walk"]
    assert found.not_yet == ("call Mags",)
    assert names(found.others) == ["tea"]


def test_without_a_plan_all_are_only_described_the_most_used_first() -> None:
    found = page()
    assert (found.in_plan, found.not_yet) == ((), ())
    assert names(found.others) == ["tea", "walk", "wine"]


def test_what_stays_closed_is_counted_and_not_named_but_for_the_plan() -> None:
    assert page().closed == 1
    planned = page(config=Config(coping_plan=("bath",)))
    assert (planned.closed, names(planned.in_plan)) == (0, ["bath"])
    quiet = replace(Config(), quiet=(Quiet(tags=("x",)),), quiet_below=False)
    assert page(config=quiet).closed == 0


def test_what_would_have_come_anyway_is_told_as_a_part_only_where_it_is_one() -> None:
    def walk(change: float, expected: float | None) -> CopingView:
        found = page(CopingChange("walk", "walk", 2, 2, change, change - 1, change + 1, expected, 34))
        return next(view for view in found.others if view.name.name == "walk")

    assert (walk(2.5, 1.12).expected, walk(2.5, 1.12).within) == (1.1, True)
    assert walk(0.5, 1.1).within is False
    assert walk(0.5, -0.2).within is False
    assert walk(-2.0, -0.5).within is True
    assert (walk(2.5, None).expected, walk(2.5, None).within) == (None, False)


def test_without_an_interval_the_means_are_all_there_is() -> None:
    (walk,) = [
        view for view in page(CopingChange("walk", "walk", 2, 2, 2.5, None, None, None, 0)).others if view.n == 2
    ]
    assert (walk.change, walk.mean_before, walk.mean_after) == (None, 3.5, 6.0)


def test_pictures_share_the_scale_of_the_mood() -> None:
    walk = next(view for view in page().others if view.name.name == "walk")
    assert walk.slopes is not None
    assert (walk.slopes.low, walk.slopes.high) == (1, 10)
    assert [(line.before, line.after) for line in walk.slopes.lines] == [(74.7, 42.7), (64.0, 42.7)]
    assert next(view for view in page().others if view.name.name == "tea").slopes is None


def test_numbers_beyond_that_scale_have_one_of_their_own() -> None:
    found = page(entries=(*ENTRIES, made("2026-03-15", coping=(Coping("walk", 0.0, 40.0),))))
    walk = next(view for view in found.others if view.name.name == "walk")
    assert walk.slopes is not None
    assert (walk.slopes.low, walk.slopes.high) == (0, 40)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)), min_size=1, max_size=6))
def test_every_line_stays_in_its_picture(pairs: list[tuple[float, float]]) -> None:
    entries = tuple(
        made("2026-03-14", f"{number}.md", coping=(Coping("walk", *pair),)) for number, pair in enumerate(pairs)
    )
    (walk,) = page(entries=entries).others
    assert walk.slopes is not None
    for line in (*walk.slopes.lines, walk.slopes.mean):
        assert 0 <= line.before <= 96
        assert 0 <= line.after <= 96
        assert 1 <= line.width <= 5


def test_private_pairs_are_not_drawn() -> None:
    entries = (
        made("2026-03-13", coping=(Coping("walk", 4.0, 6.0),)),
        made("2026-03-14", coping=(Coping("walk", 2.0, 9.0),), private=True),
    )
    (walk,) = page(entries=entries).others
    assert (walk.n, walk.private, [pair.after for pair in walk.pairs]) == (2, 1, [6.0])
    assert walk.slopes is not None
    assert len(walk.slopes.lines) == 1


def test_a_pattern_with_it_stands_beside_it() -> None:
    view = pages(ENTRIES, patterns(pattern("walk", kind="coping")), Config())["patterns/coping.html"]
    assert [len(each.watched) for each in view.others] == [0, 1, 0]


def test_there_is_no_such_page_without_coping() -> None:
    assert "patterns/coping.html" not in pages([made("2026-03-14")], patterns())
    assert pages([made("2026-03-14")], patterns(), Config(coping_plan=("walk",)))["patterns/coping.html"].not_yet
