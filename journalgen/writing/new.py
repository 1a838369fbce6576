"""A new entry: its place, its front matter, its file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from journalgen.model.config import ASKED, Config
from journalgen.parse.dates import NotADateError, When, read_date
from journalgen.parse.frontmatter.nodes import Mapping, normal_key
from journalgen.parse.frontmatter.split import read_front_matter
from journalgen.parse.values import as_text, is_blank
from journalgen.refusal import Refusal, refused
from journalgen.source.scan import Scan
from journalgen.writing.create import create
from journalgen.writing.front_matter import quoted, with_field
from journalgen.writing.layout import beside, path_for

TEMPLATE = "templates/new.md"
# What stands in the front matter of a new entry whatever else is asked for.
_BESIDE = ("date", "time", "title", "tags")
_TITLE = ("{{title}}", "{{ title }}")
# Where the title is all that a field of a template holds, perhaps between quotes.
_TITLE_FIELD = re.compile(r"""([ \t]*["\w-]+[ \t]*[:=][ \t]*)(["']?)\{\{ ?title ?\}\}\2(,?)[ \t]*""")


class NewEntry(Struct, frozen=True):
    """What is known of an entry before it is written: its civil day, and the time on the wall, which it says if it `has_time`.

    `outline` is a text to begin from, in place of a template's. `prompt` are the words that it answers; `asked` the fields that
    stand there to be filled in, `fields` those that are, as they were typed; `body` its text. One of the small hours that count
    for the day before is `at_night`.
    """

    day: dt.date
    now: dt.datetime
    title: str | None = None
    template: Path | None = None
    outline: str | None = None
    prompt: str | None = None
    has_time: bool = True
    at_night: bool = False
    asked: tuple[str, ...] = ASKED
    fields: tuple[tuple[str, str], ...] = ()
    body: str = ""


def begun_at(now: dt.datetime, config: Config) -> NewEntry:
    """Return an entry that is begun at a moment, on the day that the calendar says then."""
    return NewEntry(now.date(), now, at_night=now.time() < config.day_starts_at, asked=config.new_ask)


def make_entry(journal: Path, scan: Scan, wanted: NewEntry, instead: Callable[[], Path | None] = lambda: None) -> Path:
    """Create the file of a new entry and return its path; one that is there already is never touched.

    On a day that has its file, the new one gets the time in its name. So does one that is begun at night: the day's own name
    is left to the day. Where a file has come to be since the scan, the one that is wanted `instead` now is returned, if any is.
    Raises `Refusal`.
    """
    text = _text(journal, wanted)
    usual = path_for(journal, scan, wanted.day)
    time = wanted.now.time() if wanted.has_time else None
    path = journal / (beside(usual, time, 0) if wanted.at_night else usual)
    taken = _folded(scan)
    attempt = int(wanted.at_night)
    while (is_taken := path.relative_to(journal).as_posix().casefold() in taken) or not create(path, text):
        if not is_taken and (other := instead()):
            return other
        path = journal / beside(usual, time, attempt)
        attempt += 1
    return path


def _folded(scan: Scan) -> set[str]:
    return {found.path.casefold() for found in scan.files}


def _text(journal: Path, wanted: NewEntry) -> str:
    body = _as_text(wanted.body)
    if body and (front := read_front_matter(body, "").mapping) is not None:
        # What comes with front matter of its own is an entry already.
        text, body = _titled(body, wanted), ""
        if wanted.has_time and not _says_when(front, wanted.day):
            text = _timed(text, wanted)
    else:
        text = _beginning(journal, wanted)
    if wanted.prompt:
        text = with_field(text, "prompt", wanted.prompt)
    for name, value in reversed(wanted.fields):
        text = with_field(text, name, _as_text(value), typed=True)
    if not body:
        return text
    if text.strip() and not text.endswith("\n\n"):
        text = text.rstrip("\n") + "\n\n"
    return text + body.strip("\n") + "\n"


def _beginning(journal: Path, wanted: NewEntry) -> str:
    if wanted.outline is not None:
        # The day and the time of what has front matter of its own; of two on a day one comes after the other.
        text = _titled(wanted.outline, wanted)
        text = _timed(text, wanted) if wanted.has_time else text
        return with_field(text, "date", wanted.day.isoformat(), typed=True)
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
    for name, value in (("date", wanted.day.isoformat()), ("time", f"{wanted.now:%H:%M}")):
        text = text.replace("{{" + name + "}}", value).replace("{{ " + name + " }}", value)
    if not any(place in text for place in _TITLE):
        return _titled(text, wanted)
    return _with_title_in_place(text, _as_text(wanted.title or ""))


def _titled(text: str, wanted: NewEntry) -> str:
    """Return a text whose front matter says the title, if there is one."""
    return with_field(text, "title", _as_text(wanted.title)) if wanted.title else text


def _timed(text: str, wanted: NewEntry) -> str:
    """Return a text whose front matter says the time."""
    return with_field(text, "time", f"{wanted.now:%H:%M}")


def _says_when(front: Mapping, day: dt.date) -> bool:
    """Return whether front matter says a time of its own, or another day than this one, to which the time would not belong."""
    said = {normal_key(key.text): node for key, node in front.items if not is_blank(node)}
    if "time" in said or "date" not in said:
        return "time" in said
    try:
        return read_date(as_text(said["date"])) != When(day)
    except NotADateError:
        return True


def _with_title_in_place(text: str, title: str) -> str:
    """Return a template with the title where it says; quoted where a field is to hold it, so that it is read as it was typed."""
    lines = text.split("\n")
    first = read_front_matter(text, "").body_line - 1
    for number, line in enumerate(lines[:first]):
        if field := _TITLE_FIELD.fullmatch(line):
            # No title at all leaves the field as empty as it was.
            lines[number] = field[1] + (quoted(title) if title else field[2] * 2) + field[3]
        else:
            lines[number] = _filled(line, title)
    return "\n".join([*lines[:first], _filled("\n".join(lines[first:]), title)])


def _filled(text: str, title: str) -> str:
    for place in _TITLE:
        text = text.replace(place, title)
    return text


def _as_text(typed: str) -> str:
    """Return what was typed without halves of characters, which a terminal in another encoding leaves."""
    return typed.encode("utf-8", "replace").decode()


def _front_matter(wanted: NewEntry) -> str:
    lines = ["---", f"date: {wanted.day.isoformat()}"]
    if wanted.has_time:
        lines.append(f'time: "{wanted.now:%H:%M}"')
    if wanted.title:
        lines.append(f"title: {quoted(_as_text(wanted.title))}")
    lines += [f"{name}:" for name in wanted.asked if normal_key(name) not in _BESIDE]
    lines += ["tags: []", "---", "", ""]
    return "\n".join(lines)
