"""`journalgen templates`: the templates that a journal may replace."""

from __future__ import annotations

from pathlib import Path

import click

from journalgen.build.code import templates_folder
from journalgen.cli.spoken import Command, Group
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import near
from journalgen.language import N_
from journalgen.model.own import TEMPLATES
from journalgen.refusal import Refusal
from journalgen.render.theme import Theme
from journalgen.source.own import read_own_theme
from journalgen.wording.templates import TEMPLATES as PURPOSES
from journalgen.writing.create import create

_journal = click.option(
    "--journal",
    "-j",
    type=click.Path(path_type=Path),
    default=Path(),
    help=N_("The folder of the journal (else this folder)."),
)


@click.group(
    name="templates",
    cls=Group,
    help=N_(
        "List the templates that pages are made with, or copy one into your journal to change it.\n\n"
        "A file of the same name in the journal's folder templates takes the place of journalgen's."
    ),
    example="journalgen templates copy entry.html --journal ~/journal",
)
def command() -> None:
    """List templates, or copy one."""


@command.command(
    name="list",
    cls=Command,
    help=N_("List each template, what it is for, and whether your journal replaces it."),
    example="journalgen templates list --journal ~/journal",
)
@_journal
def list_templates(journal: Path) -> None:
    """List each template."""
    language = terminal_language()
    own = {file.name for file in read_own_theme(journal).templates}
    names = sorted(Theme(templates_folder()).names(), key=lambda name: ("/" in name, name))
    width = max(map(len, names))
    for name in names:
        purpose = language.gettext(PURPOSES[name]) if name in PURPOSES else ""
        yours = language.gettext("(yours)") if name in own else ""
        click.echo(f"{name:<{width}}  {purpose} {yours}".rstrip())


@command.command(
    name="copy",
    cls=Command,
    help=N_(
        "Copy the template NAME into the folder templates of your journal, for you to change.\n\n"
        "A file that is there already is left as it is."
    ),
    example="journalgen templates copy entry.html --journal ~/journal",
)
@click.argument("name")
@_journal
def copy(name: str, journal: Path) -> None:
    """Copy a template."""
    language = terminal_language()
    theme = Theme(templates_folder())
    found = theme.find(name) if name in theme.names() else None
    if found is None:
        raise Refusal("template-unknown", name=name, known=", ".join(theme.names()))
    path = journal / TEMPLATES / name
    if not create(path, found.data.decode()):
        raise Refusal("template-there", path=path)
    click.echo(language.gettext("made: %(path)s") % {"path": near(path)})
