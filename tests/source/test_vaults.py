from __future__ import annotations

import json
from pathlib import Path

import pytest

from journalgen.source.vaults import Vault, read_vault


def write(folder: Path, files: dict[str, object]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return folder


PERIODIC = ".obsidian/plugins/periodic-notes/data.json"
ENABLED = {"enabled": True, "format": "YYYYMMDD", "folder": ""}
COMMENTED = """{;; :journals-directory "no"
 :journals-directory "days"
 :journal/file-name-format "yyyy-MM-dd" ; so
}"""


@pytest.mark.parametrize(
    ("files", "vault"),
    [
        ({"2026-03-14.md": ""}, None),
        ({".obsidian/app.json": {}}, Vault()),
        ({".obsidian/daily-notes.json": {"folder": "/Daily/", "format": "DD.MM.YYYY"}}, Vault("Daily", "DD.MM.YYYY")),
        ({".obsidian/daily-notes.json": '\ufeff{"folder": "Daily"}'}, Vault("Daily")),
        (
            {".obsidian/daily-notes.json": {"folder": "D", "template": "T/Daily"}},
            Vault("D", template_files=("T/Daily.md",)),
        ),
        ({".obsidian/daily-notes.json": "{broken"}, Vault()),
        ({".obsidian/daily-notes.json": [1]}, Vault()),
        ({".obsidian/daily-notes.json": {"folder": 3, "format": None}}, Vault()),
        ({".obsidian/daily-notes.json": "[" * 100_000}, Vault()),
        ({".obsidian/templates.json": {"folder": "Templates"}}, Vault(template_folders=("Templates",))),
        (
            {".obsidian/plugins/templater-obsidian/data.json": {"templates_folder": "a\\b"}},
            Vault(template_folders=("a/b",)),
        ),
        (
            {".obsidian/daily-notes.json": {"folder": "D"}, PERIODIC: {"daily": ENABLED}},
            Vault("D", "YYYYMMDD"),
        ),
        ({PERIODIC: {"daily": {"enabled": False, "folder": "x"}}}, Vault()),
        ({".obsidian/app.json": {}, "logseq/config.edn": "{}"}, Vault(own_folders=("logseq",))),
        ({"logseq/config.edn": "{}"}, Vault("journals", "yyyy_MM_dd", moment=False, own_folders=("logseq",))),
        ({"logseq/x": "", "journals/y": ""}, Vault("journals", "yyyy_MM_dd", moment=False, own_folders=("logseq",))),
        (
            {"logseq/config.edn": COMMENTED},
            Vault("days", "yyyy-MM-dd", moment=False, own_folders=("logseq",)),
        ),
        (
            {"logseq/config.edn": '{:journal/page-title-format "EEEE, dd.MM.yyyy"}'},
            Vault("journals", "yyyy_MM_dd", moment=False, own_folders=("logseq",), day_titles="EEEE, dd.MM.yyyy"),
        ),
        ({"logseq/notes.md": ""}, None),
    ],
)  # fmt: skip
def test_a_vault_says_where_its_days_are(tmp_path: Path, files: dict[str, object], vault: Vault | None) -> None:
    assert read_vault(write(tmp_path, files)) == vault
