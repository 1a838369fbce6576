from __future__ import annotations

import datetime as dt

import pytest

from journalgen.build.reading import read
from journalgen.build.summary import LeftOut, included_texts
from journalgen.plan.summary.views import IncludedText
from tests.journals import TODAY, JournalFolder


def include(journal: JournalFolder, *names: str) -> tuple[tuple[IncludedText, ...], tuple[LeftOut, ...]]:
    found, _ = read(journal.request())
    return included_texts(found, journal.path, names, TODAY)


@pytest.mark.parametrize(
    "name", ["a/2026-03-14.md", "a/2026-03-14", "./a/2026-03-14.md", "2026-03-14", "by  the WEIR "]
)
def test_an_entry_is_named_by_its_path_its_day_or_its_title(journal: JournalFolder, name: str) -> None:
    journal.write("a/2026-03-14.md", "# By the weir\n\nIt *rained*.\n\n- one\n- two\n").write("2026-03-13.md", "No.\n")
    assert include(journal, name) == (
        (IncludedText(dt.date(2026, 3, 14), "By the weir", ("It rained.", "one", "two")),),
        (),
    )


def test_all_of_a_day_come_once_and_in_order(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "One.\n").write("2026-03-14-2100.md", "Two.\n").write("2026-03-01.md", "Zero.\n")
    texts, _ = include(journal, "2026-03-14", "2026-03-14.md", "2026-03-01")
    assert [each.blocks for each in texts] == [("Zero.",), ("One.",), ("Two.",)]


def test_what_is_private_or_sealed_stays_at_home_and_a_name_of_nothing_is_told(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "---\nprivate: yes\n---\nHidden.\n")
    journal.write("2026-03-12.md", "---\nopen_on: 2027-01-01\n---\nSealed.\n")
    journal.write("2026-03-11.md", "---\nopen_on: 2026-03-15\n---\nOpened.\n")
    texts, left_out = include(journal, "2026-03-13", "2026-03-12", "2026-03-11", "nowhere", "")
    assert [each.blocks for each in texts] == [("Opened.",)]
    assert left_out == (
        LeftOut("2026-03-13", "private"), LeftOut("2026-03-12", "sealed"), LeftOut("nowhere", "unknown"),
        LeftOut("", "unknown"),
    )  # fmt: skip


def test_the_answer_to_item_9_is_not_told_of_in_a_text_either(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "It rained [item9:: 2] a little.\n\nphq9.item9:: 3\n\nItem 9: 1\n")
    ((text,), _) = include(journal, "2026-03-14")
    assert text.blocks == ("It rained … a little.",)
