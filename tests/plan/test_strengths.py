from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.analysis.terms import Spellings
from journalgen.model.config import Alias, Config
from journalgen.model.entry import Coping, Entry, Measure, Section
from journalgen.parse.journal import assemble
from journalgen.plan.entries import link_to
from journalgen.plan.site import Plan
from journalgen.plan.strengths import Noted, Strength, Strengths, StrengthsPage, StrengthsYearPage
from journalgen.plan.views import Home, SupportPage
from tests.parse.entries import made

TODAY = dt.date(2026, 3, 15)
PLANNED = Config(coping_plan=("walk", "phone Mags"))


def views(*entries: Entry, config: Config | None = None, today: dt.date = TODAY) -> dict[str, Any]:
    plan = Plan(assemble(config or Config(), entries), today)
    return {outline.path: plan.page(outline).view for outline in plan.outlines}


def page(*entries: Entry, **options: Any) -> StrengthsPage:
    found = views(*entries, **options)["strengths/index.html"]
    assert isinstance(found, StrengthsPage)
    return found


def year(path: str, *entries: Entry, **options: Any) -> StrengthsYearPage:
    found = views(*entries, **options)[f"strengths/{path}.html"]
    assert isinstance(found, StrengthsYearPage)
    return found


def texts(found: StrengthsYearPage) -> list[str]:
    return [each.noted.text for month in found.months for each in month.strengths]


def of_coping(*coping: Coping, config: Config = PLANNED) -> list[Noted]:
    found = views(made(coping=coping), config=config).get("strengths/coping/2026.html")
    return [each.noted for month in found.months for each in month.strengths] if found else []


def test_without_anything_there_is_no_page_and_nothing_leads_to_one() -> None:
    found = views(made(), made("2026-03-13", coping=(Coping("wine", 3, 8),)))
    assert not [path for path in found if path.startswith("strengths")]
    assert isinstance(found["index.html"], Home)
    assert found["index.html"].strengths is None
    assert isinstance(found["support.html"], SupportPage)
    assert found["support.html"].strengths is None


def test_home_and_support_lead_to_it() -> None:
    found = views(made(wins=("rang",)))
    assert found["index.html"].strengths == found["support.html"].strengths == "strengths/index.html"


def test_what_fields_and_named_headings_hold_is_in_it_as_it_was_written() -> None:
    sections = (
        Section("Grateful for", "gratitude", ("tea", "the weir")), Section("Hard", "coping", ("I sat it out.",)),
        Section("Plans", "", ("none",)),
    )  # fmt: skip
    entry = made(wins=("rang",), gratitude=("tea",), kind_words=("You were there",), sections=sections)
    assert texts(year("2026", entry)) == ["rang", "tea", "You were there", "the weir", "I sat it out."]
    assert texts(year("gratitude/2026", entry)) == ["tea", "the weir"]
    assert texts(year("kind-words/2026", entry)) == ["You were there"]


def test_of_what_was_tried_only_what_the_plan_names_and_only_where_the_later_number_is_higher() -> None:
    tried = (
        Coping("walk", 3, 6.5),
        Coping("wine", 3, 9),
        Coping("walk", 5, 5),
        Coping("walk", 6, 2),
        Coping("walk", 3),
    )
    assert of_coping(*tried) == [Noted("coping", "walk", "3", "6.5")]
    assert of_coping(*tried, config=Config()) == []
    alias = Config(coping_plan=("walk",), aliases=(Alias("coping", "a stroll", "walk"),))
    assert of_coping(Coping("A Stroll", 3, 6), config=alias) == [Noted("coping", "A Stroll", "3", "6")]


@pytest.mark.parametrize("closed", [{"private": True}, {"resurface": False}, {"measures": (Measure("mood", 1),)}])
def test_nothing_of_an_entry_that_may_not_be_offered_but_its_day(closed: dict[str, Any]) -> None:
    entries = (made("2026-03-01", wins=("hidden",), **closed), made("2026-03-02", wins=("shown",)))
    found = views(*entries)
    assert not [path for path, view in found.items() if path.startswith("strengths/") and "hidden" in repr(view)]
    assert [(link.title, link.day) for link in year("2026", *entries).closed] == [("", dt.date(2026, 3, 1))]


