from __future__ import annotations

import datetime as dt
import re
import stat
from pathlib import Path

import pytest

from journalgen.render.as_text import as_text
from tests.cli.running import process, run
from tests.journals import EXAMPLE, JournalFolder

TODAY = ("--today", "2026-03-15")


def _journal(journal: JournalFolder) -> JournalFolder:
    journal.write("journal.toml", '[metrics.sleep]\nlabel = "Rest"\nunit = "h"\n')
    journal.write("2026-02-01.md", "---\nmood: 6\nsleep: 7\nscales: {phq9: 12}\n---\nBefore.\n")
    journal.write(
        "2026-03-02.md",
        "---\ntitle: By the weir\nmood: 4\nsleep: 6\nemotions: sad\npeople: Anna\ntags: work\nplaces: Lugg\nactivities: walk\n"
        "triggers: post\nevents: [the fall]\nmedication: [drops]\ncoping: {what: bath, before: 3, after: 5}\n"
        "scales: {phq9: {score: 9, item9: 1}}\n---\nIt rained on us both.\n",
    )
    journal.write("2026-03-10.md", "---\nmood: 2\nevents: [the dark]\n---\nLow.\n")
    return journal.write("2026-03-14.md", "---\nmood: 8\nprivate: true\nemotions: [calm]\ntitle: Hush\n---\nSecret.\n")


def said(*arguments: str | Path) -> str:
    ran = run("summary", *arguments)
    assert ran.code == 0, ran.err
    return " ".join(ran.out.split())


def test_it_tells_of_the_last_28_days_and_says_so(journal: JournalFolder) -> None:
    ran = run("summary", _journal(journal).path, *TODAY)
    out = " ".join(ran.out.split())
    assert "16 Feb 2026 to 15 Mar 2026" in out
    assert "There are entries on 3 of 28 days. In as many days before: on 1." in out
    assert "Mood (1 to 10, more is better) 3 4.7 2 8 1 6" in out
    assert "Rest (h) 1 6 6 6 1 7" in out
    assert "PHQ-9 (0 to 27, less is better): 12 on 1 Feb 2026, 9 on 2 Mar 2026." in out
    assert "sad (1 day)" in out
    assert "drops (medication)" in out
    assert "the fall" in out
    assert "These are the 28 days up to today; --from and --to choose others." in ran.err
    assert "What happened on 1 low or quiet day is left out; --closed adds it." in ran.err


def test_nothing_of_texts_names_and_closed_days_stands_there_unless_it_is_asked_for(journal: JournalFolder) -> None:
    path = _journal(journal).path
    out = said(path, *TODAY)
    for word in (
        "weir",
        "rained",
        "Anna",
        "work",
        "Lugg",
        "walk",
        "post",
        "bath",
        "the dark",
        "Hush",
        "Secret",
        "calm",
    ):
        assert word not in out, word
    named = said(path, *TODAY, "--names")
    assert all(word in named for word in ("work", "Lugg", "walk", "post", "bath: 1 time, from 3 before it to 5 after."))
    assert "Anna" not in named
    assert "People: Anna (1 day)." in said(path, *TODAY, "--people")
    assert "10 Mar 2026: the dark" in said(path, *TODAY, "--closed")
    included = said(path, *TODAY, "--include", "by the weir")
    assert included.endswith("By the weir ----------- Monday, 2 March 2026 It rained on us both.")


def test_nothing_of_a_private_entry_is_ever_told(journal: JournalFolder) -> None:
    ran = run("summary", _journal(journal).path, *TODAY, "--include", "2026-03-14", "--names", "--people", "--closed")
    assert not re.search(r"Hush|Secret|calm", ran.out)
    assert "A private entry stays at home, even by name." in ran.err
    assert "Mood (1 to 10, more is better) 2 3" in said(journal.path, *TODAY, "--public-only")


@pytest.mark.parametrize(
    ("without", "gone"),
    [
        ("medication,events", ("drops", "the fall", "as written")),
        ("events", ("the fall",)),
        ("feelings", ("sad", "Feelings")),
        ("questionnaires", ("PHQ",)),
        ("PHQ-9", ("PHQ",)),
        ("rest", ("Rest",)),
        ("numbers", ("Rest", "Mood", "mean")),
    ],
)
def test_what_is_not_wanted_is_left_out(journal: JournalFolder, without: str, gone: tuple[str, ...]) -> None:
    path = _journal(journal).path
    before, out = said(path, *TODAY), said(path, *TODAY, "--without", without)
    assert all(word in before for word in gone)
    assert not any(word in out for word in gone)


def test_a_number_alone_may_be_chosen(journal: JournalFolder) -> None:
    out = said(_journal(journal).path, *TODAY, "--metric", "Rest")
    assert "Rest (h)" in out
    assert "Mood (" not in out


