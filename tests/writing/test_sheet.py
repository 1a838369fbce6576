from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from journalgen.output.ownership import MARKER
from journalgen.refusal import Refusal
from journalgen.writing.sheet import check_sheet, write_sheet


def test_it_is_for_its_owner_alone_and_another_stays(tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    write_sheet(path, "Grüße\n", force=False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(Refusal) as refused:
        write_sheet(path, "another\n", force=False)
    assert refused.value.code == "sheet-there"
    assert path.read_text(encoding="utf-8") == "Grüße\n"


def test_force_puts_it_in_the_place_of_another_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    path.write_text("old")
    path.chmod(0o644)
    write_sheet(path, "new\n", force=True)
    assert path.read_text() == "new\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.html"]


def test_what_can_not_be_put_there_leaves_the_old_one_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.html"
    path.write_text("old")

    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refusal) as refused:
        write_sheet(path, "new\n", force=True)
    assert (refused.value.code, refused.value["path"]) == ("disk-full", str(path))
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("sheet.html", "old")]


@pytest.mark.parametrize(
    "inside", ["journal/site/sheet.html", "journal/site/a/b.txt", "journal/.journalgen/sheet.html"]
)
def test_no_site_and_no_notes_hold_it(tmp_path: Path, inside: str) -> None:
    journal = tmp_path / "journal"
    with pytest.raises(Refusal) as refused:
        check_sheet(tmp_path / inside, journal, (journal / "site", journal / ".journalgen"))
    assert refused.value.code == "sheet-in-site"


def test_no_site_elsewhere_holds_it_by_whatever_name(tmp_path: Path) -> None:
    site = tmp_path / "elsewhere"
    site.mkdir()
    (site / ".gitignore").write_bytes(MARKER)
    (tmp_path / "link").symlink_to(site)
    for path in (site / "sheet.html", site / "2026" / "sheet.html", tmp_path / "link" / "sheet.html"):
        with pytest.raises(Refusal) as refused:
            check_sheet(path, tmp_path / "journal", ())
        assert refused.value.code == "sheet-in-site"


def test_it_becomes_no_entry(tmp_path: Path) -> None:
    for name in ("sheet.md", "2026/sheet.Markdown"):
        with pytest.raises(Refusal) as refused:
            check_sheet(tmp_path / "journal" / name, tmp_path / "journal", ())
        assert refused.value.code == "sheet-as-entry"
    check_sheet(tmp_path / "journal" / "sheet.html", tmp_path / "journal", ())
    check_sheet(tmp_path / "sheet.md", tmp_path / "journal", ())
