"""`prompts.toml` into the writer's own prompts: every key typed and checked, each mistake with its line and column."""

from __future__ import annotations

from typing import get_args

from journalgen.digests import digest
from journalgen.model.config import PROMPTS_FILE
from journalgen.model.prompts import OWN, THEMES, Depth, Form, Prompt, folded
from journalgen.parse.config.reading import Reading
from journalgen.parse.decode import decode
from journalgen.parse.frontmatter.nodes import Node, Scalar, Sequence, normal_key
from journalgen.parse.frontmatter.toml_reader import read_toml
from journalgen.parse.values import place
from journalgen.problems import Level, Problem, problem

PROMPT_KEYS = ("text", "theme", "depth", "form", "id")


def read_prompts(data: bytes, path: str = PROMPTS_FILE) -> tuple[tuple[Prompt, ...], tuple[Problem, ...]]:
    """Return the prompts in the bytes of the file, in their order, and all that is wrong with it.

    A prompt without text is none; what else of one can't be read keeps its default: the theme `own`, the depth `gentle`, the
    form `free`, and an id made from its text. Of two with the same id or text, the first counts.
    """
    text, decoding = decode(data, path)
    mapping, problems = read_toml(text, path)
    reading = Reading(path, [*decoding, *problems])
    found: list[Prompt] = []
    lines: dict[str, int] = {}
    for key, node in mapping.items if mapping else ():
        if normal_key(key.text) != "prompt":
            reading.unknown("", key, ("prompt",))
            continue
        for item in node.items if isinstance(node, Sequence) else (node,):
            prompt = _read_prompt(reading, item)
            if prompt and not _is_known(reading, lines, prompt, item):
                found.append(prompt)
    return tuple(found), tuple(reading.problems)


def _read_prompt(reading: Reading, item: Node) -> Prompt | None:
    table = reading.table("prompt", item)
    if table is None:
        return None
    values: dict[str, str | None] = {}
    for key, node in table.items:
        name = normal_key(key.text)
        if name == "depth":
            values[name] = reading.choice("prompt.depth", node, get_args(Depth))
        elif name == "form":
            values[name] = reading.choice("prompt.form", node, get_args(Form))
        elif name in PROMPT_KEYS:
            values[name] = _words(reading, f"prompt.{name}", node)
        else:
            reading.unknown("prompt.", key, PROMPT_KEYS)
    text = values.get("text")
    if text is None:
        if "text" not in values:
            reading.problems.append(
                problem(place(reading.path, table), Level.ERROR, "missing-key", field="prompt.text")
            )
        return None
    theme = values.get("theme") or OWN
    return Prompt(
        id=values.get("id") or f"own-{digest(folded(text).encode()).hex()[:10]}",
        theme=theme.casefold() if theme.casefold() in THEMES else theme,
        depth=values.get("depth") or "gentle",  # type: ignore[arg-type]  # one of the choices
        form=values.get("form") or "free",  # type: ignore[arg-type]  # as above
        text=text,
        own=True,
    )


def _words(reading: Reading, name: str, node: Node) -> str | None:
    """Return a text of one line between quotes that says something."""
    if isinstance(node, Scalar) and not node.plain and not node.text.strip():
        reading.complain("expected-text", name, node)
        return None
    text = reading.text(name, node)
    return " ".join(text.split()) if text else None


def _is_known(reading: Reading, lines: dict[str, int], prompt: Prompt, item: Node) -> bool:
    """Say whether a prompt stands there already, and complain of it; else remember where it stands."""
    for key in (folded(prompt.id), folded(prompt.text)):
        if key in lines:
            shown = prompt.text if key == folded(prompt.text) else prompt.id
            reading.problems.append(
                problem(place(reading.path, item), Level.ERROR, "duplicate-key", key=shown, first=lines[key])
            )
            return True
    lines |= dict.fromkeys((folded(prompt.id), folded(prompt.text)), item.line)
    return False
