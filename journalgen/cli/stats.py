"""`journalgen stats`: the journal in figures."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import click

from journalgen.analysis.statistics import Statistics, statistics
from journalgen.build.reading import read
from journalgen.cli.counting import counting_options, counting_request
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import EXIT_ERRORS, count, decimal, is_plain, journal_argument
from journalgen.language import N_, Language
from journalgen.render.dates import Dates

_MOST_USED = 8


@click.command(
    name="stats",
    cls=Command,
    help=N_("Print JOURNAL in figures: entries, days, words, runs of days, names and metrics."),
    example="journalgen stats ~/journal --json",
)
@journal_argument
@counting_options
def command(
    journal: Path, today: dt.datetime | None, public_only: bool, no_drafts: bool, plain: bool, as_json: bool
) -> None:
    """Print the journal in figures."""
    request = counting_request(journal, today, public_only=public_only, no_drafts=no_drafts)
    language = terminal_language()
    with Bar(plain=as_json or is_plain(plain)) as bar:
        found, settings = read(request, bar)
    figures = statistics(found, request.day(settings.config.day_starts_at))
    if as_json:
        click.echo(json.dumps(as_object(figures), ensure_ascii=False))
    else:
        _tell(figures, language)
    if figures.errors:
        sys.exit(EXIT_ERRORS)


def as_object(figures: Statistics) -> dict[str, object]:
    """Return the figures as the one JSON object that the command prints; days are ISO."""
    gap = figures.longest_gap
    return {
        "entries": figures.entries,
        "days": figures.days,
        "undated": figures.undated,
        "first": figures.first and figures.first.isoformat(),
        "last": figures.last and figures.last.isoformat(),
        "words": figures.words,
        "by_year": {str(year): number for year, number in figures.by_year},
        "streaks": {
            name: run and {"days": run.days, "first": run.first.isoformat(), "last": run.last.isoformat()}
            for name, run in (("current", figures.current), ("longest", figures.longest))
        },
        "longest_gap": gap and {"days": gap.days, "after": gap.after.isoformat(), "before": gap.before.isoformat()},
        **{kind: dict(names) for kind, names in figures.names},
        "metrics": {
            name: {"n": each.n, "mean": each.mean, "min": each.min, "max": each.max} for name, each in figures.metrics
        },
        "problems": {"errors": figures.errors, "warnings": figures.warnings},
    }


def _tell(figures: Statistics, language: Language) -> None:  # noqa: C901 -- one line for each figure
    say = language.gettext
    if not figures.entries:
        click.echo(say("Nothing here yet."))
        return

    day = Dates(language.locale).day_short

    def n(number: int) -> str:
        return count(number, language)

    entries = language.ngettext("%(n)s entry", "%(n)s entries", figures.entries) % {"n": n(figures.entries)}
    days = language.ngettext("%(n)s day", "%(n)s days", figures.days) % {"n": n(figures.days)}
    words = language.ngettext("%(n)s word", "%(n)s words", figures.words) % {"n": n(figures.words)}
    click.echo(say("%(entries)s on %(days)s, %(words)s.") % {"entries": entries, "days": days, "words": words})
    if figures.first:
        click.echo(
            say("From %(first)s to %(last)s.")
            % {"first": day(figures.first), "last": day(figures.last or figures.first)}
        )
    if figures.undated:
        click.echo(say("Without a day: %(n)s.") % {"n": n(figures.undated)})
    for year, number in figures.by_year:
        click.echo(f"  {year:04}  {n(number)}")
    if figures.current:
        run = language.ngettext("%(n)s day", "%(n)s days", figures.current.days) % {"n": n(figures.current.days)}
        click.echo(say("In a row, up to now: %(run)s.") % {"run": run})
    if figures.longest:
        run = language.ngettext("%(n)s day", "%(n)s days", figures.longest.days) % {"n": n(figures.longest.days)}
        click.echo(
            say("Longest in a row: %(run)s, from %(first)s.") % {"run": run, "first": day(figures.longest.first)}
        )
    if figures.longest_gap:
        gap = language.ngettext("%(n)s day", "%(n)s days", figures.longest_gap.days) % {
            "n": n(figures.longest_gap.days)
        }
        click.echo(
            say("Longest rest: %(gap)s, after %(after)s.") % {"gap": gap, "after": day(figures.longest_gap.after)}
        )
    for kind, names in figures.names:
        if names:
            most = sorted(names, key=lambda pair: (-pair[1], pair[0]))[:_MOST_USED]
            shown = ", ".join(f"{name} {n(number)}" for name, number in most)
            click.echo(f"{_kind(kind, language)}: {shown}")
    for name, each in figures.metrics:
        counted = language.ngettext("%(n)s entry", "%(n)s entries", each.n) % {"n": n(each.n)}
        values = {
            "mean": decimal(each.mean, language),
            "min": decimal(each.min, language),
            "max": decimal(each.max, language),
            "entries": counted,
        }
        click.echo(f"{name}: " + say("mean %(mean)s, from %(min)s to %(max)s (%(entries)s)") % values)
    click.echo(
        say("Errors: %(errors)s, warnings: %(warnings)s.")
        % {"errors": n(figures.errors), "warnings": n(figures.warnings)}
    )


def _kind(kind: str, language: Language) -> str:
    say = language.gettext
    words = {
        "tags": say("Tags"),
        "emotions": say("Emotions"),
        "people": say("People"),
        "places": say("Places"),
        "activities": say("Activities"),
        "triggers": say("Triggers"),
        "coping": say("Coping"),
    }
    return words[kind]
