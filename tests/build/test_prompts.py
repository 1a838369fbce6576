from __future__ import annotations

import pytest

from journalgen.build.prompts import all_prompts, own_prompts, prompts_for_plan
from journalgen.language import load
from journalgen.model.prompts import Prompt
from journalgen.refusal import Refusal
from journalgen.source.prompts import shipped_prompts
from tests.journals import JournalFolder, written

MINE = '[[prompt]]\ntext = "What did the ropes do?"\ntheme = "The tower"\n'


def own(name: str = "ropes", theme: str = "own", text: str = "What did the ropes do?") -> Prompt:
    return Prompt(name, theme, "gentle", "free", text, own=True)


def test_the_writer_s_come_after_journalgen_s() -> None:
    assert all_prompts((own(),), load("de")) == (*shipped_prompts("de"), own())


def test_one_of_the_writer_s_takes_the_place_of_journalgen_s_with_its_id() -> None:
    mine = own("can-wait")
    found = [each for each in all_prompts((mine,), load("en")) if each.id == "can-wait"]
    assert found == [mine]


@pytest.mark.parametrize(("theme", "language"), [("What helps", "en"), ("what HELPS", "en")])
def test_a_theme_called_as_one_of_journalgen_s_is_that_one(theme: str, language: str) -> None:
    assert all_prompts((own(theme=theme),), load(language))[-1].theme == "coping"


def test_what_prompts_depend_on_is_what_the_writer_made_and_the_language() -> None:
    given = [prompts_for_plan(*each) for each in (((), load("en")), ((), load("de")), ((own(),), load("en")))]
    assert len({key for _, key in given}) == 3
    assert [len(make()) for make, _ in given] == [len(shipped_prompts())] * 2 + [len(shipped_prompts()) + 1]


def test_a_copy_without_private_entries_has_none_of_the_writer_s(journal: JournalFolder) -> None:
    assert own_prompts(MINE.encode(), journal.request())[0]
    assert own_prompts(MINE.encode(), journal.request(public_only=True)) == ((), ())
    journal.write("2026-03-14.md", "A day.\n").write("prompts.toml", MINE).build(public_only=True)
    assert not any(b"ropes" in data for data in journal.pages().values())


def test_a_change_of_prompts_is_seen_and_changes_home_and_their_page_at_most(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n").build()
    assert set(written(journal.write("prompts.toml", MINE).build())) <= {"index.html", "prompts/index.html"}
    assert "What did the ropes do?" in journal.page("prompts/index.html")
    assert "The tower" in journal.page("prompts/index.html")
    assert written(journal.build()) == []
    assert "prompts/index.html" in written(journal.delete("prompts.toml").build())
    assert "ropes" not in journal.page("prompts/index.html")


def test_a_mistake_in_them_is_told_and_the_rest_counts(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n").write("prompts.toml", MINE + "depth = 'abyss'\n")
    report = journal.build()
    assert [f"{each.where}: {each.code}" for each in report.problems] == ["prompts.toml:4:9: expected-choice"]
    assert "What did the ropes do?" in journal.page("prompts/index.html")


def test_an_edited_text_changes_neither_home_nor_the_page_of_prompts(journal: JournalFolder) -> None:
    long = "---\nprompt: can-wait\n---\n" + "word " * 60
    journal.write("2026-03-13.md", long + "and more").write("2026-03-14.md", long + "and more").build()
    report = journal.write("2026-03-14.md", long + "and something else").build()
    assert written(report) == ["2026/03/14.html"]


def test_what_an_entry_answers_changes_the_page_of_prompts(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "---\nprompt: can-wait\n---\nA day.\n").build()
    assert journal.page("prompts/index.html").count('href="../2026/03/14.html"') == 1
    report = journal.write("2026-03-14.md", "---\nprompt: smell\n---\nA day.\n").build()
    assert set(written(report)) == {"2026/03/14.html", "prompts/index.html"}


def test_the_site_s_language_is_that_of_its_prompts(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n").build(language="de")
    assert "Was kann warten?" in journal.page("prompts/index.html")
    journal.build(language="en")
    assert "What can wait?" in journal.page("prompts/index.html")


def test_prompts_that_cannot_be_read_are_refused(journal: JournalFolder) -> None:
    (journal.path / "prompts.toml").mkdir()
    with pytest.raises(Refusal):
        journal.build()
    assert [path.name for path in journal.path.iterdir()] == ["prompts.toml"]
