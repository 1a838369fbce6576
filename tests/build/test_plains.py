from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from journalgen.build.cache import Cache
from journalgen.build.plains import Plains
from journalgen.refusal import Refusal
from tests.parse.entries import made


def test_a_fresh_text_needs_no_cache_and_one_that_is_gone_is_refused(tmp_path: Path) -> None:
    first, second = made("2026-03-14"), made("2026-03-15")
    with closing(Cache(tmp_path, b"version")) as cache:
        plains = Plains({first.path: "Rain."}, cache)
        assert plains.of([first, first]) == ["Rain.", "Rain."]
        assert plains.of([]) == []
        with pytest.raises(Refusal, match="cache-damaged"):
            plains.of([first, second])
