"""Real files of others to read in tests; they lie beside the checkout and are no part of the project."""

import os
from pathlib import Path

import pytest

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "fixtures"


def corpus(name: str) -> Path:
    """Return the folder of that name; skips the test where it is absent, or fails it where CI requires it."""
    folder = CORPORA / name
    if not folder.is_dir():
        reason = "the corpora are not on this machine"
        if "CI" in os.environ and os.environ.get("JOURNALGEN_CORPORA_REQUIRED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
