"""`journalgen summary`: a page to take along to an appointment."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path
from typing import get_args

import click

from journalgen.analysis.changes import Span
from journalgen.build.figuring import remembered
from journalgen.build.folders import configured_output, read_settings, state_folder
from journalgen.build.reading import read
from journalgen.cli.build import DAY
from journalgen.cli.counting import counting_request
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import EXIT_ERRORS, is_plain, journal_argument, language_of
from journalgen.language import N_
from journalgen.model.config import Config
from journalgen.model.journal import Journal
from journalgen.model.scales import KNOWN
from journalgen.plan.entries import scale_label
from journalgen.plan.summary.page import Summary, summary
from journalgen.plan.summary.views import Asked, Part
from journalgen.problems import Level
from journalgen.writing.sheet import check_sheet, write_sheet

DAYS = 28
_WIDEST = 92
_PLAIN_WIDTH = 78
_HTML = (".html", ".htm")


@click.command(
    name="summary",
    cls=Command,
    help=N_(
        "Print a page to take along to a doctor or a therapist: some days of JOURNAL in plain words and figures.\n\n"
        "Nothing of your entries' texts is on it unless you name them. It goes to the screen, or with --output into a file that "
        "only you can read, as HTML where its name ends in .html."
    ),
    example="journalgen summary ~/journal\njournalgen summary ~/journal --from 2026-02-01 --output appointment.html",
)
@journal_argument
@click.option("--from", "first", type=DAY, metavar="YYYY-MM-DD", help=N_("From this day on (else 28 days)."))
@click.option("--to", "last", type=DAY, metavar="YYYY-MM-DD", help=N_("Up to this day (else today)."))
@click.option("--output", "-o", type=click.Path(path_type=Path), help=N_("The file that it goes into."))
@click.option("--html", "as_html", is_flag=True, help=N_("HTML, whatever the file is called."))
@click.option("--force", is_flag=True, help=N_("Put it in the place of a file that is there."))
@click.option("--metric", multiple=True, metavar="NAME", help=N_("Tell of this number alone; may be repeated."))
@click.option(
    "--without",
    multiple=True,
    metavar="NAME,NAME",
    help=N_(
        "Leave out: numbers, patterns, questionnaires, feelings, medication, events, or a number or questionnaire by its name."
    ),
)
@click.option("--names", is_flag=True, help=N_("Name tags, places, activities, triggers and what you tried."))
@click.option("--people", is_flag=True, help=N_("Name people."))
@click.option("--closed", is_flag=True, help=N_("Tell of what happened on low and quiet days, too."))
@click.option(
    "--include", multiple=True, metavar="NAME", help=N_("Add the text of an entry: its path, its day or its title.")
)
@click.option("--today", type=DAY, metavar="YYYY-MM-DD", help=N_("Count as on this day."))
@click.option("--public-only", is_flag=True, help=N_("Leave out entries marked private, their numbers too."))
@click.option("--no-drafts", is_flag=True, help=N_("Leave out entries marked draft."))
@click.option("--plain", is_flag=True, help=N_("Bare sentences: no bar, no colour."))
def command(
    journal: Path,
    first: dt.datetime | None,
    last: dt.datetime | None,
    output: Path | None,
    as_html: bool,
    force: bool,
    metric: tuple[str, ...],
    without: tuple[str, ...],
    names: bool,
    people: bool,
    closed: bool,
    include: tuple[str, ...],
    today: dt.datetime | None,
    public_only: bool,
    no_drafts: bool,
    plain: bool,
) -> None:
    """Print or write the page."""
    from journalgen.build.summary import included_texts, summary_html  # noqa: PLC0415 -- `--help` does without

    request = counting_request(journal, today, public_only=public_only, no_drafts=no_drafts)
    config = read_settings(journal).config
    language = language_of(config)
    if output:
        check_sheet(output, journal, (configured_output(journal, config), state_folder(journal, config)))
    day = request.day(config.day_starts_at)
    period = _period(first, last, day)
    with Bar(plain=is_plain(plain)) as bar:
        found, _ = read(request, bar)
    parts, left_out = _left_out(without, found)
    asked = Asked(period, _metrics(metric, found), left_out, parts, names, people, closed)
    texts, missing = included_texts(found, journal, include, day)
    for each in missing:
        if each.reason == "unknown":
            say = terminal_language().gettext("'%(name)s' is no entry's path, day or title.")
            raise click.BadParameter(say % {"name": each.name}, param_hint="--include")
    known = remembered(found, request, period.last, state_folder(journal, config))
    made = summary(found, asked, texts, known.patterns if known else None, private_counted=not public_only)
    page = summary_html(made.page, config, request, language)
    wants_html = as_html or (output is not None and output.suffix.lower() in _HTML)
    text = page if wants_html else _as_text(page, plain=plain or output is not None)
    if output:
        write_sheet(output, text, force=force)
        click.echo(output)
    else:
        click.echo(text, nl=False)
    _say_beside(made, [each.reason for each in missing], is_usual=not (first or last))
    if any(each.level is Level.ERROR for each in found.problems):
        sys.exit(EXIT_ERRORS)


def _as_text(page: str, *, plain: bool) -> str:
    from journalgen.render.as_text import as_text  # noqa: PLC0415 -- as above

    is_seen = not plain and sys.stdout.isatty()
    return as_text(page, min(_WIDEST, shutil.get_terminal_size().columns) if is_seen else _PLAIN_WIDTH)


def _period(first: dt.datetime | None, last: dt.datetime | None, today: dt.date) -> Span:
    """Return the days that are asked for: what is still to come is left out."""
    end = min(last.date(), today) if last else today
    begin = first.date() if first else dt.date.fromordinal(max(1, end.toordinal() - DAYS + 1))
    if begin > end:
        say = terminal_language().gettext("The first day has to be before the last, and not after today.")
        raise click.BadParameter(say, param_hint="--from")
    return Span(begin, end)


def _metrics(asked: tuple[str, ...], journal: Journal) -> tuple[str, ...]:
    """Return the metrics of these names or labels; raises `click.BadParameter` where there is no such metric."""
    known = _by_name({measure.metric for entry in journal.entries for measure in entry.measures}, journal.config)
    for name in asked:
        if name.casefold() not in known:
            _complain(name, known, "--metric")
    return tuple(dict.fromkeys(known[name.casefold()] for name in asked))


def _left_out(asked: tuple[str, ...], journal: Journal) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return the parts, and the metrics and questionnaires, that are to be left out."""
    parts: dict[str, Part] = {part: part for part in get_args(Part)}
    config = journal.config
    known = _by_name({measure.metric for entry in journal.entries for measure in entry.measures}, config)
    scales = {*KNOWN, *(score.scale for entry in journal.entries for score in entry.scores)}
    known |= {called.casefold(): name for name in sorted(scales) for called in (name, scale_label(config.scale(name)))}
    wanted = [name for each in asked for part in each.split(",") if (name := part.strip().casefold())]
    for name in wanted:
        if name not in parts and name not in known:
            _complain(name, (*parts, *known), "--without")
    return tuple(parts[name] for name in wanted if name in parts), tuple(
        known[name] for name in wanted if name in known
    )


