"""What the fields of an entry mean: front matter and inline fields into names, measures, flags and text.

A field that cannot be understood is a problem and is kept as a plain field, so that nothing that was written disappears.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from journalgen.model.config import Config
from journalgen.model.entry import NO_DAY, Coping, Field, Matter, Measure
from journalgen.model.exercises import EXERCISES
from journalgen.parse.dates import NotADateError, read_date, read_time
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, normal_key
from journalgen.parse.matters import FIELDS as OF_MATTERS
from journalgen.parse.matters import Matters
from journalgen.parse.numbers import read_hours, read_number, read_on_scale, within
from journalgen.parse.reviews import is_review
from journalgen.parse.scores import Scores, is_item9
from journalgen.parse.values import (
    as_text,
    expected,
    is_blank,
    place,
    read_flag,
    read_names,
    read_phrases,
    read_tags,
    without_wiki,
)
from journalgen.problems import Level, Problem, problem

# The singular is what Obsidian and many people write; it can mean nothing else.
_SINGULAR = {
    "tag": "tags", "emotion": "emotions", "person": "people", "place": "places", "activity": "activities",
    "trigger": "triggers", "win": "wins", "event": "events", "alias": "aliases", "scale": "scales", "feeling": "emotions",
    "feelings": "emotions", "kind_word": "kind_words", "option": "options", "step": "steps",
}  # fmt: skip
# Close to a known field, but words of their own.
_NO_SLIPS = {
    "data", "fate", "food", "late", "meditation", "mode", "moon", "rate", "state", "subtitle", "theme", "times", "water",
    "wind", "wine", "wings", "wood",
}  # fmt: skip
# A clock time under these names is a moment of the day, not a number of hours.
_MOMENTS = {
    "bedtime", "bed_time", "asleep", "fell_asleep", "lights_out", "wake", "woke", "wake_up", "woke_up", "wakeup", "waketime",
    "wake_time", "wakeup_time", "got_up", "start", "end", "started", "ended", "start_time", "end_time", "started_at",
    "ended_at", "sunrise", "sunset", "breakfast", "lunch", "dinner", "alarm",
}  # fmt: skip
# What outliners write for themselves.
_BOOKKEEPING = {"id", "collapsed", "heading", "background_color", "ls_type", "cssclass", "cssclasses"}


@dataclass(slots=True)
class Fields:
    """What has been understood so far of one entry's fields."""

    path: str
    config: Config
    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    flags: dict[str, bool] = field(default_factory=dict)
    date: Scalar | None = None
    day: dt.date | None = None
    time: dt.time | None = None
    time_is_own: bool = False
    coping: list[Coping] = field(default_factory=list)
    measures: dict[str, Measure] = field(default_factory=dict)
    matter: Matter = field(default_factory=Matter)
    open_on: dt.date | None = None
    scores: Scores = field(init=False)
    others: list[Field] = field(default_factory=list)
    of_matters: list[tuple[str, Scalar, Node]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Let the questionnaires tell and keep what could not be understood where all else is."""
        self.scores = Scores(self.path, self.config, others=self.others, problems=self.problems)

    def read(self, mapping: Mapping, *, in_text: bool = False) -> None:
        """Take in every pair of a mapping; of a field given twice the first stands, and lists add up.

        Fields `in_text` stand there for all to see, so what outliners note for themselves need not be shown again.
        """
        for key, node in mapping.items:
            name = normal_key(key.text)
            if in_text and (name in _BOOKKEEPING or name.startswith("logseq.")):
                continue
            self._read_field(_SINGULAR.get(name, name), key, node)

    def settle(self) -> None:
        """Give the fields their meaning that depends on others; to be called when all have been read."""
        of_matters, self.of_matters = self.of_matters, []
        has_matter = "thread" in self.texts or "goal" in self.texts
        matters = Matters(self.path, self.problems)
        for name, key, node in of_matters:
            # `steps: 8000` are steps that were walked.
            is_number = isinstance(node, Scalar) and self._figure(node) is not None
            if not has_matter or is_blank(node) or (name == "steps" and ("goal" not in self.texts or is_number)):
                self._read_other(name, key, node)
            elif (known := matters.read(name, node, self.matter)) is not None:
                self.matter = known
            else:
                self._keep(key.text, node)

    def _read_field(self, name: str, key: Scalar, node: Node) -> None:
        if name in OF_MATTERS:
            self.of_matters.append((name, key, node))
            return
        if name in ("goal", "exercise") and not self._is_named(name, node):
            self._read_other(name, key, node)
            return
        reader = _READERS.get(name)
        if reader is not None:
            if not is_blank(node):
                reader(self, name, node)
        else:
            self._read_other(name, key, node)

    @classmethod
    def _is_named(cls, name: str, node: Node) -> bool:
        """Return whether a field names a goal or an exercise: `exercise: 30` are minutes, `goal: 10000` steps."""
        if not isinstance(node, Scalar):
            return False
        if name == "exercise":
            return "-".join(node.text.casefold().replace("_", " ").split()) in EXERCISES
        return cls._figure(node) is None

    def _read_exercise(self, name: str, node: Node) -> None:
        self.texts.setdefault(name, "-".join(as_text(node).casefold().replace("_", " ").split()))

    def _read_open_on(self, name: str, node: Node) -> None:
        if is_review(self.path):
            # It stands beside the figures of its time, which are there from the first day on.
            self.problems.append(problem(place(self.path, node), Level.WARNING, "review-open-on", field=name))
            return
        code = "expected-date"
        try:
            if isinstance(node, Scalar):
                self.open_on = self.open_on or read_date(node.text).day
                return
        except NotADateError as error:
            code = f"date-{error.reason}"
        self._complain(code, name, node)
        # Whoever writes `open_on: next year` does not want it read yet.
        self.open_on = self.open_on or NO_DAY

    def _keep(self, name: str, node: Node) -> None:
        """Keep what has no meaning of its own, under the name as it was written."""
        text = without_wiki(as_text(node))
        if text:
            self.others.append(Field(name.strip(), text))

    def _complain(self, code: str, name: str, node: Node, **parameters: object) -> None:
        self.problems.append(expected(self.path, node, code, name, **parameters))
        self._keep(name, node)

    def _read_text(self, name: str, node: Node) -> None:
        if isinstance(node, Mapping):
            self._complain("expected-text", name, node)
            return
        text = without_wiki(as_text(node))
        if text:
            self.texts.setdefault(name, text)

    def _read_names(self, name: str, node: Node) -> None:
        if isinstance(node, Mapping):
            self._complain("expected-list", name, node)
            return
        found = read_tags(node) if name == "tags" else read_names(node)
        self.names[name] = tuple(dict.fromkeys(self.names.get(name, ()) + found))

    def _read_phrases(self, name: str, node: Node) -> None:
        self.phrases[name] = self.phrases.get(name, ()) + read_phrases(node)

    def _read_flag(self, name: str, node: Node) -> None:
        flag = read_flag(node)
        if flag is None:
            self._complain("expected-flag", name, node)
            if name == "private":
                # Whoever writes `private: x` does not want it seen.
                self.flags.setdefault(name, True)
        else:
            self.flags.setdefault(name, flag)

    def _read_date(self, name: str, node: Node) -> None:
        while isinstance(node, Sequence) and len(node.items) == 1:
            node = node.items[0]  # `[[2026-03-14]]` without quotes is a list within a list
        if not isinstance(node, Scalar):
            self._complain("expected-date", name, node)
        elif self.day is None:
            try:
                when = read_date(node.text)
            except NotADateError as error:
                self._complain(f"date-{error.reason}", name, node)
            else:
                self.date, self.day = node, when.day
                self.time = self.time or when.time

    def _read_time(self, name: str, node: Node) -> None:
        time = read_time(node.text) if isinstance(node, Scalar) else None
        if time is None:
            self._complain("expected-time", name, node)
        elif not self.time_is_own:
            self.time, self.time_is_own = time, True

    def _read_coping(self, name: str, node: Node) -> None:
        items: tuple[Node, ...] = node.items if isinstance(node, Sequence) else (node,)
        for item in items:
            if not isinstance(item, Mapping):
                self.coping.extend(
                    Coping(what) for what in read_names(item if item is node else Sequence((item,), 0, 0))
                )
                continue
            parts = {normal_key(key.text): value for key, value in item.items}
            what = without_wiki(as_text(parts["what"])) if "what" in parts else ""
            if not what:
                self._complain("expected-coping", name, item)
                continue
            before, after = (self._end_of_pair(name, parts.get(end)) for end in ("before", "after"))
            self.coping.append(Coping(what, before, after))

    def _end_of_pair(self, name: str, node: Node | None) -> float | None:
        if node is None or is_blank(node):
            return None
        number = read_number(node.text) if isinstance(node, Scalar) else None
        if number is None:
            self._complain("expected-number", name, node)
        return number

    def _read_mood(self, name: str, node: Node) -> None:
        if self._is_pair(node) or isinstance(node, Scalar):
            self._read_measure(name, node)
        else:
            self._complain_of_scale(name, node)

    @staticmethod
    def _is_pair(node: Node) -> bool:
        return isinstance(node, Mapping) and {normal_key(key.text) for key, _ in node.items} in (
            {"before", "after"},
            {"before"},
            {"after"},
        )

    def _read_measure(self, name: str, node: Node) -> None:
        """Read a value on a metric's scale, or a pair of them; `after` stands for the entry, or `before` where it is alone."""
        if isinstance(node, Sequence):
            self._complain_of_scale(name, node)
            return
        if isinstance(node, Scalar):
            value = self._on_scale(name, node)
            before = None
        elif not self._is_pair(node):
            self._read_unknown(name, node)
            return
        else:
            ends = {normal_key(key.text): value for key, value in node.items}
            before = self._on_scale(name, ends.get("before"))
            value = self._on_scale(name, ends.get("after"))
            if value is None and before is not None:
                value, before = before, None
        if value is not None:
            self.measures.setdefault(name, Measure(name, value, before))

    def _on_scale(self, name: str, node: Node | None) -> float | None:
        if node is None or is_blank(node):
            return None
        value = read_on_scale(node.text, self.config.metric(name)) if isinstance(node, Scalar) else None
        if value is None:
            self._complain_of_scale(name, node)
        return value

    def _complain_of_scale(self, name: str, node: Node) -> None:
        metric = self.config.metric(name)
        if metric.min is not None and metric.max is not None:
            self._complain("expected-on-scale", name, node, min=f"{metric.min:g}", max=f"{metric.max:g}")
        elif metric.min is not None or metric.max is not None:
            end = "min" if metric.min is not None else "max"
            self._complain(f"expected-{end}", name, node, end=f"{metric.min if end == 'min' else metric.max:g}")
        else:
            self._complain("expected-number", name, node)

    def _read_scales(self, name: str, node: Node) -> None:  # noqa: ARG002 -- as all readers
        self.scores.read(node)

    def _read_other(self, name: str, key: Scalar, node: Node) -> None:
        if is_item9(name):
            self.scores.read_item9("phq9", node)
            return
        configured = any(metric.name == name for metric in self.config.metrics)
        if is_blank(node):
            # A key that a template left empty, or a typo of a known one.
            self._suggest(name, key, configured)
            return
        if configured:
            self._read_measure(name, node)
            return
        self._suggest(name, key, configured)
        if _close_to(name) == "private" and read_flag(node) is not False:
            # A slip of the pen: better hidden from others than shown.
            self.flags["private"] = True
        if self.open_on is None and isinstance(node, Scalar) and _close_to(name) == "open_on":
            with suppress(NotADateError):
                self.open_on = read_date(node.text).day
        self._read_unknown(name, node, key.text)

    def _suggest(self, name: str, key: Scalar, configured: bool) -> None:
        if configured or name in self.config.not_metrics:
            return
        if close := _close_to(name):
            where = place(self.path, key)
            self.problems.append(problem(where, Level.WARNING, "unknown-field", field=key.text, suggestion=close))

    def _read_unknown(self, name: str, node: Node, written: str | None = None) -> None:
        """Keep a field that has no meaning of its own: a number is a metric, a mapping its parts, all else is text."""
        if isinstance(node, Mapping) and not self._is_pair(node) and node.items:
            for key, value in node.items:
                nested = f"{name}.{normal_key(key.text)}"
                if is_item9(nested):
                    self.scores.read_item9("phq9", value)
                elif any(metric.name == nested for metric in self.config.metrics):
                    self._read_measure(nested, value)
                else:
                    self._read_unknown(nested, value, f"{written or name}.{key.text}")
        elif self._looks_like_metric(name, node):
            self._read_numbers(name, node)
        elif not is_blank(node):
            self._keep(written or name, node)

    def _looks_like_metric(self, name: str, node: Node) -> bool:
        last = name.rpartition(".")[2]
        if name in self.config.not_metrics or last in self.config.not_metrics or not any(map(str.isalpha, name)):
            return False
        if last in _MOMENTS and isinstance(node, Scalar) and ":" in node.text:
            return False
        if isinstance(node, Mapping) and self._is_pair(node):
            return all(self._figure(value) is not None for _, value in node.items)
        return self._figure(node) is not None

    @staticmethod
    def _figure(node: Node) -> float | None:
        if not isinstance(node, Scalar):
            return None
        # A number in quotes is meant as text; `7:30` has to have them in TOML and JSON.
        number = read_number(node.text) if node.plain else None
        return read_hours(node.text) if number is None else number

    def _read_numbers(self, name: str, node: Node) -> None:
        if isinstance(node, Mapping):
            ends = {normal_key(key.text): self._figure(value) for key, value in node.items}
            value, before = ends.get("after"), ends.get("before")
            if value is None:
                value, before = before, None
        else:
            value, before = self._figure(node), None
        if value is not None and within(value, self.config.metric(name)):
            self.measures.setdefault(name, Measure(name, value, before))


@lru_cache(maxsize=4096)
def _close_to(name: str) -> str | None:
    """Return the known field that a name may be a slip of."""
    if name in _NO_SLIPS:
        return None
    # In a short word half of the letters are shared by chance: there the first has to be the same.
    close = get_close_matches(name, KNOWN, n=1, cutoff=0.75 if len(name) > 3 else 0.85)
    if close and len(name) <= 5 and close[0][0] != name[0]:
        close = []
    if not close and len(name) >= 3:
        # One letter left out or put in, which the ratio above misses in short words.
        close = [known for known in KNOWN if abs(len(known) - len(name)) == 1 and _one_letter_apart(name, known)]
    return close[0] if close else None


def _one_letter_apart(name: str, other: str) -> bool:
    shorter, longer = sorted((name, other), key=len)
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))


_READERS: dict[str, Callable[[Fields, str, Node], None]] = {
    **dict.fromkeys(("title", "prompt", "thread", "goal", "weather", "location", "lang"), Fields._read_text),  # noqa: SLF001
    **dict.fromkeys(("tags", "emotions", "people", "places", "activities", "triggers", "aliases"), Fields._read_names),  # noqa: SLF001
    **dict.fromkeys(("gratitude", "wins", "kind_words", "events", "medication"), Fields._read_phrases),  # noqa: SLF001
    **dict.fromkeys(("starred", "private", "draft", "resurface"), Fields._read_flag),  # noqa: SLF001
    "date": Fields._read_date,  # noqa: SLF001
    "open_on": Fields._read_open_on,  # noqa: SLF001
    "exercise": Fields._read_exercise,  # noqa: SLF001
    "time": Fields._read_time,  # noqa: SLF001
    "coping": Fields._read_coping,  # noqa: SLF001
    "mood": Fields._read_mood,  # noqa: SLF001
    "scales": Fields._read_scales,  # noqa: SLF001
}
KNOWN = tuple(_READERS)
