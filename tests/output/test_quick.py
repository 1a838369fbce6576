from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import unmeasured
from tests.output.places import Killed, Place, stopped_at
from tests.output.test_manifest import DAMAGES

PAGES = {"index.html": b"home", "tags/a.html": b"a tag"}


def _kill() -> None:
    raise Killed


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / ".gitignore").unlink(),
        lambda site: (site / "index.html").write_bytes(b"longer than it was"),
        lambda site: (site / "tags").rename(site / "other"),
        lambda site: site.rename(site.with_name("other")),
    ],
)
def test_a_site_that_is_not_as_written(here: Place, spoil: Callable[[Path], object]) -> None:
    here.build(PAGES)
    assert here.quick() == (b"record", True)
    spoil(here.output)
    assert here.quick() == (b"record", False)


def test_a_site_behind_a_link_is_not_intact(here: Place) -> None:
    here.build(PAGES)
    here.output.rename(here.journal / "other")
    here.output.symlink_to(here.journal / "other")
    assert here.quick() == (b"record", False)


def test_a_foreign_file_is_of_no_interest(here: Place) -> None:
    here.build(PAGES)
    (here.output / "mine").write_text("")
    assert here.quick() == (b"record", True)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_never_intact(here: Place, damage: Callable[[Path], object]) -> None:
    here.build({})
    (manifest,) = here.state.glob("manifest-*.sqlite")
    damage(manifest)
    assert not here.quick()[1] or b"text" in manifest.read_bytes()  # fingerprints are not looked at


def test_it_needs_no_lock_and_writes_nothing(here: Place) -> None:
    here.build(PAGES)
    before = {path: path.stat().st_mtime_ns for path in here.state.iterdir()}
    with here.open():
        before[here.state / "lock"] = (here.state / "lock").stat().st_mtime_ns
        assert here.quick() == (b"record", True)
    assert {path: path.stat().st_mtime_ns for path in here.state.iterdir()} == before


def test_a_build_that_was_killed_is_never_intact(here: Place) -> None:
    here.build(PAGES)
    at = 1  # not before the first step
    while True:
        try:
            with stopped_at(at, _kill):
                here.build({"index.html": b"new"})
        except Killed:
            if here.quick() == (b"record", True):
                assert here.pages() == {"index.html": b"new"}  # killed after all was done
            else:
                assert here.quick() == (None, False)
        else:
            break
        here.build(PAGES)
        at += 1
    assert at > 10


def test_it_imports_little() -> None:
    code = "import sys, journalgen.output.quick; print(*sys.modules)"
    asked = [sys.executable, "-c", code]
    loaded = subprocess.run(asked, check=True, capture_output=True, text=True, env=unmeasured()).stdout.split()
    assert not {"dataclasses", "inspect", "typing", "jinja2", "click", "logging"} & set(loaded)
