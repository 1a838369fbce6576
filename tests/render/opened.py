"""A built journal as its reader opens it: by a double click, in Chromium."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from tests.journals import JournalFolder

if TYPE_CHECKING:
    from playwright.sync_api import Page

WRITTEN = [dt.date(2025, 11, 2) + dt.timedelta(days=3 * number) for number in range(45)]


def write_site(folder: Path, language: str = "en") -> Path:
    """Build a journal of 45 entries over two years, with moods in every other, and return its site."""
    folder.mkdir()
    journal = JournalFolder(folder, options={"language": language})
    for number, day in enumerate(WRITTEN):
        mood = f"mood: {number % 10 + 1}\n" if number % 2 else ""
        journal.write(
            f"{day}.md", f"---\ntitle: Day {number}\n{mood}tags: [walk]\n---\n{'Some words. ' * (number * 9 + 1)}\n"
        )
    journal.write("2026-03-14-b.md", "---\ntitle: Another\n---\nOn a day that has one.\n")
    journal.build()
    return journal.site


def text_of(page: Page) -> str:
    """Return what of the page can be read, and its title."""
    return f"{page.title()} {page.inner_text('body')}"


def focused(page: Page) -> str:
    """Return the name of what the keyboard is at."""
    said = page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText")
    return str(said)
