"""How quick the preview is, from saving an entry to the browser showing it, and whether a day of edits makes it grow.

    python benchmarks/serve.py                        1,000 and 10,000 entries, the table on the terminal
    python benchmarks/serve.py --entries 1000         a quick try
    python benchmarks/serve.py --soak 5000            5,000 edits in a row as well
    python benchmarks/serve.py --write                the section into docs/benchmarks.md as well

It needs Playwright (the project's `test` extra) and the system's Chromium. The preview is the command itself, in a process
of its own; files are written as an editor writes them; the time is taken from before the file is opened for writing to the
frame in which the page shows it, by one clock. Nothing is told to the preview but what the system tells it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import journals
from playwright.sync_api import Page, sync_playwright
from sections import write_section

from journalgen import __version__

HEADING = "## Preview"
ENTRY = Path("entries/2025/06/2025-06-15.md")
ADDRESS = "2025/06/15.html"
# Between two saves of somebody who writes, so that a build has come to its end.
PAUSE = 1.0

# Resolves with the time (ms since 1970) of the frame that shows some words.
_WATCH = """(words) => {
  window.shown = new Promise((done) => {
    const look = () => {
      if (!document.querySelector(".prose")?.textContent.includes(words)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}"""


@contextmanager
def preview(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command, and yield its process and address."""
    command = [sys.executable, "-m", "journalgen", "serve", str(folder), "--no-open"]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert running.stdout is not None
    try:
        for line in running.stdout:
            if found := re.search(r"http://\S+", line):
                # A pipe that nobody reads would fill up, with a line for each save.
                threading.Thread(target=running.stdout.read, daemon=True).start()
                yield running, found[0]
                break
    finally:
        running.terminate()
        running.wait(30)


def in_place(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def renamed_over(file: Path, text: str) -> None:
    beside = file.with_name(".beside.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def latency(page: Page, file: Path, text: str, words: str, save: object = in_place) -> float:
    """Return the ms from saving a text to the page showing some words of it."""
    page.evaluate(_WATCH, words)
    begun = time.time() * 1000
    assert callable(save)
    save(file, text)
    return float(page.evaluate("() => window.shown")) - begun


def resident(process: int) -> float:
    """Return the MiB of memory that a process holds."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else float("nan")


def measured(folder: Path, edits: int, soak: int) -> dict[str, object]:
    """Return what one journal shows: latencies of each kind of edit, and what a long day of them does."""
    file = folder / ENTRY
    before = file.read_text(encoding="utf-8")
    found: dict[str, object] = {}
    with preview(folder) as (running, address), sync_playwright() as playwright:
        chromium = shutil.which("chromium") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found["browser"] = browser.version
        page = browser.new_page()
        page.goto(address)
        page.wait_for_url(re.compile(r"localhost:\d+/$"))
        page.goto(page.url + ADDRESS)
        page.wait_for_selector("journalgen-preview", state="attached")
        time.sleep(PAUSE)
        for name, save in (("in its place", in_place), ("renamed over", renamed_over)):
            times = []
            for number in range(edits):
                words = f"Line {number} of those {name}."
                times.append(latency(page, file, f"{before}\n{words}\n", words, save))
                time.sleep(PAUSE)
            found[name] = times
        if soak:
            found["soak"] = soaked(page, file, before, soak, running.pid)
        browser.close()
    in_place(file, before)
    return found


def soaked(page: Page, file: Path, before: str, edits: int, process: int) -> dict[str, float]:
    """Return memory (MiB) and latency (ms) at the beginning and at the end of so many edits, one as soon as the last is shown."""
    times, memory = [], {}
    for number in range(1, edits + 1):
        words = f"Edit {number} of a long day."
        times.append(latency(page, file, f"{before}\n{words}\n", words))
        if number in (edits // 10, edits):
            time.sleep(5)
            memory[number] = resident(process)
    return {
        "early": memory[edits // 10],
        "late": memory[edits],
        "first": median(times[:100]),
        "last": median(times[-100:]),
        "edits": edits,
    }


def section(found: dict[int, dict[str, object]], edits: int, load: str) -> str:
    lines = ["| entries | how it was saved | median, ms | 9 of 10 within, ms |", "| ---: | --- | ---: | ---: |"]
    told = []
    version = ""
    for entries, each in found.items():
        version = str(each["browser"])
        for name in ("in its place", "renamed over"):
            times = each[name]
            assert isinstance(times, list)
            lines.append(f"| {entries:,} | {name} | {median(times):.0f} | {quantiles(times, n=10)[-1]:.0f} |")
        if isinstance(soak := each.get("soak"), dict):
            told.append(
                f"{soak['edits']:,.0f} edits in a row at {entries:,} entries: {soak['early']:.0f} MiB after a tenth of them,"
                f" {soak['late']:.0f} MiB\nat the end; {soak['first']:.0f} ms at the median of the first hundred,"
                f" {soak['last']:.0f} ms of the last.\n"
            )
    return (
        f"{HEADING}\n\n"
        "Measured by `python benchmarks/serve.py --write`, which writes this section: `journalgen serve` in a process of its own,\n"
        "a real browser with an entry's page open, and that entry saved with one line more, once a second. From before the\n"
        "file is opened for writing to the frame that shows the line.\n\n"
        f"Entries of about 330 words. {edits} saves each, on {os.cpu_count()} processors{load}, Chromium {version},\n"
        f"{dt.date.today()}: journalgen {__version__}.\n\n"  # noqa: DTZ011 -- the day on the wall
        + "\n".join(lines)
        + "\n"
        + "".join(f"\n{each}" for each in told)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, action="append", help="may be given again (else 1,000 and 10,000)")
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument(
        "--soak", type=int, default=0, metavar="EDITS", help="so many edits in a row, at the first size"
    )
    parser.add_argument("--write", action="store_true", help="write the section into docs/benchmarks.md as well")
    options = parser.parse_args()
    sizes = options.entries or [1_000, 10_000]
    load = f", load {os.getloadavg()[0]:.1f} before it began" if hasattr(os, "getloadavg") else ""
    found = {}
    for entries in sizes:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "journal"
            journals.write_journal(folder, entries)
            subprocess.run([sys.executable, "-m", "journalgen", "build", str(folder), "--quiet"], check=True)
            found[entries] = measured(folder, options.edits, options.soak if entries == sizes[0] else 0)
    text = section(found, options.edits, load)
    print(text)
    if options.write:
        write_section(HEADING, text)


if __name__ == "__main__":
    main()