def _by_name(metrics: set[str], config: Config) -> dict[str, str]:
    """Return metrics by their names and labels."""
    found = {name.casefold(): name for name in sorted(metrics)}
    labels = ((config.metric(name).label, name) for name in sorted(metrics))
    return {**{label.casefold(): name for label, name in labels if label}, **found}


def _complain(name: str, known: tuple[str, ...] | dict[str, str], option: str) -> None:
    say = terminal_language().gettext("'%(name)s' is not there; there are: %(known)s.")
    raise click.BadParameter(say % {"name": name, "known": ", ".join(dict.fromkeys(known))}, param_hint=option)


def _say_beside(made: Summary, left_out: list[str], *, is_usual: bool) -> None:
    """Say what is not on the page, where it goes to nobody else."""
    language = terminal_language()
    say = language.gettext
    page = made.page
    told = []
    if is_usual:
        told.append(say("These are the 28 days up to today; --from and --to choose others."))
    if page.noted or page.feelings or page.tried or page.names or page.included:
        told.append(
            say(
                "Read it before you hand it on: it holds words of yours. Any part can be left out, as with --without "
                "medication,events."
            )
        )
    if days := made.events_kept_closed:
        told.append(
            language.ngettext(
                "What happened on %(n)s low or quiet day is left out; --closed adds it.",
                "What happened on %(n)s low or quiet days is left out; --closed adds it.",
                days,
            )
            % {"n": days}
        )
    if "private" in left_out:
        told.append(say("A private entry stays at home, even by name."))
    if "sealed" in left_out:
        told.append(say("A letter that is still sealed stays sealed."))
    for sentence in told:
        click.echo(sentence, err=True)
