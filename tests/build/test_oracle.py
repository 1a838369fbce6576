"""The one test of incremental builds: after whatever happened, the site is what a clean build makes, byte for byte."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journalgen.build import record, renewal, stamps
from journalgen.build.build import build
from journalgen.build.warm import Coming, Warm
from tests.images import picture, saved
from tests.journals import TODAY, JournalFolder, tree
from tests.output.places import Killed, stopped_at

_DAYS = (
    "2026-03-13",
    "2026-03-14",
    "2026-03-14-evening",
    "2026/03/15",
    "2025-03-15",
    "2025-12-31",
    "loose",
    "reviews/2026-W10",
    "reviews/2026-W11",
    "reviews/2026",
)
_BODIES = (
    "One line.\n",
    "# A heading\n\nText with #tag and [[2026-03-14]].\n",
    "---\nmood: 7\ntags: [work, play/chess]\npeople: Anna\n---\nA day.\n",
    "---\ntitle: Night\nmood: great\nprivate: true\n---\nA secret.\n",
    "---\ndate: 2026-03-12\nmood: 2\ntags: Work\ndraft: true\n---\nElsewhere. See [that](2026-03-13.md).\n",
    (
        "---\nthread: The move\npeople: Anna\nstatus: trying\nnext: boxes\n---\n"
        "Before. I saw [[2026-03-13|it]] there. See [gone](loose.md#part).\n\n![[Night]]\n"
    ),
    (
        "---\nthread: the move\ngoal: rest\noutcome: two boxes\nsteps: ['[x] sit']\nmood: 2\n---\n"
        "## Part\n\nAgain, [[2026-03-13]] and [[Someday]].\n\n![[2026-03-14]]\n"
    ),
    "---\ntitle: Quiet\nresurface: no\npeople: [Anna, Ben]\ntags: [work, play]\n---\nNot for now.\n",
    "---\nbroken: [\n---\nStill here.\n",
    "",
    b"\xff\xfe\x00binary\x00",
    b"caf\xe9",
    "---\nmood: 2\nprompt: can-wait\n---\nAll of it.\n",
    "---\nprompt: Whose  hat?\nprivate: yes\n---\nNobody's.\n",
    "---\nprompt: whose hat?\n---\nMine.\n",
    "---\ntitle: Night\nopen_on: 2026-03-17\nmood: 6\ntags: work\nwins: [rang]\n---\nSoon. [[2026-03-13]] ![](a.png)\n",
    "---\nopen_on: someday\nprivate: yes\n---\nNot yet.\n",
    "---\nmood: 7\nkind_words: You were there\ncoping: [{what: walk, before: 3, after: 6}]\n---\n## Thanks\n\n- tea\n- rain\n",
    "![A hill](a.png)\n\n![[b.png|9]]\n",
    "---\nexercise: expressive-writing\nmood: 6\n---\n## What weighs on me\n\nAll of it.\n",
    "---\nexercise: problem-solving\n---\n## One step\n\nRing.\n\n## Was daraus wurde\n\nNothing.\n",
    "## What?\n\n## What would you like to try again?\n\nTo see [[2026-03-14]], and ![](a.png).\n",
)
# So long that lists show nothing of its end.
_LONG = (
    "---\nmood: 4\ntags: work\n---\n" + "It rained on the roof, and went on. " * 12 + "[[2026-03-13]] and ![](a.png).\n"
)
_CONFIGS = (
    'title = "Mine"\n',
    'language = "de"\nday_starts_at = "04:00"\n',
    "[metrics.mood]\nmin = 0\nmax = 5\n",
    '[aliases.people]\n"Anna" = "Anne"\n',
    'ignore = ["2025*"]\n',
    "[site]\nplain_names = true\n",
    "nonsense = 3\n",
    'quiet_below = 7\n[[quiet]]\nfrom = 2026-03-14\npeople = ["anna"]\n[[quiet]]\ntags = ["work"]\n',
    "quiet_below = false\n",
    'coping_plan = ["walk"]\n[sections]\ngratitude = ["Thanks"]\n',
    "[prompts]\nshow = false\n",
    "[reviews]\nshow = false\n",
    "[reviews]\nfigures = false\n",
    'undated = "list"\nfirst_day_of_week = "sunday"\n',
)
_OWN = {
    "templates/entry.html": '{% extends "theme/entry.html" %}{% block content %}<p>Mine</p>{{ super() }}{% endblock %}',
    "templates/macros/turning.html": "{% macro entries(a, b) %}{% endmacro %}{% macro periods(a, b) %}{% endmacro %}"
    "{% macro days_of_year(a, b) %}{% endmacro %}",
    "templates/nothing.html": "{{ nothing }}",
    "assets/mine.css": "a {}",
    "prompts.toml": '[[prompt]]\ntext = "Whose hat?"\ndepth = "deep"\nid = "can-wait"\n',
    "assets/paper.png": "png",
    "assets/x.js": "1",
}
_TEMPLATES = (
    "entry.html",
    "base.html",
    "month.html",
    "review.html",
    "home.html",
    "macros/rows.html",
    "on-this-day.html",
    "macros/closed.html",
    "search.html",
    "assets/style.css",
)

_PHOTOS = ("a.png", "photos/a.png", "b.png")

Step = Callable[[JournalFolder], None]


def _write(name: str, body: str | bytes) -> Step:
    return lambda journal: _ignore(journal.write(f"{name}.md", body))


def _go_on(name: str, more: str) -> Step:
    """The writer goes on with an entry."""

    def step(journal: JournalFolder) -> None:
        file = journal.path / f"{name}.md"
        before = file.read_bytes() if file.exists() else _LONG.encode()
        journal.write(f"{name}.md", before + more.encode()).build()

    return step


def _build_elsewhere(journal: JournalFolder) -> None:
    """Another site of the same journal has the same cache."""
    journal.build(output=journal.path / "elsewhere", public_only=True)


def _delete(name: str) -> Step:
    def step(journal: JournalFolder) -> None:
        with contextlib.suppress(FileNotFoundError):
            journal.delete(f"{name}.md")

    return step


def _photo(name: str, width: int) -> Step:
    """Something lies under a photo's name: a photo of some width, or what is none."""
    data = saved(picture(width, 20), "PNG") if width else b"no picture"
    return lambda journal: _ignore(journal.write(name, data))


