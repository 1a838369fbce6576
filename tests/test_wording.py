"""Problems, refusals and reasons in words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from journalgen.language import load
from journalgen.model.left_out import Reason
from journalgen.problems import Level, Location, Problem, problem
from journalgen.refusal import Refusal
from journalgen.wording import PROBLEMS, REASONS, REFUSALS, hint, reason, refusal, sentence, terminal

ENGLISH = load("en")
WHERE = Location("2026/03/05.md", 4, 7)
CODE = Path(__file__).parents[1] / "journalgen"
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%|%")


def off_scale(got: str = "great") -> Problem:
    return problem(WHERE, Level.ERROR, "expected-on-scale", field="mood", min=1, max=10, got=got)


def test_terminal() -> None:
    assert terminal(off_scale(), ENGLISH) == "2026/03/05.md:4:7: mood: expected 1 to 10, got 'great'"
    unknown = problem(Location("2026/03/05.md", 9, 1), Level.WARNING, "unknown-field", field="mod", suggestion="mood")
    assert terminal(unknown, ENGLISH) == "2026/03/05.md:9:1: mod: unknown field; did you mean 'mood'?"


def test_sentence() -> None:
    assert sentence(off_scale(), ENGLISH) == "In line 4, mood says 'great'; a number from 1 to 10 works here."
    undated = problem(Location("letter.md"), Level.WARNING, "undated")
    assert sentence(undated, ENGLISH).startswith("There is no day in the file's name")


def test_hint() -> None:
    assert hint(off_scale(), ENGLISH) is None
    order = problem(WHERE, Level.ERROR, "date-order", field="date", got="03/04/2026")
    assert hint(order, ENGLISH) == "which number is the day and which the month can't be told"


def test_a_code_without_words_stands_for_itself() -> None:
    new = problem(WHERE, Level.ERROR, "brand-new")
    assert terminal(new, ENGLISH) == "2026/03/05.md:4:7: brand-new"
    assert sentence(new, ENGLISH) == "In line 4, brand-new"
    assert hint(new, ENGLISH) is None
    assert refusal(Refusal("brand-new"), ENGLISH) == "brand-new"
    assert reason("brand-new", ENGLISH) == "brand-new"


def test_what_was_written_cannot_command_a_terminal() -> None:
    got = "a\x1b[2J\nb\u202ec" + "d" * 200
    line = terminal(off_scale(got), ENGLISH)
    assert line.endswith("…'")
    assert "a[2J bc" in line
    assert len(line) < 160
    assert terminal(problem(Location("a\x1bb.md"), Level.ERROR, "empty"), ENGLISH) == "ab.md: empty"


def test_a_translation_with_other_placeholders_is_shown_as_it_is() -> None:
    wrong = replace(ENGLISH, gettext=lambda text: "%(nothing)s")
    assert terminal(off_scale(), wrong) == "2026/03/05.md:4:7: %(nothing)s"


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_all_words_of_a_code_use_its_parameters(code: str) -> None:
    words = PROBLEMS[code]
    texts = [words.terminal, words.sentence, words.hint or ""]
    assert all(found[0].startswith("%(") for text in texts for found in PLACEHOLDER.finditer(text))
    assert words.sentence.endswith(".")
    assert not words.terminal.endswith(".")


def _codes(pattern: str) -> set[str]:
    found = set()
    for file in CODE.rglob("*.py"):
        if "wording" not in file.parts:
            for match in re.finditer(pattern, file.read_text()):
                found |= set(re.findall(r'(?<=")[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?=")', match[0]))
    return found


def test_every_code_in_the_code_has_words() -> None:
    problems = _codes(
        r"(?s)(?<!\w)(?:problem|expected)\([^\"]{0,120}\"[a-z0-9-]+\"|complain\(\s*\"[a-z0-9-]+\""
        r"|Problem\([^\"]{0,120}\"[a-z0-9-]+\"|_fail\([^\"]{0,40}\"[a-z0-9-]+\""
    )
    assert len(problems) > 15
    assert problems - PROBLEMS.keys() == set()
    refusals = _codes(r"Refusal\([^)\n]*")
    assert refusals - REFUSALS.keys() == set()
    assert len(refusals) > 10


def _refusals() -> Iterator[tuple[str, str, set[str]]]:
    """Yield place, code and keywords of every `Refusal` that the code makes."""
    for file in sorted(CODE.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Refusal":
                code, *others = call.args
                keywords = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
                assert not others
                assert len(keywords) == len(call.keywords)
                # In `"one" if … else "other"` both are codes, but not what a condition compares with.
                for each in (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,):
                    if isinstance(each, ast.Constant):
                        yield f"{file.relative_to(CODE)}:{call.lineno}", str(each.value), keywords


def test_every_refusal_gives_what_its_words_name() -> None:
    refusals = list(_refusals())
    assert len(refusals) > 25
    wrong = {
        (place, code): missing
        for place, code, keywords in refusals
        if (missing := {found[1] for found in PLACEHOLDER.finditer(REFUSALS[code])} - keywords)
    }
    assert wrong == {}
    assert {code for _, code, _ in refusals} == REFUSALS.keys()


def test_every_reason_has_words() -> None:
    assert REASONS.keys() == {each.value for each in Reason}


def test_refusals_name_the_place() -> None:
    shown = refusal(Refusal("output-not-ours", folder="/home/m/site", files="a.txt, b.txt"), ENGLISH)
    assert shown.startswith("/home/m/site already holds files that journalgen did not make (a.txt, b.txt).")
