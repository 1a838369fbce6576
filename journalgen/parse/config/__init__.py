"""`journal.toml` into a `Config`: every key typed and checked, each mistake with its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

from journalgen.language import catalogues, is_known
from journalgen.model.config import FILE, NOT_METRICS, Config, Undated
from journalgen.parse.config.aliases import read_aliases
from journalgen.parse.config.feelings import read_feelings
from journalgen.parse.config.metrics import read_metrics
from journalgen.parse.config.pauses import read_pauses
from journalgen.parse.config.quiet import check_quiet_below, quiet_below, read_quiet
from journalgen.parse.config.reading import Reading, set_known
from journalgen.parse.config.scales import read_scales
from journalgen.parse.config.sections import read_sections
from journalgen.parse.frontmatter.nodes import Node, Scalar, Sequence, normal_key
from journalgen.parse.frontmatter.toml_reader import read_toml
from journalgen.problems import Level, Location, Problem, problem

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Letters, so that nothing of YAML can be meant by it.
_FIELD = re.compile(r"[^\W\d_][\w-]*")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.ASCII)


def _language(reading: Reading, name: str, node: Node) -> str | None:
    text = reading.text(name, node)
    if text is not None and not (_LOCALE.fullmatch(text) and is_known(text)):
        reading.complain("expected-language", name, node, known=", ".join(catalogues()))
        return None
    return text.replace("-", "_") if text else None


def _first_day(reading: Reading, name: str, node: Node) -> int | None:
    choice = reading.choice(name, node, _DAYS)
    return _DAYS.index(choice) if choice else None


def _ignore(reading: Reading, name: str, node: Node) -> tuple[str, ...] | None:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 -- only where there are patterns

    texts = reading.texts(name, node)
    patterns = []
    for pattern, item in zip(texts or (), node.items if isinstance(node, Sequence) else (), strict=False):
        try:
            GitIgnoreSpec.from_lines((pattern,))
        except ValueError:
            reading.complain("expected-list-of-text", name, item)
        else:
            patterns.append(pattern)
    return tuple(patterns) if texts is not None else None


def _undated(reading: Reading, name: str, node: Node) -> str | None:
    return reading.choice(name, node, get_args(Undated))


def _showing(reading: Reading, name: str, node: Node) -> bool:
    """Return a flag that shows something; what can't be read hides it, since that may be what was asked for."""
    flag = reading.flag(name, node)
    return bool(flag)


# The keys at the top of the file: each key's name, the field of `Config` that it sets, and how it is read.
_Reader = Callable[[Reading, str, Node], object]
_TOP: dict[str, _Reader] = {
    "title": Reading.text,
    "author": Reading.text,
    "language": _language,
    "first_day_of_week": _first_day,
    "day_starts_at": Reading.clock,
    "output": Reading.text,
    "state": Reading.text,
    "ignore": _ignore,
    "undated": _undated,
    "quiet_below": quiet_below,
    "coping_plan": Reading.texts,
    "figures": _showing,
}


def _hiding(reading: Reading, name: str, node: Node) -> bool:
    """Return a flag that hides something; what can't be read hides it, since that is what was asked for."""
    flag = reading.flag(name, node)
    return True if flag is None else flag


def _left_out(reading: Reading, name: str, node: Node) -> tuple[str, ...]:
    """Return words that are not to be shown; those in a list with a mistake too, since that is what was asked for."""
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = tuple(item.text for item in items if isinstance(item, Scalar) and not item.plain)
    if len(texts) < len(items):
        reading.complain("expected-list-of-text", name, node)
    return texts


_SITE: dict[str, _Reader] = {"plain_names": _hiding}
_MARKDOWN: dict[str, _Reader] = {"smart_quotes": Reading.flag, "remote_images": Reading.flag}
_PATTERNS: dict[str, _Reader] = {"people": Reading.flag}
_WORDS: dict[str, _Reader] = {"closer": Reading.flag, "leave_out": _left_out}
_PROMPTS: dict[str, _Reader] = {"show": _showing}
_REVIEWS: dict[str, _Reader] = {"show": _showing, "figures": _showing}


def _rest_days(reading: Reading, name: str, node: Node) -> int | None:
    number = reading.number(name, node)
    if number is None:
        return None
    if number % 1 or not 0 <= number <= _MOST_REST:
        reading.complain("expected-on-scale", name, node, min=0, max=_MOST_REST)
        return None
    return int(number)


