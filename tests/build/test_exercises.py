from __future__ import annotations

import re

import pytest

from journalgen.source.exercises import exercise_text, shipped_exercises
from tests.journals import JournalFolder, written

RECORD = """---
exercise: thought-record
---
# Thought record

## The thought

They hate it.

## HOW MUCH I BELIEVE IT:

<!-- A number from 0, not at all, to 100, completely. -->
85

## How much I believe the first thought now

40
"""


def test_no_page_shows_a_hint_but_the_page_of_exercises(journal: JournalFolder) -> None:
    hint = "The one that stung most, in its own words."
    journal.write("2026-03-14.md", exercise_text("thought-record", "en")).build()
    assert [path for path, data in journal.pages().items() if hint.encode() in data] == ["exercises/index.html"]


def test_a_thought_record_says_both_numbers_in_a_sentence_and_a_table(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", RECORD).build()
    page = journal.page("2026/03/14.html")
    assert "How much you believed it: 85 of 100 before, 40 after." in page
    assert re.findall(r'<rect width="([\d.]+)%"', page) == ["85.0", "40.0"]
    assert re.search(r'<th scope="row">Before</th>.*<td>85</td>', page)
    journal.write("journal.toml", "figures = false\n").build()
    assert "How much you believed it" not in journal.page("2026/03/14.html")


def test_after_the_fourth_day_nothing_more_is_asked(journal: JournalFolder) -> None:
    for day in range(10, 15):
        journal.write(f"2026-03-{day}.md", "---\nexercise: expressive-writing\n---\nWords.\n")
    journal.build()
    said = {day: journal.page(f"2026/03/{day}.html") for day in range(10, 15)}
    assert ["Day 1 of 4." in said[10], "Day 3 of 4." in said[12], "Day 4 of 4." in said[13]] == [True] * 3
    assert ["nothing more is asked" in said[day] for day in range(10, 15)] == [False, False, False, True, True]
    assert "Day 5." in said[14]
    assert "of 4" not in said[14]


def test_the_site_s_language_is_that_of_its_exercises_and_headings_are_known_in_any(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", RECORD).build(language="de")
    assert shipped_exercises("de")[0].purpose in journal.page("exercises/index.html")
    assert "85" in re.sub(r"<main.*?<aside class=.exercise", "", journal.page("2026/03/14.html"), flags=re.DOTALL)
    report = journal.build(language="en")
    assert "exercises/index.html" in written(report)


def test_a_new_day_of_a_series_changes_the_pages_of_its_days(journal: JournalFolder) -> None:
    for day in (9, 10, 11):
        journal.write(f"2026-03-{day:02}.md", "---\nexercise: expressive-writing\n---\n" + "word " * 100)
    journal.write("2026-01-01.md", "Long before.\n").build()
    journal.write("2026-03-12.md", "---\nexercise: expressive-writing\n---\n" + "word " * 100)
    report = journal.build()
    assert {f"2026/03/{day:02}.html" for day in (9, 10, 11, 12)} | {"exercises/index.html"} <= set(written(report))
    assert "2026/01/01.html" not in written(report)


def test_an_edit_of_an_entry_without_one_changes_no_page_of_exercises(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", RECORD).write("2026-03-13.md", "word " * 60 + "and more").build()
    assert written(journal.write("2026-03-13.md", "word " * 60 + "and else").build()) == ["2026/03/13.html"]
    long = RECORD.replace("They hate it.", "They hate it, and I can tell by how they look. " * 4)
    journal.write("2026-03-14.md", long).build()
    assert written(journal.write("2026-03-14.md", long.replace("85", "80")).build()) == ["2026/03/14.html"]


def test_a_private_entry_keeps_it_behind_its_fold(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", RECORD.replace("---\n#", "private: yes\n---\n#")).build()
    page = journal.page("2026/03/14.html")
    assert (
        page.index("stays closed unless you open it")
        < page.index("How much you believed it")
        < page.index("</details>")
    )


@pytest.mark.parametrize(
    ("front", "body", "title"),
    [
        ("", "## What happened\n\nThey left.\n", "Thought record"),
        ("", "# What happened\n\nThey left.\n\n# The thought\n\nThey hate it.\n", "Thought record"),
        ("", "They left.\n", "Thought record"),
        ("", "# After the call\n\n## What happened\n\nThey left.\n", "After the call"),
        ("title: After the call\n", "## What happened\n\nThey left.\n", "After the call"),
    ],
)
def test_what_is_called_nothing_is_called_as_the_exercise(
    journal: JournalFolder, front: str, body: str, title: str
) -> None:
    journal.write("2026-03-14.md", f"---\nexercise: thought-record\n{front}---\n{body}").build()
    page = journal.page("2026/03/14.html")
    assert f"<h1>{title}</h1>" in page
    assert ("What happened" in re.sub(r"(?s).*<div class=\"prose\"", "", page)) is ("What happened" in body)
    assert f">{title}</a>" in journal.page("2026/03/index.html")


def test_its_title_is_in_the_language_of_the_site_and_nothing_to_link_by(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "---\nexercise: thought-record\n---\nThey left.\n")
    report = journal.write("2026-03-15.md", "As in [[Thought record]].\n").build()
    assert [each.code for each in report.problems] == ["dead-link"]
    journal.build(language="de")
    assert "<h1>Gedanken ansehen</h1>" in journal.page("2026/03/14.html")
