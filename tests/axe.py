"""axe-core, which finds what keeps people with a disability from a page; from npm, and no part of the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

VARIABLE = "JOURNALGEN_AXE"
# WCAG 2.2 AA, with what axe's authors hold to be good practice besides.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

WRITERS_OWN = ("empty-table-header", "heading-order")


def axe_source() -> str:
    """Return axe's script; skips the test where there is none, or fails it where CI requires the browser."""
    file = Path(os.environ.get(VARIABLE, "axe.min.js"))
    if not file.is_file():
        reason = f"axe-core is not on this machine: {VARIABLE} names no axe.min.js"
        if os.environ.get("JOURNALGEN_BROWSER_REQUIRED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return file.read_text(encoding="utf-8")


def findings(page: Page, source: str) -> list[str]:
    """Return what axe finds on the page as it stands: the rule, the element, and what is wrong with it.

    How the writer orders headings and heads tables in a text is the writer's own, and no matter of WCAG.
    """
    page.evaluate(source)
    found: list[dict[str, Any]] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(result => result.violations)",
        list(TAGS),
    )
    return [
        f"{rule['id']}: {node['target'][0]}: {node['failureSummary']}".replace("\n", " ")
        for rule in found
        for node in rule["nodes"]
        if rule["id"] not in WRITERS_OWN
        or not page.evaluate("target => document.querySelector(target).closest('.prose')", node["target"][0])
    ]
