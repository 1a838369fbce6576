from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journalgen.build.code import (
    CODE,
    PACKAGE,
    _digest_of_files,
    _files,
    library_versions,
    templates_digest,
    templates_folder,
)
from journalgen.language import CATALOGUES


def test_the_theme_is_found() -> None:
    assert (templates_folder() / "base.html").is_file()
    assert (PACKAGE / "__main__.py").is_file()


def test_what_is_called_like_a_template_and_is_none_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text("home")
    before = templates_digest(tmp_path)
    (tmp_path / ".#home.html").symlink_to("somebody@somewhere.17")
    (tmp_path / "old.html").mkdir()
    assert templates_digest(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "text", "changes"),
    [
        ("home.html", "other", True),
        ("new.html", "", True),
        ("macros/a.html", "{# #}", True),
        ("assets/style.css", "a{}", True),
        ("assets/site.js", ";", True),
        ("home.html~", "backup", False),
        ("__pycache__/home.html", "", False),
    ],
)
def test_the_digest_of_templates_sees_what_shapes_a_page(tmp_path: Path, name: str, text: str, changes: bool) -> None:
    (tmp_path / "home.html").write_text("home")
    before = templates_digest(tmp_path)
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    assert (templates_digest(tmp_path) != before) is changes


def test_names_and_contents_are_kept_apart(tmp_path: Path) -> None:
    for folder, files in (("one", {"a.html": "b"}), ("two", {"ab.html": ""})):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text)
    assert templates_digest(tmp_path / "one") != templates_digest(tmp_path / "two")


def test_an_upgraded_library_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(name.startswith("jinja2-") for name in library_versions())
    assert any(name.startswith("markdown_it_py-") for name in library_versions())
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere")])
    assert library_versions() == ()
    for version in ("3.1.5", "3.1.6"):
        (tmp_path / f"Jinja2-{version}.dist-info").mkdir()
        assert f"jinja2-{version}.dist-info" in library_versions()


def _counted() -> set[str]:
    return {name for _, name in _files(str(PACKAGE), CODE)}


def test_prompts_count_with_the_code() -> None:
    assert {"prompts/en.json", "prompts/de.json"} <= _counted()


def test_exercises_count_with_the_code() -> None:
    assert {"exercises/en.json", "exercises/de/values.md"} <= _counted()


def test_catalogues_count_with_the_code(tmp_path: Path) -> None:
    compiled = sorted(CATALOGUES.rglob("*.mo"))
    assert compiled
    assert {file.relative_to(PACKAGE).as_posix() for file in compiled} <= _counted()
    (tmp_path / "a.mo").write_bytes(b"one")
    before = _digest_of_files(tmp_path, CODE)
    (tmp_path / "a.mo").write_bytes(b"two")
    assert _digest_of_files(tmp_path, CODE) != before
