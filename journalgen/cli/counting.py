"""What the commands that count share: which entries, as on which day, and in what form the figures are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from journalgen.build.request import Request
from journalgen.cli.build import DAY
from journalgen.language import N_

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--today", type=DAY, metavar="YYYY-MM-DD", help=N_("Count as on this day.")),
    click.option("--public-only", is_flag=True, help=N_("Leave out entries marked private.")),
    click.option("--no-drafts", is_flag=True, help=N_("Leave out entries marked draft.")),
    click.option("--plain", is_flag=True, help=N_("Bare sentences: no bar, no colour.")),
    click.option("--json", "as_json", is_flag=True, help=N_("Print one JSON object.")),
)


def counting_options(command: _Command) -> _Command:
    """Give a command the options of all that count, after its own."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def counting_request(journal: Path, today: dt.datetime | None, *, public_only: bool, no_drafts: bool) -> Request:
    """Return what is to be read for counting, by the clock on the wall where no day is given."""
    return Request(
        journal,
        dt.datetime.now(),  # noqa: DTZ005 -- the civil time on the wall is meant
        today.date() if today else None,
        public_only=public_only,
        no_drafts=no_drafts,
    )
