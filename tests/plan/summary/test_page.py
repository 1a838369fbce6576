from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journalgen.analysis.changes import Span
from journalgen.model.config import Config, MetricConfig, Quiet
from journalgen.model.entry import Coping, Entry, Measure, Score
from journalgen.parse.journal import assemble
from journalgen.plan.summary.numbers import before
from journalgen.plan.summary.page import summary
from journalgen.plan.summary.views import Asked, SummaryPage
from tests.parse.entries import made

MARCH = Span(dt.date(2026, 3, 1), dt.date(2026, 3, 14))


def page(*entries: Entry, config: Config | None = None, **asked: Any) -> SummaryPage:
    return summary(assemble(config or Config(), entries), Asked(MARCH, **asked)).page


def mood(day: str, value: float, **changes: Any) -> Entry:
    return made(day, measures=(Measure("mood", value),), **changes)


def test_days_with_an_entry_are_counted_beside_as_many_days_before() -> None:
    days = ("2026-02-14", "2026-02-15", "2026-02-28", "2026-03-01", "2026-03-14", "2026-03-15")
    found = page(*[made(day) for day in days], made("2026-03-14", "2026-03-14-later.md"))
    assert (found.days, found.written, found.written_before) == (14, 2, 2)
    assert before(MARCH) == Span(dt.date(2026, 2, 15), dt.date(2026, 2, 28))


def test_the_calendar_begins_somewhere() -> None:
    assert before(Span(dt.date.min, dt.date(1, 1, 5))) is None
    assert before(Span(dt.date(1, 1, 3), dt.date(1, 1, 9))) == Span(dt.date.min, dt.date(1, 1, 2))


def test_a_number_is_told_beside_the_days_before() -> None:
    (row,) = page(mood("2026-02-27", 3), mood("2026-03-01", 4), mood("2026-03-02", 8), mood("2026-03-20", 1)).numbers
    assert (row.name.metric, row.scale, row.days, row.mean, row.low, row.high) == ("mood", (1, 10), 2, 6, 4, 8)
    assert (row.days_before, row.mean_before, row.change) == (1, 3, None)


def test_a_change_has_an_interval_where_there_are_enough_days() -> None:
    days = [(dt.date(2026, 2, 15) + dt.timedelta(step)).isoformat() for step in range(28)]
    (row,) = page(*[mood(day, 4 + step * 7 % 3 + 2 * (step > 13)) for step, day in enumerate(days)]).numbers
    assert row.change is not None
    assert (row.change.way, row.change.crosses) == ("higher", False)
    assert row.change.low < row.change.size < row.change.high


def test_mood_comes_first_then_the_settings_then_what_was_noted_most() -> None:
    config = Config(metrics=(MetricConfig("sleep"), MetricConfig("anxiety")))
    both = made("2026-03-02", measures=tuple(Measure(name, 3) for name in ("tea", "steps", "anxiety", "sleep", "mood")))
    found = page(both, made("2026-03-03", measures=(Measure("tea", 2),)), config=config)
    assert [row.name.metric for row in found.numbers] == ["mood", "sleep", "anxiety", "tea", "steps"]


def test_of_many_numbers_a_few_are_told_and_the_others_counted() -> None:
    many = made("2026-03-02", measures=tuple(Measure(f"m{number}", 1) for number in range(11)))
    assert (len(page(many).numbers), page(many).more_numbers) == (8, 3)
    chosen = page(many, metrics=("m9", "m3"))
    assert ([row.name.metric for row in chosen.numbers], chosen.more_numbers) == (["m9", "m3"], 0)
    assert page(many, without=("m0", "m1", "m2")).more_numbers == 0
    assert page(many, parts=("numbers",)).numbers == ()


def test_private_entries_count_in_numbers_and_are_told_of_nowhere() -> None:
    hidden = mood("2026-03-03", 1, private=True, emotions=("shame",), events=("the fall",), medication=("x",),
                  tags=("secret",), people=("Zoe",), scores=(Score("phq9", 20),), coping=(Coping("wine", 2, 8),))  # fmt: skip
    found = page(mood("2026-03-01", 4), mood("2026-03-02", 7), hidden, names=True, people=True, closed=True)
    (row,) = found.numbers
    assert (row.days, row.mean, row.low) == (3, 4, 1)
    assert (found.scales, found.feelings, found.noted, found.tried, found.names) == ((), None, (), (), ())


def test_a_private_number_is_told_only_among_others() -> None:
    (row,) = page(mood("2026-03-01", 4), mood("2026-03-02", 1, private=True)).numbers
    assert (row.days, row.low) == (1, 4)
    assert page(mood("2026-03-02", 1, private=True)).numbers == ()


def test_medication_begins_with_what_was_noted_before() -> None:
    noted = [("2026-01-02", "a"), ("2026-02-01", "b"), ("2026-02-09", "b"), ("2026-03-02", "b"), ("2026-03-05", "c")]
    found = page(*[made(day, medication=(what,)) for day, what in noted], made("2026-03-20", medication=("d",)))
    assert [(each.day.isoformat(), each.words) for each in found.noted] == [
        ("2026-02-01", ("b",)),
        ("2026-03-05", ("c",)),
    ]


