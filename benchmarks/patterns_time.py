"""How long all patterns of a journal take, and how much memory: a process for each, started for it alone.

    python benchmarks/patterns_time.py             the table on the terminal
    python benchmarks/patterns_time.py --write     the section of docs/benchmarks.md as well

Each day has an entry, metrics that carry over from day to day, and tags by chance, twice as likely after a day with one. The time
is that of `patterns()` as a build calls it, without starting Python, with the import of what it computes with.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from statistics import median

import journals
from sections import write_section

from journalgen import __version__
from journalgen.model.config import Config
from journalgen.model.entry import Measure
from journalgen.model.journal import Journal

HEADING = "## Patterns"
# Days, tags and metrics.
SIZES = ((365, 20, 3), (1000, 20, 3), (1000, 60, 8), (10_000, 60, 8))
_MEASURE = """
import json, resource, sys, time
sys.path.insert(0, {folder!r})
import patterns_time
journal, until = patterns_time.journal({days}, {tags}, {metrics})
began = time.perf_counter()
from journalgen.analysis.patterns.search import patterns
found, _ = patterns(journal, until, ())
took = time.perf_counter() - began
print(json.dumps([took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, found.tests]))
"""


def journal(days: int, tags: int, metrics: int) -> tuple[Journal, dt.date]:
    """Return a journal of so many days, tags and metrics, and its last day."""
    chance = random.Random(7)
    first = dt.date(1998, 1, 1).toordinal()
    names = ["mood", *(f"metric {number}" for number in range(1, metrics))]
    level = dict.fromkeys(names, 0.0)
    share = [chance.choice((0.03, 0.06, 0.1, 0.2, 0.35)) for _ in range(tags)]
    on = [False] * tags
    entries = []
    for day in range(first, first + days):
        for name in names:
            level[name] = 0.5 * level[name] + chance.gauss(0, 0.85)
        on = [chance.random() < each * (2 if was else 0.9) for each, was in zip(share, on, strict=True)]
        measures = tuple(Measure(name, min(10.0, max(1.0, round(5.5 + 1.6 * value)))) for name, value in level.items())
        entries.append(
            journals.entry_of(
                dt.date.fromordinal(day), measures, tuple(f"tag {number}" for number, has in enumerate(on) if has)
            )
        )
    return Journal(Config(), tuple(entries), (), (), (), None), dt.date.fromordinal(first + days - 1)


def measured(days: int, tags: int, metrics: int) -> tuple[float, float, int]:
    """Return the seconds, the MiB and how many comparisons there were."""
    code = _MEASURE.format(folder=str(Path(__file__).parent), days=days, tags=tags, metrics=metrics)
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    seconds, memory, tests = json.loads(said)
    return seconds, memory, tests


def section(repetitions: int) -> str:
    load = f", load {os.getloadavg()[0]:.1f} before it began" if hasattr(os, "getloadavg") else ""
    rows = ["| days | tags | metrics | comparisons | seconds | MiB |", "| ---: | ---: | ---: | ---: | ---: | ---: |"]
    for days, tags, metrics in SIZES:
        runs = [measured(days, tags, metrics) for _ in range(repetitions)]
        seconds, memory = median(run[0] for run in runs), max(run[1] for run in runs)
        rows.append(f"| {days:,} | {tags} | {metrics} | {runs[0][2]:,} | {seconds:.2f} | {memory:.0f} |")
    return (
        f"{HEADING}\n\n"
        "Measured by `python benchmarks/patterns_time.py --write`, which writes this section: all comparisons of a journal with\n"
        "an entry every day, in a process of its own, with the import of what they are computed with. A build remembers what they\n"
        f"come to. Medians of {repetitions} runs on {os.cpu_count()} processors{load}, {dt.date.today()}: "  # noqa: DTZ011
        f"journalgen {__version__}.\n\n" + "\n".join(rows) + "\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repetitions", type=int, default=3, help="how many times each is measured")
    parser.add_argument("--write", action="store_true", help="write the section into docs/benchmarks.md as well")
    options = parser.parse_args()
    text = section(options.repetitions)
    print(text)
    if options.write:
        write_section(HEADING, text)


if __name__ == "__main__":
    main()
