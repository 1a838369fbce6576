"""How the commands speak: problems, refusals, counts and paths, in the language of whoever sits at the terminal.

Only what belongs to a journal is in its own: what is written into it or made of it, prompts, exercises, questions.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from journalgen.cli.system import terminal_language
from journalgen.language import Language, load
from journalgen.model.config import Config
from journalgen.problems import Problem
from journalgen.refusal import Refusal

EXIT_ERRORS = 1
EXIT_REFUSED = 3
# What a shell expects of what Ctrl-C stopped: 128, and the number of the signal.
EXIT_STOPPED = 130

journal_argument = click.argument(
    "journal", type=click.Path(path_type=Path, file_okay=True, dir_okay=True), default=Path(), required=False
)


def tell_refusal(refused: Refusal) -> None:
    """Say in one sentence why it cannot go on."""
    from journalgen.wording import refusal  # noqa: PLC0415 -- most runs have nothing to say

    click.echo(f"journalgen: {refusal(refused, terminal_language())}", err=True)


def language_of(config: Config) -> Language:
    """Return the language of what belongs to a journal: the journal's own, else the system's. What is said is in the latter."""
    return load(config.language) if config.language else terminal_language()


def tell_problems(problems: Iterable[Problem], *, err: bool = True) -> None:
    """Print each problem on a line that editors can jump to, with the hint to it, once for each kind of problem."""
    from journalgen.wording import hint, terminal  # noqa: PLC0415 -- most runs have nothing to say

    language = terminal_language()
    hinted: set[str] = set()
    for problem in problems:
        click.echo(terminal(problem, language), err=err)
        text = hint(problem, language)
        if text and text not in hinted:
            hinted.add(text)
            click.echo(f"    {text}", err=err)


def count(number: int, language: Language) -> str:
    """Return a whole number with the language's own grouping."""
    if _is_english(language):
        return f"{number:,}"
    from babel.numbers import format_decimal  # noqa: PLC0415 -- English does without

    return str(format_decimal(number, locale=language.locale))


def decimal(number: float, language: Language, digits: int = 2, least: int = 0) -> str:
    """Return a number as the language writes it, with at most `digits` behind the point and at least `least`."""
    if _is_english(language):
        whole, _, rest = f"{number:,.{digits}f}".partition(".")
        rest = rest[:least] + rest[least:].rstrip("0")
        return f"{whole}.{rest}" if rest else whole
    from babel.numbers import format_decimal  # noqa: PLC0415 -- as above

    pattern = "#,##0." + "0" * least + "#" * (digits - least)
    return str(format_decimal(round(number, digits), pattern, locale=language.locale))


def _is_english(language: Language) -> bool:
    return language.tag.split("-")[0] == "en"


def near(path: Path) -> str:
    """Return a path as a person at this prompt would write it: relative where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return str(path)
    return relative if len(relative) < len(str(path)) else str(path)


def is_plain(asked: bool) -> bool:
    """Return whether to print bare sentences: as asked, or because nobody is looking at a terminal that can do more."""
    if asked or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return True
    return not sys.stderr.isatty()
