"""What the commands that write share: the journal at hand, the entry to go on with, the editor, and words not to be lost."""

from __future__ import annotations

import datetime as dt
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

import click

from journalgen.build.build import scan_for_build
from journalgen.build.folders import Settings, output_folder, read_settings, state_folder
from journalgen.build.request import Request
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import language_of
from journalgen.language import Language
from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.source.scan import Scan
from journalgen.writing.editor import Closed, last_line, open_in_editor
from journalgen.writing.new import begun_at, make_entry


class Desk(NamedTuple):
    """A journal that is written in, its settings, the language that it is written in, and what the clock on the wall says."""

    journal: Path
    settings: Settings
    language: Language
    now: dt.datetime

    @property
    def config(self) -> Config:
        """Return the journal's configuration."""
        return self.settings.config

    @property
    def request(self) -> Request:
        """Return what is to be read of it."""
        return Request(self.journal, self.now)

    @property
    def today(self) -> dt.date:
        """Return the writer's day."""
        return self.request.day(self.config.day_starts_at)

    def scan(self) -> Scan:
        """Return the journal's files; raises `Refusal`."""
        output = output_folder(self.journal, self.config)
        return scan_for_build(self.request, self.settings, output, state_folder(self.journal, self.config))

    def read(self) -> Journal:
        """Return the journal with its entries; raises `Refusal`."""
        from journalgen.build.reading import read  # noqa: PLC0415 -- a new entry is made without
        from journalgen.cli.progress import Bar  # noqa: PLC0415
        from journalgen.cli.terminal import is_plain  # noqa: PLC0415

        with Bar(plain=is_plain(asked=False)) as bar:
            return read(self.request, bar)[0]

    def newest(self, day: dt.date) -> Entry | None:
        """Return the entry of a day to go on with, if there is one; raises `Refusal`."""
        from journalgen.writing.todays import entry_to_go_on_with  # noqa: PLC0415 -- as above

        return entry_to_go_on_with(self.read(), day)

    def todays(self) -> Path:
        """Return the file of today's entry, made where there is none to go on with; of several at once, one makes it for all.

        Raises `Refusal`.
        """
        # Before it is read, so that whatever is in neither has come to be since.
        scanned = self.scan()
        return self._there() or make_entry(self.journal, scanned, begun_at(self.now, self.config), self._there)

    def _there(self) -> Path | None:
        entry = self.newest(self.today)
        return self.journal / entry.path if entry else None


def desk_at(journal: Path) -> Desk:
    """Return the desk of a journal by the clock on the wall; raises `Refusal` where there is no such journal."""
    settings = read_settings(journal)
    return Desk(journal, settings, language_of(settings.config), dt.datetime.now())  # noqa: DTZ005 -- the civil time is meant


def show(path: Path, *, no_open: bool) -> Closed:
    """Print a file's path and open it where one goes on writing; what came of that is said where it is no use."""
    say = terminal_language().gettext
    click.echo(path)
    if no_open:
        return Closed.WELL
    # Before the editor has the terminal.
    sys.stdout.flush()
    closed = open_in_editor(path, last_line(path))
    if closed is Closed.NEVER_OPEN:
        click.echo(say("No editor could be opened; the file is there, ready to be written."), err=True)
    elif closed is Closed.FAILED:
        click.echo(say("The editor ended with an error; the file is there, as it left it."), err=True)
    return closed


@contextmanager
def in_hand(text: str) -> Iterator[None]:
    """Print a text that came from elsewhere where it does not get into the journal, whatever keeps it from it.

    On the standard output, since the journal's disk may be what is full, and a copy in another place would be one that the
    writer does not know of.
    """
    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, _stop) if is_main else None
    try:
        yield
    except BaseException:
        if text:
            say = terminal_language().gettext
            click.echo(say("What you wrote is not in the journal. Here it is, so that it is not lost:"), err=True)
            click.echo(text, nl=not text.endswith("\n"))
        raise
    finally:
        if is_main:
            signal.signal(signal.SIGTERM, before)


def _stop(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
