"""A small journal to start from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from journalgen.language import Language
from journalgen.writing.create import create
from journalgen.writing.support import support_template


class Made(Struct, frozen=True):
    """The files that were made, and those that were there already and left as they were."""

    made: tuple[Path, ...]
    kept: tuple[Path, ...]


def make_journal(folder: Path, now: dt.datetime, name: str, language: Language) -> Made:
    """Create a journal in a folder: its settings, a support plan to fill in, and a first entry. Raises `Refusal`."""
    say = language.gettext
    day = now.date()
    is_new = not any(folder.rglob("*.md"))
    files = {
        "journal.toml": _settings(say, name),
        "support.md": support_template(language),
        ".gitignore": "site/\n.journalgen/\n",
    }
    if is_new:
        # A folder `entries` in a journal that has its notes elsewhere would leave those unread.
        files[f"entries/{day.year:04}/{day.isoformat()}.md"] = _first_entry(say, now)
    made: list[Path] = []
    kept: list[Path] = []
    for path, text in files.items():
        (made if create(folder / path, text) else kept).append(folder / path)
    return Made(tuple(made), tuple(kept))


def _settings(say: Callable[[str], str], name: str) -> str:
    opening = say("Everything here is optional; the README lists all there is.")
    title = json.dumps(say("Journal"), ensure_ascii=False)
    of_day = say("An entry written before this time counts for the day before.")
    return f'# {opening}\ntitle = {title}\nlanguage = "{name}"\n\n# {of_day}\nday_starts_at = "04:00"\n'


def _first_entry(say: Callable[[str], str], now: dt.datetime) -> str:
    words = say(
        "This is a first entry. It can go, or be written over. One line is enough, and so is one a month.\n"
        "\n"
        "What stands between the dashes above is optional too: a mood from 1 to 10, some tags, whatever is worth\n"
        "finding again."
    )
    return f'---\ntime: "{now:%H:%M}"\nmood:\ntags: []\n---\n\n{words}\n'
