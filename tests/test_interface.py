"""docs/templates.md says what templates see, and its examples work."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.journals import JournalFolder

DOCUMENT = Path(__file__).parents[1] / "docs" / "templates.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("interface", DOCUMENT.with_name("interface.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_templates_see_is_written_down() -> None:
    """`python docs/interface.py` brings it up to date."""
    assert tool().document(TEXT) == TEXT
    assert "#### `home.html`" in TEXT


def examples() -> list[tuple[str, str]]:
    found = re.findall(
        r"aved as `([\w./]+)`[^`]*?```(?:jinja|css)\n(.*?)```|Save this as `([\w./]+)`[^`]*?```css\n(.*?)```",
        TEXT,
        re.DOTALL,
    )
    return [(one or other, text or more) for one, text, other, more in found]


def test_there_are_examples() -> None:
    assert [name for name, _ in examples()] == ["assets/mine.css", "templates/entry.html", "templates/base.html"]


@pytest.mark.parametrize(("name", "text"), examples())
def test_each_example_shows(journal: JournalFolder, name: str, text: str) -> None:
    journal.write("2026-03-14.md", "Three words here.\n").build()
    before = journal.page("2026/03/14.html")
    journal.write(name, text)
    assert journal.build().problems == ()
    page = journal.page("2026/03/14.html")
    assert page != before
    assert {
        "assets/mine.css": "own/mine.css",
        "templates/entry.html": "3 words",
        "templates/base.html": '<p class="colophon">Journal',
    }[name] in page


def test_every_property_that_an_example_sets_is_the_themes() -> None:
    style = (DOCUMENT.parents[1] / "templates" / "assets" / "style.css").read_text(encoding="utf-8")
    for name in re.findall(r"^\s+(--[\w-]+):", TEXT, re.MULTILINE):
        assert f"{name}:" in style
