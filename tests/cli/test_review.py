from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journalgen.source.questions import shipped_questions
from journalgen.writing.create import create
from tests.cli.running import Ran, run
from tests.journals import JournalFolder, tree

NEXT = next(each.text for each in shipped_questions() if each.part == "next" and each.gentle)


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("journalgen.writing.editor.click.launch", lambda *_, **__: 1)


def review(*words: str | Path) -> Ran:
    return run("review", *words, "--today", "2026-03-20", "--no-open")


def made(ran: Ran, journal: JournalFolder) -> str:
    assert (ran.code, ran.err) == (0, "")
    return Path(ran.out.strip()).relative_to(journal.path).as_posix()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ((), "2026-W11"),
        (("week",), "2026-W11"),
        (("Month",), "2026-02"),
        (("quarter",), "2025-Q4"),
        (("year",), "2025"),
        (("2026-w10",), "2026-W10"),
        (("month", "2025-07"), "2025-07"),
        (("2025",), "2025"),
        (("quarter", "2025-07-14"), "2025-Q3"),
        (("2025-07-14",), "2025-W29"),
    ],
)
def test_the_words_name_a_time_and_without_it_the_last_that_is_over(
    journal: JournalFolder, words: tuple[str, ...], name: str
) -> None:
    assert made(review(*words, journal.path), journal) == f"reviews/{name}.md"


def test_without_a_folder_the_journal_is_the_one_at_hand(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(journal.path)
    assert review("month").out == "reviews/2026-02.md\n"
    (journal.path / "2024").mkdir()
    assert review("2024").out == "reviews/2024.md\n"
    assert review("./2024").out == "2024/reviews/2026-W11.md\n"


@pytest.mark.parametrize("words", [("month", "2026-W10"), ("week", "x", "y"), ("a", "b")])
def test_what_can_not_be_meant_is_said_and_makes_nothing(journal: JournalFolder, words: tuple[str, ...]) -> None:
    ran = review(*words, journal.path)
    assert ran.code == 2
    assert "'" in ran.err
    assert tree(journal.path) == {}


def test_the_file_has_three_questions_and_what_was_to_be_tried(journal: JournalFolder) -> None:
    journal.write("reviews/2026-W10.md", f"## {NEXT}\n\nGoing to bed\nat ten.\n\nAnd tea.\n")
    made(review(journal.path), journal)
    text = (journal.path / "reviews/2026-W11.md").read_text(encoding="utf-8")
    assert text.startswith(
        "# Week of 9 Mar 2026\n\n> After the week of 2 Mar 2026 you wanted to try:\n>\n> Going to bed at ten.\n>\n> And tea.\n\n## "
    )
    assert text.count("\n## ") == 3
    asked = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert set(asked) <= {each.text for each in shipped_questions()}
    journal.build()
    page = journal.page("reviews/2026-W11.html")
    assert "Going to bed at ten." in page
    assert '<h2 id="what' not in page


def test_nothing_is_carried_from_a_private_review(journal: JournalFolder) -> None:
    journal.write("reviews/2026-W10.md", f"---\nprivate: yes\n---\n## {NEXT}\n\nSecret.\n")
    made(review(journal.path), journal)
    assert "Secret" not in (journal.path / "reviews/2026-W11.md").read_text()


@pytest.mark.parametrize("name", ["reviews/2026-W11.md", "reviews/2026-w11.markdown", "Reviews/2026-W11.md"])
def test_a_review_that_is_there_is_opened_and_never_touched(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    script = tmp_path / "edit.py"
    script.write_text("import sys\nopen(sys.argv[1], 'ab').write(b'And more.')\n")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    journal.write(name, b"\xff Mine.\r\n")
    ran = run("review", journal.path, "--today", "2026-03-20")
    assert (ran.code, ran.err) == (0, "")
    assert tree(journal.path) == {name: b"\xff Mine.\r\nAnd more."}


def test_a_file_that_appears_meanwhile_stays_as_it_is(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(path: Path, text: str) -> bool:
        journal.write("reviews/2026-W11.md", "Somebody's.\n")
        return real(path, text)

    real = create
    monkeypatch.setattr("journalgen.writing.review.create", late)
    review(journal.path)
    assert tree(journal.path) == {"reviews/2026-W11.md": b"Somebody's.\n"}


def test_in_the_language_of_the_journal(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'language = "de"\n')
    made(review("month", journal.path), journal)
    text = (journal.path / "reviews/2026-02.md").read_text(encoding="utf-8")
    german = {each.text for each in shipped_questions("de")}
    assert text.startswith("# Februar 2026\n")
    assert {line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")} <= german


def test_an_editor_that_fails_is_said_and_the_file_stays(journal: JournalFolder) -> None:
    ran = run("review", journal.path)
    assert ran.code == 0
    assert ran.err == "No editor could be opened; the file is there, ready to be written.\n"
    assert Path(ran.out.strip()).is_file()


def test_a_file_in_the_place_of_the_folder_is_refused(journal: JournalFolder) -> None:
    journal.write("reviews", "a file\n")
    ran = review(journal.path)
    assert ran.code == 3
    assert tree(journal.path) == {"reviews": b"a file\n"}


@pytest.mark.parametrize(
    ("words", "works"),
    [
        (("month", "2026-13"), "2026-03, 2026-03-14."),
        (("2026-W60",), "2026-W11, 2026-03, 2026-Q1, 2026, 2026-03-14."),
        (("2026-02-30",), "2026-W11, 2026-03, 2026-Q1, 2026, 2026-03-14."),
    ],
)
def test_a_time_that_there_is_not_is_told_with_those_that_work(
    journal: JournalFolder, words: tuple[str, ...], works: str
) -> None:
    for given in ((), (journal.path,)):
        ran = run("review", *words, *given)
        assert ran.code == 2
        assert f"'{words[-1]}' is neither a time nor a folder. What works: {works}" in ran.err


def test_a_folder_that_is_called_like_a_time_that_there_is_not_is_a_journal(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.path.rename(journal.path.parent / "2026-13")
    monkeypatch.chdir(journal.path.parent)
    assert review(Path("2026-13")).code == 0
