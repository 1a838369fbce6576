from __future__ import annotations

import datetime as dt
import re
from typing import Any

from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Entry, Measure
from journalgen.plan.figures.metrics.names import MetricName
from journalgen.plan.figures.metrics.page import MetricPage
from journalgen.plan.views import EntryPage
from tests.parse.entries import made
from tests.plan.figures.metrics.pages import views

DAY = dt.date(2025, 1, 1)


def noted(offset: int, value: float, metric: str = "mood", **changes: Any) -> Entry:
    return made((DAY + dt.timedelta(offset)).isoformat(), measures=(Measure(metric, value),), **changes)


def page(*entries: Entry, path: str = "metrics/mood.html", config: Config | None = None) -> MetricPage:
    found = views(*entries, config=config)[path]
    assert isinstance(found, MetricPage)
    return found


def test_each_metric_has_a_page_and_an_entry_leads_to_it() -> None:
    entry = made(measures=(Measure("mood", 6), Measure("sleep_quality", 3)))
    found = views(entry)
    assert {"metrics/index.html", "metrics/mood.html", "metrics/sleep-quality.html"} <= set(found)
    of_entry = found["2026/03/14.html"]
    assert isinstance(of_entry, EntryPage)
    assert [each.address for each in of_entry.measures] == ["metrics/mood.html", "metrics/sleep-quality.html"]


def test_metrics_of_undated_entries_and_of_days_to_come_have_no_page() -> None:
    late = made("2026-03-21", measures=(Measure("tea", 2),))
    found = views(made(), late, made(None, "n.md", measures=(Measure("coffee", 2),)))
    assert not any(path.startswith("metrics/") for path in found)
    of_entry = found["2026/03/21.html"]
    assert isinstance(of_entry, EntryPage)
    assert of_entry.measures[0].address is None


def test_names_are_hidden_where_the_writer_wants_that() -> None:
    found = views(made(measures=(Measure("mood", 6),)), config=Config(plain_names=True), secret=b"secret")
    [path] = [path for path in found if path.startswith("metrics/") and path != "metrics/index.html"]
    assert "mood" not in path


def test_the_newest_days_are_listed_with_the_way_to_them() -> None:
    found = page(*(noted(n, 1 + n % 10) for n in range(120)))
    assert len(found.listed) == 100
    assert found.listed[0].day == DAY + dt.timedelta(119)
    assert found.listed[0].address == "2025/04/30.html"
    assert [(each.year, each.month) for each in found.months[:2]] == [(2025, 4), (2025, 3)]


def test_a_private_value_is_in_no_row() -> None:
    found = page(*(noted(n, 6) for n in range(40)), noted(41, 2, private=True))
    assert (found.days, found.private) == (41, 1)
    assert 2 not in [each.value for each in found.listed]
    assert found.latest is not None
    assert found.latest.value == 6
    assert sum(map(int, re.findall(r"h(\d+)", found.years[0].pixels.every))) == 40


def test_the_weekdays_begin_as_the_week_does() -> None:
    found = page(*(noted(n, (DAY + dt.timedelta(n)).weekday() + 1) for n in range(28)))
    assert found.weekdays is not None
    assert [each.spread.mean for each in found.weekdays.groups] == [1, 2, 3, 4, 5, 6, 7]


def test_mood_has_its_levels_and_another_metric_its_quartiles() -> None:
    mood = page(*(noted(n, 1 + n % 10) for n in range(30)))
    assert list(mood.levels) == []
    found = page(*(noted(n, 100 * n, "steps") for n in range(101)), path="metrics/steps.html")
    assert list(found.levels) == [2500, 5000, 7500]
    assert [level for level, _ in found.years[0].pixels.levels] == [1, 2, 3, 4]
    constant = page(*(noted(n, 5, "steps") for n in range(9)), path="metrics/steps.html")
    assert list(constant.levels) == [5]


def test_what_happened_is_marked_in_order_with_its_words() -> None:
    found = page(
        *(noted(n, 5) for n in range(0, 100, 2)),
        noted(31, 5, events=("moved house", "rang Anna")),
        noted(61, 5, medication=("20 mg",)),
        noted(63, 5, medication=("20 mg",)),
        noted(65, 5, medication=("40 mg",)),
    )
    assert [(each.kind, each.words, each.day) for each in found.marked] == [
        ("event", ("moved house", "rang Anna"), DAY + dt.timedelta(31)),
        ("medication", ("20 mg",), DAY + dt.timedelta(61)),
        ("medication", ("40 mg",), DAY + dt.timedelta(65)),
    ]
    assert [mark.dashed for mark in found.chart.marks] == [False, True, True]


def test_of_what_may_not_be_offered_no_word_is_said() -> None:
    found = page(
        *(noted(n, 6) for n in range(0, 200, 2)),
        noted(81, 1, events=("zqlow",), title="zqtitle"),
        noted(91, 6, events=("zqprivate",), private=True),
        noted(95, 6, medication=("zqpill",), resurface=False),
    )
    assert found.marked == ()
    assert found.events == ()
    assert [link.day for link in found.closed] == [DAY + dt.timedelta(n) for n in (81, 91, 95)]
    assert {(link.title, link.name) for link in found.closed} == {("", "")}
    assert "zq" not in repr(found)


def test_an_event_tells_how_it_was_after_it_and_before() -> None:
    found = page(
        *(noted(n, 4 if n < 60 else 6) for n in range(120) if n != 60),
        noted(60, 5, events=("moved house",)),
        noted(130, 5, events=("rang",)),
        noted(131, 5),
    )
    [event] = found.events
    assert event.happening.words == ("moved house",)
    assert event.change is not None
    assert (event.change.direction, event.change.amount, event.days_before) == ("higher", 2.0, 60)
    assert found.events_with_few == 1


def test_the_comparisons_are_told_where_there_are_values() -> None:
    found = page(*(noted(n, 6) for n in range(400)))
    assert [each.question for each in found.compared] == ["month-before", "month-year-ago", "90-days", "year"]
    assert page(noted(0, 6)).compared == ()


def test_a_metric_is_called_as_the_writer_says() -> None:
    config = Config(metrics=(MetricConfig("tea", label="Tea", unit="cups", better="lower"),))
    found = page(noted(0, 3, "tea"), path="metrics/tea.html", config=config)
    assert found.name == MetricName("tea", "Tea", "tea", "cups", False, "lower", "metrics/tea.html")
