"""`new` with words that are piped, with fields, at another time, and behind today's entry."""

from __future__ import annotations

import datetime as dt
import errno
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.model.exercises import EXERCISES
from journalgen.output import disk
from journalgen.parse.entry import EntryParser
from tests.cli.running import environment, process, run
from tests.journals import JournalFolder, tree

DAY = ("--date", "2026-03-14")
AT = ("--at", "2026-03-14 21:40")


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.setenv(name, "an-editor-that-must-not-be-opened")


def entries(journal: JournalFolder, config: Config | None = None) -> list[Entry]:
    parser = EntryParser(config or Config())
    return [
        parser.parse(name, data).entry
        for name, data in tree(journal.path).items()
        if name.endswith(".md") and not name.startswith(("templates/", ".journalgen/"))
    ]


def new(journal: JournalFolder, *arguments: str, text: str | bytes = "tired\n") -> str:
    ran = run("new", journal.path, "--stdin", *arguments, answer=text)
    assert (ran.code, ran.err) == (0, "")
    return Path(ran.out.strip()).relative_to(journal.path).as_posix()


def test_what_is_piped_becomes_an_entry(journal: JournalFolder) -> None:
    name = new(journal, *AT, "--mood", "4", text="tired\n\nand glad\n")
    text = (journal.path / name).read_text()
    assert text == '---\ndate: 2026-03-14\ntime: "21:40"\nmood: 4\ntags: []\n---\n\ntired\n\nand glad\n'
    assert run("check", journal.path).out.splitlines()[-1] == "1 entry, all understood."


def test_a_second_one_of_the_day_gets_a_file_of_its_own(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "One.\n")
    assert new(journal, *AT) == "2026-03-14-2140.md"
    assert (journal.path / "2026-03-14.md").read_text() == "One.\n"


@pytest.mark.parametrize(
    ("piped", "words"),
    [
        ("Grüße\r\n", "Grüße"),
        ("\ufeffGrüße".encode(), "Grüße"),
        ("Grüße".encode("utf-16"), "Grüße"),
        ("Grüße".encode("cp1252"), "Grüße"),
        ("---\nmood: 3\ntitle: Mine\n---\nGrüße", "Grüße"),
    ],
)
def test_text_in_any_encoding_comes_in_whole(journal: JournalFolder, piped: str | bytes, words: str) -> None:
    new(journal, *AT, text=piped)
    (entry,) = entries(journal)
    assert entry.opening == words
    assert entry.problems == ()
    if "Mine" in str(piped):
        assert entry.title == "Mine"
        assert [each.value for each in entry.measures] == [3]


@pytest.mark.parametrize("piped", ["", " \n", b"\x00\x01\x02"])
def test_nothing_makes_no_entry(journal: JournalFolder, piped: str | bytes) -> None:
    ran = run("new", journal.path, "--stdin", answer=piped)
    assert ran.code == 2
    assert "no entry was made" in ran.err
    assert tree(journal.path) == {}


def test_fields_are_put_where_they_count(journal: JournalFolder) -> None:
    given = ("sleep=7:30", "tags=work, the van", "weather=rain: at last", "anxiety=3")
    new(journal, *AT, "--mood", "good", *(each for one in given for each in ("--set", one)))
    (entry,) = entries(journal)
    assert entry.problems == ()
    assert {each.metric: each.value for each in entry.measures} == {"mood": 7.75, "sleep": 7.5, "anxiety": 3}
    assert (entry.tags, entry.weather) == (("work", "the van"), "rain: at last")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("--mood", "great"), "mood: expected 1 to 10, got 'great'"),
        (("--mood", "11"), "mood: expected 1 to 10"),
        (("--set", "sleep"), "What works: --set sleep=7"),
        (("--set", "=7"), "What works: --set sleep=7"),
        (("--set", "a: b=7"), "What works: --set sleep=7"),
        (("--at", "sunday"), "What works: 2026-03-14"),
        (("--at", "yesterday", "--append"), '--at "yesterday 21:00"'),
        ((*DAY, "--append"), "--append needs a time"),
        ((*DAY, *AT), "both say when"),
        (("--template", "x.md", "--append"), "with --append"),
    ],
)
def test_what_is_not_understood_makes_no_entry(journal: JournalFolder, fields: tuple[str, ...], said: str) -> None:
    ran = run("new", journal.path, *fields, "--stdin", answer="tired")
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
    assert ran.out == "tired\n"
    assert tree(journal.path) == {}


