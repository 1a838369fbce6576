"""How often patterns are found where there are none, and where there are some, in journals of our own making.

    python benchmarks/patterns.py                          2,000 journals a cell (500 of four years), the tables on the terminal
    python benchmarks/patterns.py --journals 20            a quick try
    python benchmarks/patterns.py --results FILE --write   goes on with FILE, and writes the tables into docs/patterns.md

Each cell is a kind of journal: how long, how much of a day's mood is carried over into the next, on which scale, which days
have no entry, and whether one of its 20 tags does anything. The cells take turns, and what is done is appended to FILE, so that
a run that is stopped keeps what it has. Each journal has a seed of its own and is the same in every run.

The journals go through `patterns()` as a build's do. Beside it stand, on the same journals, the methods that one would try
first, and for planted tags an oracle: it knows how much is carried over, and sees a mood without drift, season and weekdays.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small; the processes are what runs in parallel

import argparse
import datetime as dt
import hashlib
import json
import math
import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from journals import entry_of
from scipy.special import ndtr, stdtr

from journalgen import __version__
from journalgen.analysis.patterns.families import adjusted
from journalgen.analysis.patterns.search import Q, patterns
from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Measure
from journalgen.model.journal import Journal

PAGE = Path(__file__).resolve().parents[1] / "docs" / "patterns.md"
START, END = "<!-- tables: begin -->", "<!-- tables: end -->"
TAGS = 20
MISSING = 0.4
FIRST = dt.date(2020, 1, 1).toordinal()
_BATCH = 25
_PLANTED = "planted"
_SHARE = 0.2
_LEAST = 5


@dataclass(frozen=True)
class Cell:
    """A kind of journal. `gaps` says whether days are missing at random or more so when the mood is low.

    `week` is by how much the days of the week differ, in standard deviations of the mood that is carried over.
    """

    days: int
    phi: float
    scale: int
    gaps: str = "random"
    effect: float = 0.0
    week: float = 0.25

    @property
    def cost(self) -> int:
        """Return how many times as many journals of a year there are."""
        return 4 if self.days > 1000 else 1

    @property
    def name(self) -> str:
        name = f"{self.days}/{self.phi}/{self.scale}/{self.gaps}/{self.effect}"
        return name if self.week else f"{name}/no week"


CELLS = (
    Cell(90, 0.0, 10), Cell(90, 0.5, 5), Cell(90, 0.7, 10),
    Cell(365, 0.0, 10), Cell(365, 0.3, 5), Cell(365, 0.5, 10), Cell(365, 0.7, 5), Cell(365, 0.7, 10),
    Cell(365, 0.3, 10, "mood"), Cell(365, 0.7, 5, "mood"),
    Cell(1500, 0.5, 10), Cell(1500, 0.7, 5),
    Cell(90, 0.3, 5, week=0.0), Cell(365, 0.5, 10, week=0.0),
    Cell(90, 0.5, 10, effect=0.8),
    Cell(365, 0.0, 10, effect=0.5), Cell(365, 0.3, 5, effect=0.5), Cell(365, 0.5, 10, effect=0.5), Cell(365, 0.7, 5, effect=0.5),
    Cell(365, 0.0, 5, effect=0.8), Cell(365, 0.3, 10, effect=0.8), Cell(365, 0.5, 5, effect=0.8), Cell(365, 0.7, 10, effect=0.8),
    Cell(365, 0.5, 10, "mood", 0.8),
    Cell(1500, 0.5, 5, effect=0.5),
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A journal as numbers: the days with an entry, the mood written down, the one without what the oracle needn't see, tags."""

    days: np.ndarray
    mood: np.ndarray
    bare: np.ndarray
    tags: np.ndarray


