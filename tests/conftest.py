from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.journals import JournalFolder

# CI tries the same examples each time, so that a change is judged by what it changed; everywhere else they are new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture
def journal(tmp_path: Path) -> JournalFolder:
    """An empty journal."""
    folder = tmp_path / "journal"
    folder.mkdir()
    return JournalFolder(folder)
