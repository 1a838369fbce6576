from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.journals import JournalFolder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
    "--disable-component-update",
)

# What the commands say is tested in English, whatever language the machine speaks.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"

# CI tries the same examples each time, so that a change is judged by what it changed; everywhere else they are new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture
def journal(tmp_path: Path) -> JournalFolder:
    """An empty journal."""
    folder = tmp_path / "journal"
    folder.mkdir()
    return JournalFolder(folder)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; one for all tests of a module."""
    required = os.environ.get("JOURNALGEN_BROWSER_REQUIRED") == "1"
    if not required:
        pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
        if not Path(CHROMIUM).exists():
            pytest.skip("the system has no Chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- may be missing

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield started
        started.close()
