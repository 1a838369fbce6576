"""Which files a template consists of: itself, and all that it extends, includes or imports, and they in turn."""

from __future__ import annotations

import re
from functools import lru_cache

from journalgen.refusal import Refusal
from journalgen.render.theme import Theme
from journalgen.render.uses import Use, uses

# Only their line ends are kept, so that a line has the same number without them.
_COMMENT = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\b", re.DOTALL)
_USE = re.compile(r"\{%[-+]?\s*(extends|include|import|from)\b\s*([^%]*)")
_NAME = re.compile(r"""(["'])([^"'\\]+)\1(?=\s*(?:[-+]?$|import\b|as\b|with\b|without\b|ignore\b))""")


def template_closure(name: str, theme: Theme) -> tuple[tuple[str, bytes], ...]:
    """Return the names and contents of the files that a template consists of, by name.

    Refuses a name that is computed (`template-name-computed`) or leads nowhere (`template-missing`): what it stands for
    could change without any page noticing; and a template that extends itself (`template-circle`).
    """
    found: dict[str, bytes] = {}
    extended: dict[str, str] = {}
    waiting = [(name, name, 0, False)]
    while waiting:
        wanted, user, line, may_be_missing = waiting.pop()
        if wanted in found:
            continue
        file = theme.find(wanted)
        if file is None:
            if may_be_missing:
                continue
            raise Refusal("template-missing", template=user, line=line, name=wanted)
        found[wanted] = file.data
        # What a stranger wrote is read as Jinja reads it; of our own the statements are as plain as they look.
        used = uses(file.data, wanted, file.path) if file.is_own else _used(file.data.decode(errors="replace"))
        for use in used:
            if use.name is None:
                raise Refusal("template-name-computed", template=wanted, line=use.line, statement=use.statement)
            if use.statement == "extends":
                extended[wanted] = use.name
                _refuse_circle(extended, wanted, use.line)
            waiting.append((use.name, wanted, use.line, use.may_be_missing))
    return tuple(sorted(found.items()))


def _refuse_circle(extended: dict[str, str], begin: str, line: int) -> None:
    passed = {begin}
    name = begin
    while name in extended:
        name = extended[name]
        if name in passed:
            raise Refusal("template-circle", template=begin, line=line, name=begin)
        passed.add(name)


@lru_cache(maxsize=256)
def _used(source: str) -> tuple[Use, ...]:
    """Return what the statements of one of journalgen's templates name."""
    source = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), source)
    used = []
    for use in _USE.finditer(source):
        line = source.count("\n", 0, use.start()) + 1
        name = _NAME.match(use[2])
        used.append(Use(use[1], name[2] if name else None, line, "ignore missing" in use[2]))
    return tuple(used)
