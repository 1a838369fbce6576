"""How quick search is in a real browser, on a generated journal: from the first key to results, and to the end of the scan.

    python benchmarks/search.py                   10,000 entries, five repetitions, the table on the terminal
    python benchmarks/search.py --entries 1000    a quick try
    python benchmarks/search.py --write           the table into docs/benchmarks.md as well

It needs Playwright (the project's `test` extra) and the system's Chromium. Each repetition has a browser of its own and
opens the page from its file, as a double click does. Times are taken in the page, from the key's event to the frame in
which the first result stands, and to the one in which the count is final. The longest task is how long the page once kept
a key waiting.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import journals
from playwright.sync_api import Browser, sync_playwright
from sections import write_section

from journalgen import __version__

HEADING = "## Search"
# journalgen does not trust the stamp of a file that was changed less than 2.5 s before it was read.
UNTIL_TRUSTED = 2.6

_WATCH = """() => {
  const found = document.querySelector(".search-found");
  const input = document.querySelector(".search-words");
  const afterFrame = (then) => requestAnimationFrame(() => setTimeout(then));
  window.took = {};
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) window.longest = Math.max(window.longest, each.duration);
  }).observe({ type: "longtask" });
  window.watch = () => {
    window.took = {};
    window.longest = 0;
    let start = null;
    input.addEventListener("input", () => { start = performance.now(); }, { once: true, capture: true });
    const observer = new MutationObserver(() => {
      if (start === null) return;
      const now = performance.now();
      if (window.took.first === undefined && found.querySelector("li")) {
        window.took.first = -1;
        afterFrame(() => { window.took.first = performance.now() - start; });
      }
      if (window.took.all === undefined && !found.hasAttribute("aria-busy")) {
        window.took.all = -1;
        afterFrame(() => { window.took.all = performance.now() - start; });
      }
    });
    observer.observe(found, { childList: true, subtree: true, attributes: true });
    window.stop = () => observer.disconnect();
  };
}"""

_IS_OVER = "() => !document.querySelector('.search-found').hasAttribute('aria-busy')"

# What is typed, after what, and what it is called in the table.
CASES = (
    ("e", "", "the first key, a letter that all entries have"),
    ("t", "quie", "the fifth letter of a word"),
    ('"early river"', "", "a phrase, pasted"),
    ("zzzz", "", "a word that no entry has, pasted"),
    ("mood:<4 tag:work", "", "conditions alone, pasted"),
)


def measured(browser: Browser, page_address: str) -> dict[str, tuple[float, float, float]]:
    """Return for each case the ms to the first result and to the end of the scan, and the longest task."""
    found = {}
    for typed, before, name in CASES:
        page = browser.new_context().new_page()
        page.goto(page_address)
        page.evaluate(_WATCH)
        field = page.locator(".search-words")
        if before:
            field.fill(before)
            page.wait_for_function(_IS_OVER)
        page.evaluate("watch()")
        if len(typed) == 1:
            field.press("End")
            page.keyboard.press(typed)
        else:
            field.fill(typed)
        page.wait_for_function(
            "() => window.took.all > 0 && (window.took.first === undefined || window.took.first > 0)"
        )
        took = page.evaluate("({ ...window.took, longest: window.longest })")
        page.evaluate("stop()")
        found[name] = (took.get("first", float("nan")), took["all"], took["longest"])
        page.context.close()
    return found


def memory(browser: Browser, page_address: str) -> float:
    """Return the MiB of JavaScript's heap with everything loaded and read."""
    page = browser.new_page()
    page.goto(page_address)
    page.fill(".search-words", "zzzz")
    page.wait_for_function(_IS_OVER)
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap: float = session.send("Runtime.getHeapUsage")["usedSize"] / 2**20
    page.close()
    return heap


