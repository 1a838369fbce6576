from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journalgen.output import disk
from journalgen.output.changes import Reason, Wanted
from journalgen.refusal import Refusal
from tests.output.places import OURS, Place, stopped_at, tree, wanted

PAGES = {"index.html": b"home", "2026/03/05.html": b"a day", "tags/a.html": b"a tag"}


def test_a_first_build(here: Place) -> None:
    assert here.quick() == (None, False)
    changes = here.build(PAGES)
    assert changes.write == (".gitignore", "2026/03/05.html", "index.html", "tags/a.html")
    assert here.pages() == PAGES
    assert (here.output / ".gitignore").read_text().splitlines()[1] == "*"
    assert here.quick() == (b"record", True)


def test_a_second_build_writes_nothing(here: Place) -> None:
    here.build(PAGES)
    with stopped_at(-1, lambda: None) as steps:
        assert here.build(PAGES).is_unchanged
    assert steps == []


def test_one_change_writes_one_page(here: Place) -> None:
    here.build(PAGES)
    before = (here.output / "index.html").stat()
    assert here.build({**PAGES, "tags/a.html": b"more"}, b"second").write == ("tags/a.html",)
    assert here.pages() == {**PAGES, "tags/a.html": b"more"}
    assert (here.output / "index.html").stat() == before
    assert here.quick() == (b"second", True)


def test_a_new_record_alone_is_kept(here: Place) -> None:
    here.build(PAGES)
    here.build(PAGES, b"second")
    assert here.quick() == (b"second", True)


def test_one_site_may_commit_twice(here: Place) -> None:
    with here.open() as site:
        for pages in (PAGES, {"index.html": b"new"}):
            site.commit(site.changes(wanted(pages)), lambda path, pages=pages: pages[path], wanted(pages), b"r")  # type: ignore[misc]
            assert site.changes(wanted(pages)).is_unchanged
        assert site.record == b"r"
    assert here.pages() == {"index.html": b"new"}


def test_a_vanished_page_is_deleted_and_its_folder_with_it(here: Place) -> None:
    here.build(PAGES)
    (here.output / "tags" / "mine.txt").write_text("not ours")
    here.build({"index.html": b"home"})
    assert here.pages() == {"index.html": b"home", "tags/mine.txt": b"not ours"}


