from __future__ import annotations

import shutil
from pathlib import Path
from unittest import mock

import pytest

from journalgen.output.changes import Reason
from journalgen.output.ownership import ASSETS, GENERATOR, MARKER, recognised
from journalgen.output.site import Site
from journalgen.plan import addresses
from journalgen.refusal import Refusal
from tests.output.places import OURS, Place, tree

PAGES = {"index.html": b"home", "tags/a.html": b"a tag"}


def _refusal(here: Place, output: Path) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        Site.open(output, here.journal, here.state).close()
    return refusal.value


def test_a_folder_with_files_is_not_ours(here: Place) -> None:
    here.output.mkdir()
    (here.output / "sub").mkdir()
    for number in range(7):
        (here.output / "sub" / f"{number}.txt").write_text("theirs")
    before = tree(here.output)
    refusal = _refusal(here, here.output)
    assert refusal.code == "output-not-ours"
    assert refusal["folder"] == str(here.output)
    assert refusal["files"] == "sub/0.txt, sub/1.txt, sub/2.txt, sub/3.txt, sub/4.txt"
    assert tree(here.output) == before


def test_even_files_with_names_of_pages_are_not_ours_without_our_mark(here: Place) -> None:
    here.output.mkdir()
    (here.output / "index.html").write_text("my home page")
    assert _refusal(here, here.output).code == "output-not-ours"


def test_an_empty_folder_will_do_and_so_will_one_that_was_looked_at(here: Place) -> None:
    here.output.mkdir()
    (here.output / ".DS_Store").write_text("")
    here.build(PAGES)
    assert here.pages() == {**PAGES, ".DS_Store": b""}


def test_the_folder_must_not_hold_the_journal(here: Place) -> None:
    (here.journal / "in").mkdir()
    (here.journal.parent / "link").symlink_to(here.journal)
    for output in (here.journal, here.journal.parent, Path("/"), here.journal / "in" / ".."):
        assert _refusal(here, output).code == "output-holds-journal"


def test_the_folder_and_the_state_keep_apart(here: Place) -> None:
    with pytest.raises(Refusal, match="output-meets-state"):
        Site.open(here.output, here.journal, here.output / "state")
    assert _refusal(here, here.state).code == "output-meets-state"
    assert _refusal(here, here.state / "site").code == "output-meets-state"


def test_the_folder_must_be_a_folder(here: Place) -> None:
    here.output.write_text("")
    assert _refusal(here, here.output).code == "output-not-folder"
    here.output.unlink()
    for target in (here.journal.parent, here.journal / "nowhere"):
        here.output.symlink_to(target)
        assert _refusal(here, here.output).code == "output-is-link"
        here.output.unlink()


