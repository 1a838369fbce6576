"""The coping plan of `support.md` on a built site: where it stands, and that nothing else is ever offered."""

from __future__ import annotations

import pytest

from tests.journals import JournalFolder, written

PLAN = "---\ncoping_plan: [Walk, bath]\n---\n# When it gets dark\n\nBreathe.\n"
USED = "---\nmood: 2\ncoping: [{what: wine, before: 2, after: 8}, walk]\n---\nA long one.\n"


def test_it_stands_on_the_page_of_support_after_the_writers_words(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'coping_plan = ["walk", "call <Mags>"]\n').write("support.md", PLAN).build()
    page = journal.page("support.html")
    assert "<li>walk</li><li>call &lt;Mags&gt;</li><li>bath</li>" in page
    assert page.index("Breathe.") < page.index("What I mean to try") < page.index("If you might hurt yourself")


@pytest.mark.parametrize("settings", ["", 'coping_plan = ["walk"]\n'])
def test_without_a_plan_of_its_own_the_page_has_that_of_the_settings_or_none(
    journal: JournalFolder, settings: str
) -> None:
    journal.write("journal.toml", settings).build()
    assert ("What I mean to try" in journal.page("support.html")) is bool(settings)


def test_nothing_that_was_only_used_is_offered(journal: JournalFolder) -> None:
    journal.write("support.md", PLAN).write("2026-03-14.md", USED).build()
    assert "wine" not in journal.page("support.html")
    coping = journal.page("patterns/coping.html")
    assert coping.index("walk") < coping.index("bath")
    assert "wine" not in coping


def test_what_is_in_it_may_stand_among_what_went_well(journal: JournalFolder) -> None:
    used = "---\nmood: 7\ncoping: [{what: wine, before: 2, after: 8}, {what: walk, before: 3, after: 6}]\n---\nA day.\n"
    journal.write("support.md", PLAN).write("2026-03-14.md", used).build()
    page = journal.page("strengths/index.html")
    assert "walk" in page
    assert "wine" not in page


def test_a_change_of_the_plan_is_seen_by_the_next_build(journal: JournalFolder) -> None:
    journal.write("support.md", PLAN).write("2026-03-14.md", USED).build()
    report = journal.write("support.md", PLAN.replace("bath", "tea")).build()
    assert set(written(report)) == {"support.html", "patterns/coping.html"}


def test_a_mistake_in_it_is_told_with_its_place(journal: JournalFolder) -> None:
    report = journal.write("support.md", "---\ncoping_plan: {walk: 1}\n---\nBreathe.\n").build()
    assert [(str(each.where), each.code) for each in report.problems] == [("support.md:2:14", "expected-list")]


def test_a_plan_that_is_private_stays_out_of_what_is_made_for_others(journal: JournalFolder) -> None:
    journal.write("support.md", PLAN.replace("---\n", "---\nprivate: yes\n", 1)).build(public_only=True)
    assert "bath" not in journal.page("support.html")