def test_medication_is_told_on_low_days_too_and_events_where_they_are_asked_for() -> None:
    low = mood("2026-03-02", 1, medication=("a",), events=("the weir",))
    assert [each.words for each in page(low).noted] == [("a",)]
    assert [each.words for each in page(low, closed=True).noted] == [("the weir",), ("a",)]
    assert page(low, closed=True, parts=("events", "medication")).noted == ()
    assert summary(assemble(Config(), [low]), Asked(MARCH)).events_kept_closed == 1


def test_a_long_event_is_begun_and_not_cut_within_a_word() -> None:
    ((told,),) = [each.words for each in page(made("2026-03-02", events=("the long rain " * 20,))).noted]
    assert told.endswith("the long rain the …")
    assert len(told) <= 122


def test_names_stand_there_only_where_they_are_asked_for() -> None:
    entry = made("2026-03-02", tags=("work",), activities=("walk",), triggers=("post",), places=("moor",),
                 people=("Mags",), coping=(Coping("bath", 3, 6), Coping("Bath")))  # fmt: skip
    assert (page(entry).names, page(entry).tried) == ((), ())
    named = page(entry, names=True)
    assert [line.kind for line in named.names] == ["triggers", "activities", "tags", "places"]
    assert [(each.name.casefold(), each.uses, each.pairs, each.before, each.after) for each in named.tried] == [
        ("bath", 2, 1, 3, 6)
    ]
    assert [line.kind for line in page(entry, people=True).names] == ["people"]


def test_quiet_names_stay_away_unless_they_are_asked_for_twice() -> None:
    config = Config(quiet=(Quiet(tags=("ward",), people=("Ed",)),))
    entry = made("2026-03-02", tags=("ward", "ward/3"), people=("Ed",))
    assert page(entry, config=config, names=True, people=True).names == ()
    assert [line.kind for line in page(entry, config=config, names=True, people=True, closed=True).names] == [
        "tags",
        "people",
    ]


def test_feelings_are_counted_by_days() -> None:
    found = page(
        made("2026-03-02", emotions=("calm", "sad")),
        made("2026-03-02", "2026-03-02-later.md", emotions=("Calm",)),
        made("2026-03-03", emotions=("sad",)),
        made("2026-02-03", emotions=("gone",)),
    ).feelings
    assert found is not None
    assert [(each.name, each.days) for each in found.names] == [("sad", 2), ("calm", 1)]


def test_scores_stand_with_the_last_before_them() -> None:
    days = ("2025-12-01", "2026-01-05", "2026-03-02", "2026-03-09")
    entries = [made(day, scores=(Score("phq9", value),)) for day, value in zip(days, (20, 14, 10, 8), strict=True)]
    (scale,) = page(*entries).scales
    assert [each.value for each in scale.scores] == ["14", "10", "8"]
    assert scale.change is not None
    assert (scale.change.by, scale.change.way, scale.change.beyond, scale.ends) == ("6", -1, True, ("0", "27"))
    assert page(*entries[:2]).scales == ()
    assert page(*entries, without=("phq9",)).scales == ()
    (alone,) = page(entries[2]).scales
    assert alone.change is None


def test_of_many_scores_the_first_and_the_newest_are_listed() -> None:
    entries = [made(f"2026-03-{day:02}", scores=(Score("gad7", day),)) for day in range(1, 13)]
    (scale,) = page(*entries).scales
    assert [each.value for each in scale.scores] == ["1", "8", "9", "10", "11", "12"]
    assert scale.earlier == 6
    assert scale.change is not None
    assert scale.change.by == "11"


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=3, max_size=3), st.booleans())
def test_item_9_changes_nothing(marked: list[bool], closed: bool) -> None:
    days = ("2026-02-20", "2026-03-02", "2026-03-14")
    entries = [mood(day, 5, scores=(Score("phq9", 12),), events=("rain",)) for day in days]
    with_it = [replace(entry, support_first=mark) for entry, mark in zip(entries, marked, strict=True)]
    assert page(*with_it, closed=closed, names=True) == page(*entries, closed=closed, names=True)


def test_patterns_are_of_all_days_and_name_nothing_unless_asked() -> None:
    first = dt.date(2025, 12, 1)
    entries = []
    for step in range(104):
        day = first + dt.timedelta(step)
        value = 7 + step * 5 % 13 / 8 - 3 * (step * step % 11 == 3)
        tags = ("deadline",) if step * step % 11 == 3 else ()
        entries.append(mood(day.isoformat(), value, tags=tags))
    plain, named = page(*entries), page(*entries, names=True)
    assert plain.patterns == ()
    assert plain.tests == named.tests > 0
    assert [each.factor.name for each in named.patterns][:1] == ["deadline"]
    assert page(*entries, parts=("patterns",), names=True).tests == 0
    assert page(*entries, without=("mood",), names=True).patterns == ()


def test_nothing_is_told_of_a_period_without_entries() -> None:
    found = page(made("2025-03-02", emotions=("calm",), events=("rain",)))
    assert (found.written, found.numbers, found.scales, found.feelings, found.noted) == (0, (), (), None, ())
    assert not any(itertools.chain(found.names, found.tried, found.patterns))
