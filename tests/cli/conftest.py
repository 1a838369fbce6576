from __future__ import annotations

import pytest

from journalgen.cli import desk
from tests.cli.wall import NOW, Clock


@pytest.fixture
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the evening of 15 March, whenever a command that writes asks."""
    monkeypatch.setattr(desk.dt, "datetime", Clock)  # type: ignore[attr-defined]
    monkeypatch.setattr(Clock, "at", NOW)
