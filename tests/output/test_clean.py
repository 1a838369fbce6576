from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journalgen.output.clean import remove, what_to_remove
from journalgen.output.site import Site
from journalgen.refusal import Refusal
from tests.output.places import OURS, Killed, Place, stopped_at, tree, wanted

PAGES = {"index.html": b"home", "tags/a.html": b"a tag"}
KNOWN = {"index.html": OURS + b"home", "tags/a.html": OURS + b"a tag", "assets/style.css": b"colours"}


def _listed(here: Place) -> list[str]:
    files = what_to_remove(here.output, here.journal, here.state)
    return [path.relative_to(here.journal).as_posix() for path in files]


def _clean(here: Place) -> None:
    remove(what_to_remove(here.output, here.journal, here.state), here.output, here.journal, here.state)


def test_everything_of_ours_is_listed_and_goes(here: Place) -> None:
    before = tree(here.journal)
    here.build(PAGES)
    (here.state / "cache.sqlite").write_text("")
    listed = _listed(here)
    assert listed[:4] == ["site/.gitignore", "site/index.html", "site/tags/a.html", ".journalgen/cache.sqlite"]
    assert [path[:21] for path in listed[4:-2]] == [".journalgen/manifest-"] * 2
    assert listed[-2:] == [".journalgen/.gitignore", ".journalgen/lock"]
    assert set(tree(here.journal)) == {*listed, *before}
    _clean(here)
    assert tree(here.journal) == before
    _clean(here)


def test_nothing_else_goes(here: Place) -> None:
    here.build(PAGES)
    (here.output / "tags" / "mine").write_text("")
    (here.state / "mine").write_text("")
    _clean(here)
    assert set(tree(here.journal)) == {"2026-03-05.md", "site/tags/mine", ".journalgen/mine"}


def test_only_what_was_agreed_to_goes(here: Place) -> None:
    here.build(PAGES)
    remove([here.output / "index.html", here.journal / "2026-03-05.md"], here.output, here.journal, here.state)
    assert not (here.output / "index.html").exists()
    assert (here.output / "tags/a.html").exists()
    assert (here.journal / "2026-03-05.md").exists()


def test_a_link_is_not_followed(here: Place, tmp_path: Path) -> None:
    here.build(PAGES)
    (here.output / "tags").rename(tmp_path / "outside")
    (here.output / "tags").symlink_to(tmp_path / "outside")
    assert "site/tags/a.html" not in _listed(here)
    _clean(here)
    assert tree(tmp_path / "outside") == {"a.html": b"a tag"}


def test_another_site_of_the_journal_keeps_what_is_shared(here: Place) -> None:
    here.build(PAGES)
    other = here.journal / "other"
    with Site.open(other, here.journal, here.state) as site:
        site.commit(site.changes(wanted(PAGES)), PAGES, wanted(PAGES), b"other")
    _clean(here)
    assert not here.output.exists()
    assert set(tree(here.state)) > {".gitignore", "lock"}
    with Site.open(other, here.journal, here.state) as site:
        assert site.changes(wanted(PAGES)).is_unchanged


def test_a_damaged_manifest_over_a_site_is_refused(here: Place) -> None:
    here.build(PAGES)
    for path in here.state.glob("manifest-*"):
        path.write_bytes(b"garbage")
    with pytest.raises(Refusal) as refusal:
        _listed(here)
    assert refusal.value.code == "manifest-damaged"
    assert refusal.value["files"] == "index.html, tags/a.html"


def test_a_folder_that_took_the_sites_place_is_refused(here: Place) -> None:
    here.build(PAGES)
    for name in ("tags/a.html", "index.html", ".gitignore"):
        (here.output / name).unlink()
    (here.output / "index.html").write_text("my home page")
    with pytest.raises(Refusal, match="output-not-ours"):
        _listed(here)


def test_a_build_at_work_is_not_disturbed(here: Place) -> None:
    here.build(PAGES)
    files = what_to_remove(here.output, here.journal, here.state)
    with here.open(), pytest.raises(Refusal, match="locked"):
        remove(files, here.output, here.journal, here.state, wait=0)
    assert here.pages() == PAGES


def test_stopped_at_any_point_it_can_be_taken_up_again(here: Place) -> None:
    def kill() -> None:
        raise Killed

    before = tree(here.journal)
    at = 0
    while True:
        here.build(PAGES)
        try:
            with stopped_at(at, kill):
                _clean(here)
        except Killed:
            _clean(here)
            assert tree(here.journal) == before
        else:
            break
        at += 1
    assert at > 5


def test_what_a_killed_build_left_goes_too(here: Place) -> None:
    def kill() -> None:
        raise Killed

    before = tree(here.journal)
    with stopped_at(5, kill), pytest.raises(Killed):
        here.build(PAGES)
    assert [path for path in _listed(here) if "tmp" in path]
    _clean(here)
    assert tree(here.journal) == before


def _lose(here: Place) -> None:
    shutil.rmtree(here.state)


def _lose_and_meet_a_refusal(here: Place) -> None:
    _lose(here)
    here.open().close()


def _damage(here: Place) -> None:
    for path in here.state.glob("manifest-*"):
        path.write_bytes(b"garbage")


@pytest.mark.parametrize("spoil", [_lose, _lose_and_meet_a_refusal, _damage])
class TestWithoutItsManifest:
    def test_a_recognised_site_goes(self, here: Place, spoil: Callable[[Place], None]) -> None:
        before = tree(here.journal)
        here.build(KNOWN)
        spoil(here)
        site = ["site/assets/style.css", "site/index.html", "site/tags/a.html", "site/.gitignore"]
        assert _listed(here)[:4] == site
        _clean(here)
        assert tree(here.journal) == before

    def test_other_files_are_named_and_left(self, here: Place, spoil: Callable[[Place], None]) -> None:
        here.build(KNOWN)
        (here.output / "tags" / "mine.html").write_text("mine")
        spoil(here)
        with pytest.raises(Refusal) as refusal:
            _clean(here)
        assert (refusal.value.code, refusal.value["files"]) == ("files-left", "tags/mine.html")
        assert set(tree(here.journal)) == {"2026-03-05.md", "site/.gitignore", "site/tags/mine.html"}
        assert _listed(here) == []

    def test_stopped_at_any_point_it_can_be_taken_up_again(self, here: Place, spoil: Callable[[Place], None]) -> None:
        def kill() -> None:
            raise Killed

        at = 0
        while True:
            here.build(KNOWN)
            spoil(here)
            try:
                with stopped_at(at, kill):
                    _clean(here)
            except Killed:
                _clean(here)
                assert [path for path in here.journal.rglob("*") if path.is_file()] == [here.journal / "2026-03-05.md"]
            else:
                break
            at += 1
        assert at > 5


def test_without_our_mark_a_lost_manifest_leaves_the_folder_alone(here: Place) -> None:
    here.build(KNOWN)
    (here.output / ".gitignore").unlink()
    _lose(here)
    before = tree(here.journal)
    _clean(here)
    assert tree(here.journal) == before
