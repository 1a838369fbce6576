"""`journalgen init`: a small journal to start from."""

from __future__ import annotations

import datetime as dt
import locale
from contextlib import suppress
from pathlib import Path

import click

from journalgen.cli.terminal import near
from journalgen.language import load
from journalgen.writing.init import make_journal, system_language


@click.command(name="init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> None:
    """Make a small, friendly journal in DIR (this folder, if none is given): settings, a support plan, a first entry.

    What is there already stays as it is.

    \b
    Example: journalgen init ~/journal
    """  # noqa: D301
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    name = system_language()
    language = load(name)
    made = make_journal(folder, dt.datetime.now(), name, language)  # noqa: DTZ005 -- the civil time on the wall
    for path in made.made:
        click.echo(language.gettext("made: %(path)s") % {"path": near(path)})
    for path in made.kept:
        click.echo(language.gettext("left as it was: %(path)s") % {"path": near(path)})
    where = near(folder)
    click.echo(language.gettext("Write something, then: journalgen build %(folder)s") % {"folder": where})
