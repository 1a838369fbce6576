"""`journalgen build`: the site of a journal."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

import click

from journalgen.build.build import build
from journalgen.build.request import Report, Request
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import (
    EXIT_ERRORS,
    EXIT_REFUSED,
    count,
    decimal,
    is_plain,
    journal_argument,
    near,
    tell_problems,
    tell_refusal,
)
from journalgen.language import N_, Language, is_known
from journalgen.problems import Level, Problem
from journalgen.refusal import Refusal


class _Day(click.DateTime):
    """A day as it is typed; what is none is told in words, not in the signs of a format."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            said = terminal_language().gettext("'%(text)s' is no day. Write it with the year first: 2026-03-14.")
            self.fail(said % {"text": value}, param, ctx)


DAY = _Day(formats=["%Y-%m-%d"])


@click.command(
    name="build",
    cls=Command,
    help=N_(
        "Build the site of JOURNAL (this folder, if none is given).\n\n"
        "Only pages that changed are written. Your entries are read and never changed."
    ),
    example="journalgen build ~/journal",
)
@journal_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help=N_("Where the site goes (else JOURNAL/site)."))
@click.option("--strict", is_flag=True, help=N_("Write nothing if an entry has an error."))
@click.option("--force", is_flag=True, help=N_("Write every page anew."))
@click.option("--today", type=DAY, metavar="YYYY-MM-DD", help=N_("Build as on this day."))
@click.option("--locale", metavar="NAME", help=N_("Language of the site, such as en_GB or de (else journal.toml's)."))
@click.option(
    "--public-only", is_flag=True, help=N_("Leave out entries marked private: nothing of them, not even a count.")
)
@click.option("--no-drafts", is_flag=True, help=N_("Leave out entries marked draft."))
@click.option("--quiet", "-q", is_flag=True, help=N_("Print problems only."))
@click.option("--verbose", "-v", is_flag=True, help=N_("Say for every page that is written why it is."))
@click.option("--plain", is_flag=True, help=N_("Bare sentences: no bar, no colour."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print what was done as one JSON object."))
def command(
    journal: Path,
    output: Path | None,
    strict: bool,
    force: bool,
    today: dt.datetime | None,
    locale: str | None,
    public_only: bool,
    no_drafts: bool,
    quiet: bool,
    verbose: bool,
    plain: bool,
    as_json: bool,
) -> None:
    """Build the site of a journal."""
    start = time.monotonic()
    if locale is not None and not is_known(locale):
        raise click.BadParameter(locale, param_hint="--locale")
    try:
        request = Request(
            journal=journal,
            now=dt.datetime.now(),  # noqa: DTZ005 -- the civil time on the wall is meant
            today=today.date() if today else None,
            output=output,
            language=locale,
            force=force,
            strict=strict,
            public_only=public_only,
            no_drafts=no_drafts,
        )
        with Bar(plain=quiet or as_json or is_plain(plain)) as bar:
            report = build(request, progress=bar, on_wait=lambda: say_waiting(quiet=quiet))
    except Refusal as refusal:
        tell_refusal(refusal)
        sys.exit(EXIT_REFUSED)
    seconds = time.monotonic() - start
    if as_json:
        click.echo(json.dumps(_as_json(report, seconds), ensure_ascii=False))
    else:
        _tell(report, seconds, quiet=quiet, verbose=verbose)
    if report.has_errors:
        sys.exit(EXIT_ERRORS)


def say_waiting(*, quiet: bool) -> None:
    """Say that another build has to reach its end first."""
    if not quiet:
        click.echo(terminal_language().gettext("Another build of this journal is under way; waiting for it."), err=True)


def _tell(report: Report, seconds: float, *, quiet: bool, verbose: bool) -> None:
    language = terminal_language()
    tell_problems(report.problems)
    if verbose:
        for change in report.written:
            click.echo(
                language.gettext("written: %(path)s (%(reason)s)") % _change(change.path, change.reason, language)
            )
        for change in report.removed:
            click.echo(
                language.gettext("removed: %(path)s (%(reason)s)") % _change(change.path, change.reason, language)
            )
    if quiet:
        return
    if report.stopped:
        click.echo(language.gettext("Nothing was written, since entries have errors and --strict asks for none."))
        return
    entries = language.ngettext("%(n)s entry", "%(n)s entries", report.entries)
    pages = language.ngettext("%(n)s page", "%(n)s pages", report.pages)
    click.echo(
        language.gettext(
            "%(entries)s, %(pages)s: %(written)s written, %(unchanged)s unchanged, %(removed)s removed in %(seconds)s s → %(index)s"
        )
        % {
            "entries": entries % {"n": count(report.entries, language)},
            "pages": pages % {"n": count(report.pages, language)},
            "written": count(len(report.written), language),
            "unchanged": count(report.unchanged, language),
            "removed": count(len(report.removed), language),
            "seconds": decimal(seconds, language, 1, least=1),
            "index": near(report.index),
        }
    )


def _change(path: str, reason: str, language: Language) -> dict[str, str]:
    words = {
        "new": language.gettext("new"),
        "changed": language.gettext("what it shows changed"),
        "missing": language.gettext("it was gone from the site"),
        "touched": language.gettext("its file was changed by something else"),
        "unknown": language.gettext("an earlier build was interrupted"),
        "forced": language.gettext("asked for"),
        "unwanted": language.gettext("nothing leads to it any more"),
    }
    return {"path": path, "reason": words.get(reason, reason)}


def _as_json(report: Report, seconds: float) -> dict[str, object]:
    return {
        "entries": report.entries,
        "pages": report.pages,
        "written": [{"path": change.path, "reason": change.reason} for change in report.written],
        "unchanged": report.unchanged,
        "removed": [{"path": change.path, "reason": change.reason} for change in report.removed],
        "problems": [problem_as_json(problem) for problem in report.problems],
        "errors": sum(problem.level is Level.ERROR for problem in report.problems),
        "warnings": sum(problem.level is Level.WARNING for problem in report.problems),
        "stopped": report.stopped,
        "seconds": round(seconds, 3),
        "index": str(report.index),
    }


def problem_as_json(problem: Problem) -> dict[str, object]:
    """Return a problem as the commands' `--json` shows it."""
    return {
        "path": problem.where.path,
        "line": problem.where.line,
        "column": problem.where.column,
        "level": problem.level.value,
        "code": problem.code,
        "parameters": dict(problem.parameters),
    }
