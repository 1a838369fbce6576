"""The pictures in the README: pages of the example journal as a browser shows them.

    python docs/pictures/make.py

Needs the test extra and Chromium. The site is built as on one fixed day, so that the pictures are the same for everybody.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from journalgen.build.build import build
from journalgen.build.request import Request

HERE = Path(__file__).resolve().parent
JOURNAL = HERE.parents[1] / "example-journal"
NOW = dt.datetime(2026, 3, 20, 12, 0)  # noqa: DTZ001 -- the civil time on the wall
PAGES = {
    "home": "index.html",
    "entry": "2026/03/07.html",
    "month": "2026/03/index.html",
    "year": "2025/index.html",
    "along": "patterns/along.html",
    "mood": "metrics/mood.html",
    "review": "reviews/2026-W10.html",
}
# The width of a window and its height in points: a desk's, a telephone's.
WINDOWS = {1280: 900, 390: 844}
LARGEST = 200_000


def take(browser: Browser, site: Path) -> None:
    """Take every page at every width in both themes."""
    for width, height in WINDOWS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
            )
            page = context.new_page()
            for name, path in PAGES.items():
                page.goto((site / path).as_uri())
                file = HERE / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=file)
                print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")
                if file.stat().st_size > LARGEST:
                    sys.exit(f"{file.name} is larger than {LARGEST / 1000:.0f} kB")
            context.close()


def main() -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("Chromium is not on this machine.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        # A copy, so that nothing is left in the checkout.
        journal = Path(folder) / "journal"
        shutil.copytree(JOURNAL, journal, ignore=shutil.ignore_patterns("site", ".journalgen"))
        build(Request(journal, NOW))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        take(browser, journal / "site")
        browser.close()


if __name__ == "__main__":
    main()
