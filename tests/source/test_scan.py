from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from journalgen.source.scan import Scan, scan


def scanned(folder: Path, *files: str, skipped: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Scan:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}", encoding="utf-8")
    return scan(folder, skipped=tuple(folder / each for each in skipped), ignore=ignore)


def told(found: Scan) -> tuple[list[str], dict[str, str]]:
    return [file.path for file in found.files], {left.path: left.reason.value for left in found.left_out}


@pytest.mark.parametrize(
    ("files", "read", "left_out"),
    [
        ([], [], {}),
        (["b.md", "a.md", "x/c.markdown"], ["a.md", "b.md", "x/c.markdown"], {}),
        (["entries/a.md", "entries/x/b.md", "c.md", "d.txt"], ["entries/a.md", "entries/x/b.md"], {"c.md": "beside"}),
        ([".git/a.md", ".hidden.md", "x/.y/b.md"], [], {".git/": "hidden", ".hidden.md": "hidden", "x/.y/": "hidden"}),
        (
            ["templates/a.md", "Reviews/b.md", "x/templates/c.md"],
            ["x/templates/c.md"],
            {"templates/": "template", "Reviews/b.md": "no-period"},
        ),
        (["journal.toml", "support.md", "x/support.md"], ["x/support.md"], {}),
        (["a.txt", "b.org", "c.jpg"], [], {"a.txt": "not-read", "b.org": "not-read"}),
        (["a.md~", ".a.md.swp", ".#a.md"], [], {"a.md~": "backup", ".a.md.swp": "backup", ".#a.md": "backup"}),
        (
            ["a (conflicted copy).md", "x_BASE_1.md"],
            [],
            {"a (conflicted copy).md": "conflict", "x_BASE_1.md": "conflict"},
        ),
        (
            ["logseq/config.edn", "logseq/bak/a.md", "journals/2026_03_14.md"],
            ["journals/2026_03_14.md"],
            {"logseq/": "vault"},
        ),
        (["logseq/a.md", "b.md"], ["b.md", "logseq/a.md"], {}),
    ],
)  # fmt: skip
def test_what_is_read_and_what_is_left_out(
    tmp_path: Path, files: list[str], read: list[str], left_out: dict[str, str]
) -> None:
    assert told(scanned(tmp_path, *files)) == (read, left_out)


@pytest.mark.parametrize(
    ("ignore", "read"),
    [
        ((), ["a.md", "drafts/b.md", "x/c.md", "x/drafts/d.md"]), (("drafts/",), ["a.md", "x/c.md"]),
        (("/drafts",), ["a.md", "x/c.md", "x/drafts/d.md"]),
        (("*.md", "!a.md"), ["a.md"]), (("x/**", ), ["a.md", "drafts/b.md"]),
        (("# comment", ""), ["a.md", "drafts/b.md", "x/c.md", "x/drafts/d.md"]),
    ],
)  # fmt: skip
def test_ignore_takes_gitignores_patterns(tmp_path: Path, ignore: tuple[str, ...], read: list[str]) -> None:
    found = scanned(tmp_path, "a.md", "drafts/b.md", "x/c.md", "x/drafts/d.md", ignore=ignore)
    assert [file.path for file in found.files] == read
    assert {left.reason for left in found.left_out} <= {"ignored"}


def test_the_output_and_the_state_are_never_read(tmp_path: Path) -> None:
    found = scanned(tmp_path, "a.md", "site/b.md", "x/out/c.md", skipped=("site", "x/out"))
    assert told(found) == (["a.md"], {"site/": "output", "x/out/": "output"})


def test_a_vaults_templates_are_left_out_whatever_their_case(tmp_path: Path) -> None:
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / ".obsidian" / "templates.json").write_text('{"folder": "Meta/templates"}', encoding="utf-8")
    (tmp_path / ".obsidian" / "daily-notes.json").write_text('{"template": "Daily template"}', encoding="utf-8")
    files, left_out = told(scanned(tmp_path, "a.md", "Meta/Templates/b.md", "Daily template.md"))
    assert files == ["a.md"]
    assert left_out == {".obsidian/": "hidden", "Meta/Templates/": "template", "Daily template.md": "template"}


