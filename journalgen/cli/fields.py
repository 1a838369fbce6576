"""`--mood 4` and `--set sleep=7:30`: fields that are given with a new entry."""

from __future__ import annotations

import re

import click
from msgspec.structs import replace

from journalgen.cli.system import terminal_language
from journalgen.model.config import Config

# As a key stands in front matter and in a text.
_NAME = re.compile(r"[^\W\d_][\w-]*")


def typed_fields(mood: str | None, given: tuple[str, ...], config: Config) -> tuple[tuple[str, str], ...]:
    """Return the names and values of fields; raises `click.BadParameter` for one that a build would complain of."""
    found = [("mood", mood.strip(), "--mood")] if mood is not None else []
    for text in given:
        name, is_given, value = (part.strip() for part in text.partition("="))
        if not is_given or not _NAME.fullmatch(name):
            words = terminal_language().gettext("'%(text)s' is not understood. What works: --set sleep=7")
            raise click.BadParameter(words % {"text": text}, param_hint="--set")
        found.append((name, value, "--set"))
    for name, value, option in found:
        _check(name, value, option, config)
    return tuple((name, value) for name, value, _ in found)


def _check(name: str, value: str, option: str, config: Config) -> None:
    from journalgen.parse.entry import EntryParser  # noqa: PLC0415 -- most entries are made without
    from journalgen.problems import Level, Location  # noqa: PLC0415
    from journalgen.wording import terminal  # noqa: PLC0415
    from journalgen.writing.front_matter import with_field  # noqa: PLC0415

    text = with_field("x\n", name, value, typed=True)
    for problem in EntryParser(config).parse("new.md", text.encode("utf-8", "replace")).entry.problems:
        if problem.level is Level.ERROR:
            raise click.BadParameter(
                terminal(replace(problem, where=Location(".")), terminal_language()), param_hint=option
            )
