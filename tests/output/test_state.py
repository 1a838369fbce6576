from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.output.state import open_state
from journalgen.refusal import Refusal


def test_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / ".journalgen"
    open_state(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [(".gitignore", "*\n")]
    assert (folder / ".gitignore").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["*\n", ""])
def test_its_gitignore_is_closed_to_others(tmp_path: Path, text: str) -> None:
    ignore = tmp_path / ".gitignore"
    ignore.write_text(text)
    ignore.chmod(0o644)
    open_state(tmp_path)
    assert ignore.stat().st_mode & 0o777 == 0o600


def test_a_link_in_the_place_of_its_gitignore_is_not_followed(tmp_path: Path) -> None:
    far = tmp_path / "far"
    far.write_text("*\n")
    far.chmod(0o644)
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / ".gitignore").symlink_to(far)
    open_state(tmp_path / "state")
    assert not (tmp_path / "state" / ".gitignore").is_symlink()
    assert far.stat().st_mode & 0o777 == 0o644


def test_is_repaired(tmp_path: Path) -> None:
    folder = tmp_path / ".journalgen"
    folder.mkdir(mode=0o755)
    (folder / "cache").write_text("kept")
    (folder / ".gitignore").write_text("")
    open_state(folder)
    open_state(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "cache").read_text() == "kept"


def test_a_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with pytest.raises(Refusal, match="state-not-folder"):
        open_state(tmp_path / "state")
    with pytest.raises(Refusal, match="disk-error"):
        open_state(tmp_path / "state" / "inside")
