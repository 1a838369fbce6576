"""What the systems that start programs at a time are told: systemd's timers, launchd's agents, lines of cron.

None of it holds anything of a journal but the path of its folder. Each says who made it, by which it is known again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import plistlib
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["systemd", "launchd", "cron"]

MARK = "made by `journalgen remind`, whose option `remove` takes it away"
_SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Reminder:
    """A journal's reminder: its folder, the time, the days of the calendar's week from Monday = 0, and the program."""

    journal: Path
    at: dt.time
    days: tuple[int, ...]
    program: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return what it is called among others: the same for a journal, whatever else changes."""
        return f"journalgen-remind-{hashlib.blake2b(os.fsencode(self.journal), digest_size=4).hexdigest()}"

    @property
    def command(self) -> tuple[str, ...]:
        """Return what is run."""
        return (*self.program, "remind", os.fspath(self.journal), "--now")


def weekdays(days: tuple[int, ...], at: dt.time, day_starts_at: dt.time) -> tuple[int, ...]:
    """Return the days on the calendar of a time on the writer's days: the day after, in the small hours."""
    return tuple(sorted((day + 1) % 7 for day in days)) if at < day_starts_at else days


def systemd_units(reminder: Reminder) -> dict[str, str]:
    """Return the two units of a timer of the user's, by their names."""
    about = "[Unit]\nDescription=journalgen: a sentence in the evening of a day without an entry\n"
    days = "" if len(reminder.days) == 7 else ",".join(_SHORT_DAYS[day] for day in reminder.days) + " "
    run = " ".join(map(_in_systemd, reminder.command))
    return {
        f"{reminder.name}.service": f"# {MARK}\n{about}\n[Service]\nType=oneshot\nExecStart={run}\n",
        f"{reminder.name}.timer": (
            f"# {MARK}\n{about}\n[Timer]\nOnCalendar={days}*-*-* {reminder.at:%H:%M}:00\n\n"
            "[Install]\nWantedBy=timers.target\n"
        ),
    }


def _in_systemd(word: str) -> str:
    """Return a word in quotes, as systemd reads it: what it would put something else in place of is written twice."""
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + text.replace("%", "%%").replace("$", "$$") + '"'


def launchd_agent(reminder: Reminder) -> dict[str, str]:
    """Return the agent of the user's, by its name."""
    times: list[dict[str, int]] = [{}] if len(reminder.days) == 7 else [{"Weekday": day + 1} for day in reminder.days]
    whole = plistlib.dumps(
        {
            "Label": reminder.name,
            "ProgramArguments": list(reminder.command),
            "StartCalendarInterval": [
                each | {"Hour": reminder.at.hour, "Minute": reminder.at.minute} for each in times
            ],
        },
        sort_keys=False,
    ).decode()
    return {f"{reminder.name}.plist": whole.replace("<plist ", f"<!-- {MARK} -->\n<plist ", 1)}


def cron_line(reminder: Reminder) -> str:
    """Return the line, which ends in the reminder's name, by which it is known again."""
    days = "*" if len(reminder.days) == 7 else ",".join(str((day + 1) % 7) for day in reminder.days)
    # A percent sign is a line end to cron.
    run = shlex.join(reminder.command).replace("%", "\\%")
    return f"{reminder.at.minute} {reminder.at.hour} * * {days} {run} # {reminder.name}, {MARK}\n"
