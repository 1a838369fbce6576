"""Writes the part of docs/templates.md that says what each template sees, from the code itself.

python docs/interface.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import get_args, get_type_hints

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journalgen.language import load  # noqa: E402
from journalgen.model.entry import Link as LinkInText  # noqa: E402
from journalgen.model.own import OwnFile  # noqa: E402
from journalgen.plan.summary.views import SummaryPage  # noqa: E402
from journalgen.plan.templates import TEMPLATES as OF_SITE  # noqa: E402
from journalgen.problems import Location, Problem  # noqa: E402
from journalgen.render.environment import environment  # noqa: E402
from journalgen.render.links import Links  # noqa: E402
from journalgen.render.page import SiteFrame  # noqa: E402
from journalgen.render.summary import TEMPLATE as SUMMARY  # noqa: E402
from journalgen.render.theme import Theme  # noqa: E402

TEMPLATES = {**OF_SITE, SummaryPage: SUMMARY}
FILE = ROOT / "docs" / "templates.md"
_MARKED = re.compile(r"(<!-- made by docs/interface.py -->\n).*?(<!-- end -->)", re.DOTALL)
# What fingerprints are made of; no page shows it.
_UNSEEN = ("digest", "linked", "listed", "figured", "reviewed", "shared")


def _type(hint: object) -> str:
    """Return a type as somebody who writes templates reads it."""
    if hint is type(None):
        return "none"
    if origin_arguments := get_args(hint):
        if getattr(hint, "__origin__", None) is tuple:
            inner = [each for each in origin_arguments if each is not Ellipsis]
            return "list of " + " and ".join(_type(each) for each in inner)
        if all(isinstance(each, str) for each in origin_arguments):
            return " or ".join(f"`{each}`" for each in origin_arguments)
        return " or ".join(_type(each) for each in origin_arguments)
    names = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "bytes": "key of a text"}
    name = _name(hint) if isinstance(hint, type) else str(hint)
    return names.get(name, name)


def _name(kind: type) -> str:
    """Return what a kind of value is called here; two are links, one of them that of a text."""
    return "site" if kind is SiteFrame else "LinkInText" if kind is LinkInText else kind.__name__


def _reachable(kinds: list[type]) -> list[type]:
    """Return the kinds of values that can be got at from these, each once, in order."""
    found: list[type] = []
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop(0)
        if kind in found:
            continue
        found.append(kind)
        for hint in get_type_hints(kind).values():
            waiting += _structs(hint)
    return found


def _structs(hint: object) -> list[type]:
    if isinstance(hint, type) and (issubclass(hint, Struct) or hint in (Problem, Location)):
        return [hint]
    return [each for inner in get_args(hint) for each in _structs(inner)]


def _table(kind: type) -> list[str]:
    text = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    rows = [
        f"| `{name}` | {_type(hint)} |"
        for name, hint in get_type_hints(kind).items()
        if name not in _UNSEEN and not name.startswith("_")
    ]
    return [text, "", "| field | what it is |", "|---|---|", *rows, ""]


def interface() -> str:
    """Return what templates see, as Markdown."""
    lines: list[str] = ["### What each page's `view` holds", ""]
    for kind, template in sorted(TEMPLATES.items(), key=lambda pair: pair[1]):
        lines += [f"#### `{template}`", "", *_table(kind)]
    lines += ["### What these hold", ""]
    pages = list(TEMPLATES)
    for kind in sorted(_reachable([*pages, SiteFrame]), key=_name):
        if kind not in pages:
            lines += [f"#### {_name(kind)}", "", *_table(kind)]
    given = environment(
        Theme(ROOT / "templates", (OwnFile("x.html", "x.html", b""),)), load("en"), Links(), {"body": str, "site": None}
    )
    lines += [
        "### Filters and functions",
        "",
        "Filters: " + ", ".join(f"`{name}`" for name in sorted(given.filters)) + ".",
    ]
    lines += ["", "Names and functions: " + ", ".join(f"`{name}`" for name in sorted(given.globals)) + ".", ""]
    return "\n".join(lines)


def document(text: str) -> str:
    """Return the document with the part that is made anew."""
    return _MARKED.sub(lambda found: found[1] + interface() + found[2], text)


if __name__ == "__main__":
    FILE.write_text(document(FILE.read_text(encoding="utf-8")), encoding="utf-8")
