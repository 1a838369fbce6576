"""The system's language, as its variables tell it."""

from __future__ import annotations

import pytest

from journalgen.cli.system import system_language

NAMES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"LANG": "C"}, "en"), ({"LANG": "POSIX"}, "en"), ({"LANG": "C.UTF-8"}, "en"), ({"LANG": "de_AT.UTF-8"}, "de_AT"),
        ({"LC_ALL": "pt_BR"}, "pt_BR"), ({"LANG": "sr_RS@latin"}, "sr_RS"), ({}, "en"), ({"LANG": "nonsense"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de_DE"), ({"LANG": "de_DE", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "nl:de", "LC_ALL": "de_DE.UTF-8"}, "nl"), ({"LANG": "zh_Hant_TW.UTF-8"}, "zh_Hant_TW"),
    ],
)  # fmt: skip
def test_the_systems_language(monkeypatch: pytest.MonkeyPatch, said: dict[str, str], name: str) -> None:
    for each in NAMES:
        monkeypatch.delenv(each, raising=False)
    for each, value in said.items():
        monkeypatch.setenv(each, value)
    assert system_language() == name