def _delete_photo(name: str) -> Step:
    def step(journal: JournalFolder) -> None:
        with contextlib.suppress(FileNotFoundError):
            journal.delete(name)

    return step


def _rename(name: str, to: str) -> Step:
    def step(journal: JournalFolder) -> None:
        with contextlib.suppress(FileNotFoundError):
            journal.rename(f"{name}.md", f"{to}.md")

    return step


def _configure(text: str) -> Step:
    return lambda journal: _ignore(journal.write("journal.toml", text))


def _support(text: str) -> Step:
    return lambda journal: _ignore(journal.write("support.md", text))


def _edit_template(name: str, number: int) -> Step:
    def step(journal: JournalFolder) -> None:
        file = journal.options["templates"] / name
        text = file.read_text(encoding="utf-8")
        # What shows: a comment alone would not tell a template that was read again from one that was not.
        shown = text.replace("{% block content %}", f"{{% block content %}}<!-- {number} -->", 1)
        mark = "/* %d */" if name.endswith(".css") else "{# %d #}"
        file.write_text(shown + mark % number, encoding="utf-8")

    return step


def _own(name: str, number: int) -> Step:
    """Write a file of the writer's own theme, or their prompts, or delete it."""

    def step(journal: JournalFolder) -> None:
        if number % 3:
            journal.write(name, _OWN[name] + "\n" * number)
        else:
            (journal.path / name).unlink(missing_ok=True)

    return step


def _next_day(journal: JournalFolder) -> None:
    journal.today = journal.today.replace(day=journal.today.day + 1) if journal.today.day < 28 else TODAY


def _build(**options: bool) -> Step:
    return lambda journal: _ignore(journal.build(**options))


def _killed_build(at: int) -> Step:
    def stop() -> None:
        raise Killed

    def step(journal: JournalFolder) -> None:
        with contextlib.suppress(Killed), stopped_at(at, stop):
            journal.build()

    return step


def _spoil_site(number: int) -> Step:
    """Something else changes or deletes a page of the site."""

    def step(journal: JournalFolder) -> None:
        pages = [path for path in sorted(journal.site.rglob("*.html")) if path.is_file()]
        if pages and number % 2:
            pages[number % len(pages)].unlink()
        elif pages:
            pages[number % len(pages)].write_text("spoiled")

    return step


def _forget_cache(journal: JournalFolder) -> None:
    (journal.path / ".journalgen" / "cache.sqlite").unlink(missing_ok=True)


