"""`journalgen new`: a new entry in the writer's editor."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from journalgen.build.build import scan_for_build
from journalgen.build.folders import output_folder, read_settings, state_folder
from journalgen.build.request import Request
from journalgen.cli.build import DAY
from journalgen.cli.spoken import Command
from journalgen.cli.terminal import journal_argument, language_of
from journalgen.language import N_, Language
from journalgen.writing.editor import open_in_editor
from journalgen.writing.new import NewEntry, make_entry


@click.command(
    name="new",
    cls=Command,
    help=N_(
        "Make a new entry in JOURNAL, open it in your editor ($VISUAL, $EDITOR or the system's) and print its path.\n\n"
        "An existing file is never touched: a second entry of a day gets the time in its name."
    ),
    example='journalgen new ~/journal --title "After the call"',
)
@journal_argument
@click.option("--date", "day", type=DAY, metavar="YYYY-MM-DD", help=N_("The day it is for (else today)."))
@click.option("--title", help=N_("Its title."))
@click.option("--template", type=click.Path(path_type=Path), help=N_("A file to begin from (else templates/new.md)."))
@click.option(
    "--prompt",
    "asked",
    is_flag=False,
    flag_value="",
    metavar="[ID|THEME]",
    help=N_("What it answers: a prompt, one of a theme, or without a name the day's."),
)
@click.option("--no-open", is_flag=True, help=N_("Only make the file and print its path."))
def command(
    journal: Path, day: dt.datetime | None, title: str | None, template: Path | None, asked: str | None, no_open: bool
) -> None:
    """Make a new entry."""
    now = dt.datetime.now()  # noqa: DTZ005 -- the civil time on the wall is meant
    if asked and journal == Path() and Path(asked).is_dir() and not _is_prompt(asked, Request(journal, now)):
        # In `new --prompt my-journal` the journal stands where the name of a prompt may.
        journal, asked = Path(asked), ""
    settings = read_settings(journal)
    language = language_of(settings.config)
    request = Request(journal, now, day.date() if day else None)
    output = output_folder(journal, settings.config)
    scanned = scan_for_build(request, settings, output, state_folder(journal, settings.config))
    prompt = _prompt(asked, request, language) if asked is not None else None
    wanted = NewEntry(request.day(settings.config.day_starts_at), now, title, template, prompt)
    path = make_entry(journal, scanned, wanted)
    click.echo(path)
    if not no_open and not open_in_editor(path):
        click.echo(language.gettext("No editor could be opened; the file is there, ready to be written."), err=True)


def _is_prompt(asked: str, request: Request) -> bool:
    """Return whether a word names a prompt or a theme of a journal."""
    from journalgen.cli.prompt import names_prompt  # noqa: PLC0415 -- as below

    return names_prompt(asked, request, language_of(read_settings(request.journal).config))


def _prompt(asked: str, request: Request, language: Language) -> str | None:
    """Return the words of the prompt with an id, of the day's of a theme, or of the day's; None where there is none to ask."""
    from journalgen.cli.prompt import NOTHING, choose, prompt_named, theme_of  # noqa: PLC0415 -- most entries answer none

    if asked and (named := prompt_named(asked, request, language)):
        return named.text
    chosen, _ = choose(request, language, theme_of(asked, "--prompt"))
    if chosen is None:
        click.echo(language.gettext(NOTHING), err=True)
    return chosen.text if chosen else None
