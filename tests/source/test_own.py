"""The writer's own templates and assets, of which nothing leads out of the journal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journalgen.model.own import OwnTheme
from journalgen.source.own import read_own_theme


def write(folder: Path, name: str, data: str | bytes = "x") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def told(theme: OwnTheme) -> set[tuple[str, str]]:
    return {(each.where.path, each.code) for each in theme.problems}


def test_nothing_there(tmp_path: Path) -> None:
    assert read_own_theme(tmp_path) == OwnTheme()


def test_what_is_taken(tmp_path: Path) -> None:
    for name in (
        "templates/entry.html",
        "templates/macros/mood.html",
        "assets/b.css",
        "assets/A.CSS",
        "assets/fonts/x.woff2",
    ):
        write(tmp_path, name)
    for name in (
        "templates/new.md",
        "templates/.hidden.html",
        "assets/.git/x.css",
        "templates/entry.html~",
        "assets/x.css.swp",
    ):
        write(tmp_path, name)
    theme = read_own_theme(tmp_path)
    assert [file.name for file in theme.templates] == ["entry.html", "macros/mood.html"]
    assert [file.name for file in theme.assets] == ["A.CSS", "b.css", "fonts/x.woff2"]
    assert theme.templates[0].data == b"x"
    assert theme.problems == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("assets/x.js", "own-script"), ("assets/x.MJS", "own-script"), ("templates/x.js", "own-script"),
        ("assets/page.html", "own-kind"), ("assets/x.pdf", "own-kind"), ("templates/x.css", "own-style-in-templates"),
        ("templates/x.php", "own-kind"),
    ],
)  # fmt: skip
def test_what_is_not_taken_is_said(tmp_path: Path, name: str, code: str) -> None:
    write(tmp_path, name)
    theme = read_own_theme(tmp_path)
    assert (theme.templates, theme.assets) == ((), ())
    assert told(theme) == {(name, code)}


@pytest.mark.parametrize(
    "data",
    [
        "<svg><script>1</script></svg>", '<svg onload="x()">', "<svg><a href='javascript:x()'/>", "<svg><foreignObject>",
        '<!DOCTYPE svg [<!ENTITY x "y">]>', "<?xml-stylesheet href='x'?>", "<svg\nONCLICK = x>", "<svg>".encode("utf-16"),
    ],
)  # fmt: skip
def test_a_drawing_that_could_act_is_not_taken(tmp_path: Path, data: str | bytes) -> None:
    write(tmp_path, "assets/x.svg", data)
    assert told(read_own_theme(tmp_path)) == {("assets/x.svg", "own-live-drawing")}


def test_a_drawing_is_taken(tmp_path: Path) -> None:
    write(tmp_path, "assets/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')
    assert [file.name for file in read_own_theme(tmp_path).assets] == ["x.svg"]


class TestLinks:
    @pytest.mark.parametrize("kind", ["templates/x.html", "assets/x.css"])
    def test_one_that_leaves_the_journal(self, tmp_path: Path, kind: str) -> None:
        secret = write(tmp_path, "secret", "secret")
        journal = tmp_path / "journal"
        (journal / kind).parent.mkdir(parents=True)
        (journal / kind).symlink_to(secret)
        theme = read_own_theme(journal)
        assert (theme.templates, theme.assets) == ((), ())
        assert told(theme) == {(kind, "own-outside")}

    def test_a_folder_that_leaves_it(self, tmp_path: Path) -> None:
        write(tmp_path, "elsewhere/x.css", "secret")
        journal = tmp_path / "journal"
        (journal / "templates").mkdir(parents=True)
        (journal / "templates" / "more").symlink_to(tmp_path / "elsewhere")
        (journal / "assets").symlink_to(tmp_path / "elsewhere")
        theme = read_own_theme(journal)
        assert (theme.templates, theme.assets) == ((), ())
        assert told(theme) == {("assets", "own-outside")}

    def test_one_to_what_is_hidden_in_it(self, tmp_path: Path) -> None:
        write(tmp_path, ".journalgen/names.key", "secret")
        (tmp_path / "assets").mkdir()
        (tmp_path / "assets" / "x.css").symlink_to(tmp_path / ".journalgen" / "names.key")
        assert told(read_own_theme(tmp_path)) == {("assets/x.css", "own-outside")}

    def test_one_within_it(self, tmp_path: Path) -> None:
        write(tmp_path, "styles/x.css", "mine")
        (tmp_path / "assets").mkdir()
        (tmp_path / "assets" / "x.css").symlink_to(tmp_path / "styles" / "x.css")
        assert [file.data for file in read_own_theme(tmp_path).assets] == [b"mine"]

    def test_one_to_nothing_or_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "assets").mkdir()
        (tmp_path / "assets" / "x.css").symlink_to(tmp_path / "assets" / "y.css")
        (tmp_path / "assets" / "y.css").symlink_to(tmp_path / "assets" / "x.css")
        (tmp_path / "assets" / "z.css").symlink_to(tmp_path / "nothing")
        assert read_own_theme(tmp_path).assets == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    os.mkfifo(tmp_path / "assets" / "x.css")
    assert read_own_theme(tmp_path).assets == ()


def test_what_is_too_much(tmp_path: Path) -> None:
    write(tmp_path, "templates/x.html", b" " * 1_000_001)
    for number in range(502):
        write(tmp_path, f"assets/{number:03}.css")
    theme = read_own_theme(tmp_path)
    assert len(theme.assets) == 500
    assert told(theme) == {("templates/x.html", "own-too-large"), ("assets", "own-too-many")}
