from __future__ import annotations

from journalgen.model.entry import Measure
from journalgen.plan.figures.metrics.index import MetricsPage
from tests.parse.entries import made
from tests.plan.figures.metrics.pages import TODAY, views


def index(*entries: object) -> MetricsPage:
    found = views(*entries)["metrics/index.html"]  # type: ignore[arg-type]  # entries
    assert isinstance(found, MetricsPage)
    return found


def test_mood_comes_first_and_the_others_by_name() -> None:
    names = ("anxiety", "sleep", "mood")
    found = index(made(TODAY.isoformat(), measures=tuple(Measure(name, 5) for name in names)))
    assert [each.name.metric for each in found.metrics] == ["mood", "anxiety", "sleep"]
    assert [each.name.unit for each in found.metrics] == [None, None, "h"]
    assert found.until == TODAY


def test_a_private_value_is_not_the_last_one_shown() -> None:
    [mood] = index(
        made("2026-03-13", measures=(Measure("mood", 6),)), made(measures=(Measure("mood", 2),), private=True)
    ).metrics
    assert mood.latest is not None
    assert (mood.latest.value, mood.days) == (6, 2)
    [hidden] = index(made(measures=(Measure("mood", 2),), private=True)).metrics
    assert (hidden.latest, hidden.lately.n, hidden.spark.line) == (None, 0, "")