def test_nobody_else_may_read(here: Place) -> None:
    here.build(PAGES)
    for path in [here.output, *here.output.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    here.output.chmod(0o755)
    here.build({})
    assert here.output.stat().st_mode & 0o777 == 0o700


def test_touched_and_missing_files_are_written_again(here: Place) -> None:
    here.build(PAGES)
    (here.output / "index.html").write_bytes(b"edit")
    os.utime(here.output / "index.html", ns=(1, 1))
    (here.output / "tags/a.html").unlink()
    assert here.quick() == (b"record", False)
    changes = here.build(PAGES)
    assert changes.reasons == {"index.html": Reason.TOUCHED, "tags/a.html": Reason.MISSING}
    assert here.pages() == PAGES


def test_a_file_replaced_by_a_link_is_written_again_and_the_link_not_followed(here: Place) -> None:
    here.build(PAGES)
    outside = here.journal / "2026-03-05.md"
    (here.output / "index.html").unlink()
    (here.output / "index.html").symlink_to(outside)
    assert here.build(PAGES).reasons == {"index.html": Reason.MISSING}
    assert here.pages() == PAGES
    assert outside.read_text() == "Dear diary\n"


def test_a_deleted_output_is_made_again(here: Place) -> None:
    here.build(PAGES)
    for path in sorted(here.output.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    here.output.rmdir()
    here.build(PAGES)
    assert here.pages() == PAGES


def test_a_file_becomes_a_folder_and_a_folder_a_file(here: Place) -> None:
    first = {"tags/a.html": b"file", "b/c/d.html": b"deep", "b/e.html": b"beside", "index.html": b"home"}
    second = {"tags/a.html/index.html": b"folder", "b": b"file", "index.html": b"home"}
    for pages in (first, second, first, second):
        here.build(pages)
        assert here.pages() == pages


def test_what_is_not_ours_is_in_the_way_of_a_page(here: Place) -> None:
    here.build({"b/c.html": b"page"})
    (here.output / "b" / "mine").write_text("not ours")
    with pytest.raises(Refusal, match="in-the-way") as refusal:
        here.build({"b": b"page"})
    assert refusal.value["path"] == str(here.output / "b")
    (here.output / "mine").write_text("not ours")
    with pytest.raises(Refusal, match="in-the-way"):
        here.build({"mine/index.html": b"page"})
    assert here.pages()["b/mine"] == here.pages()["mine"] == b"not ours"


def test_an_empty_folder_makes_way_for_a_page(here: Place) -> None:
    here.build({"index.html": b"home"})
    (here.output / "tags").mkdir()
    here.build({"tags": b"page"})
    assert here.pages() == {"tags": b"page"}


def test_a_page_that_someone_made_a_folder_is_left_to_them(here: Place) -> None:
    here.build(PAGES)
    (here.output / "index.html").unlink()
    (here.output / "index.html").mkdir()
    (here.output / "index.html" / "mine").write_text("not ours")
    here.build({})
    assert here.pages() == {"index.html/mine": b"not ours"}


@pytest.mark.parametrize("pages", [{**PAGES, "tags/a.html": b"new"}, {"index.html": b"home"}, {"tags/a.html/b": b"x"}])
def test_a_link_in_place_of_a_folder_leads_nobody_outside(here: Place, tmp_path: Path, pages: dict[str, bytes]) -> None:
    here.build(PAGES)
    outside = tmp_path / "outside"
    (here.output / "tags").rename(outside)
    (here.output / "tags").symlink_to(outside)
    assert here.quick() == (b"record", False)
    with pytest.raises(Refusal) as refusal:
        here.build(pages)
    assert refusal.value.code == "path-outside"
    assert refusal.value["path"] == str(here.output / "tags")
    assert tree(outside) == {"a.html": b"a tag"}
    assert here.pages()["index.html"] == b"home"


def test_a_link_in_place_of_the_staging_folder(here: Place, tmp_path: Path) -> None:
    here.build(PAGES)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "1").write_text("theirs")
    (here.output / ".journalgen-tmp").symlink_to(tmp_path / "outside")
    with pytest.raises(Refusal, match="path-outside"):
        here.build({"a": b"1"})
    assert tree(tmp_path / "outside") == {"1": b"theirs"}


def test_two_wanted_files_that_are_one(here: Place) -> None:
    with here.open() as site, pytest.raises(ValueError):
        site.changes([Wanted("a", b"1"), Wanted("A", b"1")])
    with here.open() as site, pytest.raises(Refusal, match="path-outside"):
        site.changes([Wanted("../a", b"1")])


@pytest.mark.parametrize("step", ["write_new", "make_folder"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_refused_write_leaves_the_old_site_whole(here: Place, step: str, number: int) -> None:
    here.build(PAGES)
    before = tree(here.output)
    after = {"index.html": b"new home", "new/a.html": b"new", "new/b/c.html": b"new"}

    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    refusals = 0
    for at in range(9):
        with stopped_at(at, refuse, steps=(step,)) as steps, contextlib.suppress(Refusal):
            here.build(after)
        if not any("stopped" in each for each in steps):
            break
        refusals += 1
        assert {name: content for name, content in tree(here.output).items() if name != "new/"} == before
        assert here.quick() == (None, False)
    assert refusals >= 3
    assert here.pages() == after


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "no-permission")])
def test_a_refused_write_names_the_page(here: Place, number: int, code: str) -> None:
    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    # The first three are our own: of the state folder, of the output, and of the mark in it.
    with stopped_at(3, refuse, steps=("write_new",)), pytest.raises(Refusal) as refusal:
        here.build(PAGES)
    assert (refusal.value.code, refusal.value["path"]) == (code, "index.html")


def test_a_content_that_cannot_be_had_leaves_the_old_site_whole(here: Place) -> None:
    here.build(PAGES)
    before = tree(here.output)
    for error in (LookupError, KeyboardInterrupt):

        def fail(path: str, error: type[BaseException] = error) -> bytes:
            if path == "b":
                raise error
            return b""

        pages = {"a": b"", "b": b""}
        with here.open() as site, pytest.raises(error):
            site.commit(site.changes(wanted(pages)), fail, wanted(pages), b"")
        assert tree(here.output) == before


