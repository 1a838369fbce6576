"""What is wrong with the writer's own templates, told without rendering a page."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from journalgen.model.own import TEMPLATES, OwnFile
from journalgen.problems import Level, Location, Problem, problem
from journalgen.refusal import Refusal
from journalgen.render.closure import template_closure
from journalgen.render.theme import BUILT_IN, Theme


def problems_of_templates(own: Sequence[OwnFile], folder: Path) -> tuple[Problem, ...]:
    """Return an error for each template that is none, and a warning for each that no page would use."""
    theme = Theme(folder, tuple(own))
    built_in = theme.names()
    stems = [name.removesuffix(".html") for name in built_in]
    used: set[str] = set(built_in)
    problems: list[Problem] = []
    for name in (*built_in, *(file.name for file in own)):
        try:
            closure = template_closure(name, theme)
        except Refusal as refusal:
            problems += _as_problem(refusal, own)
        else:
            if name in built_in:
                used |= {each for each, _ in closure}
    for file in own:
        where = Location(f"{TEMPLATES}/{file.name}")
        if file.name.startswith(BUILT_IN):
            problems.append(problem(where, Level.WARNING, "own-hidden"))
        elif file.name not in used:
            close = get_close_matches(file.name.removesuffix(".html"), stems, n=1, cutoff=0.7)
            code = "own-unused-close" if close else "own-unused"
            problems.append(problem(where, Level.WARNING, code, suggestion=f"{close[0]}.html" if close else ""))
    return tuple(dict.fromkeys(problems))


def _as_problem(refusal: Refusal, own: Sequence[OwnFile]) -> list[Problem]:
    given = dict(refusal.parameters)
    for file in own:
        if given.get("template") in (file.name, file.path):
            where = Location(f"{TEMPLATES}/{file.name}", int(given["line"]))
            return [Problem(where, Level.ERROR, refusal.code, refusal.parameters)]
    return []