def test_a_link_above_the_folder_is_fine(here: Place, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(here.journal)
    linked = Place(tmp_path / "link")
    linked.build(PAGES)
    assert here.quick() == (b"record", True)


def test_an_output_elsewhere(here: Place, tmp_path: Path) -> None:
    Site.open(tmp_path / "far" / "away", here.journal, here.state).close()
    assert not (tmp_path / "far").exists()


def _lose(here: Place) -> None:
    shutil.rmtree(here.state)


def _damage(here: Place) -> None:
    for path in here.state.glob("manifest-*"):
        path.write_bytes(b"garbage")


@pytest.mark.parametrize(("spoil", "code"), [(_lose, "manifest-missing"), (_damage, "manifest-damaged")])
class TestWithoutItsManifest:
    def test_a_site_that_holds_only_pages_to_be_written_is_adopted(
        self, here: Place, spoil: mock.Mock, code: str
    ) -> None:
        here.build(PAGES)
        spoil(here)
        assert here.quick() == (None, False)
        (here.output / "tags/a.html").write_text("whatever")
        changes = here.build({**PAGES, "new.html": b"new"})
        assert changes.keep == changes.remove == ()
        assert changes.reasons == {
            ".gitignore": Reason.UNKNOWN,
            "index.html": Reason.UNKNOWN,
            "tags/a.html": Reason.UNKNOWN,
            "new.html": Reason.NEW,
        }
        assert here.pages() == {**PAGES, "new.html": b"new"}
        assert here.quick() == (b"record", True)

    def test_a_site_with_anything_else_is_refused_and_left_alone(
        self, here: Place, spoil: mock.Mock, code: str
    ) -> None:
        here.build({**PAGES, "2026/private.html": b"deleted since"})
        spoil(here)
        before = tree(here.output)
        for _ in range(2):
            with pytest.raises(Refusal) as refusal:
                here.build(PAGES)
            assert refusal.value.parameters == (("folder", str(here.output)), ("files", "2026/private.html"))
            assert refusal.value.code == code
            assert tree(here.output) == before

    def test_a_leftover_page_is_recognised_and_goes(self, here: Place, spoil: mock.Mock, code: str) -> None:
        here.build({**PAGES, "tags/aa.html": OURS, "assets/style.css": b"colours"})
        spoil(here)
        changes = here.build(PAGES)
        assert changes.remove == ("assets/style.css", "tags/aa.html")
        assert changes.reasons["tags/aa.html"] == Reason.UNWANTED
        assert here.pages() == PAGES
        assert not (here.output / "assets").exists()
        assert here.quick() == (b"record", True)

    def test_another_file_beside_a_leftover_page_is_refused_and_all_left_alone(
        self, here: Place, spoil: mock.Mock, code: str
    ) -> None:
        here.build({**PAGES, "tags/aa.html": OURS})
        (here.output / "mine.txt").write_bytes(OURS)
        spoil(here)
        before = tree(here.output)
        with pytest.raises(Refusal) as refusal:
            here.build(PAGES)
        assert (refusal.value.code, refusal.value["files"]) == (code, "mine.txt")
        assert tree(here.output) == before

    def test_without_our_mark_a_page_that_looks_like_ours_is_not(
        self, here: Place, spoil: mock.Mock, code: str
    ) -> None:
        here.build({"index.html": OURS})
        (here.output / ".gitignore").write_text("*")
        spoil(here)
        before = tree(here.output)
        with pytest.raises(Refusal) as refusal:
            here.build({})
        assert refusal.value.code == {"manifest-missing": "output-not-ours"}.get(code, code)
        assert tree(here.output) == before

    def test_without_our_mark_nothing_is_adopted(self, here: Place, spoil: mock.Mock, code: str) -> None:
        here.build(PAGES)
        (here.output / ".gitignore").unlink()
        spoil(here)
        with pytest.raises(Refusal) as refusal:
            here.open()
        assert refusal.value.code == {"manifest-missing": "output-not-ours"}.get(code, code)

    def test_an_empty_folder_is_simply_filled(self, here: Place, spoil: mock.Mock, code: str) -> None:
        here.build(PAGES)
        spoil(here)
        shutil.rmtree(here.output)
        here.build(PAGES)
        assert here.pages() == PAGES


def test_a_folder_that_took_the_sites_place_is_not_ours(here: Place) -> None:
    here.build(PAGES)
    shutil.rmtree(here.output)
    here.output.mkdir()
    (here.output / "index.html").write_text("my home page")
    with pytest.raises(Refusal, match="output-not-ours"):
        here.build({})
    assert tree(here.output) == {"index.html": b"my home page"}


def test_a_site_without_its_mark_is_still_ours_where_a_page_is_as_written(here: Place) -> None:
    here.build(PAGES)
    (here.output / ".gitignore").unlink()
    (here.output / "index.html").write_text("edited")
    here.build(PAGES)
    assert here.pages() == PAGES
    assert (here.output / ".gitignore").read_bytes() == MARKER


def test_a_mark_that_is_a_link_is_none(here: Place) -> None:
    here.output.mkdir()
    (here.journal / "mark").write_bytes(MARKER)
    (here.output / ".gitignore").symlink_to(here.journal / "mark")
    assert _refusal(here, here.output).code == "output-not-ours"


def test_what_is_recognised(here: Place) -> None:
    here.build(PAGES)
    outside = here.journal / "outside"
    outside.mkdir()
    files = {
        "a.html": OURS,
        "deep/b.html": OURS,
        "near.html": b" " * (2000 - len(GENERATOR)) + GENERATOR,
        "far.html": b" " * (2001 - len(GENERATOR)) + GENERATOR,
        "other.html": b'<meta name="generator" content="journalgenerator">',
        "a.htm": OURS,
        "a.txt": OURS,
        "back\\slash.html": OURS,
        "assets/style.css": b"anything",
        "other.css": OURS,
    }
    for name, content in files.items():
        (here.output / name).parent.mkdir(exist_ok=True)
        (here.output / name).write_bytes(content)
    (outside / "c.html").write_bytes(OURS)
    (here.output / "link.html").symlink_to(outside / "c.html")
    (here.output / "linked").symlink_to(outside)
    (here.output / "folder.html").mkdir()
    names = [*files, "link.html", "linked/c.html", "folder.html", "nothing.html"]
    assert recognised(str(here.output), names) == {"a.html", "deep/b.html", "near.html", "assets/style.css"}
    (here.output / ".gitignore").unlink()
    assert recognised(str(here.output), names) == set()


def test_the_pages_have_what_they_are_recognised_by() -> None:
    base = (Path(__file__).parents[2] / "templates" / "base.html").read_bytes()
    assert GENERATOR in base[:1000]
    assert addresses.STYLE.startswith(ASSETS)