def test_a_number_that_never_changes_is_not_called_too_few_days(journal: JournalFolder) -> None:
    for day in (dt.date(2026, 1, 19) + dt.timedelta(days=number) for number in range(56)):
        journal.write(f"{day}.md", "---\nanxiety: 9\n---\nThe same.\n")
    assert "anxiety: 9 on every day that has a number, as on average before." in said(journal.path, *TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--metric", "tea"),
        ("--without", "tea"),
        ("--include", "nowhere"),
        ("--from", "2026-03-16"),
        ("--from", "2026-03-02", "--to", "2026-03-01"),
    ],
)
def test_what_can_not_be_understood_is_told_and_nothing_printed(journal: JournalFolder, wrong: tuple[str, ...]) -> None:
    ran = run("summary", _journal(journal).path, *TODAY, *wrong)
    assert (ran.code, ran.out) == (2, "")
    assert wrong[0] in ran.err


def test_days_may_be_chosen_and_none_is_still_to_come(journal: JournalFolder) -> None:
    path = _journal(journal).path
    assert "2 Mar 2026 to 15 Mar 2026" in said(path, *TODAY, "--from", "2026-03-02", "--to", "2027-01-01")
    assert "2 Feb 2026 to 1 Mar 2026 There is no entry in these days." in said(
        path, *TODAY, "--to", "2026-03-01"
    ).replace("From my journal =============== ", "")


def test_the_answer_to_item_9_changes_no_byte(journal: JournalFolder) -> None:
    path = _journal(journal).path
    options = (*TODAY, "--html", "--names", "--include", "2026-03-02")
    with_it = run("summary", path, *options).out
    file = path / "2026-03-02.md"
    journal.write("2026-03-02.md", file.read_text().replace("item9: 1", "item9: 0"))
    assert run("summary", path, *options).out == with_it
    assert not re.search(r"item\W?9|better off dead|crisis|support", with_it, re.IGNORECASE)


def test_a_file_has_what_the_screen_has_and_is_for_its_owner_alone(journal: JournalFolder, tmp_path: Path) -> None:
    path = _journal(journal).path
    screen = run("summary", path, *TODAY, "--plain").out
    html, text = tmp_path / "to take along.html", tmp_path / "text.txt"
    for file in (html, text):
        ran = run("summary", path, *TODAY, "--output", file)
        assert (ran.code, ran.out) == (0, f"{file}\n")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert text.read_text() == screen
    assert as_text(html.read_text(), 78) == screen
    assert html.read_text() == run("summary", path, *TODAY, "--html").out


def test_a_file_that_is_there_stays_unless_it_is_said(journal: JournalFolder, tmp_path: Path) -> None:
    path, file = _journal(journal).path, tmp_path / "a.html"
    file.write_text("mine")
    ran = run("summary", path, *TODAY, "--output", file)
    assert (ran.code, ran.out, file.read_text()) == (3, "", "mine")
    assert "is there already, and stays as it is; --force puts the new one in its place." in ran.err
    assert run("summary", path, *TODAY, "--output", file, "--force").code == 0
    assert "From my journal" in file.read_text()


def test_no_site_holds_it(journal: JournalFolder) -> None:
    _journal(journal).build()
    before = journal.pages()
    ran = run("summary", journal.path, *TODAY, "--output", journal.site / "summary.html")
    assert ran.code == 3
    assert "lies in a site" in ran.err
    journal.build()
    assert journal.pages() == before


def test_to_the_screen_no_file_is_written(journal: JournalFolder) -> None:
    path = _journal(journal).path
    before = sorted(path.iterdir())
    said(path, *TODAY, "--include", "2026-03-02")
    assert sorted(path.iterdir()) == before


def test_it_is_the_same_where_a_build_remembers_the_figures(journal: JournalFolder) -> None:
    for place in range(40):
        day = dt.date(2026, 2, 1) + dt.timedelta(place)
        journal.write(f"{day}.md", f"---\nmood: {6 + place % 3 - 3 * (day.weekday() == 1)}\n---\nA day.\n")
    before = run("summary", journal.path, *TODAY).out
    assert "On Tuesdays" in before
    journal.build()
    assert run("summary", journal.path, *TODAY).out == before


def test_errors_in_entries_show_in_the_exit_code(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "---\nmood: great\n---\nA day.\n")
    ran = run("summary", journal.path, *TODAY)
    assert ran.code == 1
    assert "There is an entry on 1 of 28 days." in ran.out


def test_an_empty_journal_has_a_page_to_write_on(journal: JournalFolder) -> None:
    out = said(journal.path, *TODAY)
    assert "There is no entry in these days." in out
    assert "What I want to say, or ask" in out


def test_it_speaks_the_journals_language(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'language = "de"\n').write("2026-03-14.md", "---\nmood: 4,5\n---\nEin Tag.\n")
    assert 'lang="de"' in run("summary", journal.path, *TODAY, "--html").out
    assert "4,5" in said(journal.path, *TODAY)


def test_the_example_journal_as_a_process_of_its_own() -> None:
    ran = process("summary", EXAMPLE, "--today", "2026-03-20")
    # Some of its entries may have mistakes, as people's do.
    assert ran.returncode in {0, 1}, ran.stderr
    out = " ".join(ran.stdout.split())
    assert re.search(r"There are entries on \d+ of 28 days\.", out)
    assert "sertraline 50 mg (medication)" in out
    assert "For each 1 h more of sleep" in out
