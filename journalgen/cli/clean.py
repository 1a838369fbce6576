"""`journalgen clean`: remove the site and what journalgen remembers."""

from __future__ import annotations

from pathlib import Path

import click

from journalgen.build.folders import output_folder, read_settings, state_folder
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import count, journal_argument, near
from journalgen.language import N_
from journalgen.output.clean import remove, what_to_remove


@click.command(
    name="clean",
    cls=Command,
    help=N_("Remove the site of JOURNAL and journalgen's own files, after listing them. Your entries are not touched."),
    example="journalgen clean ~/journal",
)
@journal_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help=N_("The site to remove (else JOURNAL/site)."))
@click.option("--yes", "-y", is_flag=True, help=N_("Do not ask."))
def command(journal: Path, output: Path | None, yes: bool) -> None:
    """Remove the site and what journalgen remembers."""
    settings = read_settings(journal)
    language = terminal_language()
    site = output_folder(journal, settings.config, output)
    state = state_folder(journal, settings.config)
    files = what_to_remove(site, journal, state)
    if not files:
        click.echo(language.gettext("There is nothing to remove."))
        return
    for file in files:
        click.echo(near(file))
    number = language.ngettext("%(n)s file", "%(n)s files", len(files)) % {"n": count(len(files), language)}
    if not yes and not click.confirm(language.gettext("Remove these: %(files)s?") % {"files": number}):
        return
    remove(files, site, journal, state)
    click.echo(language.gettext("Removed: %(files)s. Your entries are as they were.") % {"files": number})
