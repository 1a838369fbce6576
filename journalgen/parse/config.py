"""`journal.toml` into a `Config`: every key typed and checked, each mistake with its line and column."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Literal, get_args

from journalgen.language import catalogues, is_known
from journalgen.model.config import FILE, NOT_METRICS, Alias, Better, Config, MetricConfig, Pause, Quiet, Undated
from journalgen.parse.dates import NotADateError, read_date, read_time
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, normal_key
from journalgen.parse.frontmatter.toml_reader import read_toml
from journalgen.parse.numbers import read_number, within
from journalgen.parse.values import as_text, expected, place, read_names, read_tags
from journalgen.problems import Level, Location, Problem, problem

ALIAS_KINDS = ("tags", "people", "places", "emotions", "activities", "triggers", "coping")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.ASCII)


@dataclass(slots=True)
class _Reading:
    """What has been read so far of the file; each method reads one kind of value and complains where it is another."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, code: str, name: str, node: Node, **parameters: object) -> None:
        self.problems.append(expected(self.path, node, code, name, **parameters))

    def text(self, name: str, node: Node) -> str | None:
        if isinstance(node, Scalar) and not node.plain:
            return node.text
        self.complain("expected-text", name, node)
        return None

    def texts(self, name: str, node: Node) -> tuple[str, ...] | None:
        if isinstance(node, Sequence) and all(isinstance(item, Scalar) and not item.plain for item in node.items):
            return tuple(as_text(item) for item in node.items)
        self.complain("expected-list-of-text", name, node)
        return None

    def flag(self, name: str, node: Node) -> bool | None:
        if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
            return node.text == "true"
        self.complain("expected-true-false", name, node)
        return None

    def number(self, name: str, node: Node) -> float | None:
        number = read_number(node.text) if isinstance(node, Scalar) and node.plain else None
        if number is None:
            self.complain("expected-number", name, node)
        return number

    def complain_of_scale(self, name: str, node: Node, metric: MetricConfig) -> None:
        if metric.min is not None and metric.max is not None:
            self.complain("expected-on-scale", name, node, min=f"{metric.min:g}", max=f"{metric.max:g}")
        elif metric.min is not None:
            self.complain("expected-min", name, node, end=f"{metric.min:g}")
        else:
            self.complain("expected-max", name, node, end=f"{metric.max:g}")

    def choice(self, name: str, node: Node, choices: tuple[str, ...]) -> str | None:
        if isinstance(node, Scalar) and node.text.casefold() in choices:
            return node.text.casefold()
        self.complain("expected-choice", name, node, choices=", ".join(choices))
        return None

    def day(self, name: str, node: Node) -> dt.date | None:
        try:
            if isinstance(node, Scalar):
                return read_date(node.text).day
        except NotADateError as error:
            self.complain(f"date-{error.reason}", name, node)
            return None
        self.complain("expected-date", name, node)
        return None

    def clock(self, name: str, node: Node) -> dt.time | None:
        time = read_time(node.text) if isinstance(node, Scalar) else None
        if time is None:
            self.complain("expected-time", name, node)
        return time

    def table(self, name: str, node: Node) -> Mapping | None:
        if isinstance(node, Mapping):
            return node
        self.complain("expected-table", name, node)
        return None

    def unknown(self, prefix: str, key: Scalar, known: tuple[str, ...]) -> None:
        close = get_close_matches(normal_key(key.text), known, n=1, cutoff=0.6)
        code = "unknown-key-close" if close else "unknown-key"
        self.problems.append(
            problem(
                place(self.path, key), Level.ERROR, code, field=prefix + key.text, suggestion=close[0] if close else "",
                known=", ".join(known),
            )
        )  # fmt: skip


def _language(reading: _Reading, name: str, node: Node) -> str | None:
    text = reading.text(name, node)
    if text is not None and not (_LOCALE.fullmatch(text) and is_known(text)):
        reading.complain("expected-language", name, node, known=", ".join(catalogues()))
        return None
    return text.replace("-", "_") if text else None


def _first_day(reading: _Reading, name: str, node: Node) -> int | None:
    choice = reading.choice(name, node, _DAYS)
    return _DAYS.index(choice) if choice else None


def _ignore(reading: _Reading, name: str, node: Node) -> tuple[str, ...] | None:
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


def _quiet_below(reading: _Reading, name: str, node: Node) -> float | Literal[False] | None:
    """Return the mood, or False where the rule is turned off; the scale, which may stand further down, is looked at last."""
    if isinstance(node, Scalar) and node.plain:
        number = read_number(node.text)
        if number is not None or node.text == "false":
            return False if number is None else number
    reading.complain("expected-mood-or-false", name, node)
    return None


def _undated(reading: _Reading, name: str, node: Node) -> str | None:
    return reading.choice(name, node, get_args(Undated))


