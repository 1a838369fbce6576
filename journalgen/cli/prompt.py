"""`journalgen prompt`: something to write from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import click

from journalgen.analysis.low_days import low_limit, moods_of_days
from journalgen.analysis.prompts import low_times, prompt_of_day
from journalgen.build.folders import read_settings
from journalgen.build.own import read_own_files
from journalgen.build.prompts import all_prompts, own_prompts
from journalgen.build.reading import read
from journalgen.build.request import Request
from journalgen.cli.build import DAY
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import is_plain, journal_argument, language_of, tell_problems
from journalgen.language import N_, Language
from journalgen.model.config import PROMPTS_FILE
from journalgen.model.prompts import Depth, Prompt, folded
from journalgen.wording.prompts import DEPTHS, FORMS, THEMES

# After a low day, where the theme whose turn it is has deep ones alone; or a depth that a theme does not have.
NOTHING = N_("Nothing of that kind for today. Another one: journalgen prompt --theme noticing")


@click.command(
    name="prompt",
    cls=Command,
    help=N_(
        "Print something to write from: the day's, the same all day.\n\n"
        "After a low day it is none of the deep ones, unless you ask for them with --depth."
    ),
    example="journalgen prompt ~/journal\njournalgen prompt ~/journal --theme play",
)
@journal_argument
@click.option("--theme", metavar="NAME", help=N_("Of this theme, such as noticing, or one of your own."))
@click.option(
    "--depth",
    type=click.Choice(get_args(Depth), case_sensitive=False),
    help=N_("How deep it goes: gentle, middle, deep."),
)
@click.option("--today", type=DAY, metavar="YYYY-MM-DD", help=N_("That of this day."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print one JSON object."))
def command(journal: Path, theme: str | None, depth: Depth | None, today: dt.datetime | None, as_json: bool) -> None:
    """Print the day's prompt."""
    request = Request(journal, dt.datetime.now(), today.date() if today else None)  # noqa: DTZ005 -- the clock on the wall
    language = language_of(read_settings(journal).config)
    chosen, day = choose(request, language, theme_of(theme, "--theme"), depth, as_json=as_json)
    if as_json:
        shown = chosen and {
            "id": chosen.id,
            "theme": chosen.theme,
            "depth": chosen.depth,
            "form": chosen.form,
            "text": chosen.text,
            "own": chosen.own,
        }
        click.echo(json.dumps({"day": day.isoformat(), "prompt": shown}, ensure_ascii=False))
    elif chosen is None:
        click.echo(terminal_language().gettext(NOTHING))
    else:
        click.echo(chosen.text)
        click.echo("    " + described(chosen, terminal_language()))


def choose(
    request: Request,
    language: Language,
    theme: Callable[[tuple[Prompt, ...], Language], str | None],
    depth: Depth | None = None,
    *,
    as_json: bool = False,
) -> tuple[Prompt | None, dt.date]:
    """Return the prompt of the day (of a theme and a depth, where given), if there is one, and the writer's day.

    What is wrong with the writer's own prompts is told.
    """
    with Bar(plain=as_json or is_plain(asked=False)) as bar:
        found, settings = read(request, bar)
    tell_problems(each for each in found.problems if each.where.path == PROMPTS_FILE)
    prompts = all_prompts(found.prompts, language)
    day = request.day(settings.config.day_starts_at)
    lows = low_times(moods_of_days(found.entries), low_limit(settings.config))
    return prompt_of_day(day, prompts, lows, theme(prompts, language), depth), day


def theme_of(asked: str | None, option: str) -> Callable[[tuple[Prompt, ...], Language], str | None]:
    """Return what finds the theme that was asked for under an option: by its name, or as the journal or the terminal calls it.

    It returns None where none was asked for, and raises `click.BadParameter` where there is no such theme.
    """

    def find(prompts: tuple[Prompt, ...], language: Language) -> str | None:
        theme = _theme(asked, prompts, language) if asked else None
        if asked and theme is None:
            words = terminal_language().gettext("'%(name)s' is not there; the themes are %(known)s.")
            known = ", ".join(dict.fromkeys(prompt.theme for prompt in prompts))
            raise click.BadParameter(words % {"name": asked, "known": known}, param_hint=option)
        return theme

    return find


def _theme(asked: str, prompts: tuple[Prompt, ...], language: Language) -> str | None:
    wanted = folded(asked)
    themes = dict.fromkeys(prompt.theme for prompt in prompts)
    says = (language.gettext, terminal_language().gettext)
    called = ((theme, (theme, *(say(THEMES.get(theme, theme)) for say in says))) for theme in themes)
    return next((theme for theme, names in called if wanted in map(folded, names)), None)


def prompt_named(name: str, request: Request, language: Language) -> Prompt | None:
    """Return the prompt of a journal with an id, or None where none has it; no entry is read for it."""
    return next((each for each in _prompts(request, language) if folded(each.id) == folded(name)), None)


def names_prompt(name: str, request: Request, language: Language) -> bool:
    """Return whether a word is the id of one of a journal's prompts, or names a theme; no entry is read for it."""
    prompts = _prompts(request, language)
    return _theme(name, prompts, language) is not None or prompt_named(name, request, language) is not None


def _prompts(request: Request, language: Language) -> tuple[Prompt, ...]:
    own, _ = own_prompts(read_own_files(request.journal).prompts, request)
    return all_prompts(own, language)


def described(prompt: Prompt, language: Language) -> str:
    """Return what kind of prompt it is, in a line that ends in its id."""
    say = language.gettext
    theme = say(THEMES[prompt.theme]) if prompt.theme in THEMES else prompt.theme
    return " · ".join((theme, say(DEPTHS[prompt.depth]), say(FORMS[prompt.form]), prompt.id))
