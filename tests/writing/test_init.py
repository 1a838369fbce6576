from __future__ import annotations

import datetime as dt
import locale
from pathlib import Path

import pytest

from journalgen.language import Language, load
from journalgen.parse.config import read_config
from journalgen.writing.init import make_journal, system_language

NOW = dt.datetime(2026, 3, 14, 1, 30)  # noqa: DTZ001 -- the civil time on the wall


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("C", "en"), ("POSIX", "en"), ("C.UTF-8", "en"), ("de_AT.UTF-8", "de_AT"), ("pt_BR", "pt_BR"), ("sr_RS@latin", "sr_RS"),
        ("LC_CTYPE=de_DE.UTF-8;LC_TIME=C", "en"), ("English_United Kingdom.1252", "en"), ("", "en"),
    ],
)  # fmt: skip
def test_the_systems_language(monkeypatch: pytest.MonkeyPatch, said: str, name: str) -> None:
    monkeypatch.setattr(locale, "setlocale", lambda *_: said)
    assert system_language() == name


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