# The keys at the top of the file: each key's name, the field of `Config` that it sets, and how it is read.
_Reader = Callable[[_Reading, str, Node], object]
_TOP: dict[str, _Reader] = {
    "title": _Reading.text,
    "author": _Reading.text,
    "language": _language,
    "first_day_of_week": _first_day,
    "day_starts_at": _Reading.clock,
    "output": _Reading.text,
    "state": _Reading.text,
    "ignore": _ignore,
    "undated": _undated,
    "quiet_below": _quiet_below,
}


def _hiding(reading: _Reading, name: str, node: Node) -> bool:
    """Return a flag that hides something; what can't be read hides it, since that is what was asked for."""
    flag = reading.flag(name, node)
    return True if flag is None else flag


_SITE: dict[str, _Reader] = {"plain_names": _hiding}
_MARKDOWN: dict[str, _Reader] = {"smart_quotes": _Reading.flag, "remote_images": _Reading.flag}
_TABLES: dict[str, dict[str, _Reader]] = {"site": _SITE, "markdown": _MARKDOWN}
KNOWN_KEYS = (*_TOP, "site", "markdown", "metrics", "pause", "quiet", "aliases")


def read_config(text: str, path: str = FILE) -> tuple[Config, tuple[Problem, ...]]:
    """Return the configuration and all that is wrong with it; what cannot be read keeps its default."""
    mapping, problems = read_toml(text, path)
    reading = _Reading(path, list(problems))
    values: dict[str, object] = {}
    for key, node in mapping.items if mapping else ():
        name = normal_key(key.text)
        if name in _TOP:
            _set(values, name, _TOP[name](reading, name, node))
        elif name in _TABLES:
            _read_table(reading, values, name, node)
        elif name == "metrics":
            values["metrics"], ignored = _read_metrics(reading, node)
            values["not_metrics"] = NOT_METRICS + ignored
        elif name == "pause":
            values["pauses"] = _read_pauses(reading, node)
        elif name == "quiet":
            values["quiet"] = _read_quiet(reading, node)
        elif name == "aliases":
            values["aliases"] = _read_aliases(reading, node)
        else:
            reading.unknown("", key, KNOWN_KEYS)
    _check_quiet_below(reading, values, mapping)
    return Config(**values), tuple(reading.problems)  # type: ignore[arg-type]  # each reader returns its field's type


def _set(values: dict[str, object], name: str, value: object) -> None:
    if value is not None:
        values[name] = value


def _read_table(reading: _Reading, values: dict[str, object], name: str, node: Node) -> None:
    table = reading.table(name, node)
    for key, value in table.items if table else ():
        inner = normal_key(key.text)
        if inner in _TABLES[name]:
            _set(values, inner, _TABLES[name][inner](reading, f"{name}.{inner}", value))
        else:
            reading.unknown(f"{name}.", key, tuple(_TABLES[name]))


_METRIC_KEYS = ("label", "min", "max", "unit", "better", "words")


def _read_metrics(reading: _Reading, node: Node) -> tuple[tuple[MetricConfig, ...], tuple[str, ...]]:
    metrics: list[MetricConfig] = []
    ignored: tuple[str, ...] = ()
    table = reading.table("metrics", node)
    for key, value in table.items if table else ():
        if normal_key(key.text) == "ignore" and not isinstance(value, Mapping):
            ignored = tuple(normal_key(each) for each in reading.texts("metrics.ignore", value) or ())
        elif (inner := reading.table(f"metrics.{key.text}", value)) is not None:
            metrics.append(_read_metric(reading, key, inner))
    return tuple(metrics), ignored


def _read_metric(reading: _Reading, key: Scalar, table: Mapping) -> MetricConfig:
    name = normal_key(key.text)
    prefix = f"metrics.{key.text}."
    values: dict[str, object] = {"min": 1.0, "max": 10.0, "better": "higher"} if name == "mood" else {}
    for inner, node in table.items:
        kind = normal_key(inner.text)
        field_name = prefix + inner.text
        if kind in ("label", "unit"):
            _set(values, kind, reading.text(field_name, node))
        elif kind in ("min", "max"):
            _set(values, kind, reading.number(field_name, node))
        elif kind == "better":
            _set(values, kind, reading.choice(field_name, node, get_args(Better)))
        elif kind == "words":
            _set(values, kind, _read_words(reading, field_name, node))
        else:
            reading.unknown(prefix, inner, _METRIC_KEYS)
    metric = MetricConfig(name, **values)  # type: ignore[arg-type]  # each reader returns its field's type
    if metric.min is not None and metric.max is not None and metric.min >= metric.max:
        low, high = f"{metric.min:g}", f"{metric.max:g}"
        reading.problems.append(
            problem(place(reading.path, key), Level.ERROR, "scale-ends", field=prefix.rstrip("."), min=low, max=high)
        )
        return MetricConfig(name, metric.label, unit=metric.unit, better=metric.better)
    return _with_words_on_scale(reading, metric, table)


