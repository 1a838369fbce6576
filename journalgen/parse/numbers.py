"""Numbers as people write them in front matter: decimals, durations, words and faces of a scale."""

from __future__ import annotations

import re

from journalgen.model.config import MetricConfig

_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?", re.ASCII)
_COMMA = re.compile(r"[+-]?\d+,\d{1,2}", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:([,_ '’\u00a0\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_HOURS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?\s*(?:([0-5]?\d)\s*(?:m(?:in(?:s|utes?)?)?)?)?", re.ASCII | re.IGNORECASE
)
# A lone "m" may be metres.
_MINUTES = re.compile(r"(\d+)\s*min(?:s|utes?)?", re.ASCII | re.IGNORECASE)

# Five words and the faces that people use for them, from the lower end of any scale to the upper; "meh" and "rad" are
# Daylio's. They stand at equal distances from end to end.
_STEPS = (
    ("awful", "terrible", "😭", "😢", "😫", "😩", "😖", "😣", "😡", "😱"),
    ("bad", "low", "🙁", "☹", "😕", "😟", "😔", "😞", "😒", "😰"),
    ("okay", "ok", "meh", "😐", "😶", "😑", "🫤"),
    ("good", "🙂", "😊", "☺", "😌", "😀"),
    ("wonderful", "rad", "😄", "😃", "😁", "🤩", "😍", "🥳", "🥰"),
)
WORDS = tuple(step[0] for step in _STEPS)
_FRACTIONS = {word: index / (len(_STEPS) - 1) for index, step in enumerate(_STEPS) for word in step}


def read_number(text: str) -> float | None:
    """Return the number that a text is (`7`, `7.5`, `7,5`, `8,000`, `8_000`), or None where it is none.

    A leading zero (`01234`) means a code, not a number.
    """
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    bare = text.lstrip("+-")
    if len(bare) > 1 and bare[0] == "0" and bare[1] not in ".,eE":
        return None
    if _DECIMAL.fullmatch(text):
        number = float(text)
    elif _COMMA.fullmatch(text):
        number = float(text.replace(",", "."))
    elif _THOUSANDS.fullmatch(text):
        number = float(re.sub(r"[,_ '’\u00a0\u202f]", "", text))
    else:
        return None
    return number if abs(number) < 1e15 else None


def read_hours(text: str) -> float | None:
    """Return the hours that a duration says (`7:30`, `7h30`, `7 h 30 min`, `45 min`), or None where it is none."""
    text = text.strip()
    if found := _CLOCK.fullmatch(text):
        return int(found[1]) + int(found[2]) / 60 + int(found[3] or 0) / 3600
    if found := _HOURS.fullmatch(text):
        return float(found[1].replace(",", ".")) + int(found[2] or 0) / 60
    if found := _MINUTES.fullmatch(text):
        return int(found[1]) / 60
    return None


def read_on_scale(text: str, metric: MetricConfig) -> float | None:
    """Return the value that a text has on a metric's scale, or None where it has none there.

    A number within the ends, `6/10` where 10 is the upper end, a word of the writer's own, or, where both ends are known
    and the writer has no words of their own for it, one of `WORDS` or a usual face.
    """
    text = text.strip()
    for word, value in metric.words:
        if word.casefold() == text.casefold():
            return value
    number = read_number(text)
    if number is None and metric.unit and text.endswith(metric.unit):
        number = read_number(text.removesuffix(metric.unit))
    if number is None and metric.name != "mood":
        number = _in_unit(read_hours(text), metric.unit)
    if number is None and metric.max is not None:
        share, slash, whole = text.rpartition("/")
        number = read_number(share) if slash and read_number(whole) == metric.max else None
    if number is None and metric.min is not None and metric.max is not None:
        fraction = _FRACTIONS.get(text.casefold().removesuffix("\ufe0f"))
        if fraction is not None:
            return metric.min + (metric.max - metric.min) * fraction
    return number if number is not None and within(number, metric) else None


def _in_unit(hours: float | None, unit: str | None) -> float | None:
    return hours * 60 if hours is not None and unit and _MINUTES.fullmatch(f"1{unit}") else hours


def within(number: float, metric: MetricConfig) -> bool:
    """Return whether the number lies between the ends of the metric's scale, as far as the writer set any."""
    return (metric.min is None or number >= metric.min) and (metric.max is None or number <= metric.max)
