"""Which other templates a template of the writer's names, as Jinja itself reads it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from journalgen.refusal import Refusal
from journalgen.render.theme import text_of


class Use(NamedTuple):
    """A statement that names another template, on its line; `name` is None where it is computed."""

    statement: str
    name: str | None
    line: int
    may_be_missing: bool = False


_STATEMENTS: dict[type[nodes.Node], str] = {
    nodes.Extends: "extends",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from",
}


@lru_cache(maxsize=256)
def uses(data: bytes, name: str, path: str) -> tuple[Use, ...]:
    """Return what the statements of a template name; refuses (`template-fault`) what is no template."""
    try:
        tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(text_of(data, name, path), name, path)
    except TemplateSyntaxError as error:
        raise Refusal("template-fault", template=path, line=error.lineno, message=error.message or "") from error
    except RecursionError as error:
        raise Refusal("template-fault", template=path, line=1, message="nested too deeply") from error
    found = []
    for node in tree.find_all(tuple(_STATEMENTS)):
        wanted = getattr(node, "template", None)
        written = wanted.value if isinstance(wanted, nodes.Const) and isinstance(wanted.value, str) else None
        found.append(Use(_STATEMENTS[type(node)], written, node.lineno, bool(getattr(node, "ignore_missing", False))))
    return tuple(found)
