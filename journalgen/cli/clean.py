"""`journalgen clean`: remove the site and what journalgen remembers."""

from __future__ import annotations

from pathlib import Path

import click

from journalgen.build.folders import output_folder, read_settings, state_folder
from journalgen.cli.terminal import count, journal_argument, near
from journalgen.language import load
from journalgen.output.clean import remove, what_to_remove


@click.command(name="clean")
@journal_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The site to remove (else JOURNAL/site).")
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
def command(journal: Path, output: Path | None, yes: bool) -> None:
    """Remove the site of JOURNAL and journalgen's own files, after listing them. Your entries are not touched.

    \b
    Example: journalgen clean ~/journal
    """  # noqa: D301
    settings = read_settings(journal)
    language = load(settings.config.language)
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
