"""The scores of questionnaires in an entry's front matter: `scales: {phq9: 12, gad7: 8, who5: {raw: 15}}`.

Of item 9 of a PHQ-9 nothing leaves this module but whether it was above 0: neither its number nor a text that holds it stands in
a problem, a field or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from journalgen.model.config import Config
from journalgen.model.entry import Field, Score
from journalgen.model.scales import ScaleConfig
from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar, Sequence, normal_key
from journalgen.parse.numbers import read_number
from journalgen.parse.values import as_text, expected, is_blank, place, read_flag
from journalgen.problems import Level, Problem, problem

# An answer is 0 to 3: Kroenke, Spitzer, Williams 2001, doi 10.1046/j.1525-1497.2001.016009606.x.
_HIGHEST_ANSWER = 3
# The raw sum of 0 to 25 is multiplied by 4: Topp et al. 2015, doi 10.1159/000376585.
_RAW = {"who5": 4}
_ITEM9 = "item9"
_NAMES_OF_ITEM9 = {_ITEM9, "phq9item9", "phqitem9", "scalesitem9", "scalesphq9item9"}
_TELLS_ITEM9 = re.compile(r"(?:phq[\W_]*9[\W_]*)?item[\W_]*9(?!\d)(?:[\W_]*\d+)?", re.IGNORECASE)
_SAYS_ITEM9 = re.compile(r"item[\W_]*9(?:[\W_]*(\d))?", re.IGNORECASE)


def without_item9(text: str) -> str:
    """Return a text with an ellipsis in the place of what it says of item 9 and the answer to it; empty if that is all it says."""
    told = _TELLS_ITEM9.sub("…", text)
    return "" if told.strip() == "…" else told


def is_item9(name: str) -> bool:
    """Return whether a field outside of `scales` is item 9 of a PHQ-9, as in `phq9: {score: 12, item9: 1}`."""
    return _joined(name) in _NAMES_OF_ITEM9


def scale_name(key: str) -> str:
    """Return the name that a questionnaire is known by: `PHQ-9`, `phq 9` and `phq9` are one."""
    return _joined(normal_key(key))


def _joined(name: str) -> str:
    return name.replace("_", "").replace(".", "")


@dataclass(slots=True)
class Scores:
    """What has been understood so far of an entry's questionnaires; of one given twice the first score stands."""

    path: str
    config: Config
    found: dict[str, Score] = field(default_factory=dict)
    support_first: bool = False
    others: list[Field] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, node: Node) -> None:
        """Take in the value of `scales`: a mapping, or several in a list."""
        for mapping in node.items if isinstance(node, Sequence) else (node,):
            if not isinstance(mapping, Mapping):
                self._complain("expected-scales", "scales", node)
                return
            for key, value in mapping.items:
                name = scale_name(key.text)
                if name == _ITEM9:
                    self.read_item9("phq9", value)
                else:
                    self._read_score(name, value)

    def read_item9(self, scale: str, node: Node) -> None:
        """Take in the answer to item 9. What can't be read counts as above 0: Support is there once too often, never too seldom."""
        if is_blank(node):
            return
        number = _number(node)
        if number is None and (flag := read_flag(node)) is not None:
            number = float(flag)
        if number is None or not 0 <= number <= _HIGHEST_ANSWER or number % 1:
            where = place(self.path, node)
            self.problems.append(problem(where, Level.ERROR, "expected-answer", field=f"scales.{scale}"))
        if number is None or number > 0:
            self.support_first = True

    def _read_score(self, scale: str, node: Node) -> None:
        parts = {"score": node}
        if isinstance(node, Mapping):
            parts = {_joined(normal_key(key.text)): value for key, value in node.items}
        if _ITEM9 in parts:
            self.read_item9(scale, parts.pop(_ITEM9))
        written = parts.pop("score", None)
        raw = parts.pop("raw", None)
        name = f"scales.{scale}"
        self.others += [Field(f"{name}.{part}", text) for part, text in _texts(parts)]
        value = written if written is not None and not is_blank(written) else raw
        if value is None or is_blank(value):
            if parts:
                self.problems.append(problem(place(self.path, node), Level.ERROR, "missing-key", field=f"{name}.score"))
            return
        number = _number(value)
        if number is None:
            self._complain("expected-number", name, value)
            return
        factor = _RAW.get(scale, 1) if value is raw else 1
        self._keep_score(self.config.scale(scale), number, factor, value)

    def _keep_score(self, scale: ScaleConfig, number: float, factor: float, node: Node) -> None:
        name, score = f"scales.{scale.name}", number * factor
        below = scale.min is not None and score < scale.min
        if below or (scale.max is not None and score > scale.max):
            ends = {
                key: f"{end / factor:g}" for key, end in (("min", scale.min), ("max", scale.max)) if end is not None
            }
            if len(ends) == 2:
                self._complain("expected-on-scale", name, node, **ends)
            else:
                self._complain(f"expected-{'min' if below else 'max'}", name, node, end=next(iter(ends.values())))
            return
        if scale.step and score % scale.step:
            where = place(self.path, node)
            told = f"{scale.step:g}"
            self.problems.append(problem(where, Level.WARNING, "score-step", field=name, got=as_text(node), step=told))
        self.found.setdefault(scale.name, Score(scale.name, score))

    def _complain(self, code: str, name: str, node: Node, **parameters: object) -> None:
        told = expected(self.path, node, code, name, **parameters)
        text = as_text(node).strip()
        if said := _SAYS_ITEM9.search(text):
            # The answer may not stand in what is told.
            told = problem(told.where, told.level, "unclear-scales")
            self.support_first = self.support_first or said[1] != "0"
        elif text:
            self.others.append(Field(name, text))
        self.problems.append(told)


def _number(node: Node) -> float | None:
    return read_number(node.text) if isinstance(node, Scalar) else None


def _texts(parts: dict[str, Node]) -> Iterator[tuple[str, str]]:
    for part, node in parts.items():
        text = as_text(node).strip()
        if text and not _SAYS_ITEM9.search(text):
            yield part, text
