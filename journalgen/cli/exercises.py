"""`journalgen exercises`: headings to fill in, what each is for, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import click

from journalgen.build.folders import read_settings
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import language_of
from journalgen.language import N_
from journalgen.model.exercises import EXERCISES, Exercise
from journalgen.model.prompts import folded
from journalgen.source.exercises import shipped_exercises


@click.command(
    name="exercises",
    cls=Command,
    help=N_(
        "List the exercises, or show the one called NAME: what it is for, where it comes from, and its headings.\n\n"
        "JOURNAL gives the language. To begin one: journalgen new --exercise NAME"
    ),
    example="journalgen exercises\njournalgen exercises thought-record",
)
@click.argument("journal", required=False)
@click.argument("name", required=False)
def command(journal: str | None, name: str | None) -> None:
    """List the exercises, or show one."""
    if journal and name is None and not _is_folder(journal):
        journal, name = None, journal
    language = language_of(read_settings(Path(journal or "")).config)
    exercises = shipped_exercises(language.tag)
    if name is None:
        width = max(map(len, EXERCISES))
        for each in exercises:
            click.echo(f"{each.name:<{width}}  {each.purpose}")
        return
    click.echo(_shown(exercise_named(name, exercises)))


def _is_folder(given: str) -> bool:
    """Return whether what stands alone is meant as a journal; where a folder is called as an exercise is, `./values` is."""
    return _name(given) not in EXERCISES and (Path(given).exists() or Path(given).name != given)


def _name(written: str) -> str:
    return "-".join(folded(written).replace("_", " ").split())


def exercise_named(wanted: str, exercises: tuple[Exercise, ...], option: str = "NAME") -> Exercise:
    """Return the exercise of a name, or of what it is called in their language; refuses any other with those that there are."""
    for each in exercises:
        if each.name == _name(wanted) or folded(each.title) == folded(wanted):
            return each
    words = terminal_language().gettext("'%(name)s' is not there; the exercises are %(known)s.")
    raise click.BadParameter(words % {"name": wanted, "known": ", ".join(EXERCISES)}, param_hint=option)


def _shown(exercise: Exercise) -> str:
    """Return all that is to be said of an exercise."""
    begin = terminal_language().gettext("To begin: journalgen new --exercise %(name)s") % {"name": exercise.name}
    headings = [line.lstrip("# ") for line in exercise.text.splitlines() if line.startswith("## ")]
    lines = (exercise.title, exercise.purpose, "", *(f"- {each}" for each in headings), "", *exercise.origin, "", begin)
    return "\n".join(lines)