def _with_words_on_scale(reading: _Reading, metric: MetricConfig, table: Mapping) -> MetricConfig:
    """Return the metric without the words whose value lies outside its scale, and complain of each."""
    wrong = {word for word, value in metric.words if not within(value, metric)}
    if not wrong:
        return metric
    words = next(node for key, node in table.items if normal_key(key.text) == "words")
    for word, node in words.items if isinstance(words, Mapping) else ():
        if word.text in wrong:
            reading.complain_of_scale(f"metrics.{metric.name}.words.{word.text}", node, metric)
    return replace(metric, words=tuple(pair for pair in metric.words if pair[0] not in wrong))


def _read_words(reading: _Reading, name: str, node: Node) -> tuple[tuple[str, float], ...] | None:
    table = reading.table(name, node)
    if table is None:
        return None
    words = ((key.text, reading.number(f"{name}.{key.text}", value)) for key, value in table.items)
    return tuple((word, number) for word, number in words if number is not None)


def _read_pauses(reading: _Reading, node: Node) -> tuple[Pause, ...]:
    pauses = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        table = reading.table("pause", item)
        first = last = None
        reason = None
        ends: Node = item
        for key, value in table.items if table else ():
            match normal_key(key.text):
                case "from":
                    first = reading.day("pause.from", value)
                case "to":
                    last, ends = reading.day("pause.to", value), value
                case "reason":
                    reason = reading.text("pause.reason", value)
                case _:
                    reading.unknown("pause.", key, ("from", "to", "reason"))
        if table and first is None:
            if not any(normal_key(key.text) == "from" for key, _ in table.items):
                reading.problems.append(
                    problem(place(reading.path, table), Level.ERROR, "missing-key", field="pause.from")
                )
        elif first and last and last < first:
            reading.complain("pause-ends", "pause.to", ends, first=first, last=last)
        elif first:
            pauses.append(Pause(first, last, reason))
    return tuple(pauses)


QUIET_KEYS = ("from", "to", "tags", "people", "note")


def _read_quiet(reading: _Reading, node: Node) -> tuple[Quiet, ...]:
    """Return what is to stay quiet.

    Where an end of a stretch of days can't be read, the stretch is open there: more stays quiet than was meant until the
    mistake is mended, and never less.
    """
    quiet = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        table = reading.table("quiet", item)
        if table is None:
            continue
        named = {normal_key(key.text): value for key, value in table.items}
        for key, _ in table.items:
            if normal_key(key.text) not in QUIET_KEYS:
                reading.unknown("quiet.", key, QUIET_KEYS)
        first, last = (reading.day(f"quiet.{end}", named[end]) if end in named else None for end in ("from", "to"))
        if first and last and last < first:
            reading.complain("quiet-ends", "quiet.to", named["to"], first=first, last=last)
            first, last = last, first
        if "note" in named:
            reading.text("quiet.note", named["note"])
        has_days = "from" in named or "to" in named
        tags = _read_listed(reading, "quiet.tags", named.get("tags"), read_tags)
        people = _read_listed(reading, "quiet.people", named.get("people"), read_names)
        if has_days or tags or people:
            quiet.append(Quiet(first, last, has_days, tags, people))
        elif not {"tags", "people"} & named.keys():
            reading.complain("quiet-empty", "quiet", table)
    return tuple(quiet)


def _read_listed(
    reading: _Reading, name: str, node: Node | None, read: Callable[[Node], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the names in a list, or in one text; what of a list is no text is complained of, and the rest counts."""
    if node is None:
        return ()
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = tuple(item for item in items if isinstance(item, Scalar) and not item.plain)
    if len(texts) < len(items):
        reading.complain("expected-list-of-text", name, node)
    return tuple(dict.fromkeys(found for text in texts for found in read(Sequence((text,), text.line, text.column))))


def _check_quiet_below(reading: _Reading, values: dict[str, object], mapping: Mapping | None) -> None:
    """Complain of a mood that is not on its scale; the default stands in for it."""
    config = Config(**{name: values[name] for name in ("metrics", "quiet_below") if name in values})  # type: ignore[arg-type]
    mood, limit = config.metric("mood"), config.quiet_below
    if limit is None or limit is False or within(limit, mood):
        return
    node = next(node for key, node in mapping.items if normal_key(key.text) == "quiet_below") if mapping else None
    if node:
        reading.complain_of_scale("quiet_below", node, mood)
    del values["quiet_below"]


def _read_aliases(reading: _Reading, node: Node) -> tuple[Alias, ...]:
    aliases = []
    table = reading.table("aliases", node)
    for key, value in table.items if table else ():
        kind = normal_key(key.text)
        if isinstance(value, Mapping):
            if kind not in ALIAS_KINDS:
                reading.unknown("aliases.", key, ALIAS_KINDS)
                continue
            pairs = value.items
        else:
            kind, pairs = "*", ((key, value),)
        for spelling, name in pairs:
            text = reading.text(f"aliases.{spelling.text}", name)
            if text is not None:
                aliases.append(Alias(kind, spelling.text, text))
    return tuple(aliases)


def unreadable(path: str = FILE) -> Problem:
    """Return the problem of a configuration that is no text."""
    return problem(Location(path), Level.ERROR, "not-utf-8", got="")