def _asked(reading: Reading, name: str, node: Node) -> tuple[str, ...] | None:
    """Return names of fields; one that can't stand in front matter as it is, is complained of."""
    texts = reading.texts(name, node)
    if texts is None:
        return None
    for text, item in zip(texts, node.items if isinstance(node, Sequence) else (), strict=False):
        if not _FIELD.fullmatch(text):
            reading.complain("expected-field", name, item)
    return tuple(dict.fromkeys(text for text in texts if _FIELD.fullmatch(text)))


def _weekdays(reading: Reading, name: str, node: Node) -> tuple[int, ...] | None:
    if not isinstance(node, Sequence):
        reading.complain("expected-list-of-text", name, node)
        return None
    chosen = [reading.choice(name, item, _DAYS) for item in node.items]
    return tuple(sorted({_DAYS.index(each) for each in chosen if each}))


_MOST_REST = 6
_RHYTHM: dict[str, _Reader] = {"show": _showing, "rest_days": _rest_days}
_NEW: dict[str, _Reader] = {"ask": _asked}
_REMIND: dict[str, _Reader] = {"at": Reading.clock, "days": _weekdays}
_TABLES: dict[str, dict[str, _Reader]] = {
    "site": _SITE,
    "markdown": _MARKDOWN,
    "patterns": _PATTERNS,
    "words": _WORDS,
    "prompts": _PROMPTS,
    "reviews": _REVIEWS,
    "rhythm": _RHYTHM,
    "new": _NEW,
    "remind": _REMIND,
}
# Where a key of a table is no field of `Config` by its own name.
_FIELDS = {
    "new.ask": "new_ask",
    "patterns.people": "patterns_people",
    "prompts.show": "prompts_show",
    "remind.at": "remind_at",
    "remind.days": "remind_days",
    "reviews.show": "reviews_show",
    "reviews.figures": "reviews_figures",
    "rhythm.show": "rhythm",
    "words.closer": "words_closer",
    "words.leave_out": "words_left_out",
}
# Tables whose keys are the writer's own: the field of `Config` that each sets, and what reads it.
_WHOLE: dict[str, tuple[str, Callable[[Reading, Node], object]]] = {
    "scales": ("scales", read_scales),
    "pause": ("pauses", read_pauses),
    "quiet": ("quiet", read_quiet),
    "aliases": ("aliases", read_aliases),
    "feelings": ("feelings", read_feelings),
    "sections": ("sections", read_sections),
}
KNOWN_KEYS = (*_TOP, *_TABLES, "metrics", *_WHOLE)


def read_config(text: str, path: str = FILE) -> tuple[Config, tuple[Problem, ...]]:
    """Return the configuration and all that is wrong with it; what cannot be read keeps its default."""
    mapping, problems = read_toml(text, path)
    reading = Reading(path, list(problems))
    values: dict[str, object] = {}
    for key, node in mapping.items if mapping else ():
        name = normal_key(key.text)
        if name in _TOP:
            set_known(values, name, _TOP[name](reading, name, node))
        elif name in _TABLES:
            _read_table(reading, values, name, node)
        elif name == "metrics":
            values["metrics"], ignored = read_metrics(reading, node)
            values["not_metrics"] = NOT_METRICS + ignored
        elif name in _WHOLE:
            setting, read = _WHOLE[name]
            values[setting] = read(reading, node)
        else:
            reading.unknown("", key, KNOWN_KEYS)
    check_quiet_below(reading, values, mapping)
    return Config(**values), tuple(reading.problems)  # type: ignore[arg-type]  # each reader returns its field's type


def _read_table(reading: Reading, values: dict[str, object], name: str, node: Node) -> None:
    table = reading.table(name, node)
    for key, value in table.items if table else ():
        inner = normal_key(key.text)
        if inner in _TABLES[name]:
            whole = f"{name}.{inner}"
            set_known(values, _FIELDS.get(whole, inner), _TABLES[name][inner](reading, whole, value))
        else:
            reading.unknown(f"{name}.", key, tuple(_TABLES[name]))


def unreadable(path: str = FILE) -> Problem:
    """Return the problem of a configuration that is no text."""
    return problem(Location(path), Level.ERROR, "not-utf-8", got="")
