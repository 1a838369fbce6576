"""`journalgen write`: free writing, with a clock that keeps quiet."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from journalgen.cli.desk import desk_at, show
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import journal_argument
from journalgen.language import N_
from journalgen.writing.clock import ONLY_STARTED, Clock, is_time_up, wait_for_the_rest
from journalgen.writing.editor import Closed, command_of_editor
from journalgen.writing.editors import wants_terminal
from journalgen.writing.new import begun_at, make_entry

CLOCK = Clock()
# These have no title to show, or would show the signs that set it.
_WITHOUT_TITLE = ("", "dumb", "linux")


@click.command(
    name="write",
    cls=Command,
    help=N_(
        "Open today's entry in JOURNAL, or make it, and write for a while without stopping: whatever comes, for nobody.\n\n"
        "Nothing is counted aloud. The terminal's title says until when; one sentence tells when the time is up, after the "
        "editor is closed, and none does if it is closed before."
    ),
    example="journalgen write ~/journal --minutes 10",
)
@journal_argument
@click.option(
    "--minutes", type=click.IntRange(1, 180), default=15, metavar="NUMBER", help=N_("For how long (else 15 minutes).")
)
@click.option("--new", "as_new", is_flag=True, help=N_("In an entry of its own, also where today has one."))
def command(journal: Path, minutes: int, as_new: bool) -> None:
    """Write for a while."""
    desk = desk_at(journal)
    path = make_entry(journal, desk.scan(), begun_at(desk.now, desk.config)) if as_new else desk.todays()
    begun = CLOCK.seconds()
    until = dt.datetime.now() + dt.timedelta(minutes=minutes)  # noqa: DTZ005 -- the civil time on the wall is meant
    with _titled(terminal_language().gettext("until %(time)s") % {"time": f"{until:%H:%M}"}):
        closed = show(path, no_open=False)
        if closed is not Closed.WELL:
            return
        if _goes_on_by_itself(begun):
            _wait(begun, minutes, until)
    if is_time_up(CLOCK, begun, minutes):
        said = terminal_language().ngettext(
            "%(n)s minute. That's enough for today.", "%(n)s minutes. That's enough for today.", minutes
        )
        click.echo(said % {"n": minutes})


def _goes_on_by_itself(begun: float) -> bool:
    """Return whether the editor was only started, and somebody is at the terminal for whom to keep the time."""
    command = command_of_editor()
    is_here = bool(command) and wants_terminal(command or [""], os.environ)
    return not is_here and CLOCK.seconds() - begun < ONLY_STARTED and is_watched()


def _wait(begun: float, minutes: int, until: dt.datetime) -> None:
    words = terminal_language().gettext(
        "The time is kept here, until %(time)s. Ctrl-C ends it; your editor stays open."
    )
    click.echo(words % {"time": f"{until:%H:%M}"})
    try:
        wait_for_the_rest(CLOCK, begun, minutes)
    except KeyboardInterrupt:
        click.echo()


def is_watched() -> bool:
    """Return whether somebody looks at a terminal."""
    return sys.stdout.isatty()


@contextmanager
def _titled(text: str) -> Iterator[None]:
    """Have the terminal's title say something while the editor is open; what it said before is put back.

    It is written once, before the editor begins: while an editor draws, nothing else may write.
    """
    if not is_watched() or os.name == "nt" or os.environ.get("TERM", "") in _WITHOUT_TITLE:
        yield
        return
    sys.stdout.write(f"\x1b[22;2t\x1b]2;{text}\x07")
    sys.stdout.flush()
    try:
        yield
    finally:
        sys.stdout.write("\x1b[23;2t")
        sys.stdout.flush()
