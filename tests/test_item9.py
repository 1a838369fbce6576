"""What became of item 9 of a PHQ-9 on a built site: the way to Support, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from click.testing import CliRunner

from journalgen.cli import journalgen
from tests.journals import JournalFolder
from tests.render.reading import Reading

WORDS = (
    "You marked thoughts of being better off dead or of hurting yourself. Nobody is told, and this page can't call anyone: if "
    "you might act on them, ring your emergency number or a crisis line, or go to someone now."
)
MARKED = "scales: {phq9: {score: 12, item9: 2}}"


def text_of(html: str) -> str:
    """Return what is read on a page, from the beginning of what is its own."""
    main = html[html.index("<main") : html.index("</main>")]
    words = re.sub(r"<[^>]*>", "", main).replace("&#39;", "'")
    return " ".join(words.split())


def says(html: str) -> bool:
    return WORDS in text_of(html)


def write(journal: JournalFolder, front: str = MARKED, day: str = "2026-03-14") -> JournalFolder:
    return journal.write(f"{day}.md", f"---\ntitle: By the weir\n{front}\n---\nIt rained.\n")


@pytest.mark.parametrize("plan", [True, False], ids=["with a plan", "without"])
def test_support_stands_before_all_else_on_the_entry_and_on_home(journal: JournalFolder, plan: bool) -> None:
    if plan:
        journal.write("support.md", "# When it gets dark\n\nThe walk.\n")
    write(journal).build()
    for path in ("index.html", "2026/03/14.html"):
        html = journal.page(path)
        assert text_of(html).startswith(f"{WORDS} Your plan is here.")
        section = html[html.index('class="support-first"') :]
        (link,) = Reading(section[: section.index("</section>")]).all("a")
        assert link["href"].endswith("support.html")


def test_no_other_page_says_it_and_none_says_the_answer(journal: JournalFolder) -> None:
    write(journal).build()
    assert {path for path in journal.pages() if path.endswith(".html") and says(journal.page(path))} == {
        "index.html", "2026/03/14.html",
    }  # fmt: skip
    for path, data in journal.pages().items():
        assert not re.search(rb"item\W?9", data, re.IGNORECASE), path


def test_an_answer_of_0_says_nothing(journal: JournalFolder) -> None:
    write(journal, "scales: {phq9: {score: 12, item9: 0}}").build()
    assert not says(journal.page("index.html"))
    assert not says(journal.page("2026/03/14.html"))


def test_the_page_of_the_questionnaire_is_the_same_with_it_and_without(journal: JournalFolder) -> None:
    write(journal).build()
    before = journal.page("scales/phq9.html")
    write(journal, "scales: {phq9: {score: 12, item9: 0}}").build()
    assert journal.page("scales/phq9.html") == before


def test_home_says_it_for_fourteen_days_and_the_entry_always(journal: JournalFolder) -> None:
    write(journal, day="2026-03-01").build()
    assert says(journal.page("index.html"))
    journal.build(today=dt.date(2026, 3, 16))
    assert not says(journal.page("index.html"))
    assert says(journal.page("2026/03/01.html"))


@pytest.mark.parametrize("front", ["private: yes", "resurface: no", "mood: 1", "draft: yes"])
def test_home_says_it_of_a_closed_entry_too_without_a_word_of_it(journal: JournalFolder, front: str) -> None:
    write(journal, f"{MARKED}\n{front}").build()
    html = journal.page("index.html")
    assert says(html)
    section = html[html.index('class="support-first"') : html.index("</section>")]
    assert "2026" not in section
    assert "weir" not in section
    assert says(journal.page("2026/03/14.html"))


def test_a_private_entry_says_it_first_where_it_is_opened(journal: JournalFolder) -> None:
    write(journal, f"{MARKED}\nprivate: yes").build()
    html = journal.page("2026/03/14.html")
    fold = html.index('<details class="folded">')
    assert fold < html.index("support-first") < html.index("It rained")


def test_nothing_is_asked_beside_it(journal: JournalFolder) -> None:
    write(journal, "scales: {phq9: 12}").build()
    assert "prompt-of-day" in journal.page("index.html")
    write(journal).build()
    assert "prompt-of-day" not in journal.page("index.html")


def test_it_is_shown_where_figures_are_put_away(journal: JournalFolder) -> None:
    write(journal).write("journal.toml", "figures = false\n[rhythm]\nshow = false\n").build()
    assert says(journal.page("index.html"))


def test_a_copy_for_others_says_nothing_of_it(journal: JournalFolder) -> None:
    write(journal).build()
    journal.build(public_only=True)
    for path, data in journal.pages().items():
        assert b"better off dead" not in data, path
        assert b'"support-first"' not in data, path
    journal.build()
    assert says(journal.page("index.html"))
    assert says(journal.page("2026/03/14.html"))


def test_neither_check_nor_stats_nor_problems_tell_the_answer(journal: JournalFolder) -> None:
    write(journal, "scales: {phq9: {score: 40, item9: 2}}\nphq9: {item9: 8}").build()
    for command in (["check"], ["check", "--json"], ["stats"], ["stats", "--json"]):
        told = CliRunner().invoke(journalgen, [*command, str(journal.path)], prog_name="journalgen")
        assert told.exception is None or isinstance(told.exception, SystemExit)
        assert "item" not in told.output.lower(), command
        if "--json" in command and command[0] == "stats":
            assert "phq9" not in json.dumps(json.loads(told.output))
    assert "item" not in journal.page("problems.html").lower().replace("items", "")


def test_germans_read_it_as_carefully(journal: JournalFolder) -> None:
    write(journal).write("journal.toml", 'language = "de"\n').build()
    assert 'class="support-first"' in journal.page("index.html")
