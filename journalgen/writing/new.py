"""A new entry: its place, its front matter, its file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from journalgen.refusal import Refusal, refused
from journalgen.source.scan import Scan
from journalgen.writing.create import create
from journalgen.writing.front_matter import quoted, with_field
from journalgen.writing.layout import beside, path_for

TEMPLATE = "templates/new.md"


class NewEntry(Struct, frozen=True):
    """What is known of an entry before it is written; `now` is the civil time, `day` the writer's day.

    `prompt` are the words that it answers.
    """

    day: dt.date
    now: dt.datetime
    title: str | None = None
    template: Path | None = None
    prompt: str | None = None


def make_entry(journal: Path, scan: Scan, wanted: NewEntry) -> Path:
    """Create the file of a new entry and return its path; one that is there already is never touched.

    On a day that has its file, the new one gets the time in its name. Raises `Refusal`.
    """
    text = _text(journal, wanted)
    if wanted.prompt:
        text = with_field(text, "prompt", wanted.prompt)
    usual = path_for(journal, scan, wanted.day)
    path = journal / usual
    taken = _folded(scan)
    attempt = 0
    while str(path.relative_to(journal).as_posix()).casefold() in taken or not create(path, text):
        path = journal / beside(usual, wanted.now.time(), attempt)
        attempt += 1
    return path


def _folded(scan: Scan) -> set[str]:
    return {found.path.casefold() for found in scan.files}


def _text(journal: Path, wanted: NewEntry) -> str:
    template = wanted.template
    if template is None and (journal / TEMPLATE).is_file():
        template = journal / TEMPLATE
    if template is None:
        return _front_matter(wanted)
    try:
        text = template.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Refusal("no-template", path=template) from None
    except UnicodeDecodeError:
        raise Refusal("template-not-text", path=template) from None
    except OSError as error:
        raise refused(error, template) from error
    filled = {"date": wanted.day.isoformat(), "time": f"{wanted.now:%H:%M}", "title": _as_text(wanted.title or "")}
    for name, value in filled.items():
        text = text.replace("{{" + name + "}}", value).replace("{{ " + name + " }}", value)
    return text


def _as_text(typed: str) -> str:
    """Return what was typed without halves of characters, which a terminal in another encoding leaves."""
    return typed.encode("utf-8", "replace").decode()


def _front_matter(wanted: NewEntry) -> str:
    lines = ["---", f"date: {wanted.day.isoformat()}", f'time: "{wanted.now:%H:%M}"']
    if wanted.title:
        lines.append(f"title: {quoted(_as_text(wanted.title))}")
    lines += ["mood:", "tags: []", "---", "", ""]
    return "\n".join(lines)
