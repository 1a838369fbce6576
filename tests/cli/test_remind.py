"""Reminders, with schedulers and notifiers of the test's own on the PATH."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.running import Ran, run
from tests.journals import JournalFolder, tree

pytestmark = [
    pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="programs as Linux has them"),
    pytest.mark.usefixtures("evening"),
]

_SYSTEMCTL = """#!/bin/sh
echo "$@" >> "$HOME/asked"
case "$*" in *"$FAILS"*) [ -n "$FAILS" ] && { echo "Failed to do it." >&2; exit 1; } ;; esac
exit 0
"""
_CRONTAB = """#!/bin/sh
case "$1" in
-l) [ -n "$FAILS" ] && { echo "crontab: cannot be read" >&2; exit 1; }
    [ -f "$HOME/table" ] || { echo "no crontab for jo" >&2; exit 1; }; cat "$HOME/table" ;;
-) cat > "$HOME/table" ;;
esac
"""
_NOTIFIER = '#!/bin/sh\nfor each in "$@"; do echo "$each" >> "$HOME/told"; done\n'


class Home:
    """A home with its own programs and nothing of the machine's own."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        (path / "bin").mkdir(parents=True)
        for name in ("DBUS_SESSION_BUS_ADDRESS", "FAILS"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HOME", str(path))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(path / "config"))
        monkeypatch.setenv("PATH", f"{path / 'bin'}")
        # Scripts need a few of the machine's.
        for name in ("sh", "cat", "echo"):
            (path / "bin" / name).symlink_to(f"/bin/{name}")

    def has(self, name: str, script: str) -> None:
        program = self.path / "bin" / name
        program.write_text(script)
        program.chmod(0o755)

    @property
    def units(self) -> dict[str, bytes]:
        return tree(self.path / "config")

    def read(self, name: str) -> str:
        file = self.path / name
        return file.read_text() if file.exists() else ""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    return Home(tmp_path / "home", monkeypatch)


@pytest.fixture
def systemd(home: Home) -> Home:
    home.has("systemctl", _SYSTEMCTL)
    return home


@pytest.fixture
def cron(home: Home) -> Home:
    home.has("crontab", _CRONTAB)
    return home


def remind(journal: JournalFolder, *arguments: str, answer: str = "") -> Ran:
    return run("remind", journal.path, *arguments, answer=answer)


def test_without_an_option_it_only_shows(journal: JournalFolder, systemd: Home) -> None:
    ran = remind(journal)
    assert (ran.code, ran.err) == (0, "")
    assert "This would be installed:" in ran.out
    assert "OnCalendar=*-*-* 20:30:00" in ran.out
    assert systemd.units == {}
    assert tree(journal.path) == {}


def test_it_is_shown_and_asked_for_and_then_just_so(journal: JournalFolder, systemd: Home) -> None:
    journal.write("journal.toml", '[remind]\nat = "07:15"\ndays = ["monday", "sunday"]\n')
    assert remind(journal, "--install", answer="n\n").code == 0
    assert systemd.units == {}
    ran = remind(journal, "--install", answer="y\n")
    assert "OnCalendar=Mon,Sun *-*-* 07:15:00" in ran.out
    assert "Install it?" in ran.out
    for path, data in systemd.units.items():
        assert path.startswith("systemd/user/journalgen-remind-")
        for line in data.decode().splitlines():
            assert line in ran.out
    assert len(systemd.units) == 2
    asked = systemd.read("asked")
    assert "enable journalgen-remind-" in asked
    assert "restart journalgen-remind-" in asked
    assert "just so" in remind(journal, "--install").out


def test_it_holds_nothing_of_the_journal_but_its_folder(journal: JournalFolder, systemd: Home) -> None:
    journal.write("journal.toml", 'title = "Canary"\n').write("2026-03-14.md", "# Canary\n")
    remind(journal, "--install", "--yes")
    assert all(b"Canary" not in data for data in systemd.units.values())
    assert any(os.fsencode(journal.path.resolve()) in data for data in systemd.units.values())


def test_another_time_takes_the_place_of_the_old_one(journal: JournalFolder, systemd: Home) -> None:
    remind(journal, "--install", "--yes")
    journal.write("journal.toml", '[remind]\nat = "21:45"\n')
    assert "A reminder is installed; by journal.toml it would now be:" in remind(journal).out
    remind(journal, "--install", "--yes")
    assert len(systemd.units) == 2
    assert any(b"21:45" in data for data in systemd.units.values())


def test_it_is_taken_away_and_nothing_else_is(journal: JournalFolder, systemd: Home) -> None:
    other = systemd.path / "config" / "systemd" / "user" / "mine.timer"
    other.parent.mkdir(parents=True)
    other.write_text("mine")
    remind(journal, "--install", "--yes")
    assert remind(journal, "--remove", answer="n\n").code == 0
    assert len(systemd.units) == 3
    ran = remind(journal, "--remove", "--yes")
    assert (ran.code, ran.out) == (0, "The reminder is gone. Nothing else was changed.\n")
    assert systemd.units == {"systemd/user/mine.timer": b"mine"}
    assert "disable --now journalgen-remind-" in systemd.read("asked")
    assert remind(journal, "--remove").out == "There is no reminder for this journal.\n"


@pytest.mark.parametrize("action", [(), ("--install", "--yes"), ("--remove", "--yes")])
def test_a_file_that_is_somebody_elses_is_never_touched(
    journal: JournalFolder, systemd: Home, action: tuple[str, ...]
) -> None:
    remind(journal, "--install", "--yes")
    timer = next(path for path in (systemd.path / "config" / "systemd" / "user").iterdir() if path.suffix == ".timer")
    timer.write_text("[Timer]\n# mine\n")
    before = systemd.units
    ran = remind(journal, *action)
    assert ran.code == 3
    assert "was not made by journalgen" in ran.err
    assert systemd.units == before


@pytest.mark.parametrize("fails", ["daemon-reload", "enable", "restart"])
def test_what_systemd_refuses_leaves_nothing(
    journal: JournalFolder, systemd: Home, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    monkeypatch.setenv("FAILS", fails)
    ran = remind(journal, "--install", "--yes")
    assert ran.code == 3
    assert ran.err == "journalgen: systemctl could not do it: Failed to do it.\n"
    assert systemd.units == {}


def test_without_systemd_there_is_cron_and_its_other_lines_stay(journal: JournalFolder, cron: Home) -> None:
    others = "MAILTO=jo\n0 4 * * * backup # mine"
    (cron.path / "table").write_text(others)
    ran = remind(journal, "--install", "--yes")
    assert (ran.code, ran.err) == (0, "")
    table = cron.read("table")
    assert table.startswith(others + "\n30 20 * * * ")
    assert table.count("\n") == 3
    assert "just so" in remind(journal).out
    journal.write("journal.toml", '[remind]\nat = "21:45"\n')
    remind(journal, "--install", "--yes")
    assert cron.read("table").count("journalgen-remind-") == 1
    remind(journal, "--remove", "--yes")
    assert cron.read("table") == others + "\n"


def test_a_first_line_of_cron(journal: JournalFolder, cron: Home) -> None:
    remind(journal, "--install", "--yes")
    assert cron.read("table").count("\n") == 1


def test_a_table_that_cannot_be_read_is_never_written_over(
    journal: JournalFolder, cron: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cron.path / "table").write_text("0 4 * * * backup\n")
    monkeypatch.setenv("FAILS", "yes")
    ran = remind(journal, "--install", "--yes")
    assert ran.code == 3
    assert "cannot be read" in ran.err
    assert cron.read("table") == "0 4 * * * backup\n"


def test_without_a_scheduler_it_says_what_to_run(
    journal: JournalFolder, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = remind(journal, "--install")
    assert ran.code == 3
    assert "journalgen remind JOURNAL --now" in ran.err
    home.has("systemctl", _SYSTEMCTL)
    monkeypatch.setenv("FAILS", "show-environment")
    assert remind(journal, "--install").code == 3


def test_it_can_be_taken_away_when_its_journal_is_gone(journal: JournalFolder, systemd: Home) -> None:
    assert run("remind", journal.path, "--install", "--yes").code == 0
    journal.path.rename(journal.path.with_name("moved"))
    assert run("remind", journal.path, "--remove", "--yes") == Ran(
        0, "The reminder is gone. Nothing else was changed.\n", ""
    )
    assert systemd.units == {}


def test_how_to_end_it_can_be_pasted(tmp_path: Path, systemd: Home) -> None:
    journal = tmp_path / "my journal"
    journal.mkdir()
    said = run("remind", journal, "--install", "--yes").out.splitlines()[-1]
    # Near at hand it is named from here.
    assert Path(shlex.split(said)[-2]).resolve() == journal.resolve()


def test_without_days_there_is_nothing_to_install(journal: JournalFolder, systemd: Home) -> None:
    journal.write("journal.toml", "[remind]\ndays = []\n")
    assert "names no day" in remind(journal, "--install", "--yes").out
    assert systemd.units == {}


def test_it_says_one_sentence_in_the_journals_language(journal: JournalFolder, home: Home) -> None:
    home.has("notify-send", _NOTIFIER)
    ran = remind(journal, "--now")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert home.read("told") == "--app-name=journalgen\n--\nIf you like, there is room for a line today.\n"


@pytest.mark.parametrize(
    ("settings", "entry"),
    [
        ("", "2026-03-15.md"),
        ("[[pause]]\nfrom = 2026-03-01\n", ""),
        ('[[pause]]\nfrom = "1st of March"\n', ""),
        ("[[pause]\n", ""),
    ],
)
def test_it_keeps_quiet_when_today_has_an_entry_or_is_in_a_pause(
    journal: JournalFolder, home: Home, settings: str, entry: str
) -> None:
    home.has("notify-send", _NOTIFIER)
    journal.write("journal.toml", settings)
    if entry:
        journal.write(entry, "Canary.\n")
    ran = remind(journal, "--now")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert home.read("told") == ""


@pytest.mark.parametrize("script", ["", "#!/bin/sh\nexit 1\n"])
def test_without_a_notifier_the_sentence_is_printed(journal: JournalFolder, home: Home, script: str) -> None:
    if script:
        home.has("notify-send", script)
    ran = remind(journal, "--now")
    assert (ran.code, ran.out) == (3, "If you like, there is room for a line today.\n")
    assert "notify-send" in ran.err


def test_what_is_installed_is_closed_to_others(journal: JournalFolder, systemd: Home) -> None:
    remind(journal, "--install", "--yes")
    for name in systemd.units:
        assert stat.S_IMODE((systemd.path / "config" / name).stat().st_mode) == 0o600


@pytest.mark.usefixtures("systemd")
@pytest.mark.parametrize("settings", ['[remind]\nat = "25:99"\n', '[remind]\ndays = ["fri"]\n', "remind = 21\n"])
def test_a_time_that_cannot_be_read_is_told_before_the_usual_one_is_installed(
    journal: JournalFolder, settings: str
) -> None:
    journal.write("journal.toml", settings)
    told = run("build", journal.path, "--quiet").err
    assert told.startswith("journal.toml:")
    for action in ((), ("--install", "--yes")):
        assert remind(journal, *action).err == told
    assert remind(journal, "--remove", "--yes").err == ""