def test_a_refused_replacement_is_repaired_by_the_next_build(here: Place) -> None:
    here.build(PAGES)
    after = {"index.html": b"new home", "a": b"1", "b": b"2"}

    def refuse() -> None:
        raise PermissionError(errno.EACCES, "said so")

    with stopped_at(1, refuse, steps=("replace",)), pytest.raises(Refusal) as refusal:
        here.build(after)
    assert refusal.value.parameters == (("path", str(here.output / "b")),)
    assert not (here.output / ".journalgen-tmp").exists()
    here.build(after)
    assert here.pages() == after


def test_a_refused_removal_is_taken_up_by_the_next_build(here: Place) -> None:
    here.build(PAGES)

    def refuse() -> None:
        raise PermissionError(errno.EPERM, "said so")

    with stopped_at(0, refuse, steps=("unlink",)), pytest.raises(Refusal, match="no-permission"):
        here.build({"index.html": b"home"})
    here.build({"index.html": b"home"})
    assert here.pages() == {"index.html": b"home"}


def test_windows_readers_are_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("new")
    tries = []
    real = os.replace

    def busy(source: str, target: str) -> None:
        tries.append(source)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "said so")
        real(source, target)

    monkeypatch.setattr(os, "replace", busy)
    with pytest.raises(PermissionError):
        disk.replace(str(tmp_path / "a"), str(tmp_path / "b"))
    monkeypatch.setattr(disk, "_WAITS_FOR_READERS", True)
    monkeypatch.setattr(disk, "_PAUSE", 0)
    disk.replace(str(tmp_path / "a"), str(tmp_path / "b"))
    assert (tmp_path / "b").read_text() == "new"
    tries[:] = []
    monkeypatch.setattr(disk, "_TRIES", 2)
    with pytest.raises(PermissionError):
        disk.replace(str(tmp_path / "b"), str(tmp_path / "c"))


def test_a_file_system_without_owners(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, mode: int) -> None:
        raise PermissionError(errno.EPERM, "said so")

    here.build(PAGES)
    here.output.chmod(0o755)
    monkeypatch.setattr(os, "chmod", refuse)
    here.build({"a": b"1"})
    assert here.pages() == {"a": b"1"}


_BUILD = """
import sys
from pathlib import Path
from tests.output.places import Place, wanted
here = Place(Path(sys.argv[1]))
pages = {"index.html": sys.argv[2].encode()}
with here.open(wait=30, on_wait=lambda: print("waits", flush=True)) as site:
    site.commit(site.changes(wanted(pages)), pages, wanted(pages), sys.argv[2].encode())
"""


def test_the_second_of_two_builds_waits(here: Place) -> None:
    with here.open() as site:
        second = subprocess.Popen([sys.executable, "-c", _BUILD, here.journal, "second"], stdout=-1, text=True)
        assert second.stdout is not None
        assert second.stdout.readline() == "waits\n"
        pages = {"index.html": b"first", "first.html": b"first"}
        site.commit(site.changes(wanted(pages)), pages, wanted(pages), b"first")
        assert here.quick() == (b"first", True)
    with second:
        assert second.wait() == 0
    assert here.pages() == {"index.html": b"second"}
    assert here.quick() == (b"second", True)


def test_who_does_not_wait_is_refused(here: Place) -> None:
    with here.open(), pytest.raises(Refusal, match="locked"):
        here.open(wait=0)


def test_the_state_may_be_deleted_before_the_plan_changes(here: Place) -> None:
    first, second = ({"index.html": OURS, f"tags/{tag}.html": OURS} for tag in ("aa", "bb"))
    here.build(first)
    shutil.rmtree(here.state)
    (here.output / "mine.html").write_text("mine")
    before = tree(here.output)
    with pytest.raises(Refusal, match="manifest-missing") as refusal:
        here.build(second)
    assert refusal.value["files"] == "mine.html"
    assert tree(here.output) == before
    (here.output / "mine.html").unlink()
    here.build(second)
    assert here.pages() == second
    assert here.build(second).is_unchanged
