"""`journalgen new`: a new entry in the writer's editor, or from what is piped; or a few words more behind today's."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click
from msgspec.structs import replace

from journalgen.build.request import Request
from journalgen.cli.build import DAY
from journalgen.cli.desk import Desk, desk_at, in_hand, show
from journalgen.cli.fields import typed_fields
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import journal_argument, language_of
from journalgen.language import N_, Language
from journalgen.model.days import counted_day
from journalgen.writing.new import NewEntry, begun_at, make_entry


@click.command(
    name="new",
    cls=Command,
    help=N_(
        "Make a new entry in JOURNAL, open it in your editor ($VISUAL, $EDITOR or the system's) and print its path.\n\n"
        "An existing file is never touched: a second entry of a day gets the time in its name. With --append, words are put "
        "behind today's newest entry, and what stood there stays as it is."
    ),
    example=(
        'journalgen new ~/journal --title "After the call"\n'
        'echo "tired" | journalgen new ~/journal --stdin --mood 4\n'
        'echo "rang Mags" | journalgen new ~/journal --stdin --append'
    ),
)
@journal_argument
@click.option("--date", "day", type=DAY, metavar="YYYY-MM-DD", help=N_("The day it is for (else today)."))
@click.option("--at", "moment", metavar="WHEN", help=N_('When it was: "yesterday 21:00", 21:00, "2026-03-14 21:00".'))
@click.option("--title", help=N_("Its title."))
@click.option("--exercise", metavar="NAME", help=N_("An exercise to fill in; `journalgen exercises` lists them."))
@click.option("--template", type=click.Path(path_type=Path), help=N_("A file to begin from (else templates/new.md)."))
@click.option(
    "--prompt",
    "asked",
    is_flag=False,
    flag_value="",
    metavar="[ID|THEME]",
    help=N_("What it answers: a prompt, one of a theme, or without a name the day's."),
)
@click.option("--mood", metavar="NUMBER|WORD", help=N_("The mood, as it would stand in the file."))
@click.option(
    "--set", "given", multiple=True, metavar="NAME=VALUE", help=N_("Any other field, such as sleep=7; may be repeated.")
)
@click.option("--stdin", "piped", is_flag=True, help=N_("Take the text from the standard input, and open no editor."))
@click.option("--append", is_flag=True, help=N_("Put it behind today's newest entry, under the time."))
@click.option("--no-open", is_flag=True, help=N_("Only make the file and print its path."))
def command(
    journal: Path,
    day: dt.datetime | None,
    moment: str | None,
    title: str | None,
    exercise: str | None,
    template: Path | None,
    asked: str | None,
    mood: str | None,
    given: tuple[str, ...],
    piped: bool,
    append: bool,
    no_open: bool,
) -> None:
    """Make a new entry."""
    # Before anything can go wrong: what is left in a pipe is lost.
    body = _piped() if piped else ""
    with in_hand(body):
        if asked and journal == Path() and Path(asked).is_dir() and not _is_prompt(asked):
            # In `new --prompt my-journal` the journal stands where the name of a prompt may.
            journal, asked = Path(asked), ""
        desk = desk_at(journal)
        _refuse_together(append=append, day=day, moment=moment, template=template, exercise=exercise, piped=piped)
        wanted = _when(desk, day, moment, append=append)
        fields = typed_fields(mood, given, desk.config)
        prompt = _prompt(asked, desk, wanted) if asked is not None else None
        outline = _outline(exercise, desk.language) if exercise is not None else None
        wanted = replace(
            wanted, outline=outline, title=title, template=template, prompt=prompt, fields=fields, body=body
        )
        path = _appended(desk, wanted) if append else make_entry(journal, desk.scan(), wanted)
    show(path, no_open=no_open or piped)


def _refuse_together(
    *,
    append: bool,
    day: dt.datetime | None,
    moment: str | None,
    template: Path | None,
    exercise: str | None,
    piped: bool,
) -> None:
    say = terminal_language().gettext
    if day and moment:
        raise click.UsageError(say("--date and --at both say when; give one of them."))
    if append and day:
        raise click.UsageError(say('--append needs a time: --at "2026-03-14 21:00" in place of --date.'))
    if append and (template or exercise):
        raise click.UsageError(say("A template or an exercise begins an entry; with --append there is one already."))
    if exercise and (template or piped):
        raise click.UsageError(
            say("An exercise is headings to fill in, so it goes with neither --template nor --stdin.")
        )


def _when(desk: Desk, day: dt.datetime | None, moment: str | None, *, append: bool) -> NewEntry:
    """Return an entry of the moment that was asked for, else of now."""
    now, config = desk.now, desk.config
    begun = begun_at(now, config)
    if day:
        # What is for another day was not written at this time of it; and one of the small hours would count for the day before.
        is_now = day.date() == now.date() and not begun.at_night
        return replace(begun, day=day.date(), at_night=False, has_time=is_now)
    if moment is None:
        return begun
    from journalgen.parse.dates import NotADateError  # noqa: PLC0415 -- most entries are of now
    from journalgen.parse.moments import read_moment  # noqa: PLC0415

    try:
        found = read_moment(moment, now, config.day_starts_at, desk.language.tag, terminal_language().tag)
    except NotADateError as error:
        words = _NOT_UNDERSTOOD.get(error.reason, _NOT_A_TIME)
        raise click.BadParameter(terminal_language().gettext(words) % {"text": moment}, param_hint="--at") from None
    if found.time is None:
        if append:
            raise click.UsageError(terminal_language().gettext('--append needs a time: --at "yesterday 21:00".'))
        return replace(begun, day=found.day, at_night=False, has_time=False)
    at = dt.datetime.combine(found.day, found.time)
    return replace(begun, day=found.day, now=at, at_night=found.time < config.day_starts_at)


_NOT_A_TIME = N_(
    '\'%(text)s\' is not understood. What works: 2026-03-14, "2026-03-14 21:00", today, yesterday, "yesterday 21:00", 21:00.'
)
_NOT_UNDERSTOOD = {
    "to-come": N_('%(text)s is still to come. Say "yesterday %(text)s" or "today %(text)s".'),
    "two-nights": N_(
        "'%(text)s' could be of the night before or of the one to come. Say it with the day: \"2026-03-14 02:00\"."
    ),
}


def _piped() -> str:
    """Return the text on the standard input, in any encoding that entries may have; refuses an empty one."""
    from journalgen.parse.decode import decode  # noqa: PLC0415 -- most entries are written in an editor

    say = terminal_language().gettext
    if sys.stdin.isatty():
        click.echo(say("Write; Ctrl-D on a line of its own ends it."), err=True)
    data = sys.stdin.buffer.read()
    text = decode(data, "-")[0]
    if data.strip() and not text:
        raise click.UsageError(say("What came in is no text, so no entry was made of it."))
    if not text.strip():
        raise click.UsageError(say("Nothing came in, so no entry was made."))
    return text


def _appended(desk: Desk, wanted: NewEntry) -> Path:
    """Put it behind the newest entry of its day, or make an entry of it where there is none that can take it; return the file."""
    from journalgen.build.folders import make_state  # noqa: PLC0415 -- only here
    from journalgen.build.parsing import day_format  # noqa: PLC0415
    from journalgen.parse.entry import EntryParser  # noqa: PLC0415
    from journalgen.writing.addition import Addition, behind  # noqa: PLC0415
    from journalgen.writing.append import append  # noqa: PLC0415

    time = wanted.now.time()
    entry = desk.newest(counted_day(wanted.day, time, desk.config.day_starts_at))
    scanned = desk.scan()
    if entry is not None:
        path, name = desk.journal / entry.path, entry.path
        fields = (("prompt", wanted.prompt), *wanted.fields) if wanted.prompt else wanted.fields
        added = Addition(time, wanted.body, wanted.title, fields)
        parser = EntryParser(desk.config, day_format(scanned.vault))
        if append(path, make_state(desk.journal, desk.config), lambda data: behind(data, name, added, parser)):
            return path
    return make_entry(desk.journal, scanned, wanted)


def _outline(exercise: str, language: Language) -> str:
    """Return the headings of an exercise; raises `click.BadParameter` where there is none of that name."""
    from journalgen.cli.exercises import exercise_named  # noqa: PLC0415 -- most entries are none
    from journalgen.source.exercises import shipped_exercises  # noqa: PLC0415

    return exercise_named(exercise, shipped_exercises(language.tag), "--exercise").text


def _is_prompt(asked: str) -> bool:
    """Return whether a word names a prompt or a theme of the journal in this folder."""
    from journalgen.build.folders import read_settings  # noqa: PLC0415 -- as below
    from journalgen.cli.prompt import names_prompt  # noqa: PLC0415

    request = Request(Path(), dt.datetime.now())  # noqa: DTZ005 -- no day is asked for
    return names_prompt(asked, request, language_of(read_settings(Path()).config))


def _prompt(asked: str, desk: Desk, wanted: NewEntry) -> str | None:
    """Return the words of the prompt with an id, of the day's of a theme, or of the day's; None where there is none to ask."""
    from journalgen.cli.prompt import NOTHING, choose, prompt_named, theme_of  # noqa: PLC0415 -- most entries answer none

    time = wanted.now.time() if wanted.has_time else None
    request = Request(desk.journal, desk.now, counted_day(wanted.day, time, desk.config.day_starts_at))
    if asked and (named := prompt_named(asked, request, desk.language)):
        return named.text
    chosen, _ = choose(request, desk.language, theme_of(asked, "--prompt"))
    if chosen is None:
        click.echo(terminal_language().gettext(NOTHING), err=True)
    return chosen.text if chosen else None