def made(cell: Cell, number: int) -> Made:
    """Return a journal of a kind. Units are standard deviations of the mood that is carried over."""
    seed = int.from_bytes(hashlib.blake2b(f"{cell.name}/{number}".encode(), digest_size=8).digest())
    chance = np.random.default_rng(seed)
    day = np.arange(cell.days)
    mood = np.empty(cell.days)
    mood[0] = chance.standard_normal()
    for each, fresh in enumerate(chance.standard_normal(cell.days - 1) * math.sqrt(1 - cell.phi**2), start=1):
        mood[each] = cell.phi * mood[each - 1] + fresh
    weekday = chance.normal(0, cell.week, 7)[(day + FIRST - 1) % 7]
    trend = chance.normal(0, 0.5) * (day / cell.days - 0.5) * 2
    season = 0.4 * np.sin(2 * np.pi * (day / 365 + chance.random()))
    tags = np.column_stack([_tag(chance, day, each % 4) for each in range(TAGS)])
    if cell.effect:
        tags[:, 0] = chance.random(cell.days) < _SHARE
        mood = mood + cell.effect * tags[:, 0]
    felt = mood + weekday + trend + season
    missing = MISSING if cell.gaps == "random" else 1 / (1 + np.exp(0.5 + 1.2 * felt))
    seen = chance.random(cell.days) >= missing
    return Made(day[seen] + FIRST, _written(felt, cell.scale)[seen], _written(mood, cell.scale)[seen], tags[seen])


def _tag(chance: np.random.Generator, day: np.ndarray, form: int) -> np.ndarray:
    """Return a tag by day that has nothing to do with mood: on any day, for days on end, at weekends, or by the season."""
    share = chance.choice([0.03, 0.06, 0.1, 0.2, 0.35])
    if form == 1:
        length = chance.choice([3, 6, 10])
        on = chance.random() < share
        found = np.empty(len(day))
        for each, luck in enumerate(chance.random(len(day))):
            on = luck >= 1 / length if on else luck < share / (1 - share) / length
            found[each] = on
        return found
    if form == 2:
        share = np.where((day + FIRST - 1) % 7 >= 5, min(1.0, share * 2.5), share * 0.4)
    elif form == 3:
        share = share * (1 + 0.9 * np.sin(2 * np.pi * (day / 365 + chance.random())))
    return (chance.random(len(day)) < share).astype(float)


def _unit(scale: int) -> tuple[float, float]:
    """Return the middle of a scale, and how many of its steps a standard deviation is."""
    return (5.5, 1.6) if scale == 10 else (3.0, 0.8)


def _written(mood: np.ndarray, scale: int) -> np.ndarray:
    middle, step = _unit(scale)
    return np.clip(np.round(middle + step * mood), 1, scale)


def journal(cell: Cell, numbers: Made) -> Journal:
    """Return the journal as journalgen knows it."""
    names = [_PLANTED if cell.effect and not each else f"t{each}" for each in range(TAGS)]
    entries = tuple(
        entry_of(
            dt.date.fromordinal(int(day)),
            (Measure("mood", float(mood)),),
            tuple(name for name, on in zip(names, row, strict=True) if on),
        )
        for day, mood, row in zip(numbers.days, numbers.mood, numbers.tags, strict=True)
    )
    config = Config(metrics=(MetricConfig("mood", min=1, max=cell.scale, better="higher"),))
    return Journal(config, entries, (), (), (), None)


def compared(numbers: Made) -> list[int]:
    """Return the tags that have enough days."""
    counts = numbers.tags.sum(axis=0)
    return [each for each in range(TAGS) if _LEAST <= counts[each] <= len(numbers.days) - _LEAST]