def edit_ms(folder: Path) -> float:
    """Return how many ms of a build after one edited text go into the shard, in one warm process."""
    from journalgen.build import searching  # noqa: PLC0415 -- beside what is timed
    from journalgen.build.build import build  # noqa: PLC0415
    from journalgen.build.request import Request  # noqa: PLC0415

    request = Request(folder, dt.datetime(2026, 1, 1, 12))  # noqa: DTZ001 -- the civil time on the wall
    build(request)
    time.sleep(UNTIL_TRUSTED)
    spent = []
    real = searching.Shards
    took = 0.0

    class Timed(real):  # type: ignore[misc, valid-type]
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)

        @property
        def wanted(self) -> object:
            nonlocal took
            start = time.perf_counter()
            found = searching.Shards.wanted.func(self)  # type: ignore[attr-defined]
            took += time.perf_counter() - start
            return found

        def contents(self, others: object) -> object:
            inner = super().contents(others)

            def content(path: str) -> object:
                nonlocal took
                start = time.perf_counter()
                data = inner(path)
                if path.endswith(".js"):
                    took += time.perf_counter() - start
                return data

            return content

    from journalgen.build import whole  # noqa: PLC0415

    whole.Shards = Timed  # type: ignore[misc]
    entry = folder / "entries" / "2025" / "06" / "2025-06-15.md"
    for number in range(5):
        took = 0.0
        with entry.open("a", encoding="utf-8") as file:
            file.write(f"\nOne more line, the {number}. of them.\n")
        build(request)
        spent.append(took * 1000)
    whole.Shards = real  # type: ignore[misc]
    return median(spent)


def table(runs: list[dict[str, tuple[float, float, float]]]) -> str:
    lines = [
        "| what is typed | first results, ms | whole scan, ms | longest task, ms |",
        "| --- | ---: | ---: | ---: |",
    ]
    for _, _, name in CASES:
        first, everything, longest = (median(run[name][column] for run in runs) for column in range(3))
        shown = "none found" if first != first else f"{first:.0f}"  # noqa: PLR0124 -- not a number
        lines.append(f"| {name} | {shown} | {everything:.0f} | {f'{longest:.0f}' if longest else 'under 50'} |")
    return "\n".join(lines)


def section(folder: Path, entries: int, repetitions: int) -> str:
    chromium = shutil.which("chromium") or "/usr/bin/chromium"
    search_page = (folder / "site" / "search.html").as_uri()
    shards = list((folder / "site" / "search").rglob("*.js"))
    load = f", load {os.getloadavg()[0]:.1f} before it began" if hasattr(os, "getloadavg") else ""
    runs = []
    with sync_playwright() as playwright:
        for _ in range(repetitions):
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            runs.append(measured(browser, search_page))
            version = browser.version
            heap = memory(browser, search_page)
            browser.close()
    size = sum(file.stat().st_size for file in shards) / 2**20
    return (
        f"{HEADING}\n\n"
        "Measured by `python benchmarks/search.py --write`, which writes this section: in a browser that was just started, on a\n"
        "page that was opened from its file, from the key to the frame that shows it. Only for the fifth letter had anything\n"
        "been loaded before. The longest task is how long a key may once have had to wait.\n\n"
        f"{entries:,} entries of about 330 words, {len(shards)} years, {size:.0f} MiB of scripts, {heap:.0f} MiB in the browser"
        f" once all is\nread. Medians of {repetitions} runs on {os.cpu_count()} processors{load}, Chromium {version},"
        f" {dt.date.today()}: journalgen {__version__}.\n\n"  # noqa: DTZ011 -- the day on the wall
        f"{table(runs)}\n\n"
        f"An edited text costs the build of its year's shard, {edit_ms(folder):.1f} ms in a warm process, the digests of all"
        " shards\nincluded.\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument(
        "--journal", type=Path, help="a generated journal that is there already; its newest entries are edited"
    )
    parser.add_argument("--write", action="store_true", help="write the section into docs/benchmarks.md as well")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.journal or Path(made)
        if options.journal is None:
            journals.write_journal(folder, options.entries)
        subprocess.run([sys.executable, "-m", "journalgen", "build", str(folder), "--quiet"], check=True)
        text = section(folder, options.entries, options.repetitions)
    print(text)
    if options.write:
        write_section(HEADING, text)


if __name__ == "__main__":
    main()
