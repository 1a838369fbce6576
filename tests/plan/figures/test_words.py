from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from journalgen.analysis.closer_words import MonthOfWords
from journalgen.analysis.figures import Figures
from journalgen.analysis.patterns.values import Patterns
from journalgen.analysis.vocabulary import ApartWord, Stretch, Vocabulary
from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.parse.journal import assemble
from journalgen.plan.figures.closer_words import MonthShares, closer_words_page
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.words import has_words, words_page
from tests.parse.entries import made

TODAY = dt.date(2026, 3, 15)
UNTIL = dt.date(2026, 1, 1)
NOTHING = Figures(Patterns(0.05, 0, 0, None, None, (), (), (), ()))
VOCABULARY = Vocabulary(UNTIL, 100, 2, ())


def context(entries: Sequence[Entry], words: Vocabulary | None = None, **config: Any) -> Context:
    journal = assemble(Config(**config), entries)

    def never(*_: object) -> Any:
        raise AssertionError("no page of words needs it")

    return Context(
        journal=journal, today=TODAY, first_day=0, figures=NOTHING, terms={}, sections=(), name_link=never,
        metric_address=never, day_address=never, link=never, may_offer=never, words=words,
    )  # fmt: skip


def year_of(*lengths: int) -> list[Entry]:
    return [made(f"2025-{number + 1:02}-10", words=words) for number, words in enumerate(lengths)]


def test_a_journal_whose_words_are_all_private_or_undated_has_no_page() -> None:
    assert not has_words(context([]))
    assert not has_words(context([made(words=5, private=True), made(None, words=5), made("2026-03-13", words=0)]))
    assert has_words(context([made(words=5)]))


def test_one_entry_is_a_page_without_pictures() -> None:
    page = words_page(context([made(words=5)]))
    assert (page.entries, page.words, page.low, page.chart, page.longest) == (1, 10, None, None, 0)
    assert page.first == page.last
    assert (page.apart, page.can_compare, page.unspaced, page.closer) == ((), False, False, None)


def test_the_page_tells_months_years_and_the_middle_half() -> None:
    page = words_page(context([*year_of(100, 200, 300, 400, 500), made("2026-03-01", words=60)]))
    assert (page.entries, page.words, page.low, page.high) == (6, 1600, 100, 400)
    assert [year.year for year in page.years] == [2026, 2025]
    assert page.years[0].at is None
    assert (page.years[1].left, page.years[1].at, page.years[1].right) == (500, 750, 1000)
    assert [month.words for month in page.years[1].months[:6]] == [100, 200, 300, 400, 500, None]
    assert page.chart is not None
    assert page.chart.area.count("Z") == 6


def test_quarters_stand_in_order_under_their_year() -> None:
    told = Stretch(2026, 1, 30, compared=True, words=(ApartWord("van", 9, 1),))
    words = replace(
        VOCABULARY,
        until=dt.date(2026, 4, 1),
        stretches=(replace(told, quarter=0), told, Stretch(2025, 0, 5, compared=False, words=()),
                   Stretch(2025, 4, 3, compared=False, words=()), Stretch(2025, 2, 2, compared=False, words=())),
    )  # fmt: skip
    page = words_page(context(year_of(10), words))
    assert page.can_compare
    assert [(each.year.year, each.is_over, [q.quarter for q in each.quarters]) for each in page.apart] == [
        (2026, False, [1]),
        (2025, True, [2, 4]),
    ]


def test_that_scripts_are_not_told_apart_is_said_where_it_matters() -> None:
    assert not words_page(context(year_of(10), VOCABULARY)).unspaced
    assert words_page(context(year_of(10), replace(VOCABULARY, unspaced=6))).unspaced
    assert words_page(context(year_of(10), replace(VOCABULARY, days=0, unspaced=1))).unspaced


def test_the_closer_look_leaves_thin_months_open() -> None:
    months = (
        MonthOfWords(2025, 10, 6, 1, 1000, (60, 10, 5)),
        MonthOfWords(2025, 11, 4, 0, 5000, (1, 1, 1)),
        MonthOfWords(2025, 12, 9, 0, 3000, (60, 30, 45)),
    )
    page = closer_words_page(context(year_of(10), replace(VOCABULARY, months=months)))
    assert page.months == (
        MonthShares(2025, 12, 3000, 9, (20.0, 10.0, 15.0)),
        MonthShares(2025, 11, None, 4, None),
        MonthShares(2025, 10, 1000, 6, (60.0, 10.0, 5.0)),
    )
    assert [(each.group, each.share) for each in page.groups] == [("i", 30.0), ("absolute", 10.0), ("insight", 12.5)]
    assert all(each.chart and each.chart.line.count("M") == 2 for each in page.groups)
    assert (page.words, page.entries, page.others) == (4000, 15, 1)


def test_the_closer_look_without_months_shows_its_lists_alone() -> None:
    page = closer_words_page(context(year_of(10)))
    assert (page.groups, page.months, page.words) == ((), (), 0)
    assert page.lists


def test_the_closer_look_is_linked_where_it_is_wanted() -> None:
    assert words_page(context(year_of(10), words_closer=True)).closer == "patterns/closer-words.html"
