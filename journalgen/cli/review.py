"""`journalgen review`: a file to look back in, with a few questions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import click

from journalgen.analysis.looking_back import carried_to, hard_times, last_over, questions_of, wanted
from journalgen.analysis.low_days import low_limit, lower_third, moods_of_days
from journalgen.build.folders import read_settings
from journalgen.build.questions import questions_in
from journalgen.build.reading import read
from journalgen.build.request import Request
from journalgen.cli.build import DAY
from journalgen.cli.desk import show
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import is_plain, language_of
from journalgen.language import N_, Language
from journalgen.model.journal import Journal
from journalgen.model.periods import KINDS, Kind, Period, period_named, period_of
from journalgen.writing.review import make_review, review_text

_TOO_MANY = N_("too many words: expected a kind of time, a time and a journal, and '%(word)s' is none of these")
_NO_TIME = N_("'%(word)s' is neither a time nor a folder. What works: %(examples)s.")
# A day stands for the time that it lies in.
_EXAMPLES = {"week": "2026-W11", "month": "2026-03", "quarter": "2026-Q1", "year": "2026"}
_A_DAY = "2026-03-14"
_OTHER_KIND = N_("'%(time)s' is not of the kind '%(kind)s'; leave the kind out, or name another time")


class _Meant(NamedTuple):
    """What the words of the command mean: the kind of time, the time where one is named, and the journal."""

    kind: Kind
    period: Period | None
    journal: Path


@click.command(
    name="review",
    cls=Command,
    help=N_(
        "Make a file in which you look back on a week, a month, a quarter or a year, open it in your editor and print its path.\n\n"
        "Without a time it is the last week that is over. A time is named as 2026-W11, 2026-03, 2026-Q1 or 2026; a day stands "
        "for the time that it lies in. A folder of such a name is written ./2026. An existing file is opened, and never touched."
    ),
    example="journalgen review ~/journal\njournalgen review month 2026-03 ~/journal",
)
@click.argument("words", nargs=-1, metavar="[week|month|quarter|year] [TIME] [JOURNAL]")
@click.option("--today", type=DAY, metavar="YYYY-MM-DD", help=N_("As on this day."))
@click.option("--no-open", is_flag=True, help=N_("Only make the file and print its path."))
def command(words: tuple[str, ...], today: dt.datetime | None, no_open: bool) -> None:
    """Make a file to look back in."""
    meant = _meant(words)
    request = Request(meant.journal, dt.datetime.now(), today.date() if today else None)  # noqa: DTZ005 -- the clock on the wall
    language = language_of(read_settings(meant.journal).config)
    with Bar(plain=is_plain(asked=False)) as bar:
        journal, settings = read(request, bar)
    period = meant.period or last_over(meant.kind, request.day(settings.config.day_starts_at))
    if period is None:
        raise click.UsageError(terminal_language().gettext("There is no time before this one."))
    there = next((review.path for review in journal.reviews if review.period.name == period.name), None)
    path = meant.journal / there if there else make_review(meant.journal, period, _text(journal, period, language))
    show(path, no_open=no_open)


def _text(journal: Journal, period: Period, language: Language) -> str:
    questions = questions_in(language)
    config = journal.config
    hard = hard_times([period], moods_of_days(journal.entries), low_limit(config), lower_third(config))
    review = carried_to(period, journal.reviews)
    blocks = wanted(review, questions) if review else ()
    asked = questions_of(period, questions, gentle=period.name in hard)
    return review_text(period, asked, language, (review.period, blocks) if review and blocks else None)


def _meant(words: tuple[str, ...]) -> _Meant:
    """Return what the words mean, each looked at in this order: a kind of time, a time, a journal.

    Raises `click.UsageError` where they are too many, where what should be a time is none, and where it is of another kind than
    the one that is named.
    """
    left = list(words)
    kind = next((each for each in KINDS if left and left[0].casefold() == each), None)
    if kind:
        left.pop(0)
    period = _period(left[0], kind) if left else None
    if period:
        word = left.pop(0)
        if kind and period.kind != kind:
            raise click.UsageError(terminal_language().gettext(_OTHER_KIND) % {"time": word, "kind": kind})
    elif left and left[0][:1].isdigit() and not Path(left[0]).is_dir():
        examples = (*(_EXAMPLES[each] for each in KINDS if kind in (each, None)), _A_DAY)
        said = terminal_language().gettext(_NO_TIME)
        raise click.UsageError(said % {"word": left[0], "examples": ", ".join(examples)})
    if len(left) > 1:
        raise click.UsageError(terminal_language().gettext(_TOO_MANY) % {"word": left[0]})
    return _Meant(period.kind if period else kind or "week", period, Path(left[0]) if left else Path())


def _period(word: str, kind: Kind | None) -> Period | None:
    """Return the time that a word names: by its name, or by a day of it, a week's where no kind is asked for."""
    if found := period_named(word):
        return found
    try:
        return period_of(kind or "week", dt.date.fromisoformat(word)) if len(word) == len(_A_DAY) else None
    except ValueError:
        return None
