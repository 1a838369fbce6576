"""Pages of patterns with figures that are made up."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec.structs import replace

from journalgen.analysis.patterns.values import CopingChange, FactorLeftOut, MetricLevel, Since
from journalgen.model.config import Quiet
from journalgen.model.entry import Coping, Measure
from journalgen.plan.figures.sections import ADDRESSES, SectionLink
from journalgen.plan.pages import Page
from journalgen.plan.templates import TEMPLATES
from tests.parse.entries import made
from tests.plan.figures.journals import CONFIG, pages, pattern, patterns

_LOWER: dict[str, Any] = {"estimate": -1.216, "low": -1.714, "high": -0.718}
_SURE: dict[str, Any] = {"estimate": 0.812, "low": 0.411, "high": 1.213}
_NOTHING: dict[str, Any] = {
    "estimate": 0.12, "low": -0.31, "high": 0.55, "p": 0.58, "q": 0.8, "shown": False, "first_shown": None, "since": None,
}  # fmt: skip
_COPING: tuple[tuple[Coping, ...], ...] = (
    (Coping("walk", 4.0, 7.0), Coping("tea")),
    (Coping("walk", 3.0, 6.0), Coping("bath", 5.0, 5.0)),
    (),
    (Coping("radio", 6.0, 5.0), Coping("radio", 4.0, 5.0)),
    (),
)
ENTRIES = [
    made(
        f"2026-0{1 + day // 28}-{1 + day % 28:02}",
        tags=("deadline", "family/Mam") if day % 3 else ("walk", "ward") if day % 2 else ("walk",),
        activities=("ringing",),
        people=("Anna",),
        triggers=("deadline", "forms") if day % 4 == 0 else (),
        coping=_COPING[day % 5],
        measures=(Measure("anxiety", 4.0), Measure("mood", 6.0), Measure("sleep", 7.0)),
        time=dt.time(day % 24),
    )
    for day in range(56)
]
FOUND = patterns(
    pattern(),
    pattern("ringing", kind="activity", metric="mood", **_SURE, days_with=1, since=Since(4, 9, 0.5, -4.2, 5.2)),
    pattern("family/Mam", key="family/mam", metric="mood", lag_days=1, **_LOWER, since=Since(1, 3, None, None, None)),
    pattern("saturday", kind="weekday", metric="mood", **_SURE, p=0.004, since=None),
    pattern("sleep", kind="metric", metric="mood", per=1.0, **_SURE, p=0.003, days_without=12),
    pattern("sleep", kind="metric", metric="anxiety", per=1.5, lag_days=1, **_LOWER),
    pattern("days-since", kind="metric", metric="anxiety", per=2.0, **_LOWER, p=0.01),
    pattern("walk", metric="steps", estimate=1234.0, low=310.0, high=2310.0, since=Since(9, 9, -3.0, -900.0, 894.0)),
    pattern("walk", metric="mood", **_NOTHING),
    pattern("walk", metric="mood", lag_days=1, **_NOTHING | {"first_shown": dt.date(2025, 11, 2)}),
    pattern("forms", kind="trigger", metric="mood", **_NOTHING),
    pattern("ward", metric="mood", **_LOWER),
    pattern("ward", metric="anxiety", **_NOTHING),
    pattern("deadline", kind="trigger", **_NOTHING),
    pattern("deadline", kind="trigger", metric="mood", **_LOWER),
    pattern("deadline", kind="trigger", metric="mood", lag_days=1, **_NOTHING),
    pattern("walk", kind="coping", metric="mood", **_SURE),
    coping=[
        CopingChange("walk", "walk", 12, 12, 2.9, 2.2, 3.6, 1.1, 34),
        CopingChange("radio", "radio", 4, 4, -0.2, -1.3, 0.9, 0.4, 12),
    ],
    metrics=[MetricLevel("mood", 200, 6.1, 6.0, -0.61, -1.02, -0.2)],
    left_out=[
        FactorLeftOut("migraine", "migraine", "tag", None, "too-few", 3),
        FactorLeftOut("Anna", "anna", "person", "mood", "same-as", 40, "ringing"),
        FactorLeftOut("ward", "ward", "tag", "mood", "too-few", 2),
        FactorLeftOut("tea", "tea", "coping", None, "too-many", 9),
    ],
)  # fmt: skip
_QUIET = replace(CONFIG, quiet=(Quiet(tags=("ward",)),), coping_plan=("call Mags", "Walk"))
_MADE = pages(ENTRIES, FOUND, _QUIET)
_NONE = pages(ENTRIES, patterns(pattern(**_NOTHING), metrics=[MetricLevel("anxiety", 200, 6.1, 6.0, 0.1, -0.32, 0.52)]))
_EMPTY = pages(ENTRIES[:2], patterns())


def _page(views: dict[str, Any], address: str, path: str | None = None) -> Page:
    view = views[address]
    return Page(path or address, TEMPLATES[type(view)], view, b"")


SECTIONS = tuple(SectionLink(section, address) for section, address in ADDRESSES.items())
PAGES = {
    "patterns-letter": _page(_MADE, "patterns/index.html", "patterns/letter.html"),
    "patterns-nothing": _page(_NONE, "patterns/index.html", "patterns/nothing.html"),
    "patterns-few": _page(_EMPTY, "patterns/index.html", "patterns/few.html"),
    "along": _page(_MADE, "patterns/along.html"),
    "along-none": _page(_NONE, "patterns/along.html", "patterns/along-none.html"),
    "along-empty": _page(_EMPTY, "patterns/along.html", "patterns/along-empty.html"),
    "along-metric": _page(_MADE, "patterns/along/mood.html"),
    "along-metric-none": _page(_NONE, "patterns/along/anxiety.html", "patterns/along/none.html"),
    "coping": _page(_MADE, "patterns/coping.html"),
    "coping-no-plan": _page(_NONE, "patterns/coping.html", "patterns/coping-no-plan.html"),
    "triggers": _page(_MADE, "patterns/triggers.html"),
    "triggers-few": _page(_EMPTY, "patterns/triggers.html", "patterns/triggers-few.html"),
    "name-watched": _page(_MADE, "activities/ringing.html"),
}