def test_links_are_followed_within_the_journal_only(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    journal.mkdir()
    (tmp_path / "secret.md").write_text("x", encoding="utf-8")
    for name, target in {
        "out.md": "../secret.md",
        "in.md": "a.md",
        "gone.md": "nothing.md",
        "round.md": "round.md",
        "folder": "..",
        "inner": "x",
        "site": "x",
        ".#a.md": "m@host.1",
        "photo.jpg": "nothing.jpg",
    }.items():
        (journal / name).symlink_to(target)
    files, left_out = told(scanned(journal, "a.md", "x/b.md", skipped=("site",)))
    assert files == ["a.md", "in.md", "x/b.md"]
    assert left_out == {
        "out.md": "outside",
        "gone.md": "dangling",
        "round.md": "dangling",
        "folder": "outside",
        "inner": "link",
        "site": "output",
        ".#a.md": "backup",
        "photo.jpg": "dangling",
    }


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    for name in ("pipe", "2026-03-14.md", "letter.md"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "link.md").symlink_to("pipe")
    left_out = dict.fromkeys(("pipe", "2026-03-14.md", "letter.md", "link.md"), "special")
    assert told(scanned(tmp_path, "a.md")) == (["a.md"], left_out)


def shut(monkeypatch: pytest.MonkeyPatch, folder: Path, error: type[OSError] = PermissionError) -> None:
    real = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) == folder:
            raise error(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)


def test_a_folder_that_cannot_be_read_is_left_out_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut(monkeypatch, tmp_path / "x" / "shut")
    found = scanned(tmp_path, "a.md", "x/b.md", "x/shut/c.md", "y/d.md")
    assert told(found) == (["a.md", "x/b.md", "y/d.md"], {"x/shut/": "unreadable"})
    assert [left.said for left in found.left_out] == ["Permission denied"]


def test_a_folder_that_went_meanwhile_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shut(monkeypatch, tmp_path / "x", FileNotFoundError)
    assert told(scanned(tmp_path, "a.md", "x/b.md")) == (["a.md"], {})


@pytest.mark.parametrize("files", [("a.md",), ("entries/a.md",)])
def test_the_journals_own_folder_must_be_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: tuple[str, ...]
) -> None:
    shut(monkeypatch, tmp_path)
    with pytest.raises(PermissionError):
        scanned(tmp_path, *files)


def test_a_link_to_where_nothing_may_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = tmp_path / "journal"
    journal.mkdir()
    (journal / "in.md").symlink_to("x/b.md")
    (journal / "out.md").symlink_to("../far.md")

    class Entry:
        def __init__(self, item: os.DirEntry[str]) -> None:
            self._item = item

        def __getattr__(self, name: str) -> object:
            return getattr(self._item, name)

        def stat(self) -> os.stat_result:
            if self._item.is_symlink():
                raise PermissionError(errno.EACCES, "Permission denied")
            return self._item.stat()

    @contextmanager
    def look(path: str, scandir: Callable[[str], Any] = os.scandir) -> Iterator[list[Entry]]:
        with scandir(path) as items:
            yield [Entry(item) for item in items]

    monkeypatch.setattr(os, "scandir", look)
    files, left_out = told(scanned(journal, "a.md", "x/b.md"))
    assert (files, left_out) == (["a.md", "x/b.md"], {"in.md": "unreadable", "out.md": "outside"})


def test_a_name_that_is_no_text_is_named_as_well_as_can_be(tmp_path: Path) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/2026-\xff.md"))).write_text("x", encoding="utf-8")
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xff"))).mkdir()
    except OSError:
        pytest.skip("this file system takes text alone")
    assert told(scanned(tmp_path, "a.md")) == (["a.md"], {"2026-\ufffd.md": "name", "d\ufffd/": "name"})


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        scan(tmp_path / "nothing")