def test_after_a_long_hard_time_the_years_lead_to_the_days_of_what_stays_closed() -> None:
    hard = (made("2026-03-01", wins=("hidden",), measures=(Measure("mood", 1),)),)
    assert page(*hard).first == ()
    assert page(*hard).kinds == ()
    assert [each.address for each in page(*hard).years] == ["strengths/2026.html"]
    assert year("2026", *hard).months == ()
    assert [link.day for link in year("2026", *hard).closed] == [dt.date(2026, 3, 1)]
    assert views(*hard)["index.html"].strengths == "strengths/index.html"
    assert not [path for path in views(made("2026-03-01")) if path.startswith("strengths")]


def test_a_year_goes_by_month_newest_first_and_knows_the_others() -> None:
    days = ("2025-12-31", "2026-01-05", "2026-01-06", "2026-03-01")
    found = year("2026", *[made(day, wins=(day,)) for day in days], made(None, "x.md", gratitude=("no day",)))
    assert [month.month for month in found.months] == [3, 1]
    assert texts(found) == ["2026-03-01", "2026-01-06", "2026-01-05"]
    assert [each.address for each in found.years] == [
        "strengths/2026.html", "strengths/2025.html", "strengths/undated.html",
    ]  # fmt: skip
    assert [each.kind for each in found.kinds] == [None, "wins"]


def test_of_each_kind_the_newest_stand_on_the_page_and_more_are_in_its_years() -> None:
    entries = [made(f"2026-01-{day:02}", wins=(f"{day}",)) for day in range(1, 8)]
    [wins] = page(*entries).kinds
    assert [each.noted.text for each in wins.newest] == ["7", "6", "5", "4", "3", "2"]
    assert wins.more
    assert wins.address == "strengths/wins/2026.html"
    assert not page(*entries[:6]).kinds[0].more


MANY = [made(f"2025-{number // 28 + 1:02}-{number % 28 + 1:02}", wins=(f"{number}",)) for number in range(300)]
KIND = made("2024-05-05", kind_words=("You were there",))


def first(*entries: Entry, today: dt.date = TODAY) -> tuple[Strength, ...]:
    return page(*entries, today=today).first


def test_a_few_stand_first_the_same_all_day_and_others_tomorrow() -> None:
    assert first(*MANY) == first(*MANY)
    assert len(first(*MANY)) == 5
    tomorrow = first(*MANY, today=TODAY + dt.timedelta(days=1))
    assert len({each.noted.text for each in (*first(*MANY), *tomorrow)}) > 5


def test_each_kind_is_among_the_few_and_nothing_twice() -> None:
    tea = [made(f"2025-01-{day:02}", gratitude=("tea",)) for day in range(1, 20)]
    found = [each.noted.text for each in first(*MANY, *tea, KIND)]
    assert {"tea", "You were there"} <= set(found)
    assert len(found) == len(set(found)) == 5


def drawn(entries: list[Entry]) -> tuple[Strength, ...]:
    """Return the few without the plan of a whole site around them."""
    pages = dict(
        Strengths(
            entries,
            (),
            Spellings(()),
            TODAY,
            lambda entry: link_to(entry, entry.path),
            lambda entry: link_to(entry, ""),
            lambda _: True,
        ).pages()
    )
    found = pages["strengths/index.html"]
    assert isinstance(found, StrengthsPage)
    return found.first


@given(st.integers(0, 299))
@settings(deadline=None)
def test_a_new_entry_takes_the_place_of_one_at_most(number: int) -> None:
    before = drawn([entry for at, entry in enumerate(MANY) if at != number])
    assert len(set(drawn(MANY)) - set(before)) <= 1


def test_an_edit_of_a_text_changes_none_of_its_pages() -> None:
    def digests(words: int) -> dict[str, bytes]:
        plan = Plan(assemble(Config(), [made(wins=("rang",), words=words, body=bytes([words]) * 16)]), TODAY)
        return {each.path: each.digest for each in plan.outlines if each.path.startswith("strengths/")}

    assert digests(60) == digests(61)


def test_a_changed_win_changes_its_year_and_no_other() -> None:
    def digests(text: str) -> dict[str, bytes]:
        entries = [made("2025-01-01", wins=("old",)), made("2026-01-01", wins=(text,))]
        return {each.path: each.digest for each in Plan(assemble(Config(), entries), TODAY).outlines}

    one, other = digests("rang"), digests("sang")
    assert {path for path in one if one[path] != other[path] and path.startswith("strengths/")} == {
        "strengths/index.html", "strengths/2026.html", "strengths/wins/2026.html",
    }  # fmt: skip
