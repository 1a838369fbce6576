"""`journalgen open`: any entry in the writer's editor."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from journalgen.cli.desk import Desk, desk_at, show
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import count, journal_argument
from journalgen.language import N_
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal

EXIT_NOT_ONE = 2
_MOST = 20


@click.command(
    name="open",
    cls=Command,
    help=N_(
        "Open an entry of JOURNAL in your editor and print its path: by its day, its title or another of its names, or its "
        "file. The beginning of a title is enough where only one begins so.\n\n"
        "Where several are meant they are listed, and none is opened."
    ),
    example='journalgen open yesterday ~/journal\njournalgen open "after the call" ~/journal',
)
@click.argument("what", metavar="DAY|TITLE")
@journal_argument
@click.option("--no-open", is_flag=True, help=N_("Only print its path."))
def command(what: str, journal: Path, no_open: bool) -> None:
    """Open an entry."""
    if Path(what).is_dir() and not journal.is_dir():
        # `open ~/journal yesterday`, as with the other commands.
        what, journal = str(journal), Path(what)
    desk = desk_at(journal)
    read = desk.read()
    found = _meant(what, desk, read)
    if len(found) == 1:
        show(journal / found[0].path, no_open=no_open)
        return
    _tell(what, found, desk, read)
    sys.exit(EXIT_NOT_ONE)


def _meant(what: str, desk: Desk, read: Journal) -> tuple[Entry, ...]:
    """Return the entries that a text means."""
    from journalgen.parse.dates import NotADateError  # noqa: PLC0415 -- a module that other commands do without
    from journalgen.parse.moments import read_moment  # noqa: PLC0415
    from journalgen.plan.named_entries import entries_called, entries_of  # noqa: PLC0415

    try:
        when = read_moment(what, desk.now, desk.config.day_starts_at, desk.language.tag, terminal_language().tag)
    except NotADateError:
        of_day: tuple[Entry, ...] = ()
    else:
        of_day = entries_of(read, when.day, when.time)
        if not of_day and what.strip()[:1].isalpha():
            # An old entry called "Today" is not what somebody means who types it.
            return ()
    return of_day or entries_called(read, _within(what, desk.journal))


def _within(what: str, journal: Path) -> str:
    """Return the path of a file as the journal knows it, where a text is one, else the text."""
    path = Path(what)
    if not path.is_file() or not path.resolve().is_relative_to(journal.resolve()):
        return what
    return path.resolve().relative_to(journal.resolve()).as_posix()


def _tell(what: str, found: Sequence[Entry], desk: Desk, read: Journal) -> None:
    """Say that several are meant, and which, or that there is none, and which come close."""
    language = terminal_language()
    say = language.gettext
    if found:
        click.echo(say("Several entries are meant by '%(what)s'. Name one by its file:") % {"what": what}, err=True)
        shown: Sequence[Entry] = found[-_MOST:]
    else:
        from journalgen.plan.named_entries import close_to  # noqa: PLC0415 -- only where nothing was found

        click.echo(say("There is no entry for '%(what)s'.") % {"what": what}, err=True)
        shown = close_to(read, what)
        if shown:
            click.echo(say("Perhaps one of these:"), err=True)
    for entry in shown:
        click.echo("    " + _line(entry, desk), err=True)
    if len(found) > len(shown):
        others = count(len(found) - len(shown), language)
        click.echo("    " + say("and %(n)s older ones") % {"n": others}, err=True)


def _line(entry: Entry, desk: Desk) -> str:
    """Return an entry's file and its title; a private one's and a sealed letter's is kept."""
    is_sealed = entry.open_on is not None and entry.open_on > desk.today
    title = "" if entry.private or is_sealed else entry.title
    return f"{entry.path}  {title}".rstrip()
