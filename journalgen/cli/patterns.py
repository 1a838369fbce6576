"""`journalgen patterns`: what goes along with what, for people and for other programs."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import click
from msgspec.structs import replace

from journalgen.analysis.figures import last_day
from journalgen.analysis.patterns.values import FirstShown, Patterns, Since
from journalgen.build.figuring import read_shown, shown_file
from journalgen.build.folders import state_folder
from journalgen.build.reading import read
from journalgen.cli.build import DAY
from journalgen.cli.counting import counting_options, counting_request
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import EXIT_ERRORS, is_plain, journal_argument
from journalgen.language import N_
from journalgen.model.journal import Journal
from journalgen.problems import Level


@click.command(
    name="patterns",
    cls=Command,
    help=N_("Print what goes along with what in JOURNAL, how sure that is, and what can't be told."),
    example="journalgen patterns ~/journal --metric mood",
)
@journal_argument
@click.option(
    "--factor", multiple=True, metavar="NAME", help=N_("Print what was compared with this tag, place and so on.")
)
@click.option("--metric", multiple=True, metavar="NAME", help=N_("Print what was compared with this metric."))
@click.option("--from", "first", type=DAY, metavar="YYYY-MM-DD", help=N_("Count from this day on."))
@click.option("--to", "last", type=DAY, metavar="YYYY-MM-DD", help=N_("Count up to this day."))
@counting_options
def command(
    journal: Path,
    factor: tuple[str, ...],
    metric: tuple[str, ...],
    first: dt.datetime | None,
    last: dt.datetime | None,
    today: dt.datetime | None,
    public_only: bool,
    no_drafts: bool,
    plain: bool,
    as_json: bool,
) -> None:
    """Print the patterns of a journal."""
    request = counting_request(journal, today, public_only=public_only, no_drafts=no_drafts)
    language = terminal_language()
    with Bar(plain=as_json or is_plain(plain)) as bar:
        found, settings = read(request, bar)
    known = read_shown(shown_file(request, state_folder(journal, settings.config)))
    figures = _patterns(
        _within(found, first.date() if first else None, last.date() if last else None),
        request.day(settings.config.day_starts_at),
        known,
    )
    narrowed = _narrowed(figures, factor, metric)
    if as_json:
        click.echo(json.dumps(as_object(narrowed), ensure_ascii=False))
    else:
        from journalgen.cli.telling import tell  # noqa: PLC0415 -- other programs want no sentences

        tell(narrowed, settings.config, language, is_all=bool(factor or metric))
    if any(each.level is Level.ERROR for each in found.problems):
        sys.exit(EXIT_ERRORS)


def as_object(figures: Patterns) -> dict[str, object]:
    """Return the patterns as the one JSON object that the command prints; days are ISO."""
    return {
        "q": figures.q,
        "tests": figures.tests,
        "left_out": [
            {
                "factor": each.factor,
                "kind": each.kind,
                "metric": each.metric,
                "reason": each.reason,
                "days": each.days,
                "same_as": each.same_as,
            }
            for each in figures.left_out
        ],
        "patterns": [
            {
                "factor": each.factor,
                "kind": each.kind,
                "metric": each.metric,
                "lag_days": each.lag_days,
                "days_with": each.days_with,
                "days_without": each.days_without,
                "per": each.per,
                "estimate": each.estimate,
                "low": each.low,
                "high": each.high,
                "p": each.p,
                "q": each.q,
                "shown": each.shown,
                "first_shown": each.first_shown and each.first_shown.isoformat(),
                "since": each.since and _since(each.since),
            }
            for each in figures.patterns
        ],
        "coping": [
            {
                "what": each.what,
                "n": each.n,
                "change": each.change,
                "low": each.low,
                "high": each.high,
                "expected_anyway": each.expected_anyway,
            }
            for each in figures.coping
        ],
        "metrics": {
            each.metric: {
                "days": each.days,
                "mean_of_days": each.mean_of_days,
                "median": each.median,
                "change_90_days": each.change_90_days,
                "low": each.low,
                "high": each.high,
            }
            for each in figures.metrics
        },
    }


def _since(since: Since) -> dict[str, object]:
    return {
        "days_with": since.days_with,
        "days_without": since.days_without,
        "estimate": since.estimate,
        "low": since.low,
        "high": since.high,
    }


def _patterns(journal: Journal, today: dt.date, known: tuple[FirstShown, ...]) -> Patterns:
    from journalgen.analysis.patterns.search import patterns  # noqa: PLC0415 -- `--help` does without

    return patterns(journal, last_day(journal, today), known)[0]


def _within(journal: Journal, first: dt.date | None, last: dt.date | None) -> Journal:
    """Return a journal with the entries that count for the days from one to another alone."""
    if first is None and last is None:
        return journal
    return replace(
        journal,
        entries=tuple(
            entry
            for entry in journal.entries
            if entry.counted and (first is None or entry.counted >= first) and (last is None or entry.counted <= last)
        ),
    )


def _narrowed(figures: Patterns, factors: tuple[str, ...], metrics: tuple[str, ...]) -> Patterns:
    """Return what concerns some factors and metrics; how many comparisons were made stays."""
    import msgspec  # noqa: PLC0415 -- as above

    asked = {name.casefold() for name in factors}
    measured = {name.casefold() for name in metrics}

    def concerns(factor: str, key: str, metric: str | None) -> bool:
        return (not asked or bool({factor.casefold(), key} & asked)) and (
            not measured or metric is None or metric.casefold() in measured
        )

    return msgspec.structs.replace(
        figures,
        patterns=tuple(each for each in figures.patterns if concerns(each.factor, each.key, each.metric)),
        left_out=tuple(each for each in figures.left_out if concerns(each.factor, each.key, each.metric)),
        coping=tuple(each for each in figures.coping if not asked or {each.what.casefold(), each.key} & asked),
        metrics=tuple(each for each in figures.metrics if not measured or each.metric.casefold() in measured),
    )