def test_words_for_a_journal_that_is_not_there_are_given_back(tmp_path: Path) -> None:
    ran = run("new", tmp_path / "nowhere", "--stdin", answer="tired")
    assert (ran.code, ran.out) == (3, "tired\n")


def test_a_new_entry_leaves_room_for_what_the_writer_asks_and_what_stays_empty_is_no_figure(
    journal: JournalFolder,
) -> None:
    journal.write("journal.toml", '[new]\nask = ["sleep", "anxiety", "mood"]\n')
    ran = run("new", journal.path, *DAY, "--no-open")
    text = Path(ran.out.strip()).read_text()
    assert "\nsleep:\nanxiety:\nmood:\ntags: []\n" in text
    (entry,) = entries(journal)
    assert (entry.measures, entry.fields, entry.problems) == ((), (), ())
    assert "sleep" not in run("stats", journal.path, "--json").out


def test_it_may_be_of_another_time(journal: JournalFolder) -> None:
    yesterday = dt.datetime.now().date() - dt.timedelta(days=1)  # noqa: DTZ005 -- as the command does
    assert new(journal, "--at", "yesterday 21:00") == f"{yesterday}.md"
    assert new(journal, "--at", "yesterday") == f"{yesterday}-2.md"
    assert sorted(str(entry.time) for entry in entries(journal)) == ["21:00:00", "None"]


def test_a_night_counts_for_the_day_before_and_leaves_the_day_its_name(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'day_starts_at = "04:00"\n')
    assert new(journal, "--at", "2026-03-15 01:30") == "2026-03-15-0130.md"
    (entry,) = entries(journal, Config(day_starts_at=dt.time(4)))
    assert (entry.day, entry.counted) == (dt.date(2026, 3, 15), dt.date(2026, 3, 14))


def test_words_are_put_behind_the_newest_entry_of_the_day(journal: JournalFolder) -> None:
    first = "---\r\nmood: 6\r\ntime: 08:00\r\n---\r\n\r\nUp early."
    journal.write("2026-03-14.md", "---\ntime: 07:00\n---\nBefore.\n").write("2026-03-14-0800.md", first)
    assert new(journal, *AT, "--append", "--title", "Late") == "2026-03-14-0800.md"
    after = (journal.path / "2026-03-14-0800.md").read_bytes()
    assert after == (first + "\r\n\r\n## 21:40 Late\r\n\r\ntired\r\n").encode()
    assert len(entries(journal)) == 2


@pytest.mark.parametrize("front", ["open_on: 2027-01-01", "exercise: thought-record"])
def test_a_sealed_letter_and_an_exercise_are_left_alone(journal: JournalFolder, front: str) -> None:
    journal.write("2026-03-14.md", f"---\n{front}\n---\nText.\n")
    assert new(journal, *AT, "--append") == "2026-03-14-2140.md"


def test_without_an_entry_of_the_day_one_is_made(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "The day before.\n")
    assert new(journal, *AT, "--append") == "2026-03-14.md"
    assert (journal.path / "2026-03-14.md").read_text().endswith("---\n\ntired\n")


def test_a_second_mood_makes_an_entry_of_its_own_so_that_it_counts(journal: JournalFolder) -> None:
    assert new(journal, *AT, "--append", "--mood", "6") == "2026-03-14.md"
    assert new(journal, "--at", "2026-03-14 23:00", "--append", "--mood", "2") == "2026-03-14-2300.md"
    assert sorted(each.value for entry in entries(journal) for each in entry.measures) == [2, 6]


def test_two_at_once_are_both_there(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "One.\n")
    with ThreadPoolExecutor(2) as pool:
        done = list(
            pool.map(
                lambda word: subprocess.run(
                    [sys.executable, "-m", "journalgen", "new", journal.path, "--stdin", "--append", *AT],
                    input=word, encoding="utf-8", env=environment(), capture_output=True, timeout=60, check=False,
                ),
                ("first", "second"),
            )
        )  # fmt: skip
    assert [each.returncode for each in done] == [0, 0], done
    text = (journal.path / "2026-03-14.md").read_text()
    assert text.startswith("One.\n\n## 21:40\n\n")
    assert text.count("## 21:40") == 2
    assert "first" in text
    assert "second" in text


