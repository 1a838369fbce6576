from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.source.synced import syncing_service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/journal", "Dropbox"), ("OneDrive - Work/journal", "OneDrive"),
        ("Mobile Documents/x", "iCloud Drive"), ("NEXTCLOUD", "Nextcloud"),
        ("Dropboxes/journal", None), ("journal", None),
    ],
)  # fmt: skip
def test_a_synced_folder_is_told_by_its_name(tmp_path: Path, folder: str, service: str | None) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    assert syncing_service(place) == service


def test_a_synced_folder_is_told_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert syncing_service(tmp_path) == "Syncthing"
    assert syncing_service(tmp_path / "not" / "there") == "Syncthing"
