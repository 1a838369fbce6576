"""Which files a template consists of: itself, and all that it extends, includes or imports, and they in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from journalgen.refusal import Refusal

# Only their line ends are kept, so that a line has the same number without them.
_COMMENT = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\b", re.DOTALL)
_USE = re.compile(r"\{%[-+]?\s*(extends|include|import|from)\b\s*([^%]*)")
_NAME = re.compile(r"""(["'])([^"'\\]+)\1(?=\s*(?:[-+]?$|import\b|as\b|with\b|without\b|ignore\b))""")


def template_closure(name: str, folders: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Return the names and contents of the files that a template consists of, by name; the first folder's come first.

    Refuses a name that is computed (`template-name-computed`) or leads nowhere (`template-missing`): what it stands for
    could change without any page noticing.
    """
    found: dict[str, bytes] = {}
    waiting = [(name, name, 0)]
    while waiting:
        wanted, user, line = waiting.pop()
        if wanted in found:
            continue
        file = next((folder / wanted for folder in folders if (folder / wanted).is_file()), None)
        if file is None:
            raise Refusal("template-missing", template=user, line=line, name=wanted)
        found[wanted] = file.read_bytes()
        waiting += [(each, wanted, at) for each, at in _used(wanted, found[wanted].decode(errors="replace"))]
    return tuple(sorted(found.items()))


def _used(template: str, source: str) -> list[tuple[str, int]]:
    """Return the names that a template's statements name, each with its line."""
    source = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), source)
    used = []
    for use in _USE.finditer(source):
        line = source.count("\n", 0, use.start()) + 1
        name = _NAME.match(use[2])
        if name is None:
            raise Refusal("template-name-computed", template=template, line=line, statement=use[1])
        used.append((name[2], line))
    return used
