"""A file to look back in: its place, and the questions that it begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from journalgen.language import N_, Language
from journalgen.model.config import REVIEWS
from journalgen.model.periods import Period
from journalgen.model.questions import Question
from journalgen.render.dates import Dates
from journalgen.writing.create import create

_WEEK = N_("Week of %(day)s")
_THE_WEEK = N_("the week of %(day)s")
_QUARTER = N_("%(first)s to %(last)s")
_CARRIED = N_("After %(time)s you wanted to try:")


def make_review(journal: Path, period: Period, text: str) -> Path:
    """Create the file of a review and return its path; one that is there already is never touched. Raises `Refusal`."""
    path = _folder(journal) / f"{period.name}.md"
    create(path, text)
    return path


def _folder(journal: Path) -> Path:
    """Return where reviews lie, in whatever case their folder is written."""
    try:
        found = [each for each in journal.iterdir() if each.name.casefold() == REVIEWS and each.is_dir()]
    except OSError:
        found = []
    return min(found, default=journal / REVIEWS)


def review_text(
    period: Period,
    questions: Iterable[Question],
    language: Language,
    carried: tuple[Period, Sequence[str]] | None = None,
) -> str:
    """Return the text of a new review: a title, what the writer wanted to try after an earlier time, and a heading a question."""
    dates = Dates(language.locale)
    parts = [f"# {time_name(period, language, dates)}"]
    if carried:
        before, blocks = carried
        parts.append(_quoted((language.gettext(_CARRIED) % {"time": time_within(before, language, dates)}, *blocks)))
    parts += [f"## {question.text}\n" for question in questions]
    return "\n\n".join(parts)


def _quoted(blocks: Iterable[str]) -> str:
    return "\n>\n".join("\n".join(f"> {line}".rstrip() for line in block.splitlines()) for block in blocks)


def time_name(period: Period, language: Language, dates: Dates) -> str:
    """Return what a time is called by itself, as the page about it is."""
    if period.kind == "week":
        return language.gettext(_WEEK) % {"day": dates.day_short(period.first)}
    return _longer(period, language, dates)


def time_within(period: Period, language: Language, dates: Dates) -> str:
    """Return what a time is called within a sentence."""
    if period.kind == "week":
        return language.gettext(_THE_WEEK) % {"day": dates.day_short(period.first)}
    return _longer(period, language, dates)


def _longer(period: Period, language: Language, dates: Dates) -> str:
    first, last = period.first, period.last
    if period.kind == "month":
        return dates.month_name(first.month, first.year)
    if period.kind == "quarter":
        ends = {"first": dates.month_name(first.month), "last": dates.month_name(last.month, last.year)}
        return language.gettext(_QUARTER) % ends
    return str(first.year)
