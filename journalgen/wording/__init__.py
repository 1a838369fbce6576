"""What journalgen has to say about files, put into words last, in the reader's language.

A `Problem` is a mistake of the writer's, a `Refusal` what the machine or the rules of safety forbid. Both are codes with
parameters; `problems` and `refusals` hold the words for each code. A code without words is shown as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from journalgen.language import Language
from journalgen.problems import Problem
from journalgen.refusal import Refusal
from journalgen.wording.problems import PROBLEMS
from journalgen.wording.reasons import REASONS
from journalgen.wording.refusals import REFUSALS

__all__ = ["PROBLEMS", "REASONS", "REFUSALS", "hint", "reason", "refusal", "sentence", "terminal"]

# Parameters that count something, and so are written with their thousands apart.
_COUNTS = ("count", "dated")

# What someone wrote by mistake may be a whole paragraph.
_LONGEST = 80


def terminal(problem: Problem, language: Language) -> str:
    """Return a problem as one line that editors can jump to: `2026/03/05.md:4:7: mood: expected 1 to 10, got 'great'`."""
    words = PROBLEMS.get(problem.code)
    text = _filled(language.gettext(words.terminal), problem.parameters) if words else problem.code
    # What is said of the journal as a whole has no place to jump to.
    return text if problem.where.path == "." else f"{_in_one_line(str(problem.where))}: {text}"


def hint(problem: Problem, language: Language) -> str | None:
    """Return what may help with a problem, where there is more to say."""
    words = PROBLEMS.get(problem.code)
    if words is None or words.hint is None:
        return None
    return _filled(language.gettext(words.hint), problem.parameters)


def sentence(problem: Problem, language: Language) -> str:
    """Return a problem as the site says it, beside what was written."""
    words = PROBLEMS.get(problem.code)
    text = _filled(language.gettext(words.sentence), problem.parameters) if words else problem.code
    if problem.where.line:
        return language.gettext("In line %(line)s, %(sentence)s") % {"line": problem.where.line, "sentence": text}
    return text[:1].upper() + text[1:]


def refusal(refused: Refusal, language: Language) -> str:
    """Return why journalgen will not or cannot go on."""
    text = REFUSALS.get(refused.code)
    return _filled(language.gettext(text), refused.parameters, longest=None) if text else refused.code


def reason(value: str, language: Language) -> str:
    """Return why a file is not read as an entry, as a short phrase."""
    return language.gettext(REASONS[value]) if value in REASONS else value


def _filled(text: str, parameters: Iterable[tuple[str, str]], *, longest: int | None = _LONGEST) -> str:
    """Return a text with the parameters in their places; a translation that names others than there are stays as it is."""
    values = {
        name: f"{int(value):,}" if name in _COUNTS and value.isdecimal() else _short(_in_one_line(value), longest)
        for name, value in parameters
    }
    try:
        return text % values
    except (KeyError, ValueError, TypeError):
        return text


def _short(text: str, longest: int | None) -> str:
    return text if longest is None or len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _in_one_line(text: str) -> str:
    """Return a text without line ends and without what could command a terminal or turn the line around."""
    if text.isascii() and text.isprintable():
        return text
    shown = (" " if letter in "\n\r\t" else letter for letter in text)
    return "".join(
        letter for letter in shown if unicodedata.category(letter) not in ("Cc", "Zl", "Zp") and letter not in _TURNS
    )


_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
