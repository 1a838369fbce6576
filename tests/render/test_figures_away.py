"""A site without figures: what is counted or summed up is not in its pages at all, and what was written is."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from journalgen.plan.figures.pages import TEMPLATES
from tests.render import samples
from tests.render.reading import Reading

AWAY = replace(samples.FRAME, figures=False)
# These are figures as a whole; a site without them has none of these pages.
OF_FIGURES = frozenset(TEMPLATES.values())
OTHERS = [name for name, page in samples.PAGES.items() if page.template not in OF_FIGURES]


def without(name: str) -> str:
    return samples.renderer(frame=AWAY).render(samples.PAGES[name]).decode()


def words(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>") + 7]
    return " ".join(Reading(main).text.split())


@pytest.mark.parametrize("name", OTHERS)
def test_no_part_that_is_a_figure_is_left(name: str) -> None:
    html = without(name)
    assert "figure-part" not in html
    assert 'data-figures="away"' in html
    assert "data-figures-choice" not in html
    assert "patterns/index.html" not in html
    assert len(Reading(html).all("h1")) == 1


@pytest.mark.parametrize("name", ["home", "month", "year", "day", "name", "on-this-day", "undated", "home-two"])
def test_no_mood_is_shown_but_on_the_entry_that_has_it(name: str) -> None:
    html = without(name)
    assert not re.search(r"\bmood-\d|\bmark\b|Mood|; mood", html)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("home", ["9 of the last 28", "1,412", "1,380", "3 entries"]),
        ("archive", ["210", "200 days", "3 entries", "The number"]),
        ("year", ["24 entries", "month by month"]),
        ("month", ["entries on"]),
        ("name", ["5 entries", "Entries by month"]),
        ("kind", ["entries", "The number beside"]),
        ("browse", ["31", "All 31"]),
        ("days-of-year", ["entries from", "The number below"]),
        ("day", ["2 entries"]),
        ("on-this-day", ["2 entries"]),
    ],
)
def test_nothing_is_counted(name: str, counts: list[str]) -> None:
    shown, put_away = words(samples.renderer().render(samples.PAGES[name]).decode()), words(without(name))
    for count in counts:
        assert count not in put_away, count
    assert any(count in shown for count in counts)


def test_the_calendar_of_a_month_has_dots_and_that_of_a_year_words() -> None:
    month, year = without("month"), without("year")
    assert set(re.findall(r'<b aria-hidden="true">(.*?)</b>', month)) == {"•"}
    assert "heat-of-words" in year
    assert set(re.findall(r'<b aria-hidden="true">(.*?)</b>', year)) == {"•"}
    assert "About how many words" in words(year)


def test_what_the_writer_noted_stays_on_the_entrys_own_page() -> None:
    text = words(without("entry"))
    for noted in ("Mood", "7 of 10", "Sleep", "PHQ-9", "9 of 27", "box breathing"):
        assert noted in text
    assert "over time" not in text


@pytest.mark.parametrize("name", ["home-support-first", "entry-support-first", "entry-support-first-private"])
def test_support_is_no_figure(name: str) -> None:
    assert "better off dead" in words(without(name))


def test_who_comes_back_is_greeted_without_figures_too() -> None:
    assert "There is nothing to catch up on." in words(without("home-back"))


def test_links_to_entries_without_a_day_stay() -> None:
    for name in ("home", "archive"):
        assert "Entries without a day" in words(without(name))
