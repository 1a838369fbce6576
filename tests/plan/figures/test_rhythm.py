from __future__ import annotations

import datetime as dt

import pytest

from journalgen.analysis.streaks import Streak
from journalgen.model.config import Config, Pause
from journalgen.model.entry import Entry
from journalgen.plan.figures.rhythm import RhythmPage, has_rhythm, recent_rhythm, rhythm_page
from journalgen.plan.views import Rhythm
from tests.parse.entries import made
from tests.plan.figures.contexts import TODAY, context


def ago(*days: int) -> list[Entry]:
    return [made((TODAY - dt.timedelta(days=number)).isoformat(), words=120) for number in days]


def page(*entries: Entry, config: Config | None = None, first_day: int = 0) -> RhythmPage:
    return rhythm_page(context(*entries, config=config, first_day=first_day))


def test_the_last_days_are_counted_today_among_them() -> None:
    days = [TODAY - dt.timedelta(days=number) for number in (0, 1, 27, 28, -1)]
    assert recent_rhythm(days, TODAY) == Rhythm(3, 28)
    assert recent_rhythm([dt.date.min], dt.date.min) == Rhythm(1, 28)


def test_days_are_counted_once_and_entries_each() -> None:
    found = page(made("2026-03-14", "a.md"), made("2026-03-14", "b.md"), made("2026-03-16"), made(None))
    assert (found.days, found.entries, found.first) == (1, 2, dt.date(2026, 3, 14))


def test_weeks_begin_where_the_reader_lets_them() -> None:
    entries = [made("2026-03-14"), made("2026-03-07"), made("2026-03-08")]
    assert [(each.day.strftime("%a"), each.bar.count, each.bar.share) for each in page(*entries, first_day=6).weekdays] == [
        ("Sun", 1, 50.0), ("Mon", 0, 0.0), ("Tue", 0, 0.0), ("Wed", 0, 0.0), ("Thu", 0, 0.0), ("Fri", 0, 0.0), ("Sat", 2, 100.0),
    ]  # fmt: skip


def test_times_of_day_are_of_the_entries_that_have_one() -> None:
    entries = [
        made("2026-03-14", f"{number}.md", time=time)
        for number, time in enumerate((dt.time(0), dt.time(3, 59), dt.time(4), dt.time(23, 59), None))
    ]
    found = page(*entries)
    assert [each.bar.count for each in found.times] == [2, 1, 0, 0, 0, 1]
    assert (found.times[0].start, found.times[-1].end) == (dt.time(0), dt.time(0))
    assert found.untimed == 1
    assert page(made("2026-03-14")).times == ()


def test_months_are_shaded_by_how_many_of_their_days_have_an_entry() -> None:
    days = [made(f"2026-02-{day:02}") for day in range(1, 29)]
    found = page(*days, made("2024-12-31"))
    assert [year.year for year in found.years] == [2026, 2024]
    assert (found.years[0].months[1].days, found.years[0].months[1].level) == (28, 4)
    assert (found.years[1].months[11].days, found.years[1].months[11].level) == (1, 1)
    assert found.years[0].months[0].address is None


def test_lengths_know_about_how_many_words_there_are() -> None:
    entries = [made("2026-03-14", f"{words}.md", words=words) for words in (0, 40, 104, 130, 260, 2000)]
    found = page(*entries)
    assert [(each.words, each.bar.count) for each in found.lengths] == [(100, 2), (250, 2), (500, 0), (None, 1)]
    assert found.median_words == 150
    assert page(made("2026-03-14", words=0, pictures=True)).lengths == ()


def test_an_entry_that_was_left_as_it_was_made_is_no_day_of_writing() -> None:
    left = made("2026-03-14", "left.md", title="Saturday", words=1)
    assert not has_rhythm(context(left))
    assert page(left, *ago(3)) == page(*ago(3))


def test_an_edited_text_changes_nothing() -> None:
    assert page(made("2026-03-14", words=301)) == page(made("2026-03-14", words=309, body=b"x" * 16))


def test_runs_are_the_one_that_goes_on_and_the_longest() -> None:
    found = page(*ago(0, 1, 10, 11, 12, 13))
    assert found.now == Streak(2, TODAY - dt.timedelta(days=1), TODAY)
    assert found.longest == Streak(4, TODAY - dt.timedelta(days=13), TODAY - dt.timedelta(days=10))
    assert page(*ago(5)).now is None


def test_rest_days_and_pauses_interrupt_nothing() -> None:
    config = Config(rest_days=2, pauses=(Pause(TODAY - dt.timedelta(days=9), TODAY - dt.timedelta(days=2)),))
    found = page(*ago(0, 1, 10, 11, 12, 13), config=config)
    assert found.now == found.longest == Streak(6, TODAY - dt.timedelta(days=13), TODAY)
    assert (found.rest_days, found.pauses) == (2, True)
    assert found.strength > page(*ago(0, 1, 10, 11, 12, 13)).strength


def test_how_settled_writing_is_stands_at_the_ends_of_the_last_months() -> None:
    found = page(*ago(*range(500)))
    assert len(found.strengths) == 12
    assert (found.strengths[-1].year, found.strengths[-1].month) == (2026, 3)
    assert found.strength == found.strengths[-1].strength == 100
    assert found.strengths[0].x < found.strengths[-1].x


@pytest.mark.parametrize(("days", "welcome"), [((0, 1), False), ((0, 60), True), ((60,), True)])
def test_who_comes_back_is_greeted(days: tuple[int, ...], welcome: bool) -> None:
    assert page(*ago(*days)).welcome is welcome


def test_without_counters_or_entries_there_is_no_page() -> None:
    assert has_rhythm(context(*ago(0)))
    assert not has_rhythm(context(*ago(0), config=Config(rhythm=False)))
    assert not has_rhythm(context(*ago(-1), made(None)))
