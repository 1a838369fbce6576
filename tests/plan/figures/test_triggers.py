from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.figures import Figures
from journalgen.model.config import Config, Quiet
from journalgen.model.entry import Entry, Measure
from journalgen.plan.figures.triggers import TriggersPage, _shares
from tests.parse.entries import made
from tests.plan.figures.journals import pages, pattern, patterns

ENTRIES = (
    made("2026-03-11", triggers=("forms", "post"), emotions=("tense",), people=("Mark",), time=dt.time(9)),
    made("2026-03-12", triggers=("forms",), emotions=("tense",), people=("Mark",), time=dt.time(21)),
    made("2026-03-13", triggers=("noise",), measures=(Measure("mood", 1.0),)),
    made("2026-03-14", tags=("walk",)),
)


def page(
    figures: Figures | None = None, *, config: Config | None = None, entries: tuple[Entry, ...] = ENTRIES
) -> TriggersPage:
    view = pages(entries, figures or patterns(), config or Config())["patterns/triggers.html"]
    assert isinstance(view, TriggersPage)
    return view


OFTEN = tuple(
    made(f"2026-03-0{day}", triggers=("forms",), time=dt.time(hour)) for day, hour in enumerate((9, 10, 22), start=1)
)


def test_a_trigger_says_when_it_came_and_beside_what() -> None:
    found = page(entries=(*OFTEN, *ENTRIES))
    assert (found.days, found.written) == (6, 7)
    forms, post = found.triggers
    assert (forms.name.name, forms.days, forms.last) == ("forms", 5, dt.date(2026, 3, 12))
    assert [part.count for part in forms.weekdays] == [1, 1, 1, 1, 0, 0, 1]
    assert [part.count for part in forms.times] == [0, 3, 0, 2]
    assert (post.weekdays, post.times) == ((), ())
    assert [(each.kind, [name.link.name for name in each.names]) for each in forms.companions] == [
        ("emotions", ["tense"])
    ]
    assert post.companions == ()


def test_weeks_begin_as_the_reader_has_them() -> None:
    found = pages((*OFTEN, *ENTRIES), patterns(), Config(), first_day=6)["patterns/triggers.html"]
    assert found.first_day == 6
    assert [part.count for part in found.triggers[0].weekdays] == [1, 1, 1, 1, 1, 0, 0]


def test_what_came_on_low_days_alone_is_counted_and_not_named() -> None:
    found = page()
    assert "noise" not in [each.name.name for each in found.triggers]
    assert found.closed == 1
    everything = page(config=Config(quiet_below=False))
    assert everything.closed == 0
    assert page(config=Config(quiet=(Quiet(people=("mark",)),), quiet_below=False)).closed == 2


def test_the_day_and_the_day_after_are_told_where_they_were_computed() -> None:
    figures = patterns(
        pattern("forms", kind="trigger", metric="mood"),
        pattern("forms", kind="trigger", metric="mood", lag_days=1, shown=False),
        pattern("forms", kind="trigger", metric="anxiety", lag_days=1, shown=False),
        pattern("forms", kind="tag", metric="steps"),
    )
    forms, post = page(figures).triggers
    assert [(each.metric.metric, each.same_day is None, each.day_after is None) for each in forms.outcomes] == [
        ("mood", False, False),
        ("anxiety", True, False),
    ]
    assert forms.outcomes[0].address == "patterns/along/mood.html"
    assert post.outcomes == ()


def test_beyond_twenty_they_are_counted_alone() -> None:
    many = tuple(made("2026-03-14", f"{number:02}.md", triggers=(f"t{number:02}",)) for number in range(24))
    found = page(entries=many)
    assert len(found.triggers) == 20
    assert [(each.name.name, each.days) for each in found.others] == [(f"t{number}", 1) for number in range(20, 24)]


@given(st.lists(st.integers(0, 30).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), max_size=7))
def test_shades_follow_the_share_and_nothing_has_none(counts: list[tuple[int, int]]) -> None:
    shares = _shares(counts)
    assert all((each.level == 0) == (each.count == 0) and 0 <= each.level <= 4 for each in shares)
    by_share = sorted((each.count / each.of, each.level) for each in shares if each.of)
    assert [level for _, level in by_share] == sorted(level for _, level in by_share)


def test_there_is_no_such_page_without_triggers() -> None:
    assert "patterns/triggers.html" not in pages([made("2026-03-14")], patterns())
