"""`journalgen remind`: a kind sentence in the evening of a day without an entry."""

from __future__ import annotations

import datetime as dt
import os
import shlex
import sys
from pathlib import Path

import click

from journalgen.build.folders import Settings, refuse_broken
from journalgen.cli.desk import Desk, desk_at
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import journal_argument, near, tell_problems
from journalgen.language import N_
from journalgen.model.config import Config
from journalgen.refusal import Refusal
from journalgen.reminders.installed import Scheduler, Surroundings
from journalgen.reminders.schedule import Reminder, cron_line, weekdays

_SENTENCE = N_("If you like, there is room for a line today.")


@click.command(
    name="remind",
    cls=Command,
    help=N_(
        "Have the desktop say one kind sentence in the evening, on days of JOURNAL without an entry, and never in a pause.\n\n"
        "Without an option it shows what would be installed for it. When it comes stands under [remind] in journal.toml."
    ),
    example="journalgen remind ~/journal --install",
)
@journal_argument
@click.option(
    "--install", "action", flag_value="install", help=N_("Have it come from now on, after showing how, and asking.")
)
@click.option("--remove", "action", flag_value="remove", help=N_("Have it come no more."))
@click.option(
    "--now", "action", flag_value="now", help=N_("Say it now, if today has no entry yet; this is what is installed.")
)
@click.option("--yes", "-y", is_flag=True, help=N_("Do not ask."))
def command(journal: Path, action: str | None, yes: bool) -> None:
    """Show, install, remove or say the reminder."""
    # Whoever moved or deleted the journal wants the reminder gone all the more.
    desk = _desk_of_nothing(journal) if action == "remove" and not journal.exists() else desk_at(journal)
    if action == "now":
        _say(desk)
        return
    say = terminal_language().gettext
    reminder = _reminder(desk)
    scheduler = Scheduler(Surroundings(os.environ))
    is_there = scheduler.is_installed(reminder)
    if action == "remove":
        if not is_there:
            click.echo(say("There is no reminder for this journal."))
        elif yes or click.confirm(say("Take the reminder away?")):
            scheduler.remove(reminder)
            click.echo(say("The reminder is gone. Nothing else was changed."))
        return
    # Else the usual time would be installed in the place of the one that was meant.
    tell_problems(desk.settings.problems)
    if not reminder.days:
        click.echo(say("journal.toml names no day for a reminder."))
        return
    if is_there and scheduler.is_as_wanted(reminder):
        click.echo(say("The reminder is installed, just so:"))
        _show(scheduler, reminder)
        return
    if is_there:
        click.echo(say("A reminder is installed; by journal.toml it would now be:"))
    else:
        click.echo(say("This would be installed:"))
    _show(scheduler, reminder)
    if action != "install":
        return
    if yes or click.confirm(say("Install it?")):
        scheduler.install(reminder)
        click.echo(say("Installed. It says: “%(sentence)s”") % {"sentence": desk.language.gettext(_SENTENCE)})
        where = near(journal) if os.name == "nt" else shlex.quote(near(journal))
        click.echo(say("To end it: journalgen remind %(journal)s --remove") % {"journal": where})


def _desk_of_nothing(journal: Path) -> Desk:
    now = dt.datetime.now()  # noqa: DTZ005 -- the clock on the wall, as elsewhere
    return Desk(journal, Settings(Config(), None, ()), terminal_language(), now)


def _reminder(desk: Desk) -> Reminder:
    config = desk.config
    days = weekdays(config.remind_days, config.remind_at, config.day_starts_at)
    return Reminder(desk.journal.resolve(), config.remind_at, days, (sys.executable, "-m", "journalgen"))


def _show(scheduler: Scheduler, reminder: Reminder) -> None:
    """Print the files, or cron's line, just as they are written."""
    if scheduler.kind == "cron":
        click.echo()
        click.echo(cron_line(reminder))
    for path, text in scheduler.files(reminder).items():
        click.echo(f"\n{path}:")
        click.echo("".join(f"    {line}\n" for line in text.splitlines()))


def _say(desk: Desk) -> None:
    """Say the sentence, on a day on which it is welcome."""
    from journalgen.reminders.due import is_due  # noqa: PLC0415 -- only what the timer runs
    from journalgen.reminders.notifier import show_sentence  # noqa: PLC0415

    if not _knows_pauses(desk.settings) or not is_due(desk.read(), desk.today):
        return
    sentence = desk.language.gettext(_SENTENCE)
    if not show_sentence(sentence, os.environ):
        click.echo(sentence)
        raise Refusal("no-notifier")


def _knows_pauses(settings: Settings) -> bool:
    """Return whether all pauses could be read: one with a mistake may be now, and then it is kinder to say nothing."""
    try:
        refuse_broken(settings)
    except Refusal:
        return False
    return not any(dict(each.parameters).get("field", "").startswith("pause") for each in settings.problems)
