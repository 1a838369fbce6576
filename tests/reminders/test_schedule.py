from __future__ import annotations

import datetime as dt
import plistlib
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journalgen.reminders.schedule import (
    MARK,
    Reminder,
    cron_line,
    launchd_agent,
    systemd_units,
    weekdays,
)

HALF_PAST = dt.time(20, 30)
EVERY = (0, 1, 2, 3, 4, 5, 6)
ODD = Path('/home/jo/my "own" $HOME 50% j\\x')


def reminder(journal: Path = ODD, days: tuple[int, ...] = EVERY) -> Reminder:
    return Reminder(journal, HALF_PAST, days, (sys.executable, "-m", "journalgen"))


@pytest.mark.parametrize(
    ("days", "at", "found"),
    [((0, 6), "20:30", (0, 6)), ((0, 6), "01:00", (0, 1)), (EVERY, "01:00", EVERY), ((), "01:00", ())],
)
def test_in_the_small_hours_it_is_the_next_day_of_the_calendar(
    days: tuple[int, ...], at: str, found: tuple[int, ...]
) -> None:
    assert weekdays(days, dt.time.fromisoformat(at), dt.time(4)) == found


def test_a_name_is_the_journals_own_whatever_else_changes() -> None:
    assert reminder().name == reminder(days=(1,)).name
    assert reminder().name != reminder(Path("/home/jo/other")).name


@pytest.mark.parametrize("days", [EVERY, (0, 6)])
def test_systemds_timer_runs_the_command_at_its_times(tmp_path: Path, days: tuple[int, ...]) -> None:
    units = systemd_units(reminder(tmp_path / ODD.name, days))
    assert all(text.startswith(f"# {MARK}\n") for text in units.values())
    assert ("OnCalendar=*-*-* 20:30:00" in units[f"{reminder(tmp_path / ODD.name).name}.timer"]) == (days == EVERY)
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd-analyze")
    for name, text in units.items():
        (tmp_path / name).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--user", *(tmp_path / name for name in units)],
        capture_output=True, encoding="utf-8", env={"XDG_RUNTIME_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"}, check=False,
    )  # fmt: skip
    assert "journalgen-remind" not in done.stderr
    if days != EVERY:
        shown = subprocess.run(
            ["systemd-analyze", "calendar", "Mon,Sun *-*-* 20:30:00"],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "OnCalendar=Mon,Sun *-*-* 20:30:00" in units[f"{reminder(tmp_path / ODD.name).name}.timer"]
        assert shown.returncode == 0


def test_what_systemd_would_put_something_else_for_is_written_twice() -> None:
    text = systemd_units(reminder())[f"{reminder().name}.service"]
    assert '"/home/jo/my \\"own\\" $$HOME 50%% j\\\\x" "--now"\n' in text


@pytest.mark.parametrize(("days", "times"), [(EVERY, [{}]), ((0, 6), [{"Weekday": 1}, {"Weekday": 7}])])
def test_launchds_agent(days: tuple[int, ...], times: list[dict[str, int]]) -> None:
    ((name, text),) = launchd_agent(reminder(days=days)).items()
    agent = plistlib.loads(text.encode())
    assert f"{agent['Label']}.plist" == name
    assert agent["ProgramArguments"] == [sys.executable, "-m", "journalgen", "remind", str(ODD), "--now"]
    assert agent["StartCalendarInterval"] == [each | {"Hour": 20, "Minute": 30} for each in times]
    assert MARK in text


@pytest.mark.parametrize(("days", "written"), [(EVERY, "*"), ((0, 6), "1,0")])
def test_crons_line(days: tuple[int, ...], written: str) -> None:
    line = cron_line(reminder(days=days))
    assert line.startswith(f"30 20 * * {written} ")
    assert line.count("\n") == 1
    # As cron hands it to a shell: a comment is none of its words.
    run = line.split(" ", 5)[5].replace("\\%", "%")
    assert shlex.split(run, comments=True) == [sys.executable, "-m", "journalgen", "remind", str(ODD), "--now"]
