from __future__ import annotations

from pathlib import Path

import pytest

from tests.journals import JournalFolder


@pytest.fixture
def journal(tmp_path: Path) -> JournalFolder:
    """An empty journal."""
    folder = tmp_path / "journal"
    folder.mkdir()
    return JournalFolder(folder)
