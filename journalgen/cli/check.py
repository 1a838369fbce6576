"""`journalgen check`: what is wrong in a journal, and what is not read."""

from __future__ import annotations

import datetime as dt
import json
import sys
from itertools import groupby
from pathlib import Path

import click

from journalgen.build.folders import output_folder
from journalgen.build.reading import read
from journalgen.build.request import Request
from journalgen.cli.build import problem_as_json
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import EXIT_ERRORS, count, is_plain, journal_argument, tell_problems
from journalgen.language import N_, Language, is_translated, load
from journalgen.model.config import FILE, Config
from journalgen.model.journal import Journal
from journalgen.model.left_out import LeftOut
from journalgen.problems import Level, Location, Problem, problem
from journalgen.source.synced import syncing_service
from journalgen.wording import reason


@click.command(
    name="check",
    cls=Command,
    help=N_(
        "Say what could not be understood in JOURNAL, with file, line and column, and which files are not read and why.\n\n"
        "Nothing is changed. Exit code 1 says that there is an error, 0 that there is none."
    ),
    example="journalgen check ~/journal",
)
@journal_argument
@click.option("--plain", is_flag=True, help=N_("Bare sentences: no bar, no colour."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print one JSON object."))
def command(journal: Path, plain: bool, as_json: bool) -> None:
    """Say what is wrong in a journal."""
    request = Request(journal, dt.datetime.now())  # noqa: DTZ005 -- the civil time on the wall is meant
    language = terminal_language()
    with Bar(plain=as_json or is_plain(plain)) as bar:
        found, settings = read(request, bar, probe=True, seal=False)
    problems = (*found.problems, *_synced(journal, settings.config), *_untranslated(settings.config))
    if as_json:
        shown = {
            "entries": len(found.entries) + len(found.undated),
            "problems": [problem_as_json(each) for each in problems],
            "left_out": [{"path": left.path, "reason": left.reason.value} for left in found.left_out],
        }
        click.echo(json.dumps(shown, ensure_ascii=False))
    else:
        tell_problems(problems, err=False)
        _tell_left_out(found.left_out, language)
        click.echo(_summary(found, problems, language))
    if any(each.level is Level.ERROR for each in problems):
        sys.exit(EXIT_ERRORS)


def _synced(journal: Path, config: Config) -> tuple[Problem, ...]:
    folders = dict.fromkeys((journal.absolute(), output_folder(journal, config)))
    found = ((folder, syncing_service(folder)) for folder in folders)
    return tuple(
        problem(Location("."), Level.NOTE, "synced-folder", folder=folder, service=service)
        for folder, service in found
        if service
    )


def _untranslated(config: Config) -> tuple[Problem, ...]:
    """Return a note where the journal's language has dates, but no words yet."""
    if is_translated(config.site_language):
        return ()
    from babel import Locale  # noqa: PLC0415 -- few languages need it

    name = Locale.parse(load(config.site_language).locale).english_name
    return (problem(Location(FILE), Level.NOTE, "language-untranslated", language=name),)


def _tell_left_out(left_out: tuple[LeftOut, ...], language: Language) -> None:
    if not left_out:
        return
    click.echo(language.gettext("Not read as entries:"))
    in_order = sorted(left_out, key=lambda left: (left.reason, left.path))
    for why, group in groupby(in_order, key=lambda left: left.reason):
        paths = [left.path for left in group]
        words = reason(why.value, language)
        click.echo(f"  {count(len(paths), language)}  {words}")
        for path in paths:
            click.echo(f"      {path}")


def _summary(journal: Journal, problems: tuple[Problem, ...], language: Language) -> str:
    total = len(journal.entries) + len(journal.undated)
    entries = language.ngettext("%(n)s entry", "%(n)s entries", total) % {"n": count(total, language)}
    errors = sum(each.level is Level.ERROR for each in problems)
    warnings = sum(each.level is Level.WARNING for each in problems)
    if not errors and not warnings:
        return language.gettext("%(entries)s, all understood.") % {"entries": entries}
    return language.gettext("%(entries)s; %(errors)s, %(warnings)s.") % {
        "entries": entries,
        "errors": language.ngettext("%(n)s error", "%(n)s errors", errors) % {"n": count(errors, language)},
        "warnings": language.ngettext("%(n)s warning", "%(n)s warnings", warnings) % {"n": count(warnings, language)},
    }
