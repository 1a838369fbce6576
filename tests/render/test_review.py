"""How a page that looks back says what it knows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from journalgen.plan.figures.metrics.change import Change
from journalgen.plan.reviews.views import MetricInPeriod
from tests.render import samples, samples_of_reviews
from tests.render.reading import Reading


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            Change("same", 0.0, -0.9, 0.8, False, None),
            "Sleep: no clear change (about the same, likely between 0.9 lower and 0.8 higher).",
        ),
        (
            Change("higher", 0.1, -0.4, 0.6, False, None),
            "Sleep: no clear change (about 0.1 h higher, likely between 0.4 lower and 0.6 higher).",
        ),
        (
            Change("lower", 0.1, -0.7, 0.9, False, None),
            "Sleep: no clear change (about 0.1 h lower, likely between 0.9 lower and 0.7 higher).",
        ),
        (
            Change("lower", 0.6, 0.2, 1.0, True, "harder"),
            "Sleep was about 0.6 h lower, likely between 0.2 and 1 h. For you, that is the harder way.",
        ),
    ],
)
def test_a_change_says_which_way_each_end_of_it_lies(change: Change, said: str) -> None:
    metrics = (MetricInPeriod(samples_of_reviews.SLEEP, 5, 7.2, 5, 7.1, change),)
    page = samples.PAGES["review-week"]
    html = samples.renderer().render(replace(page, view=replace(samples_of_reviews.WEEK, metrics=metrics))).decode()
    assert said in " ".join(Reading(html).text.split())


def test_the_short_name_of_a_week_is_read_out_as_it_stands_there() -> None:
    reading = Reading(samples.renderer().render(samples.PAGES["reviews"]).decode())
    weeks = {link["aria-label"] for link in reading.all("a") if "-W" in link.get("href", "") and "aria-label" in link}
    assert weeks == {"Week of 2 March", "Week of 9 March", "Week of 8 December"}