def mann_whitney(numbers: Made, tags: list[int]) -> list[float]:
    """Return the p of each tag by the rank test of Mann and Whitney, with the normal approximation and its correction for ties."""
    _, place, counts = np.unique(numbers.mood, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    n = len(ranks)
    ties = 1 - float((counts.astype(float) ** 3 - counts).sum()) / (n**3 - n)
    found = []
    for tag in tags:
        on = numbers.tags[:, tag] > 0
        with_it, without = int(on.sum()), n - int(on.sum())
        statistic = ranks[on].sum() - with_it * (with_it + 1) / 2 - with_it * without / 2
        error = math.sqrt(with_it * without * (n + 1) / 12 * ties)
        found.append(float(2 * ndtr(-abs(statistic) / error)) if error else 1.0)
    return found


def least_squares(values: np.ndarray, known: np.ndarray, tags: np.ndarray) -> list[float]:
    """Return the p of each tag by least squares, one tag at a time beside known columns."""
    base, _ = np.linalg.qr(known)
    value = values - base @ (base.T @ values)
    column = tags - base @ (base.T @ tags)
    size = (column**2).sum(axis=0)
    size[size < 1e-9] = np.inf
    estimate = column.T @ value / size
    left = len(values) - base.shape[1] - 1
    error = np.sqrt(np.maximum(value @ value - estimate**2 * size, 1e-12) / left / size)
    return [float(each) for each in 2 * stdtr(left, -np.abs(estimate) / np.maximum(error, 1e-300))]


def ordinary(numbers: Made, tags: list[int]) -> list[float]:
    """Return the p of each tag by ordinary least squares beside weekday and a straight trend."""
    week = ((numbers.days[:, None] - 1) % 7 == np.arange(7)).astype(float)
    known = np.column_stack((week[:, week.any(axis=0)], (numbers.days - numbers.days.mean()) / 100))
    return least_squares(numbers.mood, known, numbers.tags[:, tags])


def oracle(cell: Cell, numbers: Made, tags: list[int]) -> list[float]:
    """Return the p of each tag for whoever knows how much is carried over, and sees the mood without anything else in it."""
    carried = cell.phi ** np.diff(numbers.days).astype(float)
    columns = np.column_stack((np.ones(len(numbers.days)), numbers.bare, numbers.tags[:, tags]))
    white = columns.copy()
    white[1:] = (columns[1:] - carried[:, None] * columns[:-1]) / np.sqrt(1 - carried**2)[:, None]
    return least_squares(white[:, 1], white[:, :1], white[:, 2:])


def tried(cell: Cell, number: int) -> dict[str, float]:
    """Return the counts of one journal; those of all journals of a cell are added up."""
    numbers = made(cell, number)
    tags = compared(numbers)
    planted = bool(cell.effect) and 0 in tags
    start = time.process_time()
    found, _ = patterns(journal(cell, numbers), dt.date.fromordinal(FIRST + cell.days - 1), ())
    took = time.process_time() - start
    same_day = [each for each in found.patterns if each.lag_days == 0 and each.kind == "tag"]
    day_after = [each for each in found.patterns if each.lag_days == 1]
    week = [each for each in found.patterns if each.kind == "weekday"]
    nothing = [each for each in found.patterns if each.kind == "tag" and each.factor != _PLANTED]
    counts = {
        "journals": 1.0,
        "seconds": took,
        "shown": any(each.shown for each in (*same_day, *(() if cell.week else week)) if each.factor != _PLANTED),
        "shown_week": any(each.shown for each in week),
        "shown_after": any(each.shown for each in day_after if each.factor != _PLANTED),
        "tests": len(nothing),
        "covered": sum(each.low <= 0 <= each.high for each in nothing),
    }
    naive = {"rank": mann_whitney(numbers, tags), "ordinary": ordinary(numbers, tags)} if tags else {}
    for name, values in naive.items():
        shown = [q <= Q for q in adjusted(values)]
        counts[f"{name}_shown"] = any(on for tag, on in zip(tags, shown, strict=True) if tag or not cell.effect)
        counts[f"{name}_found"] = planted and shown[tags.index(0)]
    if planted:
        ours = next(each for each in same_day if each.factor == _PLANTED)
        step = _unit(cell.scale)[1]
        known = adjusted(oracle(cell, numbers, tags))[tags.index(0)]
        counts |= {
            "planted": 1.0,
            "found": ours.shown,
            "oracle": known <= Q,
            "estimate": ours.estimate / step,
            "holds": ours.low <= cell.effect * step <= ours.high,
        }
    return {name: float(value) for name, value in counts.items()}


def batch(cell: Cell, first: int, last: int) -> dict[str, float]:
    """Return the counts of the journals of a cell from one number to before another."""
    total: dict[str, float] = {}
    for number in range(first, last):
        for name, value in tried(cell, number).items():
            total[name] = total.get(name, 0.0) + value
    return total


def results(file: Path | None) -> dict[str, dict[str, float]]:
    """Return the counts by cell that a file holds, a line for each batch."""
    found: dict[str, dict[str, float]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file and file.exists() else ():
        row = json.loads(line)
        cell = found.setdefault(row.pop("cell"), {})
        for name, value in row.items():
            cell[name] = cell.get(name, 0.0) + value
    return found


def run(journals: int, file: Path | None, processes: int) -> dict[str, dict[str, float]]:
    """Return the counts by cell of so many journals each, those in the file among them; cells take turns."""
    found = results(file)
    with ProcessPoolExecutor(processes) as pool:
        for chunk in _chunks(journals, found, processes):
            done = [(cell, pool.submit(batch, cell, first, last)) for cell, first, last in chunk]
            for cell, future in done:
                counts = future.result()
                total = found.setdefault(cell.name, {})
                for name, value in counts.items():
                    total[name] = total.get(name, 0.0) + value
                if file:
                    with file.open("a", encoding="utf-8") as out:
                        out.write(json.dumps({"cell": cell.name, **counts}) + "\n")
    return found


def _chunks(journals: int, found: dict[str, dict[str, float]], size: int) -> Iterator[list[tuple[Cell, int, int]]]:
    """Yield what is left to do, in turns of all cells, as many batches at once as there are processes."""
    left: list[tuple[Cell, int, int]] = []
    for first in range(0, journals, _BATCH):
        for cell in CELLS:
            done = int(found.get(cell.name, {}).get("journals", 0))
            last = min(first + _BATCH, journals // cell.cost)
            if last > max(done, first):
                left.append((cell, max(done, first), last))
    for start in range(0, len(left), size):
        yield left[start : start + size]


def _share(counts: dict[str, float], name: str, among: str) -> str:
    return f"{100 * counts[name] / counts[among]:.1f}" if name in counts and counts.get(among) else "–"


def tables(found: dict[str, dict[str, float]]) -> str:
    """Return the two tables, and the line that says how they were made."""
    gaps = {"random": "at random", "mood": "when low"}
    nothing = [
        (
            "| days | carried over | scale | missing | journals | **journalgen** | weekday "
            "| day after | least squares | ranks | hold |"
        ),
        "| ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    something = [
        "| days | carried over | scale | missing | effect | journals | **journalgen** | oracle | least squares | mean | hold |",
        "| ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    pooled: dict[str, float] = {}
    for cell in CELLS:
        counts = found.get(cell.name)
        if not counts:
            continue
        missing = gaps[cell.gaps] if cell.week else f"{gaps[cell.gaps]}; all weekdays alike"
        kind = f"| {cell.days:,} | {cell.phi} | 1 to {cell.scale} | {missing} "
        if not cell.effect:
            for name, value in counts.items():
                if name != "shown_week":  # true ones and false ones
                    pooled[name] = pooled.get(name, 0.0) + value
            nothing.append(f"{kind}{_row(counts)}")
        else:
            mean = f"{counts['estimate'] / counts['planted']:.2f}"
            something.append(
                f"{kind}| {cell.effect} | {counts['journals']:,.0f} | **{_share(counts, 'found', 'planted')}** "
                f"| {_share(counts, 'oracle', 'planted')} | {_share(counts, 'ordinary_found', 'planted')} "
                f"| {mean} | {_share(counts, 'holds', 'planted')} |"
            )
    if pooled:
        nothing.append(f"| all | | | {_row(pooled)}")
    journals = sum(each["journals"] for each in found.values())
    seconds = sum(each["seconds"] for each in found.values())
    return (
        f"{journals:,.0f} journals, {1000 * seconds / journals:.0f} ms of a processor each, "
        f"{dt.date.today()}: journalgen {__version__}.\n\n"  # noqa: DTZ011 -- the day on the wall
        "No tag does anything: journals in 100 that show a tag on the same day, or a weekday where all are alike.\n\n"
        + "\n".join(nothing)
        + "\n\nOne tag does something, in standard deviations of the mood: journals in 100 that show it on the same day.\n\n"
        + "\n".join(something)
        + "\n"
    )


def _row(counts: dict[str, float]) -> str:
    return (
        f"| {counts['journals']:,.0f} | **{_share(counts, 'shown', 'journals')}** | {_share(counts, 'shown_week', 'journals')} "
        f"| {_share(counts, 'shown_after', 'journals')} | {_share(counts, 'ordinary_shown', 'journals')} "
        f"| {_share(counts, 'rank_shown', 'journals')} | {_share(counts, 'covered', 'tests')} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--journals", type=int, default=2000, help="journals in each cell")
    parser.add_argument("--results", type=Path, help="a file that keeps what is done")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--write", action="store_true", help="write the tables into docs/patterns.md")
    options = parser.parse_args()
    found = run(options.journals, options.results, options.processes)
    text = tables(found)
    sys.stdout.write(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        new = re.sub(f"{START}.*{END}", lambda _: f"{START}\n{text}{END}", page, flags=re.DOTALL)
        PAGE.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