def full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("arguments", [("--append",), ()])
def test_what_could_not_be_written_is_given_back(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    journal.write("2026-03-14.md", "One.\n")
    monkeypatch.setattr(disk, "write_new", full)
    monkeypatch.setattr(os, "fsync", full)
    ran = run("new", journal.path, "--stdin", *AT, *arguments, answer="tired\nand glad")
    assert ran.code == 3
    assert ran.out == "tired\nand glad\n"
    assert "What you wrote is not in the journal." in ran.err
    assert "The disk is full" in ran.err
    assert (journal.path / "2026-03-14.md").read_text() == "One.\n"
    assert [entry.path for entry in entries(journal)] == ["2026-03-14.md"]


_INTERRUPTED = """
import os, signal, sys
from journalgen.model.exercises import EXERCISES
from journalgen.output import disk
disk.replace = lambda *_: os.kill(os.getpid(), int(os.environ["SENT"]))
from journalgen.cli import run
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_stopped_in_the_middle_the_words_are_given_back(journal: JournalFolder, sent: signal.Signals) -> None:
    journal.write("2026-03-14.md", "One.\n")
    ran = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED, "new", journal.path, "--stdin", "--append", *AT],
        input="tired", encoding="utf-8", env=environment(SENT=str(int(sent))), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode in (130, 143)
    assert ran.stdout == "tired\n"
    assert "Traceback" not in ran.stderr
    assert sorted(name for name in tree(journal.path) if not name.startswith(".journalgen/")) == ["2026-03-14.md"]
    assert (journal.path / "2026-03-14.md").read_text() == "One.\n"


_PRESSED = """
import os, signal, sys, time
before = signal.getsignal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.killpg(0, signal.SIGINT)
time.sleep(0.3)
open(sys.argv[1], "a").write("Saved after all.")
sys.exit(0 if before is signal.default_int_handler else 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_ctrl_c_in_an_editor_is_the_editors(journal: JournalFolder, tmp_path: Path) -> None:
    script = tmp_path / "editor.py"
    script.write_text(_PRESSED)
    started = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-m", "journalgen", "new", journal.path],
        env=environment(VISUAL=f'"{sys.executable}" "{script}"'),
        encoding="utf-8", capture_output=True, timeout=60, check=False, start_new_session=True,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, ""), started
    assert Path(ran.stdout.strip()).read_text().endswith("Saved after all.")


def test_the_path_alone_is_printed_for_who_pipes_it_on(journal: JournalFolder) -> None:
    ran = process("new", journal.path, "--no-open", *DAY)
    assert ran.stdout.splitlines() == [str(journal.path / "2026-03-14.md")]


@pytest.mark.parametrize(("language", "name"), [("en", "thought-record"), ("de", "Thought Record")])
def test_an_exercise_is_begun_with_its_headings(journal: JournalFolder, language: str, name: str) -> None:
    journal.write("journal.toml", f'language = "{language}"\n').write("2026-03-14.md", "One.\n")
    ran = run("new", journal.path, *AT, "--exercise", name, "--mood", "4", "--no-open")
    assert (ran.code, ran.err) == (0, "")
    entry = next(each for each in entries(journal) if each.path == "2026-03-14-2140.md")
    assert (entry.exercise, entry.day, entry.time) == ("thought-record", dt.date(2026, 3, 14), dt.time(21, 40))
    assert (entry.mood and entry.mood.value, entry.problems) == (4, ())
    assert len(entry.sections) >= 5


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_that_was_left_as_it_was_made_is_no_day_of_writing(journal: JournalFolder, name: str) -> None:
    ran = run("new", journal.path, *AT, "--exercise", name, "--no-open")
    (entry,) = entries(journal)
    assert entry.written_on is None
    path = Path(ran.out.strip())
    path.write_text(path.read_text().rstrip("\n") + "\n\nSomething.\n")
    assert entries(journal)[0].written_on == dt.date(2026, 3, 14)


@pytest.mark.parametrize("others", [("--stdin",), ("--template", "x.md"), ("--append",)])
def test_an_exercise_goes_with_nothing_else_that_begins_an_entry(
    journal: JournalFolder, others: tuple[str, ...]
) -> None:
    ran = run("new", journal.path, "--exercise", "values", *others, answer="tired")
    assert ran.code == 2
    assert tree(journal.path) == {}
    assert run("new", journal.path, "--exercise", "zanzibar").code == 2
