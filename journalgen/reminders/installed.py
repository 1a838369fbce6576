"""Reminders put into the system's own scheduler, and taken out of it. Nothing there that is not ours is changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journalgen.build.kept import write_kept
from journalgen.refusal import Refusal, refused
from journalgen.reminders.schedule import MARK, Kind, Reminder, cron_line, launchd_agent, systemd_units

_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The environment that reminders are installed in, and the system that it is."""

    environment: Mapping[str, str]
    platform: str = sys.platform

    def program(self, name: str) -> str | None:
        """Return where a program of that name is, or None."""
        return shutil.which(name, path=self.environment.get("PATH", os.defpath))

    @property
    def home(self) -> Path:
        """Return the user's own folder."""
        return Path(self.environment.get("HOME") or Path.home())


class Scheduler:
    """The one of the system's schedulers that serves; raises `Refusal` where there is none."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._around = surroundings
        self.kind = self._found()

    def _found(self) -> Kind:
        if self._around.platform == "darwin" and self._around.program("launchctl"):
            return "launchd"
        if self._around.platform not in ("darwin", "win32"):
            if (
                self._around.program("systemctl")
                and self._run("systemctl", "--user", "show-environment").returncode == 0
            ):
                return "systemd"
            if self._around.program("crontab"):
                return "cron"
        raise Refusal("no-scheduler")

    @property
    def folder(self) -> Path | None:
        """Return where its files lie; cron keeps its own."""
        if self.kind == "systemd":
            configured = self._around.environment.get("XDG_CONFIG_HOME", "")
            base = Path(configured) if os.path.isabs(configured) else self._around.home / ".config"  # noqa: PTH117
            return base / "systemd" / "user"
        return self._around.home / "Library" / "LaunchAgents" if self.kind == "launchd" else None

    def files(self, reminder: Reminder) -> dict[Path, str]:
        """Return the files that install a reminder, none for cron."""
        if self.folder is None:
            return {}
        texts = systemd_units(reminder) if self.kind == "systemd" else launchd_agent(reminder)
        return {self.folder / name: text for name, text in texts.items()}

    def is_installed(self, reminder: Reminder) -> bool:
        """Return whether a reminder of this journal is there, at whatever time; raises `Refusal` for a file that is not ours."""
        if self.kind == "cron":
            return any(_is_ours(line, reminder) for line in self._crontab().splitlines())
        # Each is looked at, so that one which is not ours is told whatever the others are.
        there = [_is_there(path) for path in self.files(reminder)]
        return any(there)

    def is_as_wanted(self, reminder: Reminder) -> bool:
        """Return whether it is there just as it would be installed now."""
        if self.kind == "cron":
            return cron_line(reminder) in self._crontab().splitlines(keepends=True)
        return all(
            _is_there(path) and path.read_text(encoding="utf-8") == text for path, text in self.files(reminder).items()
        )

    def install(self, reminder: Reminder) -> None:
        """Put a reminder in place of the one that this journal has, if it has one; raises `Refusal`, and nothing is left then."""
        if self.kind == "cron":
            self._set_crontab(_without(self._crontab(), reminder) + cron_line(reminder))
            return
        files = self.files(reminder)
        for path in files:
            _is_there(path)
        try:
            for path, text in files.items():
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_kept(path, text.encode("utf-8", "surrogateescape"))
        except OSError as error:
            self._delete(files)
            raise refused(error, path) from error
        try:
            self._begin(reminder)
        except Refusal:
            self._delete(files)
            raise

    def remove(self, reminder: Reminder) -> None:
        """Take a journal's reminder away; raises `Refusal`."""
        if self.kind == "cron":
            self._set_crontab(_without(self._crontab(), reminder))
            return
        files = self.files(reminder)
        there = [path for path in files if _is_there(path)]
        # Where it was never begun, there is nothing to end.
        if self.kind == "systemd":
            self._run("systemctl", "--user", "disable", "--now", f"{reminder.name}.timer")
        else:
            self._run("launchctl", "unload", "-w", *map(os.fspath, there))
        self._delete(there)
        if self.kind == "systemd":
            self._run("systemctl", "--user", "daemon-reload")

    @staticmethod
    def _delete(paths: Mapping[Path, str] | list[Path]) -> None:
        for path in paths:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise refused(error, path) from error

    def _begin(self, reminder: Reminder) -> None:
        if self.kind == "systemd":
            self._must("systemctl", "--user", "daemon-reload")
            self._must("systemctl", "--user", "enable", f"{reminder.name}.timer")
            # One that ran already goes on at its old time otherwise.
            self._must("systemctl", "--user", "restart", f"{reminder.name}.timer")
        else:
            paths = [os.fspath(path) for path in self.files(reminder)]
            self._run("launchctl", "unload", *paths)
            self._must("launchctl", "load", "-w", *paths)

    def _crontab(self) -> str:
        """Return the user's table; one that can't be read is never taken for an empty one."""
        read = self._run("crontab", "-l")
        if read.returncode == 0:
            return read.stdout
        if "no crontab" in read.stderr.lower():
            return ""
        raise Refusal("program-failed", program="crontab", said=read.stderr.strip() or str(read.returncode))

    def _set_crontab(self, text: str) -> None:
        self._must("crontab", "-", text=text)

    def _must(self, *command: str, text: str = "") -> None:
        done = self._run(*command, text=text)
        if done.returncode != 0:
            said = done.stderr.strip() or str(done.returncode)
            raise Refusal("program-failed", program=command[0], said=said)

    def _run(self, *command: str, text: str = "") -> subprocess.CompletedProcess[str]:
        program = self._around.program(command[0]) or command[0]
        try:
            return subprocess.run(  # noqa: S603 -- the system's own programs
                [program, *command[1:]],
                input=text,
                capture_output=True,
                encoding="utf-8",
                errors="surrogateescape",
                # What cron says where there is no table is looked for in English.
                env={**self._around.environment, "LC_ALL": "C"},
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Refusal("program-failed", program=command[0], said=str(error)) from error


def _is_there(path: Path) -> bool:
    """Return whether a file of ours is there; refuses one that somebody else made."""
    try:
        if not path.exists() and not path.is_symlink():
            return False
        if MARK in path.read_text(encoding="utf-8", errors="replace"):
            return True
    except OSError as error:
        raise refused(error, path) from error
    raise Refusal("reminder-not-ours", path=path)


def _is_ours(line: str, reminder: Reminder) -> bool:
    return line.endswith(f"# {reminder.name}, {MARK}")


def _without(table: str, reminder: Reminder) -> str:
    """Return a table without the reminder's line, and else as it was; its last line is ended."""
    kept = "".join(line for line in table.splitlines(keepends=True) if not _is_ours(line.rstrip("\r\n"), reminder))
    return kept if not kept or kept.endswith("\n") else kept + "\n"
