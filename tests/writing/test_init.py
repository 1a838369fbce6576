from __future__ import annotations

import datetime as dt
from pathlib import Path

from journalgen.language import Language, load
from journalgen.parse.config import read_config
from journalgen.writing.init import make_journal

NOW = dt.datetime(2026, 3, 14, 1, 30)  # noqa: DTZ001 -- the civil time on the wall


def test_the_settings_can_be_read_in_any_language(tmp_path: Path) -> None:
    hostile = Language("de", lambda text: f'{text} "\\ ü')
    make_journal(tmp_path, NOW, "de_AT", hostile)
    config, problems = read_config((tmp_path / "journal.toml").read_text(encoding="utf-8"))
    assert problems == ()
    assert (config.language, config.title, config.day_starts_at) == ("de_AT", 'Journal "\\ ü', dt.time(4))


def test_a_first_entry_only_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2020-01-01.md").write_text("Long ago.\n")
    made = make_journal(tmp_path, NOW, "en", load("en"))
    assert not (tmp_path / "entries").exists()
    assert len(made.made) == 3