def _damage_cache(journal: JournalFolder) -> None:
    cache = journal.path / ".journalgen" / "cache.sqlite"
    if cache.exists():
        data = bytearray(cache.read_bytes())
        data[len(data) // 2 : len(data) // 2 + 600] = b"\xff" * 600
        cache.write_bytes(data)


def _ignore(_: object) -> None:
    return


_names = st.sampled_from(_DAYS)
_steps = st.lists(
    st.one_of(
        st.builds(_write, _names, st.sampled_from(_BODIES)),
        st.builds(_delete, _names),
        st.builds(_rename, _names, _names),
        st.builds(_photo, st.sampled_from(_PHOTOS), st.sampled_from((0, 20, 30))),
        st.builds(_delete_photo, st.sampled_from(_PHOTOS)),
        st.builds(_configure, st.sampled_from(_CONFIGS)),
        st.builds(_support, st.sampled_from(("# Mine\n\nRing Anna.\n", "", "Breathe.\n"))),
        st.builds(_edit_template, st.sampled_from(_TEMPLATES), st.integers(0, 9)),
        st.builds(_own, st.sampled_from(sorted(_OWN)), st.integers(0, 9)),
        st.just(_next_day),
        st.just(_build()),
        st.builds(_killed_build, st.integers(0, 60)),
        st.builds(_spoil_site, st.integers(0, 9)),
        st.just(_forget_cache),
        st.just(_damage_cache),
    ),
    min_size=1,
    max_size=8,
)


def _clean(journal: JournalFolder) -> dict[str, bytes]:
    """Build a copy of the journal that has never been built, but keeps what can't be made anew: keys, and since when."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "journal"
        shutil.copytree(journal.path, copy, ignore=shutil.ignore_patterns("site", ".journalgen"))
        (copy / ".journalgen").mkdir(mode=0o700)
        for kept in ("*.key", "shown*.json"):
            for file in (journal.path / ".journalgen").glob(kept):
                shutil.copy(file, copy / ".journalgen")
        build(replace(journal.request(), journal=copy))
        return tree(copy / "site")


# Something of everything, built once, so that each step has something to make stale.
_BEFORE: tuple[Step, ...] = (
    _write("2026-03-13", _BODIES[1]),
    _write("2026-03-14", _BODIES[2]),
    _write("2026-03-14-evening", _BODIES[4]),
    _write("loose", _BODIES[3]),
    _write("2026/03/15", _BODIES[-2]),
    _photo("a.png", 20),
    _write("reviews/2026-W10", _BODIES[-1]),
    _support("# Mine\n\nSee [[2026-03-14]].\n\n![](photos/a.png)\n"),
    _build(),
)


def _after(steps: list[Step], warm: Warm | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "journal").mkdir()
        journal = JournalFolder(Path(folder) / "journal", warm=warm).own_templates(Path(folder) / "theme")
        for step in (*_BEFORE, *steps, _build()):
            step(journal)
        assert journal.pages() == _clean(journal)
        assert not journal.build().written


@given(_steps)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_incremental_site_equals_a_clean_one(steps: list[Step]) -> None:
    _after(steps, None)


_MORE = (
    "\nRain.\n",
    "\nAgain.\n\n[[Someday]]\n",
    "\n#work\n",
    "\nSee ![](b.png) ![[a.png]]\n",
    "\n<b>So</b>\n",
    " ",
    "\nx [y",
)
_LONG_DAYS = ("2026-03-14", "2026-03-14-evening", "2025-12-31")
_FURTHER = st.lists(
    st.one_of(
        st.builds(_go_on, st.sampled_from(_LONG_DAYS[:2]), st.sampled_from(_MORE[:3])),
        st.builds(_go_on, st.sampled_from(_LONG_DAYS[:2]), st.sampled_from(_MORE[:3])),
        st.builds(_go_on, st.sampled_from(_LONG_DAYS), st.sampled_from(_MORE)),
        st.builds(_go_on, _names, st.sampled_from(_MORE)),
        st.builds(_write, _names, st.sampled_from((*_BODIES[1:6], *_BODIES[-7:], _LONG))),
        st.builds(_configure, st.sampled_from(_CONFIGS)),
        st.builds(_rename, _names, _names),
        st.builds(_killed_build, st.integers(0, 12)),
        st.builds(_spoil_site, st.integers(0, 9)),
        st.just(_build_elsewhere),
        st.just(_build(public_only=True)),
        st.just(_next_day),
        st.just(_damage_cache),
    ),
    min_size=2,
    max_size=7,
)


def test_nor_does_it_differ_where_texts_alone_are_renewed() -> None:
    renewed: list[bool] = []
    examples = 0
    real = renewal.renew

    def renew(*arguments: Any) -> Any:
        report = real(*arguments)
        renewed.append(report is not None)
        return report

    @given(_FURTHER)
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def hold(steps: list[Step]) -> None:
        nonlocal examples
        examples += 1
        long = [_write(name, _LONG) for name in _LONG_DAYS]
        _after([*long, _build(), _go_on(_LONG_DAYS[0], _MORE[0]), *steps], None)

    # Whatever is written here is young: taken for old, it is told by its stamp alone, as by the next day.
    with (
        mock.patch.object(renewal, "renew", renew),
        mock.patch.object(stamps, "TOO_YOUNG", 0),
        mock.patch.object(record, "TOO_YOUNG", 0),
    ):
        hold()
    assert sum(renewed) >= examples


def _look(coming: Coming) -> None:
    """Look at a page before it is written, as somebody with a browser does."""
    for outline in coming.outlines[:3]:
        coming.content(outline.path)


@given(_steps)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_so_does_one_by_a_process_that_goes_on(steps: list[Step]) -> None:
    _after(steps, Warm(_look))
