"""Pages of metrics and feelings, made from journals of a size: none but one value, a few, years, and half a life."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from journalgen.model.config import Config, MetricConfig
from journalgen.model.entry import Entry, Measure
from journalgen.plan.pages import Page
from tests.parse.entries import made
from tests.plan.figures.metrics.pages import TODAY, plan

CONFIG = Config(
    metrics=(
        MetricConfig("sleep", label="Sleep", unit="h", min=0, max=12, better="higher"),
        MetricConfig("anxiety", min=0, max=10, better="lower"),
    )
)
HAPPENED = {
    700: "moved house",
    420: "began at the library",
    300: "Kater died",
    90: "the long walk from Bredley to the sea",
}
TAKEN = {350: "sertraline 50 mg", 120: "sertraline 100 mg"}
FELT = (
    ("calm", "content"),
    ("tired", "sad"),
    ("worried", "tired"),
    ("glad", "peaceful"),
    ("underwater",),
    ("nostalgic", "calm"),
)


def days(length: int, gap: range = range(0)) -> Iterator[Entry]:
    """Yield about two entries of three days, as if written, up to the last day; in the gap none."""
    chance = random.Random(5)
    level = 5.0
    for before in range(length, -1, -1):
        level += chance.gauss(0, 0.4) + (5.5 - level) * 0.05
        mood = round(min(10, max(1, chance.gauss(level, 1))))
        sleep = round(chance.gauss(7, 1) * 4) / 4
        steps = chance.randint(1500, 14000)
        felt = chance.choice(FELT)
        if (chance.random() < 0.35 and before not in (*HAPPENED, *TAKEN, 0)) or before in gap:
            continue
        yield made(
            (TODAY - dt.timedelta(before)).isoformat(),
            measures=(
                Measure(
                    "mood", max(4, mood) if before in HAPPENED else mood, max(1, mood - 1) if before % 11 == 0 else None
                ),
                Measure("sleep", sleep),
                Measure("anxiety", 11 - mood),
                Measure("steps_in_the_park", steps),
            ),
            events=(HAPPENED[before],) if before in HAPPENED else (),
            medication=(TAKEN[before],) if before in TAKEN else (),
            emotions=felt,
            time=dt.time(before * 7 % 24),
            private=before % 97 == 5,
        )


def pages(name: str, entries: tuple[Entry, ...], **paths: str) -> dict[str, Page]:
    """Return some pages of a site by their names here, each at an address of its own."""
    made_plan = plan(*entries, config=CONFIG)
    outlines = {outline.path: outline for outline in made_plan.outlines}
    found = {}
    for key, path in paths.items():
        page = made_plan.page(outlines[path])
        folder, _, file = path.rpartition("/")
        found[f"{key}-{name}" if name else key] = Page(f"{folder}/{name}{file}", page.template, page.view, b"")
    return found


YEARS = tuple(days(900, range(480, 540)))
PAGES = {
    **pages(
        "", YEARS, metrics="metrics/index.html", metric="metrics/mood.html", feelings="patterns/feelings.html",
        steps="metrics/steps-in-the-park.html",
    ),
    **pages("one", tuple(days(0)), metric="metrics/mood.html", metrics="metrics/index.html", feelings="patterns/feelings.html"),
    **pages("two", tuple(days(3)), metric="metrics/sleep.html"),
    **pages("few", tuple(days(9)), metric="metrics/mood.html"),
    **pages("long", tuple(days(28 * 365)), metric="metrics/sleep.html", metrics="metrics/index.html"),
    **pages(
        "private", (made(measures=(Measure("mood", 3),), private=True), made("2026-03-15", emotions=("underwater",))),
        metric="metrics/mood.html", metrics="metrics/index.html", feelings="patterns/feelings.html",
    ),
}  # fmt: skip
